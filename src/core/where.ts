import type { Day } from './day.ts'
import type { Span } from './span.ts'

/**
 * A test of one cell of a ledger row. In YAML: `present`, `absent`, a value (是), a list of values, or a mapping of the
 * keys below. Answers are yes, no or unknown; an unreadable cell is unknown, never no.
 */
export type CellTest =
  | { readonly test: 'present' | 'absent' }
  /** The cell's text equals one of these, compared bare; 是/√/有 count as 是 in a flag column. */
  | { readonly test: 'is' | 'not'; readonly values: readonly string[] }
  /**
   * One of the words stands in the text. With `unless` it is told three ways: a text that holds one of those is no, and
   * one that holds neither (a blank too) is unknown – free words are not to be taken for a refusal.
   */
  | { readonly test: 'contains'; readonly words: readonly string[]; readonly unless?: readonly string[] }
  /** None of the words stands in the text; in a blank there is none. */
  | { readonly test: 'without'; readonly words: readonly string[] }
  | { readonly test: 'at-least' | 'at-most'; readonly number: number }
  /** The cell's day against a fixed day, ends included. */
  | { readonly test: 'from' | 'until'; readonly day: Day }
  /** The cell's day against another column's: `before` is strict, `not-after` allows the same day. */
  | { readonly test: 'before' | 'not-after'; readonly column: string }
  /** The cell's text is not the other column's: two officers have two numbers. */
  | { readonly test: 'differs-from'; readonly column: string }
  /** The cell's day is at most this long after the other column's day. */
  | { readonly test: 'within'; readonly span: Span; readonly of: string }

/** All tests must hold. An empty condition holds for every row. */
export type Where = readonly { readonly column: string; readonly tests: readonly CellTest[] }[]

export const TRUTHS = ['no', 'unknown', 'yes'] as const
export type Truth = (typeof TRUTHS)[number]

export const all = (truths: readonly Truth[]): Truth =>
  truths.includes('no') ? 'no' : truths.includes('unknown') ? 'unknown' : 'yes'

export const some = (truths: readonly Truth[]): Truth =>
  truths.includes('yes') ? 'yes' : truths.includes('unknown') ? 'unknown' : 'no'
