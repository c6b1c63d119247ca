import { addDays, type Day, daysBetween, latest, written } from '../../../core/day.ts'
import { type Document, type Package, papersOf } from '../../../core/package.ts'
import { wordLists } from '../../../language/words.ts'
import { isOfOneMatter } from './expired.ts'
import type { Flaw } from './flaw.ts'

const MOST_DAYS_BETWEEN = 31

/** What the unit has to have all the time, by contracts one after another, was without any for more than a month. */
export function interrupted(document: Document, found: Package): Flaw | undefined {
  const { term, title } = document.facts
  const words = wordLists('signing')
  const isStanding = (words.get('standing') ?? []).some((word) => title?.value.includes(word))
  if (!term || !title || !isStanding || isOfVillage(document) || term.open || term.certainty === 'weak')
    return undefined
  const others = papersOf(found).filter(
    (one) => one !== document && one.facts.title && isOfOneMatter(title.value, one.facts.title.value),
  )
  const stretches = others.flatMap(({ facts }) => (facts.term ? [{ ...facts.term, from: startOf(facts) }] : []))
  const from = latest([addDays(term.to, 1), found.cycle.from])!
  if (stretches.some((one) => one.to > term.to && (one.from ?? from) <= from)) return undefined
  const next = stretches.filter((one) => one.from !== null && one.from > from && one.certainty !== 'weak')
  const [first] = next.toSorted((a, b) => (a.from! < b.from! ? -1 : 1))
  if (!first?.from || daysBetween(from, first.from) <= MOST_DAYS_BETWEEN) return undefined
  const until = addDays(first.from, -1)
  // A letter of appointment that says no term may well be of that time; so may be what explains it.
  const isOpen = others.some((one) => !one.facts.term && isIssuedBy(one, until)) || isExplained(found)
  return {
    kind: 'interrupted',
    sure: !isOpen,
    words: `期限至${written(term.to)}，下一份自${written(first.from)}起`,
    at: [term.at, first.at],
  }
}

/** Each village engages its own. */
function isOfVillage({ facts: { title }, evidence: { passages } }: Document): boolean {
  const villages = wordLists('signing').get('villages') ?? []
  const heads = wordLists('signing').get('engaging') ?? []
  const parties = passages.flatMap(({ text }) =>
    heads.some((word) => text.trimStart().startsWith(word)) ? [text.slice(0, 60)] : [],
  )
  return [title?.value ?? '', ...parties].some((text) => villages.some((word) => text.includes(word)))
}

const startOf = ({ term, issued }: Document['facts']): Day | null => term?.from ?? issued?.value ?? null

const isIssuedBy = ({ facts }: Document, day: Day): boolean => !facts.issued || facts.issued.value <= day

function isExplained({ documents }: Package): boolean {
  const lists = wordLists('signing')
  const words = lists.get('pauses') ?? []
  const standing = lists.get('standing') ?? []
  return documents.some(({ evidence }) =>
    evidence.passages.some(
      ({ text }) => words.some((word) => text.includes(word)) && standing.some((word) => text.includes(word)),
    ),
  )
}
