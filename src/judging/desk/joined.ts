import type { Field, Ledger, LedgerRow } from '../../core/ledger.ts'
import type { Place } from '../../core/place.ts'

/**
 * One matter that several tables keep: what its own table has no column for, the others say. A register of filings and the
 * page on which the papers stand complete each other; each value keeps its place.
 */
export class JoinedRow implements LedgerRow {
  readonly #own: LedgerRow
  readonly #others: readonly LedgerRow[]

  constructor(own: LedgerRow, others: readonly LedgerRow[]) {
    this.#own = own
    this.#others = others
  }

  get ledger(): Ledger {
    return this.#own.ledger
  }

  get name(): string {
    return this.#own.name
  }

  get key(): string {
    return this.#own.key
  }

  get remark(): string {
    return [this.#own, ...this.#others].flatMap(({ remark }) => remark || []).join('；')
  }

  get aside(): boolean {
    return [this.#own, ...this.#others].some(({ aside }) => aside === true)
  }

  field(column: string): Field {
    return this.#holder(column).field(column)
  }

  place(column?: string): Place {
    return column === undefined ? this.#own.place() : this.#holder(column).place(column)
  }

  /** Whose table has the column. What its own has and leaves blank, it says itself. */
  #holder(column: string): LedgerRow {
    const has = (row: LedgerRow): boolean => row.ledger.columns.includes(column)
    return has(this.#own) ? this.#own : (this.#others.find(has) ?? this.#own)
  }
}
