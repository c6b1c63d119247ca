import { describe, expect, test } from 'vitest'
import { judge } from '../../src/audit/judge.ts'
import type { Match } from '../../src/core/package.ts'
import { howUnread, unreadFor } from '../../src/judging/desk/scope.ts'
import { KINDS } from '../../src/judging/kinds/index.ts'
import { ledger, paper, scopeOf, where } from '../helpers/scope.ts'

const rows = ledger('台账', { 文件名称: 'text', 状态: 'text', 送审日期: 'day', 审核日期: 'day' }, [
  { 文件名称: '甲', 状态: '废止', 送审日期: '2021-03-01', 审核日期: '2021-03-05' },
])

const judged = (more: Parameters<typeof scopeOf>[0]) => {
  const scope = scopeOf({ ledgers: [rows], ...more })
  const params = {
    ledger: '台账',
    where: where({ 状态: '有效' }),
    columns: ['送审日期', '审核日期'],
    strict: false,
    missing: 'ignore',
  }
  return judge(KINDS.order, { ...scope, rule: { ...scope.rule, kind: 'order', params } }).findings[0]
}

test('where all was read, a ledger of which no row is concerned exempts', () => {
  expect(judged({})).toMatchObject({ outcome: 'exempt', key: 'none-concerned' })
})

test('where a file went unread it does not: the missing row may stand there', () => {
  expect(judged({ documents: [paper({ path: '扫描件.pdf', extent: 'unread' })] })).toMatchObject({
    outcome: 'unclear',
    key: 'none-concerned',
    message: expect.stringContaining('但有1个文件未能读取（扫描件.pdf），其中可能有所记载'),
    cites: expect.arrayContaining([{ file: '扫描件.pdf' }]),
  })
})

describe('what was read in part may hold more of what an indicator asks for', () => {
  const unread = (given: Parameters<typeof paper>[0], isPut = true) => {
    const scope = scopeOf({ documents: [paper(given)] })
    const match: Match = { file: given.path, indicator: '28', material: null, sure: false, why: '' }
    const matches = [isPut ? { ...match, placed: true as const } : match]
    return unreadFor({ ...scope, package: { ...scope.package, matches } }).map(({ path }) => path)
  }

  test('where the unit put it there: papers are bound into one file', () => {
    expect(unread({ path: '合订本.pdf', format: 'pdf', extent: 'partly' })).toEqual(['合订本.pdf'])
  })

  test.each([
    ['what was read as a whole', { path: '合订本.pdf', format: 'pdf' }, true],
    ['a workbook, whose cells are no papers', { path: '台账.xlsx', format: 'xlsx', extent: 'partly' }, true],
    ['what only serves it', { path: '合订本.pdf', format: 'pdf', extent: 'partly' }, false],
  ] as const)('but not %s', (_, given, placed) => expect(unread(given, placed)).toEqual([]))

  test.each([
    [['unread'], '未能读取'],
    [['partly', 'partly'], '没有读完'],
    [['unread', 'partly'], '未能读取或没有读完'],
  ] as const)('%j is told as %s', (extents, words) => {
    expect(howUnread(extents.map((extent) => ({ extent })))).toBe(words)
  })
})
