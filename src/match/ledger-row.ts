import { cellPlace, type Row, type Table, type Value } from '../core/evidence.ts'
import type { ColumnSpec, Field, Ledger, LedgerRow } from '../core/ledger.ts'
import type { Place } from '../core/place.ts'
import { bare, clipped } from '../core/text.ts'
import { cellField, textOf } from './cell.ts'

/** What all rows of one table share. */
export type Frame = {
  readonly file: string
  readonly table: Table
  readonly at: ReadonlyMap<string, number>
  readonly specs: ReadonlyMap<string, ColumnSpec>
  /** Key columns that the table has. */
  readonly key: readonly string[]
  /** For a cell inside a block merged downwards: the block's first row, by column and row index. */
  readonly tops: ReadonlyMap<number, ReadonlyMap<number, Row>>
}

const BLANK: Field = { state: 'none', text: '' }
const ABSENT: Field = { state: 'absent', text: '' }

/** A view of a row that reads a cell only when asked: a class, because a hundred thousand of them share their methods. */
export class TableRow implements LedgerRow {
  readonly ledger: Ledger
  readonly #frame: Frame
  readonly #row: Row

  constructor(ledger: Ledger, frame: Frame, row: Row) {
    this.ledger = ledger
    this.#frame = frame
    this.#row = row
  }

  get name(): string {
    const texts = this.#frame.key
      .map((column) => this.field(column))
      .filter(isSaid)
      .map(({ text }) => text)
    return texts.length > 0 ? clipped(texts.join(' '), 80) : `第${this.#row.index + 1}行`
  }

  /** 无 and dashes identify nothing: rows without a number are not one row. */
  get key(): string {
    const parts = this.#frame.key
      .map((column) => this.field(column))
      .map((field) => (isSaid(field) ? bare(field.text) : ''))
    return parts.some(Boolean) ? parts.join('|') : ''
  }

  field(column: string): Field {
    const at = this.#frame.at.get(column)
    const spec = this.#frame.specs.get(column)
    if (at === undefined || !spec) return ABSENT
    const own = this.#row.values[at] ?? null
    const top = isBlank(own) ? this.#frame.tops.get(at)?.get(this.#row.index) : undefined
    if (isDoubtful(top ?? this.#row, at, spec))
      return { state: 'unreadable', text: textOf((top ?? this.#row).values[at]) }
    if (!top) return cellField(own, spec)
    // A figure of a merged block is one figure: it belongs to the first row, or a sum would count it once a row.
    return spec.type === 'number' ? BLANK : cellField(top.values[at] ?? null, spec)
  }

  place(column?: string): Place {
    const { at, key, file, table, tops } = this.#frame
    const wanted = column === undefined ? undefined : at.get(column)
    const place = wanted ?? at.get(key[0] ?? '') ?? at.values().next().value ?? 0
    const row = isBlank(this.#row.values[place]) ? (tops.get(place)?.get(this.#row.index) ?? this.#row) : this.#row
    return cellPlace(file, table, row.index, place, textOf(row.values[place]))
  }
}

export const isBlank = (value: Value | undefined): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

const isSaid = ({ state, text }: Field): boolean =>
  text !== '' && state !== 'blank' && state !== 'none' && state !== 'absent'

/** On test scans no day, figure or flag that was read more surely than this was wrong; a text is not another for one sign. */
const [SURE, SURE_TEXT] = [0.95, 0.9]

/** Whether a cell was recognised from an image, and not well enough to hold anybody to it. */
const isDoubtful = ({ certainties }: Row, at: number, { type }: ColumnSpec): boolean =>
  (certainties?.[at] ?? 1) < (type === 'text' ? SURE_TEXT : SURE)

/** Whether something stands in a cell, read or not. */
export const isWritten = ({ values, certainties }: Row, at: number): boolean =>
  !isBlank(values[at]) || certainties?.[at] === 0
