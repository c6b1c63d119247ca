import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  earliest,
  isDay,
  latest,
  monthOf,
  written,
  yearOf,
} from '../../src/core/day.ts'

const day = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays('1900-01-01', n))

describe('a real day', () => {
  test.each(['2022-07-05', '2020-02-29', '2000-02-29', '2022-12-31'])('%s', (text) => expect(isDay(text)).toBe(true))
  test.each([
    '2022-02-30',
    '2021-02-29',
    '1900-02-29',
    '2022-13-01',
    '2022-00-01',
    '2022-7-5',
    '2022-07-05T00',
    '',
    'x',
  ])('not %s', (text) => expect(isDay(text)).toBe(false))

  test('is one that Date knows too', () => {
    const small = fc.integer({ min: -2, max: 34 })
    fc.assert(
      fc.property(fc.integer({ min: -1, max: 10_000 }), small, small, (year, month, date) => {
        const time = new Date(0)
        time.setUTCFullYear(year, month - 1, date)
        const same = time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === date
        const real = same && year >= 0 && year <= 9999
        expect(dayOf(year, month, date)).toBe(real ? time.toISOString().slice(0, 10) : undefined)
      }),
      { numRuns: 2000 },
    )
  })

  test('is put together from its numbers, or is none', () => {
    expect([dayOf(2022, 7, 5), dayOf(2022, 2, 30), dayOf(2022, 0, 1), dayOf(Number.NaN, 1, 1)]).toEqual([
      '2022-07-05',
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('adding days', () => {
  test.each([
    ['2022-02-28', 1, '2022-03-01'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2022-12-31', 1, '2023-01-01'],
    ['2022-01-01', -1, '2021-12-31'],
    ['2022-06-01', 30, '2022-07-01'],
    ['9999-12-30', 1e12, '9999-12-31'],
    ['0001-01-02', -1e12, '0001-01-01'],
  ] as const)('%s and %d is %s', (from, days, to) => expect(addDays(from, days)).toBe(to))

  test('is what lies between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -9999, max: 9999 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days)
        expect(addDays(addDays(from, days), -days)).toBe(from)
      }),
    )
  })

  test('days sort as text as they follow one another', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0)
      }),
    )
  })
})

describe('adding months', () => {
  test.each([
    ['2022-01-31', 1, '2022-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2022-03-31', -1, '2022-02-28'],
    ['2022-11-30', 3, '2023-02-28'],
    ['2022-07-05', 12, '2023-07-05'],
    ['2022-01-15', -1, '2021-12-15'],
    ['2022-07-31', 0, '2022-07-31'],
    ['9999-06-30', 99, '9999-12-30'],
  ] as const)('%s and %d is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to))

  test('lands in the month that is meant, never on a later day of the month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -200, max: 200 }), (from, months) => {
        const to = addMonths(from, months)
        expect((yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)).toBe(months)
        expect(to.slice(8) <= from.slice(8)).toBe(true)
      }),
    )
  })
})

test('the earliest and the latest of none is none', () => {
  expect([earliest([]), latest([])]).toEqual([undefined, undefined])
  expect([earliest(['2022-07-05', '2021-12-31']), latest(['2022-07-05', '2021-12-31'])]).toEqual([
    '2021-12-31',
    '2022-07-05',
  ])
})

test('written as official documents do, without leading zeros', () =>
  expect(written('2022-07-05')).toBe('2022年7月5日'))
