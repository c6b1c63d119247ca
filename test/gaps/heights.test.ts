import { expect, test } from 'vitest'
import { heightOf } from '../../src/gaps/heights.ts'

const ONE = heightOf(['字'], [20], 9)
const LINE = heightOf(['字\n字\n字'], [20], 9) - heightOf(['字\n字'], [20], 9)
const lines = (text: string, width: number) =>
  Math.round((heightOf([text], [width], 9) - heightOf(['字\n字'], [20], 9)) / LINE) + 2

test('a row is as high as its highest cell', () =>
  expect(heightOf(['字', '一\n二\n三'], [20, 20], 9)).toBe(heightOf(['一\n二\n三'], [20], 9)))

test('an empty cell has a line as well', () => expect(heightOf([''], [20], 9)).toBe(ONE))

test('Han signs are broken anywhere', () => expect(lines('字'.repeat(30), 20)).toBe(3))

test('a word or the name of a cell goes to the next line whole', () => {
  expect(lines('字字字字字 2021!F38\n字', 20)).toBe(2)
  expect(lines('字字字字字字 2021!F38\n字', 20)).toBe(3)
})

test('what is longer than a line is broken all the same', () => expect(lines('x'.repeat(100), 20)).toBe(5))

test('no row is higher than spreadsheets allow', () => expect(heightOf(['字\n'.repeat(500)], [20])).toBe(409))

test('and none lower than a line can be clicked on', () => expect(heightOf([''], [20], 9)).toBe(20))
