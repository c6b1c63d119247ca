import type { Word } from '../tables/page-words.ts'
import { type Matrix, pointOn } from '../tables/rulings.ts'
import { inMemory, type Pdfium, utf16 } from './pdfium-module.ts'

/** The text of a page as PDFium orders it; `unmapped` is the share of glyphs of which the file tells no character. */
export type PdfiumText = { readonly text: string; readonly unmapped: number }

// To ask about every sign would cost a tenth of the page.
const SAMPLED = 7

export function textOn(m: Pdfium, layer: number): PdfiumText {
  const count = m.run.FPDFText_CountChars(layer)
  let unmapped = 0
  for (let at = 0; at < count; at += SAMPLED) unmapped += m.run.FPDFText_HasUnicodeMapError(layer, at)
  const text = wholeText(m, layer, count) ?? signBySign(m, layer, count)
  return { text, unmapped: count === 0 ? 0 : unmapped / Math.ceil(count / SAMPLED) }
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

/** Every sign of a page by itself, where it stands. `room` is memory of PDFium for 64 bytes. */
export function wordsOn(m: Pdfium, text: number, turn: Matrix, room: number): Word[] {
  const [float, double] = [room / 4, room / 8]
  const words: Word[] = []
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
    words.push({ text: String.fromCodePoint(sign), x, y, width: Math.abs(a[0] - b[0]), height })
  }
  return words
}

function heightOf(m: Pdfium, text: number, at: number, room: number): number {
  const size = m.run.FPDFText_GetFontSize(text, at)
  if (!m.run.FPDFText_GetMatrix(text, at, room)) return size
  const [, , c = 0, d = 0] = m.heap.HEAPF32.subarray(room / 4, room / 4 + 4)
  return size * Math.hypot(c, d) || size || 1
}
