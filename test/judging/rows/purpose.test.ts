import { describe, expect, test } from 'vitest'
import { isVerdict, opened } from '../../../src/judging/rows/opened.ts'
import { ledger, scopeOf } from '../../helpers/scope.ts'

const NAME = '许可台账'
/** Taken up and decided. */
const handled = (...days: string[]) =>
  ledger(
    NAME,
    { 受理号: 'text', 受理日期: 'day', 决定日期: 'day' },
    days.map((决定日期, nth) => ({ 受理号: `a${nth}`, 受理日期: 决定日期, 决定日期 })),
    { file: '办件.xlsx' },
  )
/** What was published. */
const published = (...days: string[]) =>
  ledger(
    NAME,
    { 决定日期: 'day', 公示日期: 'day' },
    days.map((决定日期) => ({ 决定日期, 公示日期: 决定日期 })),
    { file: '公示.xlsx', key: [] },
  )

function asked(ledgers: ReturnType<typeof ledger>[], begins: readonly string[]) {
  const found = opened(scopeOf({ ledgers }), NAME, [], ['受理日期', '决定日期'], begins)
  return isVerdict(found) ? found.message : { cases: found.chosen.length, lacking: found.lacking }
}

describe('a register without the column that a rule begins with', () => {
  test('is kept for another purpose where another one of the same years has it', () => {
    expect(asked([handled('2021-05-06', '2021-06-01'), published('2021-07-01')], ['受理日期'])).toEqual({
      cases: 2,
      lacking: [],
    })
  })
  test('is the only one of its year, and lacks it', () => {
    expect(asked([handled('2021-05-06'), published('2020-07-01')], ['受理日期'])).toEqual({
      cases: 2,
      lacking: ['受理日期'],
    })
  })
  test('is a list of names without a single day, which only says what there is', () => {
    const list = ledger(NAME, { 受理号: 'text' }, [{ 受理号: 'b1' }, { 受理号: 'b2' }], { file: '目录.xlsx' })
    expect(asked([handled('2021-05-06'), list], ['受理日期'])).toEqual({ cases: 1, lacking: [] })
    expect(asked([list], ['受理日期'])).toEqual({ cases: 2, lacking: ['受理日期', '决定日期'] })
  })
  test('is the only one there is, and lacks it', () => {
    expect(asked([published('2021-07-01')], ['受理日期'])).toEqual({ cases: 1, lacking: ['受理日期'] })
  })
  test('that the rule does not begin with stays among its cases', () => {
    expect(asked([handled('2021-05-06'), published('2021-07-01')], [])).toEqual({ cases: 2, lacking: ['受理日期'] })
  })
})
