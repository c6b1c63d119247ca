import { describe, expect, test } from 'vitest'
import type { Table } from '../../../src/core/evidence.ts'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../helpers/scope.ts'

const sheet = (title: string, ...lines: string[]): Table => ({
  name: 'Sheet1',
  kind: 'sheet',
  merges: [],
  rows: [[title], ...lines.map((line) => line.split('|'))].map((values, index) => ({ index, values })),
})

/** Whether a review is told to have come after what another table says was decided. */
function isLate(review: readonly [number: string, party: string, day: string], ...cases: string[]): boolean {
  const [number, party, day] = review
  const given = [
    sheet('法制审核登记簿', '案号|当事人|出具意见日期', `${number}|${party}|${day}`),
    sheet('行政处罚案件登记', '案号|当事人|处罚决定日期', ...cases),
  ]
  const scope = scopeOf({
    documents: given.map((table, at) => paper({ path: `${at}.xlsx`, tables: [table], format: 'xlsx', text: [] })),
    materials: [material('ledger')],
    serves: { ledger: ['0.xlsx'] },
  })
  const params = { about: [['法制审核']], first: ['审核'], then: ['决定', '处罚'] }
  return judge(tables, params, scope).some(({ outcome }) => outcome === 'gap')
}

const FIRM = '某某危险货物仓储有限公司'
const decided = (number: string, day = '2021-08-19', party = FIRM) => `${number}|${party}|${day}`

describe('a review that came after the decision in another table', () => {
  test('is found by the number that both bear', () => {
    expect(isLate(['昭应急罚〔2021〕8号', FIRM, '2021-08-23'], decided('昭应急罚〔2021〕8号'))).toBe(true)
    expect(isLate(['昭应急罚〔2021〕8号', FIRM, '2021-08-19'], decided('昭应急罚〔2021〕8号'))).toBe(false)
  })

  test('is found by whom it concerns, where the register numbers in short', () => {
    expect(isLate(['〔2021〕8号', FIRM, '2021-08-23'], decided('昭应急罚〔2021〕8号'))).toBe(true)
    expect(isLate(['审2021-3', FIRM, '2021-08-23'], decided('昭应急罚〔2021〕8号'))).toBe(true)
  })

  test('is another case where the serials differ', () => {
    expect(isLate(['〔2021〕9号', FIRM, '2021-08-23'], decided('昭应急罚〔2021〕8号'))).toBe(false)
  })

  test('is another case sixty-one days away, and the same sixty days away', () => {
    expect(isLate(['审2021-3', FIRM, '2021-10-18'], decided('昭应急罚〔2021〕8号'))).toBe(true)
    expect(isLate(['审2021-3', FIRM, '2021-10-19'], decided('昭应急罚〔2021〕8号'))).toBe(false)
  })

  test('cannot be told where a table speaks of the party twice, or the name is that of many', () => {
    const twice = [decided('昭应急罚〔2021〕8号'), decided('昭应急罚〔2021〕11号', '2021-09-01')]
    expect(isLate(['审2021-3', FIRM, '2021-09-20'], ...twice)).toBe(false)
    expect(isLate(['审2021-3', '李某某', '2021-08-23'], decided('昭应急罚〔2021〕8号', '2021-08-19', '李某某'))).toBe(
      false,
    )
  })
})
