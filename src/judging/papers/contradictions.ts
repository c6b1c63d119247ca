import { cellPlace, type Evidence, type Table, type Value } from '../../core/evidence.ts'
import type { Scope } from '../../core/kind.ts'
import type { Document } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import { countsNone } from '../../language/denied.ts'
import { type Grams, gramsFrom, gramsOfAll, mayHold, pairsOf } from '../../language/grams.ts'
import { isDenied } from '../../language/negation.ts'
import { paperWord } from '../../language/paper-words.ts'
import { composed, isHeading, paragraphsOf, sentencesOf, unnumbered } from '../../language/paragraphs.ts'
import { bare, plain } from '../../language/text.ts'

export type Hit = { readonly word: string; readonly sentence: string; readonly at: Place }

type Search = {
  readonly words: readonly string[]
  readonly near: readonly string[]
  readonly except: readonly string[]
  /** Groups of words of which each has one in a single clause: 所有网吧一律 … 停止营业. */
  readonly together?: readonly (readonly string[])[]
}

/** Texts that say what ought to happen, and so name it without its having happened. */
const NORMATIVE = new RegExp(
  `(?:${paperWord('normative')}|${paperWord('campaigns')}${paperWord('campaignPlans')})(?:[((].*[))])?$`,
  'u',
)

/**
 * Sentences anywhere in the package that speak against the statement. What denies, quotes the demand, cites a title, or
 * lays down a norm is none; neither are the statements themselves.
 */
export function contradictionsIn(
  scope: Scope,
  statements: ReadonlySet<string>,
  { words, near, except, together = [] }: Search,
): Hit[] {
  const wanted = words.map(plain).filter((word) => word !== '')
  const groups = together.map((group) => group.map(plain))
  const sought = [...wanted, ...(groups[0] ?? [])]
  if (sought.length === 0) return []
  const demand = bare(scope.indicator.text)
  const isHarmless = (sentence: string) =>
    except.some((phrase) => sentence.includes(plain(phrase))) || isQuoted(demand, sentence)
  const isNear = (sentence: string) => near.length === 0 || near.some((word) => sentence.includes(plain(word)))
  const pairs = sought.map(pairsOf)
  return searchable(scope.package.documents)
    .filter(({ document, grams }) => {
      return !statements.has(document.evidence.path) && pairs.some((own) => mayHold(grams, own))
    })
    .flatMap(({ document }) => textsOf(document, sought))
    .flatMap(({ text, at }) =>
      sentencesOf(text).flatMap((sentence, nth) => {
        if (nth === 0 && isHead(sentence)) return []
        const own = sentence.replace(/《[^《》]*》/g, '')
        const word =
          wanted.find((one) => own.includes(one) && isNear(own) && !isDenied(own, one) && !countsNone(own, [one])) ??
          togetherIn(own, groups)
        return word === undefined || isHarmless(sentence) ? [] : [{ word, sentence, at: { ...at, quote: sentence } }]
      }),
    )
}

/** The last group's word where one clause has a word of each, and nobody denies it. */
function togetherIn(sentence: string, groups: readonly (readonly string[])[]): string | undefined {
  if (groups.length === 0) return undefined
  const clause = sentence
    .split(/[,;:]/u)
    .find((one) => groups.every((group) => group.some((word) => one.includes(word))))
  const word = groups.at(-1)?.find((one) => clause?.includes(one))
  return word !== undefined && !isDenied(sentence, word) ? word : undefined
}

type Searchable = { readonly document: Document; readonly grams: Grams }

const known = new WeakMap<readonly Document[], readonly Searchable[]>()

/** All that is no norm. Of their texts only the pairs of signs are kept: few of them hold any word that is asked for. */
function searchable(documents: readonly Document[]): readonly Searchable[] {
  const found =
    known.get(documents) ??
    documents.flatMap((document) =>
      isNormative(document)
        ? []
        : [{ document, grams: document.kept ? gramsFrom(document.kept.grams) : gramsIn(document.evidence) }],
    )
  known.set(documents, found)
  return found
}

export function gramsIn(evidence: Evidence): Grams {
  const passages = composed(evidence)
  return gramsOfAll((take) => {
    for (const { text } of passages) take(text)
    for (const { rows } of evidence.tables)
      for (const { values } of rows)
        for (let at = 0; at < values.length; at++) {
          const value = values[at]
          if (typeof value === 'string') take(value)
        }
  })
}

/** The plan's own sentence. A few words of it may as well tell of an event, so it takes a length. */
const isQuoted = (demand: string, sentence: string): boolean =>
  bare(sentence).length >= 12 && demand.includes(bare(sentence))

const isNormative = ({ facts }: Document): boolean =>
  facts.title !== null && NORMATIVE.test(plain(facts.title.value).trim())

type Text = { readonly text: string; readonly at: Place }

const textsOf = ({ evidence }: Document, words: readonly string[]): Text[] => [
  ...paragraphsOf(evidence).filter(({ text }) => words.some((word) => text.includes(word)) && !isRow(evidence, text)),
  ...evidence.tables.flatMap((table) => cellsOf(evidence, table, words)),
]

/** Some files give a table's rows as lines of text, too: 年度 应诉件数 未履行生效裁判 are its heads, and its cells are looked at. */
const isRow = ({ tables }: Evidence, text: string): boolean =>
  tables.some(({ rows }) => rows.some(({ values }) => bare(values.map((value) => value ?? '').join('')) === bare(text)))

/** 五、因执法引起的恶劣影响 names what the section is about, and says nothing of it. */
const isHead = (text: string): boolean => isHeading(text) && unnumbered(text) !== text.trimStart()

/** Headers name what they count (败诉案件数); below them a cell speaks of an event. */
const HEAD = 3

function cellsOf(evidence: Evidence, table: Table, words: readonly string[]): Text[] {
  const holds = (value: Value) => typeof value === 'string' && words.some((word) => value.includes(word))
  if (!table.rows.some(({ values }) => values.some(holds))) return []
  return table.rows.slice(HEAD).flatMap(({ index, values }) =>
    values.flatMap((value, column) => {
      const text = typeof value === 'string' ? plain(value) : ''
      return words.some((word) => text.includes(word))
        ? [{ text, at: cellPlace(evidence.path, table, index, column) }]
        : []
    }),
  )
}
