import type { Embedded } from '../../sight/ocr/embedded.ts'
import { bmpOfBitmap, isPageSized } from '../containers/metafiles.ts'

/** Half of it are bytes, and nothing beyond it is kept. */
const MOST_DIGITS = 256 * 1024 * 1024

const TWIPS_A_MM = 1440 / 25.4

/** What stands in groups of `\pict`: digits or bytes of a picture, and what it is. */
export class RtfPictures {
  readonly found: Embedded[] = []

  #pieces: (string | Buffer)[] = []
  #kept = 0
  #bitmap = false
  #said = new Map<string, number>()

  word(word: string, number: number): void {
    if (word === 'dibitmap') this.#bitmap = true
    else if (SIZES.has(word)) this.#said.set(word, number)
  }

  digits(text: string): void {
    if (this.#mayKeep(text.length)) this.#pieces.push(text)
  }

  bytes(bytes: Buffer): void {
    if (this.#mayKeep(bytes.length * 2)) this.#pieces.push(bytes)
  }

  end(): void {
    const bytes = Buffer.concat(
      this.#runs().map((run) => (typeof run === 'string' ? Buffer.from(run.replace(/[^0-9a-f]+/gi, ''), 'hex') : run)),
    )
    const large = isPageSized(this.#shown('picwgoal', 'picscalex'), this.#shown('pichgoal', 'picscaley'))
    if (bytes.length > 0) this.found.push({ bytes: this.#bitmap ? bmpOfBitmap(bytes) : bytes, page: 0, large })
    this.#pieces = []
    this.#bitmap = false
    this.#said.clear()
  }

  /** Lines of digits belong together: one may end in the middle of a byte. */
  #runs(): (string | Buffer)[] {
    return this.#pieces.every((piece) => typeof piece === 'string') ? [this.#pieces.join('')] : this.#pieces
  }

  #mayKeep(digits: number): boolean {
    this.#kept += digits
    return this.#kept <= MOST_DIGITS
  }

  /** In millimetres. */
  #shown(goal: string, scale: string): number {
    return ((this.#said.get(goal) ?? 0) / TWIPS_A_MM) * ((this.#said.get(scale) ?? 100) / 100)
  }
}

const SIZES = new Set(['picwgoal', 'pichgoal', 'picscalex', 'picscaley'])
