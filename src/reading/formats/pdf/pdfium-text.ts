import { outOfLevel, type Sign } from '../shared/signs.ts'
import type { Word } from '../tables/page-words.ts'
import { type Matrix, pointOn } from '../tables/rulings.ts'
import { isFaint } from './engine.ts'
import { inMemory, type Pdfium, utf16 } from './pdfium-module.ts'

/**
 * The text of a page as PDFium orders it; `unmapped` is the share of glyphs of which the file tells no character. `layered`:
 * some of it is slanted or faint, so that it may be no part of the page's lines.
 */
export type PdfiumText = { readonly text: string; readonly unmapped: number; readonly layered: boolean }

// To ask about every sign would cost a tenth of the page.
const SAMPLED = 7

export function textOn(m: Pdfium, layer: number, room: number): PdfiumText {
  const count = m.run.FPDFText_CountChars(layer)
  let unmapped = 0
  let layered = false
  for (let at = 0; at < count; at += SAMPLED) {
    unmapped += m.run.FPDFText_HasUnicodeMapError(layer, at)
    layered ||= turnOf(m, layer, at) > 0 || isPale(m, layer, at, room)
  }
  const text = wholeText(m, layer, count) ?? signBySign(m, layer, count)
  return { text, unmapped: count === 0 ? 0 : unmapped / Math.ceil(count / SAMPLED), layered }
}

/**
 * All at once. PDFium leaves out what does not fit into 16 bits, such as rare characters of names, and puts U+FFFE for a
 * hyphen behind which it has dropped the line's end: then undefined.
 */
function wholeText(m: Pdfium, layer: number, count: number): string | undefined {
  return inMemory(m, (count + 1) * 2, (at) => {
    if (m.run.FPDFText_GetText(layer, 0, count, at) !== count + 1) return undefined
    const text = utf16(m, at, count * 2)
    return text.includes('\ufffe') ? undefined : text
  })
}

// What FPDFText_GetUnicode answers for such a hyphen.
const HYPHEN = 2
const BATCH = 4096

function signBySign(m: Pdfium, layer: number, count: number): string {
  const parts: string[] = []
  let signs: number[] = []
  for (let at = 0; at < count; at++) {
    const sign = m.run.FPDFText_GetUnicode(layer, at)
    if (sign === HYPHEN && m.run.FPDFText_IsHyphen(layer, at) === 1) signs.push(45, 10)
    else signs.push(sign >= 0 && sign <= 0x10ffff ? sign : 0xfffd)
    if (signs.length < BATCH) continue
    parts.push(String.fromCodePoint(...signs))
    signs = []
  }
  return parts.join('') + String.fromCodePoint(...signs)
}

const turnOf = (m: Pdfium, text: number, at: number): number =>
  outOfLevel((m.run.FPDFText_GetCharAngle(text, at) * 180) / Math.PI)

function isPale(m: Pdfium, text: number, at: number, room: number): boolean {
  if (!m.run.FPDFText_GetFillColor(text, at, room, room + 4, room + 8, room + 12)) return false
  const [r = 0, g = 0, b = 0] = m.heap.HEAP32.subarray(room / 4, room / 4 + 3)
  return isFaint(r, g, b)
}

/** Every sign of a page, with how it is printed; heights grow downwards. */
export const signsOn = (m: Pdfium, text: number, turn: Matrix, room: number): Sign[] =>
  placesOn(m, text, turn, room).map(({ at, word }) => ({
    ...word,
    y: -word.y,
    turn: turnOf(m, text, at),
    faint: isPale(m, text, at, room),
  }))

/** Every sign of a page by itself, where it stands. `room` is memory of PDFium for 64 bytes. */
export const wordsOn = (m: Pdfium, text: number, turn: Matrix, room: number): Word[] =>
  placesOn(m, text, turn, room).map(({ word }) => word)

/** `at` is the sign's number on the page. */
function placesOn(m: Pdfium, text: number, turn: Matrix, room: number): { readonly at: number; readonly word: Word }[] {
  const [float, double] = [room / 4, room / 8]
  const words: { at: number; word: Word }[] = []
  const count = m.run.FPDFText_CountChars(text)
  for (let at = 0; at < count; at++) {
    const sign = m.run.FPDFText_GetUnicode(text, at)
    if (sign <= 32 || sign > 0x10ffff || m.run.FPDFText_IsGenerated(text, at) === 1) continue
    if (
      !m.run.FPDFText_GetLooseCharBox(text, at, room) ||
      !m.run.FPDFText_GetCharOrigin(text, at, room + 16, room + 24)
    )
      continue
    const [left = 0, top = 0, right = 0, bottom = 0] = m.heap.HEAPF32.subarray(float, float + 4)
    const [x, y] = pointOn(turn, m.heap.HEAPF64[double + 2]!, m.heap.HEAPF64[double + 3]!)
    const [a, b] = [pointOn(turn, left, bottom), pointOn(turn, right, top)]
    const height = heightOf(m, text, at, room + 32)
    words.push({ at, word: { text: String.fromCodePoint(sign), x, y, width: Math.abs(a[0] - b[0]), height } })
  }
  return words
}

function heightOf(m: Pdfium, text: number, at: number, room: number): number {
  const size = m.run.FPDFText_GetFontSize(text, at)
  if (!m.run.FPDFText_GetMatrix(text, at, room)) return size
  const [, , c = 0, d = 0] = m.heap.HEAPF32.subarray(room / 4, room / 4 + 4)
  return size * Math.hypot(c, d) || size || 1
}
