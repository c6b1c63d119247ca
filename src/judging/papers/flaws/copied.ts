import { yearOf } from '../../../core/day.ts'
import { type Document, type Package, papersOf } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import { genreEnding } from '../../../language/genres.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { bare, plain } from '../../../language/text.ts'
import { daysIn } from '../../../language/written-days.ts'
import { nameOf } from '../absent.ts'
import type { Flaw } from './flaw.ts'
import { nameYears } from './years.ts'

const SHORTEST = 80
const SHORTEST_SAME = 200
const SHARED = 0.9

/**
 * A yearly account whose text is another year's: what happened is told with the days of that year, or word for word as in its
 * account. Rules, notices and forms may say the same every year; what was done never is.
 */
export function copied(document: Document, found: Package): Flaw | undefined {
  const year = yearTold(document)
  if (!year || !isAccount(document)) return undefined
  const own = bodyOf(document)
  if (own.length < SHORTEST) return undefined
  const days = daysTold(document)
  const [day] = days
  const isOfOther = day !== undefined && days.every((one) => one.year !== year)
  const others = papersOf(found).filter((one) => {
    const theirs = yearTold(one)
    return one !== document && theirs !== undefined && theirs !== year && isAccount(one)
  })
  if (isOfOther) {
    const twin = others.find((one) => isAlike(own, bodyOf(one)))
    const words = `题名是${year}年，写的是${day.year}年的事`
    if (twin)
      return {
        kind: 'copied',
        sure: true,
        words: `${words}，与${nameOf(twin)}${bodyOf(twin) === own ? '逐字' : '几乎'}相同`,
        at: [day.at, { file: twin.evidence.path }],
      }
    return day.opens ? { kind: 'copied', sure: false, words, at: [day.at] } : undefined
  }
  // Without any day the later of two is the copy; where the days are its own year's, the other is.
  if (day || own.length < SHORTEST_SAME) return undefined
  const twin = others.find((one) => (yearTold(one) ?? year) < year && bodyOf(one) === own)
  return twin
    ? {
        kind: 'copied',
        sure: false,
        words: `题名是${year}年，正文与${nameOf(twin)}逐字相同`,
        at: [{ file: document.evidence.path }, { file: twin.evidence.path }],
      }
    : undefined
}

const ACCOUNTS: ReadonlySet<string> = new Set(['报告', '记录', '会议'])

const isAccount = ({ evidence: { path }, facts: { title } }: Document): boolean =>
  [title?.value, path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '')].some((name) =>
    ACCOUNTS.has(genreEnding(bare((name ?? '').replace(/\d+$/u, ''))) ?? ''),
  )

/** The one year that its title names, else its file. */
function yearTold({ evidence: { path }, facts: { title } }: Document): number | undefined {
  const own = nameYears(title?.value ?? '')
  const [year, other] = own.length > 0 ? own : nameYears(path.slice(path.lastIndexOf('/') + 1))
  return other === undefined ? year : undefined
}

const known = new WeakMap<Document, string>()

/** Its sentences without titles, years of heads and the signature. */
function bodyOf(document: Document): string {
  const own =
    known.get(document) ??
    document.evidence.passages
      .map(({ text }) => bare(text))
      .filter((text) => text.length >= 15)
      .slice(1)
      .join('')
  known.set(document, own)
  return own
}

function isAlike(one: string, other: string): boolean {
  if (one === other) return true
  if (Math.min(one.length, other.length) < SHARED * Math.max(one.length, other.length)) return false
  const size = 12
  const pieces = Array.from({ length: Math.floor(one.length / size) }, (_, at) => one.slice(at * size, (at + 1) * size))
  return pieces.length > 0 && pieces.filter((piece) => other.includes(piece)).length >= SHARED * pieces.length
}

type Told = { readonly year: number; readonly at: Place; readonly opens: boolean }

const NEAR = 4
const GROUNDED = new RegExp(`${paperWord('grounded')}[^。;]*$`, 'u')

/** The days with a year that stand in its sentences, not alone under them; whether the first sentence opens with one. */
function daysTold({ evidence: { path, passages } }: Document): Told[] {
  let isFirst = true
  return passages.flatMap(({ text, at }): Told[] => {
    const line = plain(text).trim()
    if (line.length < 20) return []
    // 根据区委2019年6月12日会议部署: the day of a ground is no day of what was done.
    const told = daysIn(line)
      .filter(({ start }) => !GROUNDED.test(line.slice(0, start)))
      .map(({ day, start }) => ({
        year: yearOf(day),
        at: { file: path, ...at, quote: line.slice(0, 80) },
        opens: isFirst && start <= NEAR,
      }))
    isFirst = false
    return told
  })
}
