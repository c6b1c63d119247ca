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
  /** One end of a stretch that a cell may state whole: 征求意见 from … to …. */
  readonly stretch?: string
  readonly end?: 'from' | 'to'
  /** The first, second … of several persons that one cell may list, and what of him: 执法人员, 2, number. */
  readonly of?: string
  readonly person?: number
  readonly holds?: 'name' | 'number'
  /** What is seldom the case: where the table has no such column, the remarks speak for it, in these words. */
  readonly exception?: boolean
  readonly said?: readonly string[]
  /** Where the table has no such column: the column whose words tell it, and which words tell what, the first that occurs. */
  readonly from?: string
  readonly tells?: Readonly<Record<string, readonly string[]>>
  /** The same, told by the head over that column and not by its words: 专职人民调解员 over names. */
  readonly heads?: Readonly<Record<string, readonly string[]>>
  /** Where the table has no such column: what its own name says that all its rows are, and in which words. */
  readonly names?: Readonly<Record<string, readonly string[]>>
  /** A cell that lists several persons is a record for each of them. */
  readonly each?: boolean
  /** The day until which something is good: a month is good for all its days, a stretch until its end. */
  readonly until?: boolean
  /** A day by which something is due: where its cell gives a term (两个月内), the column of the day from which that runs. */
  readonly runs?: string
  /** Deviations from the usual: blank → blank, 无 and dashes → none, 不适用 → inapplicable, 0 → the number or 否. */
  readonly marks: Readonly<Record<string, MarkMeaning>>
}

/** How prose speaks of all the records of a ledger: 调处矛盾纠纷64件. Without acts the thing alone is counted. */
export type Spoken = {
  /** Under which indicator a wrong number is told; without one, for the package alone. */
  readonly indicator?: string
  readonly things: readonly string[]
  readonly acts: readonly string[]
  readonly units: readonly string[]
}

/** A kind of table that units keep, recognised by its header words, not by its file name. */
export type LedgerSpec = {
  readonly id: string
  readonly name: string
  readonly titles: readonly string[]
  /** The columns that tell rows apart; together they are the row's identity. */
  readonly key: readonly string[]
  readonly columns: readonly ColumnSpec[]
  readonly spoken?: Spoken
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
  | { readonly state: 'blank' | 'none' | 'inapplicable' | 'absent'; readonly text: string }
  /** `period`: a day's cell that says a month, a quarter or a year only; no day is known, but that it lies in there. */
  | { readonly state: 'unreadable'; readonly text: string; readonly period?: { readonly from: Day; readonly to: Day } }

export type LedgerRow = {
  readonly ledger: Ledger
  /** How messages call the row: the text of its key columns, or 第9行. */
  readonly name: string
  /** The row's identity across files: the bare text of its key columns; empty when they are blank. */
  readonly key: string
  /** What stands under 备注, where there is such a column. */
  readonly remark?: string
  /** The row says of itself that it is not to be counted or came to nothing: 申请人撤回, 不计入应答复数. */
  readonly aside?: boolean
  field(column: string): Field
  place(column?: string): Place
}

/** A column of a table taken for one of a ledger: how surely, 0…1. */
export type ReadColumn = {
  readonly column: string
  readonly head: string
  readonly certainty: number
  /** What speaks for it, in Chinese. */
  readonly why?: string
  readonly place: Place
}

/** A sentence that stands in a table as a row of its own: 除上述1案外无其他案件, 注：…, 本月无案件. */
export type TableNote = { readonly text: string; readonly place: Place }

/** One recognised table of one file. */
export type Ledger = {
  readonly spec: LedgerSpec
  readonly file: string
  readonly sheet: string
  /** The spec's columns that the table has. */
  readonly columns: readonly string[]
  /** Headers of the table that no column of the spec claims. */
  readonly strange: readonly string[]
  /** Under which head each column stands, and how sure that is. */
  readonly assigned: readonly ReadColumn[]
  /** Heads that may be a column of the spec and are not sure enough to be read as one: to be asked. */
  readonly unsure: readonly ReadColumn[]
  /** Of the columns that it has, those that its own name says of every row. */
  readonly named?: readonly string[]
  readonly rows: readonly LedgerRow[]
  /** What it says below its header and is no row. */
  readonly notes?: readonly TableNote[]
  /** Its cells were recognised from an image. */
  readonly recognised?: true
}
