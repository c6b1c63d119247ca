import { isSymbolFont, shownIn } from '../shared/symbols.ts'
import { CHARSETS, CODEPAGES } from './words.ts'

/** The fonts that an RTF file lists by number: how the bytes under each are to be read, and what its signs show. */
export class RtfFonts {
  #encodings = new Map<string, string>()
  #names = new Map<string, string>()
  #defined = ''
  #encoding = 'gb18030'

  define(word: string, number: number | undefined): void {
    if (word === 'f') this.#defined = String(number)
    if (word === 'fcharset') this.#encodings.set(this.#defined, CHARSETS.get(String(number)) ?? '')
  }

  /** The name ends at a semicolon. */
  name(text: string): void {
    const name = (this.#names.get(this.#defined) ?? '') + text
    if (name.length <= 100) this.#names.set(this.#defined, name.replace(/;.*$/s, '').trimStart())
  }

  /** Of the whole file. */
  codepage(number: number | undefined): void {
    this.#encoding = CODEPAGES.get(String(number)) ?? 'windows-1252'
  }

  decoded(bytes: readonly number[], under: string): string {
    const font = this.#encodings.get(under)
    // A Chinese programme seldom bothers to leave the Latin font before it writes Chinese.
    const drawn = bytes.length === 1 && isSymbolFont(this.#names.get(under) ?? '')
    const encoding = drawn ? 'latin1' : font && font !== 'windows-1252' ? font : this.#encoding
    return new TextDecoder(encoding).decode(Uint8Array.from(bytes))
  }

  shown(text: string, under: string): string {
    return shownIn(this.#names.get(under) ?? '', text)
  }
}
