/** Which signs of a text are part of something that was found. Comparing every find with every other would be quadratic. */
export class Taken {
  readonly #signs: Uint8Array

  constructor(length: number) {
    this.#signs = new Uint8Array(length)
  }

  /** Takes a stretch; false, and takes nothing, where a part of it is taken. */
  take(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.#signs[at] === 1) return false
    this.#signs.fill(1, start, end)
    return true
  }
}
