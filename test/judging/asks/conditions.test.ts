import { expect, test } from 'vitest'
import type { CellTest } from '../../../src/core/where.ts'
import { conditionWords, rowsWords } from '../../../src/judging/asks/conditions.ts'

const TESTS: [test: CellTest, words: string][] = [
  [{ test: 'present' }, '“公布日期”已填写'],
  [{ test: 'absent' }, '“公布日期”没有填写'],
  [{ test: 'is', values: ['是'] }, '“公布日期”为“是”'],
  [{ test: 'is', values: ['甲', '乙', '丙'] }, '“公布日期”为“甲”“乙”或“丙”之一'],
  [{ test: 'not', values: ['辅助', '协管'] }, '“公布日期”不是“辅助”或“协管”'],
  [{ test: 'contains', words: ['撤销'] }, '“公布日期”写有“撤销”'],
  [{ test: 'without', words: ['提案', '政协'] }, '“公布日期”没有写“提案”或“政协”'],
  [{ test: 'at-least', number: 1.5 }, '“公布日期”不少于1.5'],
  [{ test: 'at-most', number: 0 }, '“公布日期”不超过0'],
  [{ test: 'from', day: '2022-03-01' }, '“公布日期”在2022年3月1日以后（含当日）'],
  [{ test: 'until', day: '2022-02-28' }, '“公布日期”在2022年2月28日以前（含当日）'],
  [{ test: 'before', column: '决定日期' }, '“公布日期”早于“决定日期”'],
  [{ test: 'not-after', column: '决定日期' }, '“公布日期”不晚于“决定日期”'],
  [
    { test: 'within', span: { count: 7, unit: 'workday' }, of: '决定日期' },
    '“公布日期”在“决定日期”起7个工作日内（当日不计入）',
  ],
  [{ test: 'within', span: { count: 24, unit: 'hour' }, of: '决定日期' }, '“公布日期”在“决定日期”起24小时内'],
]

test.each(TESTS)('$test is said in words', (one, words) => {
  expect(conditionWords([{ column: '公布日期', tests: [one] }])).toBe(words)
})

test('all conditions hold together', () => {
  expect(
    conditionWords([
      {
        column: '公布日期',
        tests: [
          { test: 'from', day: '2022-01-01' },
          { test: 'until', day: '2022-01-31' },
        ],
      },
      { column: '是否备案', tests: [{ test: 'is', values: ['是'] }] },
    ]),
  ).toBe('“公布日期”在2022年1月1日以后（含当日）、在2022年1月31日以前（含当日），且“是否备案”为“是”')
})

test('no condition is every row', () => expect(rowsWords('台账甲', [])).toBe('《台账甲》的全部记录'))
