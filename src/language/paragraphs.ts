import type { Evidence, Passage } from '../core/evidence.ts'
import { placeOf } from '../core/evidence.ts'
import type { Place } from '../core/place.ts'
import { plain } from './text.ts'

/** A paragraph as one text, whichever way the file breaks its lines; `at` is where it begins. */
export type Paragraph = {
  readonly text: string
  /** As the file spells it: folding would make six signs of ……. */
  readonly raw: string
  readonly at: Place
  readonly certain: boolean
}

const known = new WeakMap<Evidence, readonly Paragraph[]>()

/** Read once for each file: many rules search the same text. */
export function paragraphsOf(evidence: Evidence): readonly Paragraph[] {
  const found = known.get(evidence) ?? composed(evidence)
  known.set(evidence, found)
  return found
}

const PAGE_NUMBER = /^[-—–―\s·]*(?:第\s*)?\d{1,4}\s*(?:页)?[-—–―\s·]*$/
const INDENT = 4
const ENDS = /[。!?;:.]["”』」)]*$/

/** Not kept. A page breaks its lines where it must; only a full line runs on into the next one. */
export function composed(evidence: Evidence): Paragraph[] {
  const lines = evidence.passages.filter(({ text }) => text.trim() !== '')
  if (!lines.some(({ at }) => at.page !== undefined)) return lines.map((line) => paragraphOf(evidence, [line]))

  const body = lines.filter(({ text }) => !PAGE_NUMBER.test(text))
  const widths = body.map(({ text }) => widthOf(text))
  const widest = widths.reduce((width, own) => Math.max(width, own), 0)
  const paragraphs: Passage[][] = []
  let runsOn = false
  for (const [index, line] of body.entries()) {
    const last = paragraphs.at(-1)
    // A paragraph's first line is indented, and what reads the page leaves the blanks out.
    const indent: number = last && runsOn ? 0 : INDENT
    if (last && runsOn) last.push(line)
    else paragraphs.push([line])
    runsOn = widths[index]! + indent >= widest * 0.8 && !ENDS.test(plain(line.text).trim())
  }
  return paragraphs.map((some) => paragraphOf(evidence, some))
}

function widthOf(text: string): number {
  const line = text.trim()
  let width = 0
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    // The second half of a sign beyond the first plane.
    if (code >= 0xdc00 && code <= 0xdfff) continue
    width += code > 0x2e7f ? 2 : 1
  }
  return width
}

function paragraphOf(evidence: Evidence, lines: readonly Passage[]): Paragraph {
  const first = lines[0]!
  const raw = lines.map(({ text }) => text.trim()).join('')
  return {
    text: plain(raw),
    raw,
    at: placeOf(evidence, first),
    certain: lines.every(({ certainty }) => certainty === undefined || certainty === 1),
  }
}

/** Sentences without their stops; a heading is a sentence too. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/[。!?;\n]+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

const NUMBERING =
  /^(?:第[一二三四五六七八九十百\d]{1,4}[章节条部分项]{1,2}|\(?[一二三四五六七八九十]{1,3}[)、.]|\(?\d{1,3}[)、.]|[一二三四五六]是|其[一二三四五])\s*/

/** A sentence or heading without its number. The text is folded: ① is a plain 1 already. */
export function unnumbered(sentence: string): string {
  let rest = sentence.trimStart()
  for (let times = 0; times < 3 && NUMBERING.test(rest); times++) rest = rest.replace(NUMBERING, '')
  return rest
}

export const isHeading = (paragraph: string): boolean =>
  [...paragraph].length <= 30 && !/[。!?;,]$/.test(paragraph.trim())

const COUNTED = /\p{Script=Han}|\p{Nd}+(?:[.,．，]\p{Nd}+)*|[\p{L}\p{M}]+|\p{N}|[\p{P}\p{S}]/gu
const HAN_OR_WORD = /(?=\p{Script=Han})/u

/** Han signs and punctuation count one each, a run of digits or of letters one; spaces count nothing. */
export function charactersIn(text: string): number {
  let count = 0
  // A run of letters must not swallow the Han signs in it: they are letters to Unicode too.
  for (const piece of text.split(HAN_OR_WORD)) count += piece.match(COUNTED)?.length ?? 0
  return count
}
