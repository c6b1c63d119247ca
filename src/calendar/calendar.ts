import type { Calendar } from '../core/calendar.ts'
import { addDays, type Day, dayOf, yearOf } from '../core/day.ts'
import { UserError } from '../core/problem.ts'
import { SCHEDULE, type Schedule } from './schedule.ts'

/** Years with data that follow one another; counting never leaves such a run, because what lies outside is unknown. */
type Run = {
  readonly first: number
  /** How many working days the run has up to and including its n-th day. */
  readonly counts: Uint16Array
  /** The run's working days in order, as days since `first`. */
  readonly workdays: Uint16Array
}

export function calendarOf(schedule: Schedule): Calendar {
  const years = Object.keys(schedule)
    .map(Number)
    .sort((a, b) => a - b)
  for (const year of years) check(year, schedule)
  const known = new Set(years)
  const runs = new Map<number, Run>()

  function runOf(day: Day): Run | undefined {
    const year = yearOf(day)
    const built = runs.get(year)
    if (built || !known.has(year)) return built
    const [from, to] = [lastOf(year, -1), lastOf(year, 1)]
    const run = count(from, to, schedule)
    for (let each = from; each <= to; each++) runs.set(each, run)
    return run
  }

  function lastOf(year: number, step: 1 | -1): number {
    let last = year
    while (known.has(last + step)) last += step
    return last
  }

  return {
    years,

    isWorkday(day) {
      const run = runOf(day)
      return run && isWorkday(run, indexOf(run, day))
    },

    addWorkdays(day, count) {
      const run = runOf(day)
      if (!run || !Number.isInteger(count)) return undefined
      if (count === 0) return day
      const index = indexOf(run, day)
      const before = run.counts[index]! - (count < 0 && isWorkday(run, index) ? 1 : 0)
      const found = run.workdays[count > 0 ? before + count - 1 : before + count]
      return found === undefined ? undefined : addDays(day, found - index)
    },

    workdaysBetween(from, to) {
      const run = runOf(from)
      if (!run || run !== runOf(to)) return undefined
      return run.counts[indexOf(run, to)]! - run.counts[indexOf(run, from)]!
    },
  }
}

/** The State Council's schedule as far as it is published. */
export const STATE_COUNCIL: Calendar = calendarOf(SCHEDULE)

function count(from: number, to: number, schedule: Schedule): Run {
  const first = Date.UTC(from, 0, 1) / DAY
  const length = Date.UTC(to + 1, 0, 1) / DAY - first
  const off = new Set<string>()
  const worked = new Set<string>()
  for (let year = from; year <= to; year++) {
    for (const day of schedule[year]!.off) off.add(day)
    for (const day of schedule[year]!.worked) worked.add(day)
  }
  const counts = new Uint16Array(length)
  const workdays: number[] = []
  for (let index = 0; index < length; index++) {
    const date = new Date((first + index) * DAY)
    const day = date.toISOString().slice(0, 10)
    const weekend = date.getUTCDay() % 6 === 0
    if (weekend ? worked.has(day) : !off.has(day)) workdays.push(index)
    counts[index] = workdays.length
  }
  return { first, counts, workdays: Uint16Array.from(workdays) }
}

/** A day typed under the wrong year would vanish without a word. */
function check(year: number, schedule: Schedule): void {
  const { off, worked } = schedule[year]!
  for (const day of [...off, ...worked])
    if (yearOf(day) !== year || dayOf(year, Number(day.slice(5, 7)), Number(day.slice(8))) !== day)
      throw new UserError(`节假日安排中，${year}年下写有“${day}”，不是该年的日期。请改正后再运行。`)
  const both = off.find((day) => worked.includes(day))
  if (both) throw new UserError(`节假日安排中，${both}既列为放假、又列为上班。请按国务院办公厅通知改正后再运行。`)
}

const DAY = 86_400_000

const indexOf = ({ first }: Run, day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / DAY - first

const isWorkday = ({ counts }: Run, index: number): boolean => counts[index]! > (counts[index - 1] ?? 0)
