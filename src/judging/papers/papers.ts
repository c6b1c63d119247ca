import type { Day } from '../../core/day.ts'
import { written } from '../../core/day.ts'
import type { Scope } from '../../core/kind.ts'
import type { Document } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import type { Material } from '../../core/system.ts'
import { clipped } from '../../language/text.ts'
import type { Matched } from '../desk/scope.ts'
import { dayPlace, documentNames, titlePlace } from './absent.ts'
import type { FlawKind, Flaw as OwnFlaw } from './flaws/flaw.ts'

/** What keeps a file from being the document that is asked for, nearest to it first. */
export const FLAWS = [
  'unsure',
  'draft',
  'unsound',
  'not-read',
  'undated',
  'no-seal',
  'no-number',
  'format',
  'late',
  'future',
  'outside',
] as const
export type Flaw = (typeof FLAWS)[number]

/** `sure`: the flaw stands in the file itself and no misreading explains it. */
export type Paper = {
  readonly document: Document
  readonly flaw: Flaw | null
  readonly sure: boolean
  readonly words: string
  readonly place: Place
}

export type Demand = {
  readonly from: Day | null
  readonly to: Day | null
  readonly by: Day | null
  readonly dated: boolean
  /** A photograph shows what it shows: nothing in it has to be read. */
  readonly picture: boolean
  readonly number: boolean
  readonly seal: boolean
  readonly formats: readonly string[]
  /** What is wrong with the file by itself. */
  readonly flaws?: readonly OwnFlaw[]
}

// A day that is missing is asked for only where the demand needs one.
const UNSOUND: ReadonlySet<string> = new Set(['unsigned', 'expired'] satisfies FlawKind[])

export type Window = Pick<Demand, 'from' | 'to' | 'dated' | 'picture'>

/** Process papers fall inside the cycle; a statement may come after it; an institution only has to exist. */
export function demandOf({ nature }: Material, { package: { cycle, asOf } }: Scope): Window {
  if (nature === 'process') return { from: cycle.from, to: cycle.to, dated: true, picture: false }
  if (nature === 'statement') return { from: cycle.from, to: asOf, dated: true, picture: false }
  return { from: null, to: null, dated: false, picture: nature === 'photo' || nature === 'screenshot' }
}

export function paperOf({ document, match }: Matched, demand: Demand, asOf: Day): Paper {
  const { evidence, facts } = document
  const flawed = (flaw: Flaw, words: string, sure = false, place = titlePlace(document)): Paper => ({
    document,
    flaw,
    sure,
    words,
    place,
  })
  if (!match.sure) return flawed('unsure', match.why)
  const draft = facts.drafts[0]
  if (draft) return flawed('draft', `“${clipped(draft.value, 20)}”`, false, draft.at)
  const unsound = demand.flaws?.find(({ kind, sure }) => sure && UNSOUND.has(kind))
  if (unsound) return flawed('unsound', unsound.words, true, unsound.at[0])
  if (evidence.extent === 'unread' && !demand.picture) return flawed('not-read', '')

  const formats = demand.formats.map((format) => format.toLowerCase().replace(/^\./, ''))
  if (formats.length > 0 && !formats.includes(evidence.format)) return flawed('format', evidence.format)

  const issued = facts.issued
  if (!issued && (demand.dated || demand.by)) return flawed('undated', '')
  if (issued) {
    const { value: day, certainty } = issued
    const [sure, place] = [certainty === 'certain', dayPlace(document)]
    if (day > asOf) return flawed('future', written(day), false, place)
    if (demand.by && day > demand.by) return flawed('late', written(day), sure, place)
    if ((demand.from && day < demand.from) || (demand.to && day > demand.to))
      return flawed('outside', written(day), sure, place)
  }
  if (demand.number && !facts.number) return flawed('no-number', '', isClearText(document))
  // Nobody looked for a seal: its absence proves nothing.
  if (demand.seal && facts.seals?.length === 0) return flawed('no-seal', '')
  return {
    document,
    flaw: null,
    sure: true,
    words: '',
    place: demand.dated || demand.by ? dayPlace(document) : titlePlace(document),
  }
}

/** All of it is text that was read as it stands, so that what is not found in it is not there. */
export function isClearText({ evidence: { extent, passages, notes } }: Document): boolean {
  return (
    extent === 'whole' &&
    passages.length > 0 &&
    notes.length === 0 &&
    passages.every(({ certainty }) => certainty === undefined || certainty === 1)
  )
}

export const paperNames = (papers: readonly Paper[]): string => documentNames(papers.map(({ document }) => document))

/** The same bytes, or the same document number, are one document; papers bound into one file are several. */
export function distinctPapers<T extends { readonly document: Document }>(papers: readonly T[]): T[] {
  const [contents, numbers] = [new Set<string>(), new Set<string>()]
  return papers.filter(({ document: { evidence, facts, partOf = evidence.path } }) => {
    const content = `${evidence.sha256}${evidence.path.slice(partOf.length)}`
    const number = facts.number?.value
    if (contents.has(content) || (number !== undefined && numbers.has(number))) return false
    contents.add(content)
    if (number !== undefined) numbers.add(number)
    return true
  })
}
