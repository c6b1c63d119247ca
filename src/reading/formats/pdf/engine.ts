import { Unreadable } from '../../reader.ts'
import { lettersIn } from '../shared/letters.ts'
import type { Word } from '../tables/page-words.ts'
import type { Rulings } from '../tables/rulings.ts'

/** Lines and words of a page as it is meant to be looked at, in points; heights grow upwards. */
export type Drawn = { readonly rulings: Rulings; readonly words: readonly Word[] }

/** What there is to be seen on a page, its text included: pictures count for more than glyphs, lines and areas. */
export type Ink = 'nothing' | 'marks' | 'pictures'

export type PdfPage = {
  /** One line of the page a line, in reading order as far as the file has one. */
  readonly text: string
  /** Sought only where there is little text. */
  readonly ink: Ink
  /** Whether it shows a picture, a drawing in red or something laid on top that may be a seal. Only PDFium tells. */
  readonly pictured?: true
  /** Absent where no table can be. */
  readonly drawn?: Drawn
  /** What is printed across the page, such as a watermark, and is no part of its lines. */
  readonly across?: readonly string[]
  /**
   * `missing`: the engine may have passed over text. `garbled`: the file does not tell which characters its glyphs are, or
   * tells wrong ones. `laid`: nobody sees the text, which recognition has laid under a picture of the page.
   */
  readonly doubt?: 'missing' | 'garbled' | 'laid'
}

export type PdfDocument = {
  readonly pages: number
  /** Its table of contents did not fit, so that the engine had to guess and may have lost pages, or parts of them. */
  readonly mended: boolean
  /** The information dictionary as the file states it. */
  info(): Promise<unknown>
  /** The names of the files that it carries. */
  attached(): Promise<readonly string[]>
  /** From 1. Rejects where the page cannot be read; the other pages still can. */
  page(number: number): Promise<PdfPage>
  close(): Promise<void>
}

/** Rejects with `Unreadable` where a password is asked for or the bytes are no document. They stay as they are. */
export type PdfEngine = (bytes: Uint8Array) => Promise<PdfDocument>

/** Below so many letters and figures a page may be a picture with a printed page number. */
const FEW = 30

/** So many letters are a text, whatever else stands between them. */
const AMPLE = 200

/** Ordinary letters are counted first, and only until there are enough: asking of every sign costs a tenth of its reading. */
function hasLetters(text: string, wanted: number): boolean {
  let found = 0
  for (let at = 0; at < text.length && found < wanted; at++) if (isOrdinary(text.charCodeAt(at))) found++
  return found >= wanted || lettersIn(text) >= wanted
}

const isOrdinary = (sign: number): boolean =>
  (sign >= 0x4e00 && sign <= 0x9fff) || (sign >= 48 && sign <= 57) || (sign >= 97 && sign <= 122)

export const isScant = (text: string): boolean => !hasLetters(text, FEW)

/** A font without a character map gives private-use signs and boxes instead of letters. */
export const isGarbled = (text: string): boolean => !hasLetters(text, AMPLE) && lettersIn(text) * 2 < visibleIn(text)

export const visibleIn = (text: string): number => text.match(/\S/gu)?.length ?? 0

/** Whether what the page shows is not in its text: a blank page is read, a picture with a printed page number is not. */
export function isUnread({ text, ink, doubt }: PdfPage): boolean {
  if (doubt === 'garbled' || isGarbled(text)) return true
  return isScant(text) && (ink === 'pictures' || (ink === 'marks' && !hasLetters(text, 1)))
}

/** What was written into a form stands where its field is, whose corners are given; and behind the page's own text. */
export function filledAt(text: string, [x1, y1, x2, y2]: readonly [number, number, number, number]): Word {
  const [low, high] = [Math.min(y1, y2), Math.max(y1, y2)]
  const height = Math.min(12, high - low)
  return { text, x: Math.min(x1, x2), y: (low + high) / 2 - height * 0.3, width: Math.abs(x1 - x2), height }
}

export const withFilled = (text: string, filled: readonly Word[]): string =>
  [text, ...filled.map((word) => word.text)].join('\n')

/** So light that other text is meant to be read over it: four fifths of white. */
export const isFaint = (r: number, g: number, b: number): boolean => r * 0.3 + g * 0.59 + b * 0.11 > 200

export const encrypted = (cause: unknown): Unreadable =>
  new Unreadable('encrypted', '文件加了密码，无法读取：请去掉打开密码后重新放入', { cause })

export const damaged = (cause: unknown): Unreadable =>
  new Unreadable('damaged', '文件已损坏或不完整，无法打开：请重新导出或重新扫描后放入', { cause })
