import type { Evidence, Passage, SeenSeal } from '../core/evidence.ts'
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
 * Units scan all papers of an indicator into one PDF. The documents that begin on a later page of it, each with its own
 * pages; the first one is the file itself. A page begins a document where its head has a number of its own, or where it
 * has a title and the page before it ended with a signature or a date. An annex, and the text that a notice issues, stay
 * with the paper they belong to. The path of a part is its file's with the pages behind a `#`.
 */
export function partsOf(evidence: Evidence): Evidence[] {
  const pages = pagesOf(evidence)
  if (pages.length < 2) return []
  const starts: { readonly page: number; readonly title: string }[] = []
  const heads = [titleIn(linesOf({ path: '', passages: evidence.passages.slice(0, 80) }))]
  for (const [at, page] of pages.entries()) {
    if (at === 0 || starts.length >= MOST) continue
    const title = beginning(page, pages[at - 1]!, heads)
    if (title === undefined) continue
    starts.push({ page: page.number, title })
    heads.push(title)
  }
  return starts.map(({ page }, at) => between(evidence, page, (starts[at + 1]?.page ?? Number.POSITIVE_INFINITY) - 1))
}

type Page = { readonly number: number; readonly passages: Passage[] }

/** The pages that say something, in their order; none where the format has no pages. */
function pagesOf({ passages }: Evidence): Page[] {
  const pages: Page[] = []
  for (const passage of passages) {
    const { page } = passage.at
    if (page === undefined) return []
    const last = pages.at(-1)
    if (last?.number === page) last.passages.push(passage)
    else pages.push({ number: page, passages: [passage] })
  }
  // Endnotes and margins may come after the last page; then nobody can tell where a document ends.
  return pages.every(({ number }, at) => at === 0 || number > pages[at - 1]!.number) ? pages : []
}

/** The title of the document that begins on this page; undefined where none does. */
function beginning(page: Page, before: Page, heads: readonly (string | undefined)[]): string | undefined {
  const lines = linesOf({ path: '', passages: page.passages })
  const top = lines.slice(0, TOP)
  if (top.length === 0 || ANNEX.test(top[0]!.text)) return undefined
  const title = titleIn(lines)
  if (title === undefined || heads.some((head) => head?.includes(title))) return undefined
  return isNumbered(lines) || hasEnded(before) ? title : undefined
}

const ANNEX = /^(?:附件|附表|附录|附:)/

function titleIn(lines: readonly Line[]): string | undefined {
  const found = titleOf(lines)
  if (!found || found.certainty === 'weak') return undefined
  const at = lines.slice(0, TOP).findIndex((line) => found.at.quote !== undefined && isQuoted(line, found.at.quote))
  return at < 0 ? undefined : found.value
}

const isQuoted = ({ text }: Line, quote: string): boolean => text.startsWith(quote.replace(/…$/, '').slice(0, 40))

/** A letterhead's number stands in the head; the same number on every page is a running header. */
const isNumbered = (lines: readonly Line[]): boolean => {
  const { own } = numbersOf(lines.slice(0, TOP))
  return own !== null && own.certainty !== 'weak'
}

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
  const isIn = (page: number | undefined) => page !== undefined && page >= from && page <= to
  const last = Math.min(to, evidence.pages)
  return {
    ...evidence,
    path: `${evidence.path}#${from}-${last}`,
    pages: last - from + 1,
    pagesRead: Math.min(evidence.pagesRead, last - from + 1),
    passages: evidence.passages.filter(({ at }) => isIn(at.page)),
    tables: evidence.tables.filter(({ page }) => isIn(page)),
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
