import { addDays, addMonths, type Day } from '../core/day.ts'
import type { Term } from '../core/fact.ts'
import { isRule } from '../language/rules.ts'
import { wordLists } from '../language/words.ts'
import { daysIn, numberOf } from '../language/written-days.ts'
import { type Line, quoted, seenIn } from './lines.ts'
import { validityOf } from './validity.ts'

const LENGTH = /([一二三四五六七八九十两\d]{1,3})(个月|年)/u
const SIGNED = /签订|签署|签字|生效|盖章|订立/u

/** 本备忘录有效期至…: whatever a paper is, what it says of itself holds. */
const OF_ITSELF = /本[\p{Script=Han}]{2,10}(?:的)?$/u

/**
 * How long a contract or certificate runs: 自…起至…止, 有效期至…, 聘期一年 from the day it was signed. Only of papers that
 * run out; a construction period in a contract is named otherwise.
 */
export function termOf(lines: readonly Line[], title: string | undefined, signed: Day | undefined): Term | null {
  if (!title) return null
  if (isRule(title)) return validityOf(lines, signed)
  const runsOut = words().bounded.test(title)
  const open = lines.some(({ text }) => words().renewed.test(text))
  let own = null as Term | null
  let isRenewed = false
  for (const [index, line] of lines.entries()) {
    isRenewed ||= own !== null && words().renewing.test(line.text)
    // A narrow page breaks 2022年12月31日 / 止。
    const text = line.text + (/[。;]$/.test(line.text) ? '' : (lines[index + 1]?.text ?? ''))
    const named = words().terms.exec(text)
    if (!named || named.index >= line.text.length) continue
    if (!runsOut && !OF_ITSELF.test(text.slice(0, named.index))) continue
    const found: Span | undefined =
      spanIn(text, named.index) ?? (runsOut && !own ? lengthIn(text, named.index, signed) : undefined)
    if (!found || (own && !(isRenewed && goesOn(own, found)))) continue
    own = { ...found, from: own?.from ?? found.from, at: quoted(line), certainty: seenIn(line, 'certain'), open }
  }
  return own
}

/** A page of renewal behind the contract: 续约页, 期限自2022年1月1日起至…; it takes up where the contract ended. */
const goesOn = ({ to }: Term, next: Span): boolean =>
  next.to > to && (next.from === null || next.from <= addMonths(to, 3))

type Span = { readonly from: Day | null; readonly to: Day }

type Words = { readonly bounded: RegExp; readonly terms: RegExp; readonly renewed: RegExp; readonly renewing: RegExp }
let known: Words | undefined

function words(): Words {
  const lists = wordLists('signing')
  const any = (name: string) => (lists.get(name) ?? []).join('|')
  known ??= {
    bounded: new RegExp(`(?:${any('bounded')})书?(?:\\([^()]{0,20}\\))?$`, 'u'),
    terms: new RegExp(any('terms'), 'u'),
    renewed: new RegExp(`(?<![不未非])(?:${any('renewed')})`, 'u'),
    renewing: new RegExp(any('renewing'), 'u'),
  }
  return known
}

/** The days of the sentence that names the term: two of them, or the one after 至. */
function spanIn(text: string, at: number): Span | undefined {
  const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf(';', at)) + 1
  const end = text.indexOf('。', at)
  const sentence = text.slice(start, end < 0 ? undefined : end)
  const days = daysIn(sentence)
  const [first, second] = days
  if (
    first &&
    second &&
    first.day < second.day &&
    /^(?:起|始|零时|\s)*(?:至|到|—|-|~|－|止)/u.test(sentence.slice(first.end))
  )
    return { from: first.day, to: second.day }
  const until = days.find(({ start: begin }) => /(?:至|到|截至|届满于)$/u.test(sentence.slice(0, begin).trim()))
  return until ? { from: null, to: until.day } : undefined
}

/** 期限三年，自签订之日起: runs from the day of signing, so that it ends the day before. */
function lengthIn(text: string, at: number, signed: Day | undefined): Span | undefined {
  const clause = text.slice(at, at + 40)
  const length = LENGTH.exec(clause)
  const [day] = daysIn(clause)
  const from = day?.day ?? (SIGNED.test(text.slice(Math.max(0, at - 40), at + 60)) ? signed : undefined)
  if (!length || !from) return undefined
  const months = numberOf(length[1]!.replace('两', '二')) * (length[2] === '年' ? 12 : 1)
  return months > 0 && months <= 600 ? { from, to: addDays(addMonths(from, months), -1) } : undefined
}
