import type { Evidence } from '../core/evidence.ts'
import type { Document } from '../core/package.ts'
import { clipped, plain } from '../language/text.ts'
import { oneOf } from '../language/words.ts'
import { spelled } from './wording.ts'

/** A name under which a document goes: its recognised title, else its first lines, and its file's name. */
export type Name = {
  readonly by: 'title' | 'heading' | 'file'
  /** As shown to people. */
  readonly text: string
  readonly bare: string
}

const HEADING_LINES = 6
const LONGEST_HEADING = 60

export function namesOf({ evidence, facts, partOf, kept }: Document): Name[] {
  // A file's name speaks for all that is bound into it, or for the first.
  if (partOf !== undefined) return facts.title ? [named('title', facts.title.value)] : []
  const stem = stemOf(evidence.path)
  const file: Name = { by: 'file', text: stem, bare: spelled(stem) }
  if (facts.title) return [named('title', facts.title.value), file]
  const headings = kept?.headings ?? headingsIn(evidence)
  return [...headings.map((text) => named('heading', text)), file]
}

export function headingsIn({ passages }: Pick<Evidence, 'passages'>): string[] {
  const lines = passages.slice(0, HEADING_LINES * 2).map(({ text }) => text.trim())
  return lines.filter((text) => text && text.length <= LONGEST_HEADING).slice(0, HEADING_LINES)
}

const named = (by: Name['by'], text: string): Name => ({
  by,
  text: clipped(text, 80),
  bare: spelled(clipped(text, 200)),
})

const SERIAL = new RegExp(
  `^\\s*(?:[([【]\\s*\\d{1,3}\\s*[)\\]】]|${oneOf('naming', 'thirdLevel')}?${oneOf('naming', 'indicators')}\\s*\\d{1,3}|\\d{1,3}(?=\\s*[-—–_.、,\\s]))[-—–_.、,\\s]*`,
  'u',
)
const DAY =
  /(?:19|20)\d{2}(?:年\d{1,2}月(?:\d{1,2}日)?|[-._/]\d{1,2}[-._/]\d{1,2}|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)/gu
// Only the number itself: what stands before it may be the title (意见书〔2021〕3号).
const NUMBER = /[〔[【(]\s*(?:19|20)\d{2}\s*[〕\]】)]\s*(?:第)?\s*\d{1,5}\s*号?/gu
const COPY = new RegExp(
  `(?:[-\\s]*${oneOf('naming', 'duplicates')}|[-\\s]*copy)?\\s*\\(\\d{1,2}\\)\\s*$|[-\\s]*${oneOf('naming', 'duplicates')}\\s*(?:\\(\\d{1,2}\\))?\\s*$|^${oneOf('naming', 'duplicateStarts')}\\s*`,
  'giu',
)

/** The file's name without extension, serials, days, document numbers and marks of copies. */
export function stemOf(path: string): string {
  const name = plain(path.split('/').at(-1)!)
  const stem = name.replace(/(?<=.)\.[a-z0-9]{1,5}$/i, '').slice(0, 200)
  const parts = [SERIAL, SERIAL, NUMBER, DAY, COPY].reduce((text, pattern) => text.replace(pattern, ' '), stem)
  return parts.replace(/^[\s\-—–_.、,]+|[\s\-—–_.、,]+$/gu, '').trim() || stem
}
