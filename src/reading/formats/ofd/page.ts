import type { XmlSink } from '../containers/xml.ts'
import type { Word } from '../tables/page-words.ts'

type Matrix = readonly [number, number, number, number, number, number]

type TextObject = { readonly x: number; readonly y: number; readonly size: number; readonly matrix: Matrix }
type TextCode = { readonly x: number; readonly y: number; readonly advance: number | undefined }

const SAME: Matrix = [1, 0, 0, 1, 0, 0]

/** Gathers the words of an OFD page and what else is drawn on it. Lengths are millimetres. */
export class OfdPage implements XmlSink {
  readonly words: Word[] = []
  /** Templates that the page lies upon: letterheads and the like. */
  readonly templates: string[] = []
  images = 0
  paths = 0

  // A note's words are placed within it.
  #within = { x: 0, y: 0 }
  #unseen = false
  #object: TextObject | undefined
  #code: TextCode | undefined
  #text = ''

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    const number = (name: string, otherwise: number) => {
      const value = Number(attributes.get(name) ?? otherwise)
      return Number.isFinite(value) ? value : otherwise
    }
    if (tag === 'Template') this.templates.push(attributes.get('TemplateID') ?? '')
    else if (tag === 'ImageObject') this.images++
    else if (tag === 'PathObject' || tag === 'CompositeObject') this.paths++
    else if (tag === 'Annot')
      this.#unseen = attributes.get('Type') === 'Watermark' || attributes.get('Visible') === 'false'
    else if (tag === 'Appearance') {
      const [x = 0, y = 0] = numbers(attributes.get('Boundary') ?? '')
      this.#within = { x, y }
    } else if (tag === 'TextObject' && !this.#unseen) {
      const [left = 0, top = 0] = numbers(attributes.get('Boundary') ?? '')
      const [x, y] = [left + this.#within.x, top + this.#within.y]
      const matrix = numbers(attributes.get('CTM') ?? '')
      this.#object = { x, y, size: Math.abs(number('Size', 3.7)) || 3.7, matrix: isMatrix(matrix) ? matrix : SAME }
    } else if (tag === 'TextCode') {
      const advance = advanceOf(attributes.get('DeltaX') ?? '')
      this.#code = { x: number('X', 0), y: number('Y', 0), advance }
      this.#text = ''
    }
  }

  text(text: string): void {
    if (this.#code) this.#text += text
  }

  close(tag: string): void {
    if (tag === 'TextObject') this.#object = undefined
    else if (tag === 'Appearance') this.#within = { x: 0, y: 0 }
    else if (tag === 'Annot') this.#unseen = false
    if (tag !== 'TextCode') return
    if (this.#object && this.#code && this.#text.trim() !== '') this.words.push(this.#word(this.#object, this.#code))
    this.#code = undefined
  }

  #word({ x, y, size, matrix: [a, b, c, d, e, f] }: TextObject, code: TextCode): Word {
    const text = this.#text
    const last = text.at(-1) ?? ''
    const width =
      code.advance === undefined ? [...text].reduce((sum, sign) => sum + widthOf(sign, size), 0) : code.advance
    const scale = Math.hypot(a, b) || 1
    return {
      text,
      x: x + a * code.x + c * code.y + e,
      y: y + b * code.x + d * code.y + f,
      width: scale * (code.advance === undefined ? width : width + widthOf(last, size)),
      height: (Math.hypot(c, d) || 1) * size,
    }
  }
}

const isMatrix = (found: readonly number[]): found is Matrix & number[] =>
  found.length === 6 && found.every((value) => Number.isFinite(value))

const numbers = (text: string): number[] => (text.trim() === '' ? [] : text.trim().split(/\s+/, 7).map(Number))

const widthOf = (sign: string, size: number): number => (sign <= '\u024f' ? 0.5 : 1) * size

/** `3 3 4`, or `g 5 3` for five threes: how far each letter lies from the one before. */
function advanceOf(text: string): number | undefined {
  const parts = text.trim().split(/\s+/)
  if (text.trim() === '') return undefined
  let sum = 0
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] !== 'g') sum += Number(parts[i]) || 0
    else {
      sum += (Number(parts[i + 1]) || 0) * (Number(parts[i + 2]) || 0)
      i += 2
    }
  }
  return sum
}
