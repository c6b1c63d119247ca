import type { XmlSink } from '../containers/xml.ts'
import { outOfLevel, type Sign } from '../shared/signs.ts'
import { type Matrix, pointOn, times } from '../tables/rulings.ts'

/** Text as one object draws it, every sign by itself. Lengths are millimetres, heights grow downwards. */
export type OfdText = { readonly text: string; readonly signs: readonly Sign[] }

/** A picture, or a group of objects, and how it comes to lie on the page. `area` in square millimetres. */
export type OfdThing = { readonly id: string; readonly matrix: Matrix; readonly area: number }

type TextObject = {
  readonly size: number
  readonly matrix: Matrix
  faint: boolean
}
type TextCode = {
  readonly x: number
  readonly y: number
  readonly across: readonly number[]
  readonly down: readonly number[]
}

const SAME: Matrix = [1, 0, 0, 1, 0, 0]

/** Gathers the texts of an OFD page, or of a group of objects, and what else is drawn on it. */
export class OfdPage implements XmlSink {
  readonly texts: OfdText[] = []
  /** Templates that the page lies upon: letterheads and the like. */
  readonly templates: string[] = []
  readonly resources: string[] = []
  readonly images: OfdThing[] = []
  readonly groups: OfdThing[] = []
  paths = 0
  /** What the page states of its own size, in square millimetres. */
  area = 0

  // A note's words are placed within it.
  #within: Matrix = SAME
  #unseen = false
  #object: TextObject | undefined
  #code: TextCode | undefined
  #text = ''
  #list = ''

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    this.#list = tag === 'PageRes' || tag === 'PhysicalBox' ? tag : ''
    if (this.#list !== '') this.#text = ''
    if (tag === 'Template') this.templates.push(attributes.get('TemplateID') ?? '')
    else if (tag === 'ImageObject') this.images.push(this.#thing(attributes))
    else if (tag === 'CompositeObject') this.groups.push(this.#thing(attributes))
    else if (tag === 'PathObject') this.paths++
    else if (tag === 'Annot')
      this.#unseen = attributes.get('Type') === 'Watermark' || attributes.get('Visible') === 'false'
    else if (tag === 'Appearance') {
      const [x = 0, y = 0] = numbers(attributes.get('Boundary') ?? '')
      this.#within = [1, 0, 0, 1, x, y]
    } else if (tag === 'TextObject' && !this.#unseen) this.#object = this.#textObject(attributes)
    else if (tag === 'FillColor' && this.#object) {
      const [r = 0, g = 0, b = 0] = numbers(attributes.get('Value') ?? '')
      this.#object.faint ||= r * 0.3 + g * 0.59 + b * 0.11 > FAINT
    } else if (tag === 'TextCode') {
      const [x, y] = [numberIn(attributes, 'X', 0), numberIn(attributes, 'Y', 0)]
      this.#code = { x, y, across: stepsOf(attributes.get('DeltaX')), down: stepsOf(attributes.get('DeltaY')) }
      this.#text = ''
    }
  }

  text(text: string): void {
    if (this.#code || this.#list !== '') this.#text += text
  }

  close(tag: string): void {
    if (tag === 'TextObject') this.#object = undefined
    else if (tag === 'Appearance') this.#within = SAME
    else if (tag === 'Annot') this.#unseen = false
    else if (tag === 'PageRes') this.resources.push(this.#text.trim())
    else if (tag === 'PhysicalBox') {
      const [, , width = 0, height = 0] = numbers(this.#text)
      this.area = width * height
    }
    this.#list = ''
    if (tag !== 'TextCode') return
    if (this.#object && this.#code && this.#text.trim() !== '')
      this.texts.push(textAt(this.#text, this.#object, this.#code))
    this.#code = undefined
  }

  #textObject(attributes: ReadonlyMap<string, string>): TextObject {
    return {
      size: Math.abs(numberIn(attributes, 'Size', 3.7)) || 3.7,
      matrix: this.#placed(attributes),
      faint: numberIn(attributes, 'Alpha', 255) < PALE,
    }
  }

  #thing(attributes: ReadonlyMap<string, string>): OfdThing {
    const [, , width = 0, height = 0] = numbers(attributes.get('Boundary') ?? '')
    return { id: attributes.get('ResourceID') ?? '', matrix: this.#placed(attributes), area: width * height }
  }

  #placed(attributes: ReadonlyMap<string, string>): Matrix {
    const [x = 0, y = 0] = numbers(attributes.get('Boundary') ?? '')
    return times(times(this.#within, [1, 0, 0, 1, x, y]), numbers(attributes.get('CTM') ?? ''))
  }
}

const [FAINT, PALE] = [200, 90]

function numberIn(attributes: ReadonlyMap<string, string>, name: string, otherwise: number): number {
  const value = Number(attributes.get(name) ?? otherwise)
  return Number.isFinite(value) ? value : otherwise
}

const numbers = (text: string): number[] => (text.trim() === '' ? [] : text.trim().split(/\s+/, 7).map(Number))

const widthOf = (sign: string, size: number): number => (sign <= '\u024f' ? 0.5 : 1) * size

function textAt(text: string, { size, matrix, faint }: TextObject, code: TextCode): OfdText {
  const [a, b, c, d] = matrix
  const along = Math.hypot(a, b) || 1
  const height = (Math.hypot(c, d) || 1) * size
  const turn = outOfLevel((Math.atan2(b, a) * 180) / Math.PI)
  let [x, y] = [code.x, code.y]
  const signs = [...text].map((sign, at): Sign => {
    const [left, base] = pointOn(matrix, x, y)
    const own = widthOf(sign, size)
    const step = code.across[at]
    x += step ?? (code.down.length > 0 || code.across.length > 0 ? 0 : own)
    y += code.down[at] ?? 0
    return { text: sign, x: left, y: base, width: along * own, height, turn, faint }
  })
  return { text, signs }
}

/** So many steps at most: a number of a million threes is a trap. */
const MOST_STEPS = 100_000

/** `3 3 4`, or `g 5 3` for five threes: how far each letter lies from the one before. */
function stepsOf(text = ''): number[] {
  const parts = text.trim() === '' ? [] : text.trim().split(/\s+/)
  const steps: number[] = []
  for (let at = 0; at < parts.length && steps.length < MOST_STEPS; at++) {
    if (parts[at] !== 'g') steps.push(Number(parts[at]) || 0)
    else {
      const count = Math.min(MOST_STEPS, Number(parts[at + 1]) || 0)
      for (let n = 0; n < count; n++) steps.push(Number(parts[at + 2]) || 0)
      at += 2
    }
  }
  return steps
}

/** A text moved to where the group lies that it belongs to. */
export function movedText({ text, signs }: OfdText, matrix: Matrix): OfdText {
  const [a, b, c, d] = matrix
  const [along, down] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1]
  const turned = (Math.atan2(b, a) * 180) / Math.PI
  return {
    text,
    signs: signs.map((sign) => {
      const [x, y] = pointOn(matrix, sign.x, sign.y)
      const turn = outOfLevel(sign.turn + turned)
      return { ...sign, x, y, width: sign.width * along, height: sign.height * down, turn }
    }),
  }
}
