import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../../src/judging/desk/scope.ts'
import { ledger, scopeOf } from '../../helpers/scope.ts'

const NAME = '规范性文件台账'
const FILED = { 文件名称: 'text', 公布日期: 'day', 报备日期: 'day' } as const
const SHOWN = { 文件名称: 'text', 公布日期: 'day', 失效日期: 'day' } as const
const filed = (published: string) =>
  ledger(NAME, FILED, [{ 文件名称: '停车办法', 公布日期: published, 报备日期: '2021-10-11' }], {
    file: '备案登记.xlsx',
  })
const shown = (published: string) =>
  ledger(NAME, SHOWN, [{ 文件名称: '停车办法', 公布日期: published, 失效日期: '2026-10-31' }], { file: '文件库.csv' })

const joined = (...ledgers: ReturnType<typeof ledger>[]) => rowsOf(scopeOf({ ledgers }), NAME)

describe('one matter that two tables keep', () => {
  const { rows, disputed } = joined(filed('2021-09-29'), shown('2021-09-29'))
  const [row] = rows

  test('is one record', () => expect([rows.length, disputed.length]).toEqual([1, 0]))
  test('and each says what the other has no column for, with its place', () => {
    expect(row!.field('报备日期').text).toBe('2021-10-11')
    expect(row!.field('失效日期').text).toBe('2026-10-31')
    expect(row!.place('失效日期').file).toBe('文件库.csv')
  })
})

test('where they differ in a column that both have, it is disputed, and still each completes the other', () => {
  const { rows, disputed } = joined(filed('2021-09-29'), shown('2021-09-30'))
  expect(rows.map((row) => row.field('公布日期').text)).toEqual(['2021-09-29', '2021-09-30'])
  expect(rows.map((row) => row.field('报备日期').text)).toEqual(['2021-10-11', '2021-10-11'])
  expect(disputed).toHaveLength(1)
})

describe('what is published of a case', () => {
  const own = { 案号: 'text', 当事人: 'text', 决定时间: 'time' } as const
  const shownOf = (当事人: string, 决定时间 = '2021-09-29') =>
    ledger(
      '案件台账',
      { 案号: 'text', 当事人: 'text', 决定时间: 'day', 公示日期: 'day' },
      [{ 案号: '1号', 当事人, 决定时间, 公示日期: '2021-10-11' }],
      { file: '公示.xlsx' },
    )
  const kept = (当事人: string) =>
    ledger('案件台账', own, [{ 案号: '1号', 当事人, 决定时间: '2021-09-29 14:26' }], { file: '案件.xlsx' })
  const disputed = (a: string, b: string, day?: string) =>
    rowsOf(scopeOf({ ledgers: [kept(a), shownOf(b, day)] }), '案件台账').disputed.length

  test('masks whose it was and leaves out the hour, and is the same record', () => {
    expect(disputed('李志强', '李某某')).toBe(0)
  })
  test('of another surname, another firm or another day is another record', () => {
    expect(disputed('李志强', '王某某')).toBe(1)
    expect(disputed('甲运输有限公司', '乙运输有限公司')).toBe(1)
    expect(disputed('李志强', '李某某', '2021-09-30')).toBe(1)
  })
})
