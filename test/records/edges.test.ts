import { describe, expect, test } from 'vitest'
import type { Value } from '../../src/core/evidence.ts'
import type { ColumnType } from '../../src/core/ledger.ts'
import { lexicon } from '../../src/language/lexicon.ts'
import { cellField } from '../../src/records/cell.ts'
import { dataRows } from '../../src/records/data-rows.ts'
import { flagOf } from '../../src/records/flag.ts'
import type { Head } from '../../src/records/headers.ts'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { isMisspelling } from '../../src/records/misspelt.ts'
import { personIn } from '../../src/records/people.ts'
import { relationsOf } from '../../src/records/relations.ts'
import { endIn } from '../../src/records/stretches.ts'
import { vocabulary } from '../../src/records/vocabulary.ts'

import { needed, sheet, spec, workbook } from '../helpers/documents.ts'

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

describe('what cells and rows customarily say', () => {
  test.each([
    ['待核实', 'text', 'unreadable'],
    ['未记载', 'day', 'unreadable'],
    ['核实完毕', 'text', 'text'],
    ['无此项', 'text', 'none'],
    ['未涉及', 'text', 'inapplicable'],
    ['没有这回事', 'text', 'text'],
  ] as const)('%s under %s is %s', (value, type, state) => expect(read(value, type).state).toBe(state))

  test.each([
    ['☑', true],
    ['对', true],
    ['☒', false],
    ['错', false],
    ['待核实', undefined],
  ])('%s answers %s', (value, flag) => expect(flagOf(value)).toBe(flag))

  const heads = [0, 1].map((column): Head => ({ column, row: 0, text: '列', names: ['列'], more: [], labels: ['列'] }))
  const kept = (lead: string) =>
    dataRows([{ index: 1, values: [lead, '3'] }], heads, [0, 1], { name: '', kind: 'sheet', rows: [], merges: [] })
      .length
  test.each([
    ['累计', 0],
    ['合　计', 0],
    ['2021年小计', 0],
    ['累计三年的合同', 1],
    ['累计5件，全部办结', 0],
    ['填表人：张三', 0],
    ['单位（盖章）：', 0],
    ['检查人：张三', 0],
    ['检查人员', 1],
    ['（例）', 0],
    ['例会记录', 1],
  ])('a row that begins with %s is %d rows of data', (lead, count) => expect(kept(lead)).toBe(count))
})

test('a topic is nearer to the wider one that it is a kind of than to a neighbour, and to that one’s neighbours least', () => {
  const { topic } = relationsOf(lexicon())
  const [kind, near] = [topic('法制审核', '审核'), topic('立案', '受理')]
  expect(kind).toBeLessThan(1)
  expect(kind).toBeGreaterThan(near)
  expect(near).toBeGreaterThan(topic('立案', '办结'))
})

describe('a row of data or an aside', () => {
  const five = [0, 1, 2, 3, 4]
  const heads = five.map((column): Head => ({ column, row: 0, text: '列', names: ['列'], more: [], labels: ['列'] }))
  const kept = (...values: Value[]) =>
    dataRows([{ index: 1, values }], heads, five, { name: '', kind: 'sheet', rows: [], merges: [] }).length
  test('本月无案件 beside three numbers or dashes says that there is none', () => {
    expect(kept(1, '2021', '—', '本月无案件')).toBe(0)
    expect(kept(1, '2021', '—', '3', '本月无案件')).toBe(1)
  })
  test('three numbers in turn number the columns, two may be counts', () => {
    expect(kept(1, 2, 3)).toBe(0)
    expect(kept(1, 2)).toBe(1)
  })
})

test('one column that a ledger knows makes no ledger, whatever the table is called', () => {
  const norms = spec('L', '规范性文件台账', [needed('文件名称'), needed('送审日期', 'day')])
  const ledgers = (...head: string[]) =>
    recogniseLedgers([workbook('台账.xlsx', sheet('规范性文件台账', [head, ['甲办法', '2021-03-01']]))], [norms])
      .ledgers.length
  expect(ledgers('文件名称', '送审日期')).toBe(1)
  expect(ledgers('文件名称', '颜色')).toBe(0)
})

test.each([
  [36_525, 'unreadable'],
  [36_526, 'day'],
  [60_000, 'day'],
  [60_001, 'unreadable'],
])('the bare number %d in a column of days is %s', (value, state) => expect(read(value, 'day').state).toBe(state))

describe('the heads of a table', () => {
  const norms = spec('L', '规范性文件台账', [needed('文件名称'), needed('送审日期', 'day')])
  const found = (...above: Value[][]) =>
    recogniseLedgers([workbook('台账.xlsx', sheet('规范性文件台账', [...above, ['甲办法', '2021-03-01']]))], [norms])
      .ledgers.length
  const below = (rows: number) => found(...Array(rows).fill(['填表说明']), ['文件名称', '送审日期'])
  test('stand in its first thirty rows', () => expect(below(29)).toBe(1))
  test('not in the next', () => expect(below(30)).toBe(0))

  const long = (signs: number) => found(['文件名称'.padEnd(signs, ' '), '送审日期'])
  test('are labels of sixty signs', () => expect(long(60)).toBe(1))
  test('a cell of more is a text', () => expect(long(61)).toBe(0))
})

describe('a cell that lists persons or two days is short', () => {
  const person = (signs: number) => personIn('张三'.padEnd(signs, ' '), { nth: 0, what: 'name' }).state
  test('of persons up to 120 signs', () => expect([person(120), person(121)]).toEqual(['text', 'unreadable']))

  const end = (signs: number) =>
    endIn(`${'征求时间'.repeat(20).slice(0, signs - 19)}2021年3月1日至2021年3月5日`, 'to').state
  test('of days up to sixty', () => expect([end(60), end(61)]).toEqual(['day', 'unreadable']))
})

describe('a head in other words, over cells that are no days', () => {
  const norms = spec('L', '规范性文件台账', [needed('文件名称'), needed('送审日期', 'day')])
  const found = (...heads: Value[][]) =>
    recogniseLedgers(
      [workbook('台账.xlsx', sheet('规范性文件台账', [...heads, ['甲办法', '会后'], ['乙办法', '会前']]))],
      [norms],
    ).ledgers.length
  test('is the column where it leaves no doubt', () => expect(found(['文件名称', '提交审查时间'])).toBe(1))
  test('is not where a group stands over it', () =>
    expect(found(['文件名称', '办理过程'], ['', '提交审查时间'])).toBe(0))
  test('and is, over days', () =>
    expect(
      recogniseLedgers(
        [
          workbook(
            '台账.xlsx',
            sheet('规范性文件台账', [
              ['文件名称', '办理过程'],
              ['', '提交审查时间'],
              ['甲办法', '2021-03-01'],
            ]),
          ),
        ],
        [norms],
      ).ledgers.length,
    ).toBe(1))
})

describe('what stands in brackets behind a stretch is no part of it', () => {
  const ends = (text: string) =>
    (['from', 'to'] as const).map((end) => {
      const field = endIn(text, end)
      return field.state === 'day' ? field.day : field.state
    })
  test.each([
    ['2020.6.19—6.30(7个工作日)', ['2020-06-19', '2020-06-30']],
    ['2022.4.22—4.28（5个工作日，24日为调休上班）', ['2022-04-22', '2022-04-28']],
    ['2021年7月5日至8月3日', ['2021-07-05', '2021-08-03']],
  ])('%s', (text, days) => expect(ends(text)).toEqual(days))
  test('another day in them is its end', () =>
    expect(ends('2020.6.19—6.30(延至2020.7.10)')).toEqual(['2020-06-19', '2020-07-10']))
})
