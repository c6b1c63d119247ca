import { describe, expect, test } from 'vitest'
import { fill } from '../../../src/core/kind.ts'
import type { LedgerSpec } from '../../../src/core/ledger.ts'
import { isVerdict, LEDGER_MESSAGES, opened } from '../../../src/judging/rows/opened.ts'
import { ledger, scopeOf, where } from '../../helpers/scope.ts'

const column = (name: string, needed: boolean) => ({ name, type: 'text' as const, needed, also: [], marks: {} })
const spec: LedgerSpec = {
  id: 'L1',
  name: '复议案件台账',
  titles: [],
  key: ['案号'],
  columns: [column('案号', true), column('受理日期', true), column('延长天数', false), column('中止天数', false)],
  note: '',
}

/** What is said where there is no such ledger. */
function said(columns: readonly string[], specs: readonly LedgerSpec[] = [spec], ledger = spec.name): string {
  const found = opened(scopeOf({ specs }), ledger, [], columns)
  return isVerdict(found) ? fill(LEDGER_MESSAGES[found.message].says, found.data) : ''
}

const opens = '“合法性审核率”无法核算：未见《复议案件台账》'

describe('a ledger that is not there', () => {
  test('is asked for by the columns that it must have, and those it may have are told apart', () => {
    expect(said(['受理日期', '延长天数', '中止天数'])).toBe(
      `${opens}（按表头识别，应有“受理日期”等列；如有“延长天数”、“中止天数”，请一并列出）`,
    )
  })

  test('says nothing of others where the rule needs every column', () => {
    expect(said(['案号', '受理日期'])).toBe(`${opens}（按表头识别，应有“案号”、“受理日期”等列）`)
  })

  test('is known by its own columns where the rule looks at none of them', () => {
    expect(said(['中止天数'])).toBe(`${opens}（按表头识别，应有“案号”、“受理日期”等列；如有“中止天数”，请一并列出）`)
  })

  test('is found by its id as well', () => {
    expect(said(['中止天数'], [spec], 'L1')).toContain('应有“案号”、“受理日期”等列')
  })

  test('of which nothing is known is asked for by what the rule looks at', () => {
    expect(said(['中止天数'], [])).toBe(`${opens}（按表头识别，应有“中止天数”等列）`)
    expect(said([], [])).toBe(`${opens}（按表头识别，应有相应的列）`)
  })
})

test('registers whose names say that they are of other kinds are none of this one', () => {
  const kept = ledger('学法台账', { 主题: 'text', 类型: 'text' }, [{ 主题: '宪法', 类型: '会前学法' }])
  const opening = (named: boolean, kind: string) => {
    const ledgers = [named ? { ...kept, named: ['类型'] } : kept]
    return opened(scopeOf({ ledgers }), '学法台账', where({ 类型: kind }))
  }
  expect(opening(true, '旁听庭审')).toMatchObject({ message: 'no-ledger' })
  expect(opening(true, '会前学法')).toMatchObject({ chosen: [{}] })
  // Where each row says it, that none is of this kind is what the register tells.
  expect(opening(false, '旁听庭审')).toMatchObject({ chosen: [], all: 1 })
})
