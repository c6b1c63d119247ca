import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, dayOf } from '../../src/core/day.ts'
import type { Value } from '../../src/core/evidence.ts'
import type { ColumnSpec, ColumnType } from '../../src/core/ledger.ts'
import { cellField } from '../../src/records/cell.ts'

const column = (type: ColumnType, marks: ColumnSpec['marks'] = {}): ColumnSpec => ({
  name: '列',
  type,
  needed: true,
  also: [],
  marks,
})

/** The value in one word, or the state where there is none. */
function read(value: Value, type: ColumnType, marks?: ColumnSpec['marks']): string | number | boolean {
  const field = cellField(value, column(type, marks))
  if (field.state === 'day') return field.day
  if (field.state === 'time') return field.moment
  if (field.state === 'number') return field.number
  if (field.state === 'flag') return field.flag
  return field.state === 'text' ? field.text : field.state
}

describe('done on the spot', () => {
  test('is no day that was forgotten, and a word where no day is asked for', () => {
    expect(read('当场', 'day')).toBe('inapplicable')
    expect(read('当场', 'time')).toBe('inapplicable')
    expect(read('当场', 'text')).toBe('当场')
  })
})

describe('a day', () => {
  test.each<[Value, string]>([
    ['2021-05-06', '2021-05-06'],
    ['2021.5.6', '2021-05-06'],
    ['2021．5．6', '2021-05-06'],
    ['2021/5/6', '2021-05-06'],
    ['2021年5月6日', '2021-05-06'],
    ['二〇二一年五月六日', '2021-05-06'],
    ['20210506', '2021-05-06'],
    [20210506, '2021-05-06'],
    [44322, '2021-05-06'],
    [44322.75, '2021-05-06'],
    [36526, '2000-01-01'],
    ['2021-05-06 14:30', '2021-05-06'],
    ['2021-05-06T00:00:00', '2021-05-06'],
    ['2021年5月6日(星期四)', '2021-05-06'],
    ['2021年5月6日印发', '2021-05-06'],
    ['昭司审〔2021〕3号 2021年5月6日', '2021-05-06'],
    [36525, 'unreadable'],
    [60001, 'unreadable'],
    [2021, 'unreadable'],
    ['44322', 'unreadable'],
    ['2021年5月', 'unreadable'],
    ['2021.5', 'unreadable'],
    ['5月6日', 'unreadable'],
    ['2021-02-30', 'unreadable'],
    ['2021-05-06至2021-05-20', 'unreadable'],
    ['2021-05-06、2021-05-20', 'unreadable'],
    ['拟于2021年5月6日公布', 'unreadable'],
    ['2021年5月6日前', 'unreadable'],
    ['待定', 'unreadable'],
    ['=TODAY()', 'unreadable'],
    ['#REF!', 'unreadable'],
  ])('%s → %s', (value, expected) => {
    expect(read(value, 'day')).toBe(expected)
  })

  test('survives every usual spelling', () => {
    const spelt = fc.integer({ min: 0, max: 16_000 }).map((days): Day => addDays('2000-01-01', days))
    fc.assert(
      fc.property(spelt, (day) => {
        const [year, month, date] = day.split('-').map(Number)
        const serial = Math.round((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000)
        const spellings = [
          day,
          `${year}.${month}.${date}`,
          `${year}年${month}月${date}日`,
          day.replaceAll('-', ''),
          serial,
        ]
        expect(spellings.map((value) => read(value, 'day'))).toEqual(spellings.map(() => day))
        expect(dayOf(year!, month!, date!)).toBe(day)
      }),
    )
  })
})

describe('a time', () => {
  test.each<[Value, string]>([
    ['2021-05-06 14:30', '2021-05-06T14:30'],
    ['2021-05-06T14:30:59', '2021-05-06T14:30'],
    ['2021年5月6日14时30分', '2021-05-06T14:30'],
    ['2021年5月6日 下午2时30分', '2021-05-06T14:30'],
    ['2021年5月6日9点半', '2021-05-06T09:30'],
    ['2021年5月6日14时', '2021-05-06T14:00'],
    ['2021年5月6日24时', '2021-05-07T00:00'],
    [44322.75, '2021-05-06T18:00'],
    ['2021-05-06', '2021-05-06'],
    [44322, '2021-05-06'],
    ['2021-05-06 25:00', 'unreadable'],
    ['2021-05-06 14:61', 'unreadable'],
    ['14:30', 'unreadable'],
  ])('%s → %s', (value, expected) => {
    expect(read(value, 'time')).toBe(expected)
  })
})

describe('a year', () => {
  test.each<[Value, string | number]>([
    [2021, 2021],
    ['2021', 2021],
    ['2021年', 2021],
    ['2021年度', 2021],
    ['二〇二一年', 2021],
    ['2021-05-06', 2021],
    [44322, 2021],
    ['2021年5月', 2021],
    ['2021年上半年', 2021],
    ['2021-2022', 'unreadable'],
    ['21年', 'unreadable'],
    [21, 'unreadable'],
  ])('%s → %s', (value, expected) => {
    expect(read(value, 'year')).toBe(expected)
  })
})

describe('a number', () => {
  test.each<[Value, string | number]>([
    [60, 60],
    ['60', 60],
    ['1,234.5', 1234.5],
    ['1，234', 1234],
    ['60学时', 60],
    ['60 学时', 60],
    ['12人次', 12],
    ['¥1,000.00', 1000],
    ['-3', -3],
    ['0', 0],
    [0, 0],
    ['3万', 'unreadable'],
    ['12,34', 'unreadable'],
    ['60+2', 'unreadable'],
    ['约60', 'unreadable'],
    ['3件5人', 'unreadable'],
    ['95%', 'unreadable'],
    ['若干', 'unreadable'],
    ['=SUM(A1:A3)', 'unreadable'],
  ])('%s → %s', (value, expected) => {
    expect(read(value, 'number')).toBe(expected)
  })
})

describe('a percentage, in points', () => {
  test.each<[Value, string | number]>([
    ['95%', 95],
    ['91.7％', 91.7],
    ['100%', 100],
    [95, 95],
    ['95', 95],
    [0, 0],
    ['0.5%', 0.5],
    [0.95, 'unreadable'],
    [1, 'unreadable'],
    ['95%以上', 'unreadable'],
  ])('%s → %s', (value, expected) => {
    expect(read(value, 'percent')).toBe(expected)
  })
})

describe('a flag', () => {
  test.each<[Value, string | boolean]>([
    ['是', true],
    ['√', true],
    ['✓', true],
    ['有', true],
    ['Y', true],
    ['1', true],
    [1, true],
    ['已公布', true],
    ['是(副局长)', true],
    ['是，已出庭', true],
    ['☑是 ☐否', true],
    ['是☑否□', true],
    ['√是 □否', true],
    ['否', false],
    ['×', false],
    ['无', false],
    ['N', false],
    ['0', false],
    [0, false],
    ['未公布', false],
    ['否，已书面说明', false],
    ['没有', false],
    ['—', false],
    ['/', false],
    ['不公开', false],
    ['□是 ☑否', false],
    ['是□否☑', false],
    ['□是 □否', 'unreadable'],
    ['是否', 'unreadable'],
    ['是/否', 'unreadable'],
    ['部分', 'unreadable'],
    ['', 'blank'],
    ['不涉及', 'inapplicable'],
  ])('%s → %s', (value, expected) => {
    expect(read(value, 'flag')).toBe(expected)
  })
})

test.each<[string, string | boolean]>([
  ['不在岗', false],
  ['退休', false],
  ['调离', false],
  ['在编', 'unreadable'],
])('%s under 是否在岗 → %s', (value, expected) => {
  const field = cellField(value, { name: '是否在岗', type: 'flag', needed: true, also: ['在岗情况'], marks: {} })
  expect(field.state === 'flag' ? field.flag : field.state).toBe(expected)
})

describe('until when a thing is good', () => {
  const until = (value: Value, until = true) => {
    const field = cellField(value, { name: '好到哪天', type: 'day', needed: true, until, also: [], marks: {} })
    return field.state === 'day' ? field.day : field.state
  }

  test.each([
    ['2025年12月', '2025-12-31'],
    ['2024.2', '2024-02-29'],
    ['2025-11', '2025-11-30'],
    ['2025年6月底', '2025-06-30'],
    ['2020年12月至2025年11月', '2025-11-30'],
    ['2020.12.1-2025.11.30', '2025-11-30'],
    ['2020年12月1日至2025年11月30日', '2025-11-30'],
    ['2025-11-15', '2025-11-15'],
  ])('%s is good until %s', (value, day) => {
    expect(until(value)).toBe(day)
  })

  test.each(['2025年13月', '2025年', '5年', '2025.11.30-2020.12.1', '2020.1.1、2021.1.1、2022.1.1'])(
    '%s says no day',
    (value) => {
      expect(until(value)).toBe('unreadable')
    },
  )

  test('the day on which something was done is not the month’s last', () => {
    expect(until('2025年12月', false)).toBe('unreadable')
    expect(until('2020.12.1-2025.11.30', false)).toBe('unreadable')
  })
})

describe('marks', () => {
  test.each<[Value, ColumnType, string]>([
    ['', 'day', 'blank'],
    [null, 'number', 'blank'],
    ['   ', 'text', 'blank'],
    ['无', 'day', 'none'],
    ['—', 'day', 'none'],
    ['-', 'number', 'none'],
    ['/', 'text', 'none'],
    ['／', 'day', 'none'],
    ['不适用', 'day', 'inapplicable'],
    ['不涉及', 'text', 'inapplicable'],
    ['在办', 'day', 'blank'],
    ['待上会', 'day', 'blank'],
    ['在办', 'text', '在办'],
    ['待核', 'day', 'unreadable'],
  ])('%s in a %s column is %s', (value, type, expected) => {
    expect(read(value, type)).toBe(expected)
  })

  test('a column may give them another meaning', () => {
    expect(read('', 'flag', { '': 'no' })).toBe(false)
    expect(read('长期有效', 'day', { 长期有效: 'none' })).toBe('none')
    expect(read('／', 'number', { '/': 'zero' })).toBe(0)
    expect(read('0', 'text', { '0': 'none' })).toBe('none')
    expect(read('constructor', 'text', {})).toBe('constructor')
  })
})

test('the text stays as it stands', () => {
  expect(cellField(' 60学时 ', column('number'))).toEqual({ state: 'number', number: 60, text: '60学时' })
})

test('of what became of something the last word counts, of a long text all of it', () => {
  expect(read('不满意→满意', 'text')).toBe('满意')
  expect(read('满意', 'text')).toBe('满意')
  expect(read('→满意', 'text')).toBe('满意')
  expect(read('由镇便民服务中心受理→村镇建设办审核→办结', 'text')).toBe('由镇便民服务中心受理→村镇建设办审核→办结')
})
