import type { Row, Value } from '../core/evidence.ts'
import { VALUE_KINDS, type ValueKind } from '../core/lexicon.ts'
import { cellWord } from '../language/cell-words.ts'
import { plain } from '../language/plain.ts'
import { daysIn } from '../language/written-days.ts'
import { textOf } from './cell.ts'
import { flagOf } from './flag.ts'
import { momentOf } from './moment.ts'
import { isSpan } from './stretches.ts'

/** What the cells of one column look like: of those that are filled, the share that may be of each kind. */
export type Profile = {
  readonly filled: number
  /** Some cells give a number of five figures or more beside other signs. */
  readonly numbered: boolean
  readonly share: Readonly<Record<ValueKind, number>>
}

const SAMPLE = 60

/** The first cells and some from all over the table: what is odd may stand anywhere. `head` is what stands over them. */
export function profileOf(rows: readonly Row[], column: number, head = ''): Profile {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE))
  const counts = new Map<ValueKind, number>()
  const words = new Map<string, number>()
  let [filled, numbered] = [0, false]
  for (let at = 0; at < rows.length; at += step) {
    const value = rows[at]!.values[column] ?? null
    const text = plain(textOf(value).slice(0, 200)).trim()
    if (text === '' || EMPTY.test(text)) continue
    filled++
    numbered ||= LONG_NUMBER.test(text)
    const kinds = kindsOf(value, text, head)
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    // Four days are no words that come again.
    if (text.length <= 12 && !kinds.includes('day')) words.set(text, (words.get(text) ?? 0) + 1)
  }
  const shares = VALUE_KINDS.map((kind): [ValueKind, number] => [
    kind,
    filled === 0 ? 0 : (counts.get(kind) ?? 0) / filled,
  ])
  return {
    filled,
    numbered,
    share: { ...Object.fromEntries(shares), word: wordShare(words, filled) } as Profile['share'],
  }
}

const LONG_NUMBER = /\d{5}/

/** No value: 无, dashes, 不适用. */
const EMPTY = new RegExp(`^(?:${cellWord('emptied')}|[—–―−/\\\\-]{1,3})$`, 'u')

/** Few words that come again and again. */
function wordShare(words: ReadonlyMap<string, number>, filled: number): number {
  if (filled === 0 || words.size > Math.max(4, filled / 3)) return filled > 0 && filled <= 4 ? 0.5 : 0
  return [...words.values()].reduce((sum, count) => sum + count, 0) / filled
}

const NUMBER =
  /[〔[(【]\s*\d{2,4}\s*[〕\])】]\s*(?:第)?\s*[\d-]{1,8}\s*号?|^[A-Z\d][A-Z\d*_/-]{3,40}$|^第?\d{1,6}号$|^\p{Script=Han}{1,3}[A-Z]?[\d*]{4,20}$/iu
const MONTH =
  /^(?:(?:19|20)?\d{2}\s*[年.\-/]\s*)?(?:\d{1,2}\s*月?份?|[第]?[一二三四1-4]\s*季度|[上下]半年)(?:\(.{0,20}\))?$/u
const FULL_MONTH =
  /^(?:19|20)\d{2}\s*(?:年\s*\d{1,2}\s*月|[.\-/]\s*\d{1,2}|年?第?[一二三四1-4]季度|年?[上下]半年)(?:\(.{0,30}\))?$/u
const YEAR = /^(?:19|20)\d{2}(?:年度?)?$/u
const AMOUNT = /^[¥约]?\s*[+-]?\d[\d,]{0,18}(?:\.\d{1,10})?\s*[\p{Script=Han}/()%]{0,8}$/u
const PERCENT = /^\d{1,4}(?:\.\d{1,8})?\s*%(?:\s*\(.{0,20}\))?$/u
const PERSON =
  /^[\p{Script=Han}·]{2,4}(?:\([^)]{0,24}\))?(?:[\s、,;/][\p{Script=Han}·]{2,4}(?:\([^)]{0,24}\))?){0,9}[、,;]?$/u
const ORGAN = new RegExp(`${cellWord('organs')}(?:\\([^)]{0,20}\\))?$`, 'u')
const LINK = /^(?:https?:|www\.)|\.(?:gov|com|cn|org)\b/iu

function kindsOf(value: Value, text: string, head: string): ValueKind[] {
  const kinds: ValueKind[] = []
  const moment = momentOf(value)
  const day = moment ?? (SPOKEN.test(text) ? { time: null } : undefined)
  if (day) kinds.push('day')
  if (moment?.time) kinds.push('time')
  if (!day && isSpan(text)) kinds.push('span')
  if (!day && (FULL_MONTH.test(text) || MONTH.test(text))) kinds.push('month')
  if (YEAR.test(text)) kinds.push('year')
  if (PERCENT.test(text)) kinds.push('percent')
  if (AMOUNT.test(text) && !(day && !/^\d{1,5}$/.test(text))) kinds.push('amount')
  if (flagOf(text) !== undefined || isOf(head, text)) kinds.push('flag')
  if (!day && NUMBER.test(text)) kinds.push('number')
  if (PERSON.test(text) && !ORGAN.test(text)) kinds.push('person')
  if (ORGAN.test(text) && text.length <= 40) kinds.push('organ')
  if (LINK.test(text)) kinds.push('link')
  if (!day && !kinds.some((kind) => NO_TEXT.has(kind)) && daysIn(text).length < 2) kinds.push('text')
  return kinds
}

/** 在岗 under 在岗状态 says yes. */
const isOf = (head: string, text: string): boolean =>
  text.length > 1 && text.length < head.length && head.includes(text)

const NO_TEXT: ReadonlySet<ValueKind> = new Set(['span', 'amount', 'percent', 'link', 'year'])
const SPOKEN = /^\d{1,2}\s*月\s*\d{1,2}\s*[日号]/u

/**
 * How far the cells bear out what a column should hold: 1 they do, 0 they forbid it. What is blank throughout says
 * nothing. Kinds that are seen at a glance forbid; a text may be anything that is not plainly something else.
 */
export function support(kinds: readonly ValueKind[], { filled, share }: Profile): number {
  if (filled === 0) return 0.9
  const strict = !kinds.includes('text')
  // What a column mostly holds bears it out best: a month is a day only at need.
  const [main = 'text'] = kinds
  const shared = Math.min(1, Math.max(share[main], ...kinds.slice(1).map((kind) => share[kind] * 0.97)))
  if (shared >= 0.6) return share[main] >= 0.5 || !strict ? 1 : 0.97
  const few = filled <= 2 ? 0.25 : 0
  if (strict) return shared >= 0.3 ? 0.8 : few * 2 + shared
  // A text of nothing but days is a day.
  return Math.max(few, shared + 0.3)
}
