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
