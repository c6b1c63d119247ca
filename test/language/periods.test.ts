import { expect, test } from 'vitest'
import { periodIn } from '../../src/language/periods.ts'

test.each([
  ['2020年1月1日至2022年7月20日,我镇', '2020-01-01', '2022-07-20'],
  ['2020年以来', '2020-01-01', null],
  ['2021年3月以来', '2021-03-01', null],
  ['2020—2022年', '2020-01-01', '2022-12-31'],
  ['2021年度法治政府建设情况的报告', '2021-01-01', '2021-12-31'],
  ['今年以来', '2022-01-01', '2022-07-20'],
  ['2020年、2021年和2022年', '2020-01-01', '2022-12-31'],
  ['2021、2022年', '2021-01-01', '2022-12-31'],
  ['2020年、2022年1—6月未制定', '2020-01-01', '2020-12-31'],
] as const)('%s', (text, from, to) => expect(periodIn(text, '2022-07-20')).toEqual({ from, to }))

test.each(['我镇没有此类事项', '2022年7月20日'])('%s tells no stretch of time', (text) =>
  expect(periodIn(text, '2022-07-20')).toBeUndefined(),
)

test('years that run backwards are no stretch; what is called a year is one', () =>
  expect(periodIn('2022-2021年', null)).toEqual({ from: '2021-01-01', to: '2021-12-31' }))
