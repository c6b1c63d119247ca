import type { Day } from './day.ts'

/** Working days by the State Council's yearly schedule. Every answer is undefined where a year has no schedule: it is never guessed. */
export type Calendar = {
  /** The years with data, ascending. */
  readonly years: readonly number[]
  isWorkday(day: Day): boolean | undefined
  /** The `count`-th working day after `day`; `day` itself is not counted. */
  addWorkdays(day: Day, count: number): Day | undefined
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workdaysBetween(from: Day, to: Day): number | undefined
}
