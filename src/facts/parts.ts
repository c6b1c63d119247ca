import type { Evidence, Passage, SeenSeal } from '../core/evidence.ts'
import { leaved } from './bound.ts'
import { type Line, linesOf } from './lines.ts'
import { numbersOf } from './own-number.ts'
import { dayAlone, signatureOf } from './signatures.ts'
import { titleOf } from './titles.ts'

/** How many lines of a page tell that a document begins, and how many that one has ended. */
const TOP = 8
const FOOT = 6
/** A bound for files of thousands of pages; no clerk binds more papers into one file. */
const MOST = 200

/**
 * Units bind all papers of an indicator into one file. The documents that begin on a later page of it, each with its own
 * pages; the first one is the file itself. A page begins a document where its head has a number of its own, or where it
 * has a title and the page before it ended with a signature or a date; where a programme makes the pages, a day on a line of
 * its own ends one as well (bound.ts). An annex, and the text that a notice issues, stay
 * with the paper they belong to. The path of a part is its file's with the pages behind a `#`.
 */
export function partsOf(whole: Evidence): Evidence[] {
  const evidence = leaved(whole)
  const starts = startsOf(evidence)
  return starts.map((start, at) => between(evidence, start, (starts[at + 1] ?? Number.POSITIVE_INFINITY) - 1))
}

/** What the first document of a file says: all of it, unless others are bound behind it. */
export function firstOf(whole: Evidence): Pick<Evidence, 'path' | 'passages'> {
  const evidence = leaved(whole)
  const [start] = startsOf(evidence)
  if (start === undefined) return whole
  const pageAt = paging(evidence)
  return { path: evidence.path, passages: evidence.passages.filter((passage) => (pageAt(passage) ?? start) < start) }
}

// An audit asks twice in turn: for what the first document says, and for the others.
let last: { readonly of: Evidence; readonly starts: readonly number[] } | undefined

/** The pages on which documents begin, without the first. */
function startsOf(evidence: Evidence): readonly number[] {
  if (last?.of !== evidence) last = { of: evidence, starts: beginningsIn(evidence) }
  return last.starts
}

function beginningsIn(evidence: Evidence): number[] {
  const pages = pagesOf(evidence)
  if (pages.length < 2) return []
  const starts: number[] = []
  const heads = [headOf(linesOf({ path: '', passages: pages[0]!.passages }))]
  for (const [at, page] of pages.entries()) {
    if (at === 0 || starts.length >= MOST) continue
    const lines = linesOf({ path: '', passages: page.passages })
    if (!begins(lines, pages[at - 1]!, heads)) continue
    starts.push(page.number)
    heads.push(headOf(lines))
  }
  return starts
}

type Page = { readonly number: number; readonly passages: Passage[] }

/** The pages that say something, in their order; none where nobody can tell where one ends. */
function pagesOf(evidence: Evidence): Page[] {
  const pageAt = paging(evidence)
  const pages: Page[] = []
  for (const passage of evidence.passages) {
    const page = pageAt(passage)
    if (page === undefined) continue
    const last = pages.at(-1)
    if (last?.number === page) last.passages.push(passage)
    else pages.push({ number: page, passages: [passage] })
  }
  // Endnotes and margins may come after the last page; then nobody can tell where a document ends.
  return pages.every(({ number }, at) => at === 0 || number > pages[at - 1]!.number) ? pages : []
}

/**
 * Tells a passage's page: its own or, in a file that has no pages but breaks, the stretch between two of them. There the
 * notes and margins that follow the text belong to no page.
 */
function paging({ passages }: Evidence): (passage: Passage) => number | undefined {
  if (passages.every(({ at }) => at.page !== undefined)) return ({ at }) => at.page
  const last = passages.findLastIndex(({ leaf }) => leaf !== undefined)
  if (last < 0 || passages.some(({ at }) => at.page !== undefined)) return () => undefined
  const beyond = new Set(passages.slice(last + 1))
  return (passage) => (beyond.has(passage) ? undefined : (passage.leaf ?? 1))
}

type Head = { readonly title: string | undefined; readonly number: string | undefined }

/** A letterhead's number stands in the head, and so does the title. */
function headOf(lines: readonly Line[]): Head {
  const { own } = numbersOf(lines.slice(0, TOP))
  return { title: titleIn(lines), number: own === null || own.certainty === 'weak' ? undefined : own.value }
}

/** The same number on every page is a running header; a title that an earlier one holds is the text which that issues. */
function begins(lines: readonly Line[], before: Page, heads: readonly Head[]): boolean {
  if (lines.length === 0 || ANNEX.test(lines[0]!.text)) return false
  const { title, number } = headOf(lines)
  if (title === undefined || (number !== undefined && heads.some((head) => head.number === number))) return false
  if (heads.some((head) => head.title !== title && head.title?.includes(title))) return false
  // Ten opinions on ten cases bear one title; so do a cover and what it covers, and a header that runs over all pages.
  const isNew = heads.every((head) => head.title !== title)
  return isNew
    ? number !== undefined || hasEnded(before) || isAddressed(lines)
    : hasEnded(before) && saysSomething(before)
}

/** 关于…的请示 and 镇党委: under it: a letter begins here, however the page before it ended. */
function isAddressed(lines: readonly Line[]): boolean {
  const at = lines.slice(0, TOP).findIndex(({ text }) => /^关于.+的\p{Script=Han}{1,6}$/u.test(text))
  return at >= 0 && /^[\p{Script=Han}、,，()（）〇]{2,40}:$/u.test(lines[at + 1]?.text ?? '')
}

const ANNEX = /^(?:附件|附表|附录|附:)/

function titleIn(lines: readonly Line[]): string | undefined {
  const found = titleOf(lines)
  if (!found || found.certainty === 'weak') return undefined
  const at = lines.slice(0, TOP).findIndex((line) => found.at.quote !== undefined && isQuoted(line, found.at.quote))
  return at < 0 ? undefined : found.value
}

const isQuoted = ({ text }: Line, quote: string): boolean => text.startsWith(quote.replace(/…$/, '').slice(0, 40))

const saysSomething = ({ passages }: Page): boolean => passages.some(({ text }) => text.includes('。'))

/** Signed, dated, or closed with 版记; a page number may follow. */
function hasEnded({ passages }: Page): boolean {
  const lines = linesOf({ path: '', passages }).slice(-FOOT)
  return (
    signatureOf(lines, undefined) !== undefined ||
    lines.some(
      ({ text }) => dayAlone(text) !== undefined || /^(?:抄送:|\(?此页无正文|\(?此件公开发布)|印发$/.test(text),
    )
  )
}

function between(evidence: Evidence, from: number, to: number): Evidence {
  const pageAt = paging(evidence)
  const isIn = (page: number | undefined) => page !== undefined && page >= from && page <= to
  const passages = evidence.passages.filter((passage) => isIn(pageAt(passage)))
  const last = Math.min(to, Math.max(evidence.pages, pageAt(passages.at(-1)!) ?? from))
  const isPaged = passages.every(({ at }) => at.page !== undefined)
  return {
    ...evidence,
    path: `${evidence.path}#${from}-${last}`,
    pages: last - from + 1,
    pagesRead: Math.min(evidence.pagesRead, last - from + 1),
    passages,
    tables: evidence.tables.filter(({ page, leaf = 1 }) => isIn(isPaged ? page : leaf)),
    seals: sealsIn(evidence, isIn),
    signatures: [],
    notes: [],
  }
}

/** That seals were found elsewhere in the file does not mean that anybody looked at these pages: only scans are always looked at. */
function sealsIn(
  { seals, passages }: Evidence,
  isIn: (page: number | undefined) => boolean,
): readonly SeenSeal[] | null {
  const found = seals?.filter(({ page }) => isIn(page)) ?? null
  if (!seals || seals.length === 0 || (found && found.length > 0)) return found
  return passages.every(({ at, certainty }) => !isIn(at.page) || certainty !== undefined) ? [] : null
}
