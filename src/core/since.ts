import type { Day } from './day.ts'

/** One thing to do of a report, as it is told of afterwards. */
export type Past = { readonly indicators: readonly string[]; readonly what: string }

/** What a report says against the one before it. */
export type Since = {
  /** The day of the one before. */
  readonly asOf: Day
  /** How many things there are less to do; below 0 where there are more. */
  readonly fewer: number
  /** Judged again, and right. */
  readonly mended: readonly Past[]
  /** Not told any more, but nobody has seen that it was mended. */
  readonly gone: readonly Past[]
  /** Ids of the blocks that tell something new, and how many things that is. */
  readonly fresh: ReadonlySet<string>
  readonly freshCount: number
  /** How many things of the last time are still to be done. */
  readonly open: number
}
