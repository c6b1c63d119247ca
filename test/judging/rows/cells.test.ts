import { expect, test } from 'vitest'
import { yearIn } from '../../../src/judging/rows/cells.ts'

test.each([
  [1899, undefined],
  [1900, 1900],
  [2099, 2099],
  [2100, undefined],
  [2021.5, undefined],
])('a year column that holds %d names %s', (number, expected) =>
  expect(yearIn({ state: 'number', number, text: String(number) })).toBe(expected),
)

test.each([
  ['2021年度', 2021],
  ['第12021号', undefined],
  ['', undefined],
])('the text %s names %s', (text, expected) => expect(yearIn({ state: 'text', text })).toBe(expected))
