import { outOfLevel, type Sign } from '../shared/signs.ts'
import { type Matrix, type Operators, pointOn, times } from '../tables/rulings.ts'
import { isFaint } from './engine.ts'

// Numbers of pdf.js's OPS.
const OP = {
  save: 10,
  restore: 11,
  transform: 12,
  beginText: 31,
  charSpacing: 33,
  wordSpacing: 34,
  hScale: 35,
  leading: 36,
  font: 37,
  renderMode: 38,
  rise: 39,
  move: 40,
  leadingMove: 41,
  matrix: 42,
  nextLine: 43,
  show: 44,
  fill: 59,
  form: 74,
  formEnd: 75,
} as const

const SAME: Matrix = [1, 0, 0, 1, 0, 0]

type State = {
  ctm: Matrix
  size: number
  char: number
  word: number
  scale: number
  leading: number
  rise: number
  faint: boolean
}

type Glyph = { readonly unicode: string; readonly width: number; readonly isSpace: boolean }

const isGlyph = (value: unknown): value is Glyph =>
  typeof value === 'object' &&
  value !== null &&
  'unicode' in value &&
  'width' in value &&
  typeof value.width === 'number'

/** Every sign that pdf.js shows on a page, where it shows it, as if the page lay level. */
export function signsOf({ fnArray, argsArray }: Operators, turn: Matrix): Sign[] {
  const signs: Sign[] = []
  const saved: State[] = []
  let now: State = { ctm: turn, size: 1, char: 0, word: 0, scale: 1, leading: 0, rise: 0, faint: false }
  let [line, text]: [Matrix, Matrix] = [SAME, SAME]

  const move = (x: number, y: number) => {
    line = times(line, [1, 0, 0, 1, x, y])
    text = line
  }
  const show = (glyphs: readonly unknown[]) => {
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        text = times(text, [1, 0, 0, 1, (-glyph * now.size * now.scale) / 1000, 0])
      } else if (isGlyph(glyph)) {
        const width = (glyph.width * now.size) / 1000
        const sign = signAt(times(now.ctm, text), glyph.unicode, width * now.scale, now)
        if (sign) signs.push(sign)
        const spacing = now.char + (glyph.isSpace ? now.word : 0)
        text = times(text, [1, 0, 0, 1, (width + spacing) * now.scale, 0])
      }
    }
  }
  for (const [i, operator] of fnArray.entries()) {
    const given = argsArray[i] ?? []
    const number = (at: number) => Number(given[at]) || 0
    if (operator === OP.save) saved.push({ ...now })
    else if (operator === OP.restore || operator === OP.formEnd) now = saved.pop() ?? now
    else if (operator === OP.transform) now = { ...now, ctm: times(now.ctm, given) }
    else if (operator === OP.form) {
      saved.push({ ...now })
      now = { ...now, ctm: times(now.ctm, given[0]) }
    } else if (operator === OP.beginText) [line, text] = [SAME, SAME]
    else if (operator === OP.charSpacing) now = { ...now, char: number(0) }
    else if (operator === OP.wordSpacing) now = { ...now, word: number(0) }
    else if (operator === OP.hScale) now = { ...now, scale: number(0) || 1 }
    else if (operator === OP.leading) now = { ...now, leading: -number(0) }
    else if (operator === OP.rise) now = { ...now, rise: number(0) }
    else if (operator === OP.font) now = { ...now, size: number(1) }
    else if (operator === OP.fill) now = { ...now, faint: isFaint(...colourOf(given)) }
    else if (operator === OP.move) move(number(0), number(1))
    else if (operator === OP.leadingMove) {
      now = { ...now, leading: number(1) }
      move(number(0), number(1))
    } else if (operator === OP.nextLine) move(0, now.leading)
    else if (operator === OP.matrix) {
      line = times(SAME, Array.isArray(given[0]) || given[0] instanceof Float32Array ? given[0] : given)
      text = line
    } else if (operator === OP.show && Array.isArray(given[0])) show(given[0])
  }
  return signs
}

/** `#rrggbb`, or three numbers up to 255. */
function colourOf(given: readonly unknown[]): [number, number, number] {
  const [first] = given
  if (typeof first !== 'string') return [Number(given[0]) || 0, Number(given[1]) || 0, Number(given[2]) || 0]
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(first.slice(at, at + 2), 16))
  return [r, g, b]
}

function signAt(matrix: Matrix, text: string, width: number, { size, rise, faint }: State): Sign | undefined {
  if (text.trim() === '') return undefined
  const [x, y] = pointOn(matrix, 0, rise)
  const [a, b, c, d] = matrix
  const along = Math.hypot(a, b)
  return {
    text,
    x,
    y: -y,
    width: along * Math.abs(width),
    height: Math.abs(size) * Math.hypot(c, d) || 1,
    turn: outOfLevel((Math.atan2(b, a) * 180) / Math.PI),
    faint,
  }
}
