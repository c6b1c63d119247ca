/**
 * Counts the stretches between page breaks, in files whose pages are made by the programme that shows them. Spread `mark`
 * into what a reader says there.
 */
export class Leaves {
  #leaf = 1
  #waits = false

  get mark(): { readonly leaf?: number } {
    return this.#leaf > 1 ? { leaf: this.#leaf } : {}
  }

  turn(): void {
    this.#leaf++
    this.#waits = false
  }

  /** The page ends inside a paragraph or a table: what comes after it stands on the next. */
  turnAfter(): void {
    this.#waits = true
  }

  settle(): void {
    if (this.#waits) this.turn()
  }
}
