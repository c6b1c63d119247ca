import type { Day } from '../../../core/day.ts'
import { type Document, type Package, papersOf } from '../../../core/package.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { bare, pairsIn } from '../../../language/text.ts'
import { unframed } from '../../../language/title-frame.ts'

/** One 文号 on papers of different titles. `sure`: it stands in print at the head of each of them. */
export type Shared = {
  readonly number: string
  readonly documents: readonly Document[]
  readonly sure: boolean
  readonly isCase: boolean
}

// The papers of one case share its number, and so do a court's.
const OF_A_CASE = /[字第罚诉初终行]|刑|民/u
// What is numbered by itself: a ledger, a photograph or a list carries the number of what it belongs to.
const UNNUMBERED = new RegExp(`${paperWord('unnumbered')}$`, 'u')
const ALIKE = 0.5

/** Two cases of which the titles of all papers speak in the words of a rule: one of each class. */
export const isOfCases = ({ isCase, sure, documents }: Shared, about: readonly (readonly string[])[]): boolean =>
  isCase &&
  sure &&
  about.length > 0 &&
  documents.every(({ facts: { title } }) =>
    about.every((words) => words.some((word) => (title?.value ?? '').includes(word))),
  )

const known = new WeakMap<readonly Document[], readonly Shared[]>()

/**
 * A slip, or one of them is not what it seems. Only numbers that stand where they belong are compared; a notice with what
 * it issues is one paper, and a paper filed twice is none more.
 */
export function sharedNumbers(found: Package): readonly Shared[] {
  const shared = known.get(found.documents) ?? among(papersOf(found))
  known.set(found.documents, shared)
  return shared
}

function among(documents: readonly Document[]): Shared[] {
  const byNumber = new Map<string, Document[]>()
  for (const document of documents) {
    const { number, title } = document.facts
    if (!number || number.certainty === 'weak' || number.unconfirmed || !title || title.certainty === 'weak') continue
    if (UNNUMBERED.test(bare(title.value))) continue
    byNumber.set(number.value, [...(byNumber.get(number.value) ?? []), document])
  }
  return [...byNumber].flatMap(([number, all]) => {
    const isCase = OF_A_CASE.test(number)
    // A third paper of one of the two cases stands between them.
    const own = all.filter((one) => all.some((other) => other !== one && isOther(other, one, isCase)))
    return own.length < 2
      ? []
      : [{ number, documents: own, sure: own.every(({ facts }) => facts.number?.certainty === 'certain'), isCase }]
  })
}

/** Two papers and not one: by their titles, or, where these are alike, by their days. Papers of one case differ in kind. */
function isOther(a: Document, b: Document, isCase: boolean): boolean {
  if (a.evidence.sha256 === b.evidence.sha256 && a.partOf === b.partOf) return false
  if (isAlike(a, b)) return haveOtherDays(a, b)
  return !isCase
}

function isAlike(a: Document, b: Document): boolean {
  const [one = '', two = ''] = [a, b].map(({ facts }) => unframed(bare(facts.title?.value ?? '')))
  if (!one || !two || one.includes(two) || two.includes(one)) return true
  const [pairs, others] = [new Set(pairsIn(one)), new Set(pairsIn(two))]
  const same = [...pairs].filter((pair) => others.has(pair)).length
  return same / Math.min(pairs.size, others.size) >= ALIKE
}

/**
 * Of one number and title, but signed on two days that both stand in print: two decisions on two firms. Minutes bear one
 * title, and are of the day on which they say that the meeting was held.
 */
function haveOtherDays(one: Document, two: Document): boolean {
  const [held, heldElse] = [heldOn(one), heldOn(two)]
  if (held && heldElse) return held !== heldElse
  const [a, b] = [one.facts.issued, two.facts.issued]
  return a !== null && b !== null && a.certainty === 'certain' && b.certainty === 'certain' && a.value !== b.value
}

/** The day of the one meeting that a paper is the minutes of. */
function heldOn({ facts: { acts } }: Document): Day | undefined {
  const days = acts.flatMap((act) => (act.kind === 'meeting' ? [act.day] : []))
  return days.length === 1 ? days[0] : undefined
}
