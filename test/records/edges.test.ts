import { describe, expect, test } from 'vitest'
import type { Value } from '../../src/core/evidence.ts'
import type { ColumnType } from '../../src/core/ledger.ts'
import { cellField } from '../../src/records/cell.ts'
import { isMisspelling } from '../../src/records/misspelt.ts'
import { personIn } from '../../src/records/people.ts'
import { vocabulary } from '../../src/records/vocabulary.ts'

const read = (value: Value, type: ColumnType) =>
  cellField(value, { name: '列', type, needed: true, also: [], marks: {} })

describe('a bare number is a year up to 2100', () => {
  test('2100 is one', () => expect(read(2100, 'year')).toMatchObject({ state: 'number', number: 2100 }))
  test('2101 is none', () => expect(read(2101, 'year').state).toBe('unreadable'))
})

test.each([
  ['上午11:30', '11:30'],
  ['下午1:30', '13:30'],
  ['下午12:30', '12:30'],
])('%s of a day is %s', (clock, expected) =>
  expect(read(`2021年5月6日${clock}`, 'time')).toMatchObject({ state: 'time', moment: `2021-05-06T${expected}` }),
)

describe('numbers of persons in one cell', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, nth) => `H08${nth}`).join('、')
  const last = (count: number) => personIn(numbers(count), { nth: count - 1, what: 'number', alone: true })
  test('nine are told apart', () => expect(last(9)).toEqual({ state: 'text', text: 'H088' }))
  test('ten are a list of something else', () => expect(last(10).state).toBe('unreadable'))
})

describe('one sign apart', () => {
  test.each([
    ['a name of six signs may be misspelt anywhere', '合周登记编码', '合同登记编码', true],
    ['one of five may not', '合周登记码', '合同登记码', false],
    ['in a common ending it may', '公布曰期', '公布日期', true],
    ['one sign before it is another name', '公示日期', '公布日期', false],
    ['three signs are too few', '文曰', '文号', false],
  ])('%s', (_, text, word, expected) => expect(isMisspelling(text, word)).toBe(expected))
})

test.each([
  ['预计办结日期', '计划'],
  ['计划办结日期', '计划'],
  ['拟定办结日期', '计划'],
  ['实际办结日期', '实际'],
])('%s is %s', (label, way) => expect(vocabulary().parts([label]).turns).toMatchObject({ 时态: way }))
