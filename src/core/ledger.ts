import type { Day } from './day.ts'
import type { Place } from './place.ts'

/** `time` is a day with hour and minute; `flag` is 是 or 否; `year` reads 2021 out of 2021年度. */
export const COLUMN_TYPES = ['text', 'day', 'time', 'year', 'number', 'percent', 'flag'] as const
export type ColumnType = (typeof COLUMN_TYPES)[number]

/** What a mark in a cell says: not filled in, expressly none, does not apply, a false flag, or a zero. */
export const MARK_MEANINGS = ['blank', 'none', 'inapplicable', 'no', 'zero'] as const
export type MarkMeaning = (typeof MARK_MEANINGS)[number]

export type ColumnSpec = {
  readonly name: string
  readonly type: ColumnType
  /** Needed for a verdict; a table without it is still the ledger if enough others are there. */
  readonly needed: boolean
  /** Other headers that mean the same, compared bare. */
  readonly also: readonly string[]
  /** Deviations from the usual: blank → blank, 无 and dashes → none, 不适用 → inapplicable, 0 → the number or 否. */
  readonly marks: Readonly<Record<string, MarkMeaning>>
}

/** A kind of table that units keep, recognised by its header words, not by its file name. */
export type LedgerSpec = {
  readonly id: string
  readonly name: string
  readonly titles: readonly string[]
  /** The columns that tell rows apart; together they are the row's identity. */
  readonly key: readonly string[]
  readonly columns: readonly ColumnSpec[]
  readonly note: string
}

/** A cell read as its column's type. `text` is the cell as it stands. */
export type Field =
  | { readonly state: 'day'; readonly day: Day; readonly text: string }
  /** `moment` is `YYYY-MM-DDTHH:mm`. */
  | { readonly state: 'time'; readonly moment: string; readonly day: Day; readonly text: string }
  | { readonly state: 'number'; readonly number: number; readonly text: string }
  | { readonly state: 'flag'; readonly flag: boolean; readonly text: string }
  | { readonly state: 'text'; readonly text: string }
  /** `absent`: the table has no such column. */
  | { readonly state: 'blank' | 'none' | 'inapplicable' | 'unreadable' | 'absent'; readonly text: string }

export type LedgerRow = {
  readonly ledger: Ledger
  /** How messages call the row: the text of its key columns, or 第9行. */
  readonly name: string
  /** The row's identity across files: the bare text of its key columns; empty when they are blank. */
  readonly key: string
  field(column: string): Field
  place(column?: string): Place
}

/** One recognised table of one file. */
export type Ledger = {
  readonly spec: LedgerSpec
  readonly file: string
  readonly sheet: string
  /** The spec's columns that the table has. */
  readonly columns: readonly string[]
  /** Headers of the table that no column of the spec claims. */
  readonly strange: readonly string[]
  readonly rows: readonly LedgerRow[]
  /** Its cells were recognised from an image. */
  readonly recognised?: true
}
