import { escaped } from '../../xml.ts'

/** The texts of a workbook, each once. */
export class Strings {
  readonly #numbers = new Map<string, number>()
  #uses = 0

  numberOf(text: string): number {
    this.#uses++
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#numbers.size)
    return this.#numbers.size - 1
  }

  /** sharedStrings.xml. */
  get xml(): string {
    const items = [...this.#numbers.keys()].map(
      (text) => `<si><t${SPACED.test(text) ? KEEP : ''}>${escaped(text)}</t></si>`,
    )
    return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.#uses}" uniqueCount="${this.#numbers.size}">${items.join('')}</sst>`
  }
}

const SPACED = /^\s|\s$|\n|\s{2}/
const KEEP = ' xml:space="preserve"'
