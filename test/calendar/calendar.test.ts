import days from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf, STATE_COUNCIL } from '../../src/calendar/calendar.ts'
import { SCHEDULE } from '../../src/calendar/schedule.ts'
import { addDays, type Day, daysBetween } from '../../src/core/day.ts'

const FIRST: Day = '2018-01-01'
const LAST: Day = '2026-12-31'
const { isWorkday, addWorkdays, workdaysBetween } = STATE_COUNCIL
const day = fc.integer({ min: 0, max: daysBetween(FIRST, LAST) }).map((n) => addDays(FIRST, n))
const everyDay = Array.from({ length: daysBetween(FIRST, LAST) + 1 }, (_, n) => addDays(FIRST, n))

/** Counts on fingers. */
function walked(from: Day, count: number): Day | undefined {
  let day = from
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, Math.sign(count))
    const works = isWorkday(day)
    if (works === undefined) return undefined
    if (works) left--
  }
  return day
}

describe('the State Council schedule', () => {
  test('has the years 2018 to 2026', () => {
    expect(STATE_COUNCIL.years).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  })

  test('is the one that chinese-days knows, on every day', () => {
    expect(everyDay.filter((day) => isWorkday(day) !== days.isWorkday(day))).toEqual([])
  })

  test('moves only weekdays off and weekends on', () => {
    const weekend = (day: Day) => [0, 6].includes(new Date(day).getUTCDay())
    const years = Object.values(SCHEDULE)
    expect(years.flatMap(({ off }) => off).filter(weekend)).toEqual([])
    expect(years.flatMap(({ worked }) => worked).filter((day) => !weekend(day))).toEqual([])
  })

  test.each([
    ['2022-01-29', true, 'a Saturday worked before Spring Festival'],
    ['2022-10-08', true, 'a Saturday worked after National Day'],
    ['2022-10-07', false, 'the last Friday of National Day'],
    ['2020-01-31', false, 'the extension of 2020'],
    ['2020-02-01', false, 'a Saturday that the extension took back'],
    ['2018-12-29', true, "moved by the next year's notice"],
    ['2018-12-31', false, "moved by the next year's notice"],
    ['2023-12-31', false, 'a plain Sunday'],
    ['2022-07-29', true, 'a plain Friday'],
  ] as const)('%s: %s, %s', (day, works, _) => expect(isWorkday(day)).toBe(works))
})

test.each([
  ['2022-01-27', 7, '2022-02-10'],
  ['2022-04-29', 7, '2022-05-12'],
  ['2022-09-29', 7, '2022-10-13'],
  ['2021-09-30', 20, '2021-11-03'],
  ['2022-07-01', 5, '2022-07-08'],
  ['2022-07-01', 15, '2022-07-22'],
  ['2022-07-02', 1, '2022-07-04'],
  ['2022-07-02', -1, '2022-07-01'],
  ['2022-07-02', 0, '2022-07-02'],
  ['2021-12-31', 1, '2022-01-04'],
] as const)('%s and %i working days is %s', (from, count, to) => expect(addWorkdays(from, count)).toBe(to))

describe('a year without a schedule is refused', () => {
  test.each(['2027-10-01', '2027-01-01', '2017-12-31'] as const)('%s', (day) => {
    expect(isWorkday(day)).toBeUndefined()
    expect(addWorkdays(day, 0)).toBeUndefined()
    expect(workdaysBetween(day, day)).toBeUndefined()
  })

  test('when counting runs into it', () => {
    expect(addWorkdays('2026-12-30', 1)).toBe('2026-12-31')
    expect(addWorkdays('2026-12-30', 2)).toBeUndefined()
    expect(addWorkdays('2018-01-02', -1)).toBeUndefined()
    expect(workdaysBetween('2026-12-31', '2027-01-01')).toBeUndefined()
    expect(workdaysBetween('2017-12-31', '2018-01-02')).toBeUndefined()
  })

  test('also in the middle of a stretch', () => {
    const gappy = calendarOf({ 2020: SCHEDULE[2020]!, 2022: SCHEDULE[2022]! })
    expect(gappy.workdaysBetween('2020-12-31', '2022-01-04')).toBeUndefined()
    expect(gappy.addWorkdays('2020-12-31', 1)).toBeUndefined()
    expect(gappy.addWorkdays('2020-12-30', 1)).toBe('2020-12-31')
    expect(gappy.workdaysBetween('2022-01-01', '2022-01-04')).toBe(1)
  })

  test('until somebody adds it', () => {
    const longer = calendarOf({ ...SCHEDULE, 2027: { off: ['2027-01-01'], worked: ['2027-01-02'] } })
    expect(longer.addWorkdays('2026-12-31', 2)).toBe('2027-01-04')
    expect(longer.workdaysBetween('2026-12-31', '2027-01-04')).toBe(2)
  })
})

test('half a working day is no answer', () => expect(addWorkdays('2022-07-01', 1.5)).toBeUndefined())

test('a day under the wrong year is told, not dropped', () => {
  expect(() => calendarOf({ 2027: { off: ['2026-01-01'], worked: [] } })).toThrow('2027年下写有“2026-01-01”')
  expect(() => calendarOf({ 2027: { off: ['2027-02-30'], worked: [] } })).toThrow('2027-02-30')
})

test('a day that is both off and worked is told', () => {
  expect(() => calendarOf({ 2027: { off: ['2027-01-01'], worked: ['2027-01-01'] } })).toThrow('既列为放假、又列为上班')
})

describe('counting', () => {
  const count = fc.integer({ min: -300, max: 300 })

  test('agrees with counting on fingers', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        expect(addWorkdays(from, n)).toBe(walked(from, n))
      }),
    )
  })

  test('what was added is what lies between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 300 }), (from, n) => {
        const to = addWorkdays(from, n)
        if (to) expect(workdaysBetween(from, to)).toBe(n)
      }),
    )
  })

  test('from a working day, there and back is where it began', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const to = isWorkday(from) ? addWorkdays(from, n) : undefined
        if (to) expect(addWorkdays(to, -n)).toBe(from)
      }),
    )
  })

  test('more working days are never earlier', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const [one, next] = [addWorkdays(from, n), addWorkdays(from, n + 1)]
        if (one && next) expect(next > one).toBe(true)
      }),
    )
  })

  test('stretches add up, and backwards they are negative', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect(workdaysBetween(a, b)! + workdaysBetween(b, c)!).toBe(workdaysBetween(a, c))
        expect(workdaysBetween(b, a)! + workdaysBetween(a, b)!).toBe(0)
      }),
    )
  })
})
