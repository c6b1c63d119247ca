import type { Word } from '../page-words.ts'
import { type Matrix, pointOn } from '../rulings.ts'
import type { Pdfium } from './pdfium-module.ts'

/** The text of a page as PDFium orders it; `unmapped` signs among them are glyphs of which the file tells no character. */
export type PdfiumText = { readonly text: string; readonly unmapped: number }

// PDFium's sign for a hyphen at the end of a line, behind which it drops the line's end.
const HYPHEN = 2
const BATCH = 4096

/** Sign by sign: `FPDFText_GetText` leaves out what does not fit into 16 bits, such as rare characters of names. */
export function textOn(m: Pdfium, text: number): PdfiumText {
  const count = m._FPDFText_CountChars(text)
  const parts: string[] = []
  let signs: number[] = []
  let unmapped = 0
  for (let at = 0; at < count; at++) {
    const sign = m._FPDFText_GetUnicode(text, at)
    if (sign === HYPHEN && m._FPDFText_IsHyphen(text, at) === 1) signs.push(45, 10)
    else signs.push(sign >= 0 && sign <= 0x10ffff ? sign : 0xfffd)
    if (m._FPDFText_HasUnicodeMapError(text, at) === 1) unmapped++
    if (signs.length < BATCH) continue
    parts.push(String.fromCodePoint(...signs))
    signs = []
  }
  return { text: parts.join('') + String.fromCodePoint(...signs), unmapped }
}

/** Every sign of a page by itself, where it stands. `room` is memory of PDFium for 64 bytes. */
export function wordsOn(m: Pdfium, text: number, turn: Matrix, room: number): Word[] {
  const [float, double] = [room / 4, room / 8]
  const words: Word[] = []
  const count = m._FPDFText_CountChars(text)
  for (let at = 0; at < count; at++) {
    const sign = m._FPDFText_GetUnicode(text, at)
    if (sign <= 32 || sign > 0x10ffff || m._FPDFText_IsGenerated(text, at) === 1) continue
    if (!m._FPDFText_GetLooseCharBox(text, at, room) || !m._FPDFText_GetCharOrigin(text, at, room + 16, room + 24))
      continue
    const [left = 0, top = 0, right = 0, bottom = 0] = m.HEAPF32.subarray(float, float + 4)
    const [x, y] = pointOn(turn, m.HEAPF64[double + 2]!, m.HEAPF64[double + 3]!)
    const [a, b] = [pointOn(turn, left, bottom), pointOn(turn, right, top)]
    const height = heightOf(m, text, at, room + 32)
    words.push({ text: String.fromCodePoint(sign), x, y, width: Math.abs(a[0] - b[0]), height })
  }
  return words
}

function heightOf(m: Pdfium, text: number, at: number, room: number): number {
  const size = m._FPDFText_GetFontSize(text, at)
  if (!m._FPDFText_GetMatrix(text, at, room)) return size
  const [, , c = 0, d = 0] = m.HEAPF32.subarray(room / 4, room / 4 + 4)
  return size * Math.hypot(c, d) || size || 1
}
