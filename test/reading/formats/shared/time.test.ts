import { expect, test } from 'vitest'
import { beijing, pdfMoment } from '../../../../src/reading/formats/shared/time.ts'

test.each([
  ["D:20220318101500+08'00'", '2022-03-18 10:15'],
  ['D:20220318181500Z', '2022-03-19 02:15'],
  ["D:20220318181500-05'00'", '2022-03-19 07:15'],
  ['D:20220318101500', '2022-03-18 10:15'],
  ['D:20220318', '2022-03-18 00:00'],
  ['20220318101500', '2022-03-18 10:15'],
  ['D:20221318101500', undefined],
  ['三月', undefined],
  ['', undefined],
])('a PDF that says %s was made at %s', (text, expected) => {
  expect(pdfMoment(text)).toBe(expected)
})

test('the clock is that of Beijing, whatever the machine', () => {
  expect(beijing(Date.UTC(2021, 11, 31, 16))).toBe('2022-01-01 00:00')
  expect(beijing(Number.NaN)).toBeUndefined()
})
