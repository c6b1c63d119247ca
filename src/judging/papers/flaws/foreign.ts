import { placeOf } from '../../../core/evidence.ts'
import type { Document, Package } from '../../../core/package.ts'
import { namesUnit, type Whose, whose } from '../../../language/bodies.ts'
import { genres } from '../../../language/genres.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { bare } from '../../../language/text.ts'
import { wordLists } from '../../../language/words.ts'
import type { Flaw } from './flaw.ts'

/**
 * Another unit's own paper. Many papers of others belong here: from above, signed jointly, sent to the unit, naming it.
 * What a body of another county or another town issued for itself does not; nor does what a bureau of this county wrote to
 * its own offices.
 */
export function foreign({ evidence, facts }: Document, found: Package): Flaw | undefined {
  const { issuer, addressee, title } = facts
  const { unit, roster = [] } = found
  if (!issuer) return signedBy({ evidence, facts }, found) ?? titledFor({ evidence, facts }, found)
  if (issuer.certainty === 'weak') return undefined
  const bodies = issuer.value.split('、')
  const owners = bodies.map((body) => whose(body, unit, roster))
  const speaksOfItself = () => isAccount(title?.value) && evidence.passages.some(({ text }) => tellsOfOwn(text))
  const isNamedFor = () => bodies.some((body) => isOwnTitle(title?.value, body))
  const isForItself = () => evidence.passages.some(({ text }) => appliesTo(text, bodies))
  const isSharedOut = () =>
    !addressee && isOfDuties(title?.value) && evidence.passages.some(({ text }) => toOffices(text))
  const isStrange = (owner: Whose) =>
    owner === 'stranger' ||
    (owner === 'sibling' &&
      (isWithin(addressee?.value) || speaksOfItself() || isForItself() || isNamedFor() || isSharedOut()))
  if (!owners.every(isStrange)) return undefined
  const heads = [title?.value, addressee?.value].join('。')
  if (namesUnit(heads, unit, roster)) return undefined
  const named = evidence.passages.some(({ text }) => namesUnit(text, unit, roster))
  // Two doubts are no question: the name was not read for certain, and the paper speaks of the unit.
  if (named && issuer.certainty !== 'certain') return undefined
  const to = addressee ? `，主送“${addressee.value}”` : ''
  return {
    kind: 'foreign',
    sure: !named && issuer.certainty === 'certain',
    words: `发文机关为${issuer.value}${to}`,
    at: [issuer.at, ...(facts.number ? [facts.number.at] : [])],
  }
}

/**
 * No issuer was read, yet another body of the same rank, or one of its offices, stands alone on a line at the end, and the
 * text never names the unit.
 */
function signedBy(
  { evidence, facts }: Pick<Document, 'evidence' | 'facts'>,
  { unit, roster = [] }: Package,
): Flaw | undefined {
  const lines = evidence.passages.filter(({ text }) => text.trim() !== '')
  const signature = lines
    .slice(-3)
    .find(({ text }) => isBody(text.trim()) && whose(text.trim(), unit, roster) === 'stranger')
  if (!signature || namesUnit(facts.title?.value ?? '', unit, roster)) return undefined
  if (lines.some(({ text }) => namesUnit(text, unit, roster))) return undefined
  const name = signature.text.trim()
  return { kind: 'foreign', sure: true, words: `落款为${name}`, at: [{ ...placeOf(evidence, signature), quote: name }] }
}

/** No issuer and no signature, but a title that begins with another bureau of this county: 区交通运输局2021年度普法责任清单. */
function titledFor(
  { evidence, facts: { title } }: Pick<Document, 'evidence' | 'facts'>,
  { unit, roster = [] }: Package,
): Flaw | undefined {
  if (!title) return undefined
  const body = BODY_FIRST.exec(bare(title.value))?.[1]
  if (body === undefined || whose(body, unit, roster) !== 'sibling' || !isOwnTitle(title.value, body)) return undefined
  const named = evidence.passages.some(({ text }) => namesUnit(text, unit, roster))
  return named ? undefined : { kind: 'foreign', sure: true, words: `题名是${body}的`, at: [title.at] }
}

/** A body at the head of a title, with the year or the paper behind it. */
const BODY_FIRST = new RegExp(
  `^(\\p{Script=Han}{2,16}?${paperWord('bodyEnds')})(?=(?:\\d{4}|年度|[\\p{Script=Han}]))`,
  'u',
)
const TO_ALL = new RegExp(paperWord('toAll'), 'u')
const BODY = new RegExp(paperWord('bodies'), 'u')

/**
 * A title that begins with a body, without 关于, is of what that body keeps or does itself (…局2021年度普法责任清单,
 * …局应急演练总结); what is of the whole county (全区) or goes to others is not.
 */
function isOwnTitle(title: string | undefined, body: string): boolean {
  const words = bare(title ?? '')
  const at = words.indexOf(bare(body))
  if (at < 0 || at > LED) return false
  const rest = words.slice(at + bare(body).length)
  return /^(?:\d{4}|年度)/u.test(rest) && !TO_ALL.test(rest)
}
/** 广元市昭化区 may stand before it. */
const LED = 8

const isBody = (line: string): boolean => /^\p{Script=Han}{4,24}$/u.test(line) && BODY.test(line.slice(1))

/** 总结, 报告: what a bureau of this county tells of its own doings, to whomever. */
const isAccount = (title = ''): boolean =>
  ['报告', '总结', '记录'].some((genre) =>
    genres().words.some((one) => one.genre === genre && bare(title).endsWith(one.word)),
  )

/** 清单, 计划 that share out among 责任股室 what is to be done: those of its issuer. */
const isOfDuties = (title = ''): boolean =>
  ['清单', '方案'].some((genre) => genres().words.some((one) => one.genre === genre && bare(title).endsWith(one.word)))

const toOffices = (text: string): boolean =>
  (wordLists('signing').get('innerOffices') ?? []).some((word) => text.includes(word))

const tellsOfOwn = (text: string): boolean =>
  (wordLists('signing').get('own') ?? []).some((word) => text.includes(word))

/** 本办法适用于区水利局机关: a rule that its issuer made for itself. */
function appliesTo(text: string, bodies: readonly string[]): boolean {
  const words = bare(text)
  const at = words.indexOf(APPLIES)
  if (at < 0) return false
  const whom = words.slice(at + APPLIES.length, at + APPLIES.length + WHOM)
  return bodies.some((body) => whom.includes(bare(body).slice(-SHORT)))
}
const APPLIES = '适用于'
const [WHOM, SHORT] = [20, 4]

/** 局机关各股室、各市场监管所: all that are addressed are offices of the issuer. */
function isWithin(addressee: string | undefined): boolean {
  if (!addressee) return false
  const words = wordLists('signing').get('within') ?? []
  return addressee
    .split(/[、,]/u)
    .every((one) => words.some((word) => one.endsWith(word)) && /[各本局机关镇属]/u.test(one))
}
