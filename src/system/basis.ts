import { type Basis, type Law, type LawArticle, type LawEdition, WHOLE } from '../core/basis.ts'
import { type Day, earliest, isDay, latest, written } from '../core/day.ts'
import type { Cycle } from '../core/system.ts'
import type { RawBasis, RawRule } from './raw.ts'
import { entry, isObject } from './values.ts'
import { hint, quoted } from './words.ts'

/** From and to when what a rule judges happened; null is open. */
export type Period = { readonly from: Day; readonly to: Day | null }

/** Rules judge what happened in the cycle; conditions on days and a dated variant narrow that, or lead beyond it. */
export function judgedIn(rule: RawRule, cycle: Cycle): Period {
  const days = daysIn(entry(rule, 'where'))
  const force = rule['in-force']
  const from = latest([...days.from, ...(force.from ? [force.from] : []), cycle.from]) ?? cycle.from
  const until = [...days.until, ...(force.until ? [force.until] : [])]
  const to = earliest(from > cycle.to ? until : [...until, cycle.to]) ?? null
  return { from: to && to < from ? to : from, to }
}

function daysIn(where: unknown): { readonly from: Day[]; readonly until: Day[] } {
  const tests = isObject(where) ? Object.values(where) : []
  const days = (key: string) =>
    tests.flatMap((test: unknown): Day[] => {
      const day = entry(test, key)
      return typeof day === 'string' && isDay(day) ? [day] : []
    })
  return { from: days('from'), until: days('until') }
}

export type Unfounded = { readonly at: 'law' | 'edition' | 'article'; readonly message: string }
type Quoted = { readonly edition: LawEdition; readonly articles: readonly LawArticle[] }

/** The edition that was in force when what is judged happened, with the articles; or why there is none. */
export function quotedFrom(law: Law, basis: RawBasis, period: Period): Quoted | Unfounded {
  const named = editionNamed(law, basis)
  if ('message' in named) return named
  const found = articlesIn(law, named, basis)
  if ('message' in found) return found
  if (inForce(found.edition, period)) return found
  return (
    followed(law, found, period) ?? { at: basis.edition ? 'edition' : 'law', message: notInForce(law, named, period) }
  )
}

function editionNamed({ name, editions }: Law, { edition }: RawBasis): LawEdition | Unfounded {
  const days = editions.flatMap(({ from }) => from ?? [])
  const found = edition ? editions.find(({ from }) => from === edition) : editions[0]
  if (!found) {
    const known = days.length > 0 ? `，有：${days.join('、')}` : ''
    return { at: 'edition', message: `${quotedLaw(name)}没有自${edition}起施行的版本${known}` }
  }
  if (edition || editions.length === 1) return found
  return {
    at: 'law',
    message: `${quotedLaw(name)}有${editions.length}个版本，条文不同，请用 edition 写明是哪一版（${days.join('、')}）`,
  }
}

function articlesIn({ name }: Law, edition: LawEdition, { article }: RawBasis): Quoted | Unfounded {
  const wanted = [article ?? WHOLE].flat()
  const articles = wanted.flatMap((one) => edition.articles.find((other) => other.article === one) ?? [])
  const missing = wanted.find((one) => !edition.articles.some((other) => other.article === one))
  if (missing === undefined) return { edition, articles }
  const known = edition.articles.map((other) => other.article)
  const version = edition.name ? `（${edition.name}）` : ''
  return {
    at: article === null ? 'law' : 'article',
    message: `laws.yaml 的${quotedLaw(name)}${version}没有${quoted(missing)}${hint(missing, known)}`,
  }
}

const inForce = ({ from, until }: LawEdition, period: Period): boolean =>
  (from === null || period.to === null || from <= period.to) && (until === null || until >= period.from)

/** The same articles in another edition, step by step from one to the next. */
function followed({ editions }: Law, { edition, articles }: Quoted, period: Period): Quoted | undefined {
  const start = editions.indexOf(edition)
  for (const step of [1, -1]) {
    let at: readonly LawArticle[] = articles
    for (let index = start + step; index >= 0 && index < editions.length; index += step) {
      const next = editions[index]!
      const moved = at.flatMap((one) =>
        next.articles.filter((other) => (step > 0 ? other.was === one.article : other.article === one.was)),
      )
      if (moved.length !== at.length) break
      at = moved
      if (inForce(next, period)) return { edition: next, articles: at }
    }
  }
  return undefined
}

function notInForce({ name }: Law, { name: version, from, until }: LawEdition, period: Period): string {
  const judged = period.to ? `${period.from}至${period.to}` : `${period.from}以后`
  const when = from && period.to && from > period.to ? `自${from}起才施行` : `${until}后不再施行`
  return `${quotedLaw(name)}${version ? `（${version}）` : ''}${when}，本条判断的是${judged}的事项，不能以它为据`
}

/** A document is quoted by its number as it stands, a law in book marks. */
export const quotedLaw = (name: string): string => (isNumbered(name) ? name : `《${name}》`)

const isNumbered = (name: string): boolean => /号$/.test(name)

/** A basis as reports show it. The file has passed the checks. */
export function basisOf(basis: RawBasis, laws: ReadonlyMap<string, Law>, period: Period): Basis {
  const law = basis.law === null ? undefined : laws.get(basis.law)
  const found = law && quotedFrom(law, basis, period)
  if (!law || !found || 'message' in found) return ownText(basis)
  const { edition, articles } = found
  const sources = articles.map(({ source }) => source || edition.source).filter(Boolean)
  const days = articles.flatMap((one) => one.checked ?? edition.checked ?? [])
  const article = articles.map((one) => one.article).filter((one) => one !== WHOLE)
  return {
    text: `${quotedLaw(law.name)}${editionWords(law, edition, period)}${listedArticles(article)}`,
    for: basis.for || articles.map(({ says }) => says).join('，'),
    says: articles
      .map((one) => one.text)
      .filter(Boolean)
      .join(' '),
    law: law.title,
    edition: edition.from,
    article: listedArticles(article),
    source: [...new Set(sources)].join('；'),
    checked: earliest(days) ?? null,
    verified: articles.every(({ verified }) => verified),
  }
}

/** 第六十一条、第八十五条, but （三）（六）. */
const listedArticles = (articles: readonly string[]): string =>
  articles.join(articles.every((one) => one.startsWith('（')) ? '' : '、')

/** Which edition, where there are several; since when, where part of what is judged is older. */
function editionWords({ name: law, editions }: Law, { name, from }: LawEdition, period: Period): string {
  const words = [
    ...(editions.length > 1 && name ? [name] : []),
    ...(from && from > period.from ? [`${written(from)}${isNumbered(law) ? '印发' : '起施行'}`] : []),
  ]
  return words.length > 0 ? `（${words.join('，')}）` : ''
}

const ownText = ({ text, for: what, verified, source, checked }: RawBasis): Basis => ({
  text: text ?? '',
  for: what,
  says: '',
  law: '',
  edition: null,
  article: '',
  source,
  checked,
  verified,
})

/** What the articles say that a basis names, whether or not they were in force. */
export function wordsQuoted(law: Law, basis: RawBasis): string[] {
  const named = editionNamed(law, basis)
  const found = 'message' in named ? named : articlesIn(law, named, basis)
  return 'message' in found ? [] : found.articles.flatMap(({ says, text }) => [says, text])
}

/** Laws by every name that a rule may use. */
export const lawsByName = (laws: readonly Law[]): Map<string, Law> =>
  new Map(laws.flatMap((law) => [law.name, law.title, ...law.also].map((name) => [name, law] as const)))
