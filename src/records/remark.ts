import type { Day } from '../core/day.ts'
import type { ColumnSpec, Field } from '../core/ledger.ts'
import { cellWord } from '../language/cell-words.ts'
import { rowWords } from '../language/row-words.ts'
import { holdsAny } from '../language/spotter.ts'
import { plain } from '../language/text.ts'
import { daysIn } from '../language/written-days.ts'
import { dayInYear } from './table-year.ts'

/**
 * What the remarks say for an exceptional column: 经批准延长30日, 专家评审7个工作日不计入期限, 已移送公安. A clause speaks for the
 * column that it names; what may bear on it and is not plain stays open.
 */
export function remarked(remark: string, column: ColumnSpec, year?: number): Field | undefined {
  const clauses = isOfHolidays(remark) ? [] : clausesOf(remark)
  if (clauses.length === 0) return undefined
  const words = wordsFor(column)
  const own = clauses.filter((clause) => words.some((word) => clause.includes(word)))
  const isAbout = own.length > 0
  const extends_ = words.some((word) => rowWords().extending.includes(word))
  const unread: Field = { state: 'unreadable', text: remark }
  if (column.type === 'flag') {
    if (own.some((clause) => !denies(clause))) return { state: 'flag', flag: true, text: remark }
    return isAbout || (extends_ && clauses.some((clause) => GRANTED.test(clause))) ? unread : undefined
  }
  // 批准延期至2021-10-27 under 备注 is what 延期后时限 would say.
  const moved = extends_ && isDay(column) ? lengthened(own, remark, year) : undefined
  if (moved?.state === 'day') return moved
  if (column.type !== 'number')
    return isAbout || (!isDay(column) && (bears(remark) || lengthens(remark))) ? unread : undefined
  if (extends_)
    return lengthened(own, remark, year) ?? (isAbout || bears(remark) || GRANTED.test(remark) ? unread : undefined)
  return excluded(clauses, remark) ?? (isAbout || bears(remark) ? unread : undefined)
}

/** 国庆放假,顺延: nobody extended anything, and holidays are no working days anyhow. */
export function isOfHolidays(remark: string): boolean {
  const { extending, holidays, uncounted } = rowWords()
  const text = plain(remark)
  return (
    text.includes(PUT_OFF) &&
    holdsAny(text, holidays) &&
    !GRANTED.test(text) &&
    !holdsAny(text, uncounted) &&
    !extending.some((word) => word !== PUT_OFF && text.includes(word)) &&
    !/\d/u.test(text.slice(text.indexOf(PUT_OFF)))
  )
}

const PUT_OFF = '顺延'

/** A row that says it is not to be counted: 不计入应答复数; of a time that is not (不计入期限) it is no such word. */
export const isUncounted = (text: string): boolean =>
  // Hardly any text holds the word: it is looked for before the text is taken apart.
  holdsAny(plain(text), rowWords().uncounted) &&
  clausesOf(text).some((clause) => holdsAny(clause, rowWords().uncounted) && !isOfTime(clause))

/** A row that says it is not to be counted, or that it ended without what the others end with: 视为放弃, 申请人撤回, 不计入应答复数. */
export const isAside = (texts: readonly string[]): boolean => texts.some(saysAside)

export function saysAside(text: string): boolean {
  const signs = plain(text)
  return signs.length > 1 && (holdsAny(signs, rowWords().withdrawn) || isUncounted(signs))
}

const BESIDE = /[(（,，;；。]/u

/** Elsewhere only what is added to a cell in brackets or after a comma speaks of an exception; a title may bear the word. */
export function saidAside(texts: readonly string[], column: ColumnSpec, year?: number): Field | undefined {
  const words = wordsFor(column)
  // 延长20个工作日,已书面告知 and 经批准延长30日 under a head of its own (延长批准).
  const own = texts.find(
    (one) => LONGER.test(plain(one)) && words.some((word) => plain(one).startsWith(word) || GRANTED.test(one)),
  )
  if (own !== undefined && (column.type === 'number' || column.type === 'flag')) return remarked(own, column, year)
  // Hardly ever is there one: the word is looked for before the text is taken apart.
  const text = texts.find((one) =>
    words.some((word) => one.includes(word) && BESIDE.test(one) && asides(one).includes(word) && !isOfHolidays(one)),
  )
  return text === undefined ? undefined : remarked(asides(text), column, year)
}

const asides = (text: string): string =>
  plain(text)
    .split(/[(,;。]/u)
    .slice(1)
    .join(',')

export const clausesOf = (text: string): string[] =>
  plain(text)
    .split(/[,;。\n]/u)
    .map((clause) => clause.trim())
    .filter(Boolean)

/** 经批准延长30日, or 同意延长至9月15日. */
function lengthened(own: readonly string[], remark: string, year: number | undefined): Field | undefined {
  for (const clause of own) {
    if (denies(clause)) continue
    const days = LONGER.exec(clause)
    if (days) return { state: 'number', number: Number(days[1]), text: remark }
    const until = untilIn(clause, year)
    if (until) return { state: 'day', day: until, text: remark }
  }
  return undefined
}

const UNTIL = /[至到]\s*((?:20\d{2}\s*[年.\-/]\s*)?\d{1,2}\s*[月.\-/]\s*\d{1,2})/u

function untilIn(clause: string, year: number | undefined): Day | undefined {
  const [, written] = UNTIL.exec(clause) ?? []
  if (written === undefined) return undefined
  const [whole] = daysIn(`${written}日`)
  return whole?.day ?? (year === undefined ? undefined : dayInYear(`${written}日`, year))
}

/** 专家评审7个工作日,依法不计入办理期限: the amount stands in the clause or in the one before. */
function excluded(clauses: readonly string[], remark: string): Field | undefined {
  const at = clauses.findIndex(
    (clause) => rowWords().uncounted.some((word) => clause.includes(word)) && isOfTime(clause),
  )
  if (at < 0) return undefined
  const amount = AMOUNT.exec(clauses[at]!) ?? AMOUNT.exec(clauses[at - 1] ?? '')
  return amount ? { state: 'number', number: Number(amount[1]), text: remark } : { state: 'unreadable', text: remark }
}

/** What may have moved a limit, or ended a matter before its time. */
const bears = (remark: string): boolean => rowWords().bearing.some((word) => remark.includes(word))
const lengthens = (remark: string): boolean => rowWords().extending.some((word) => remark.includes(word))

const isOfTime = (clause: string): boolean => rowWords().times.some((word) => clause.includes(word))

/** 不计入 takes out and denies nothing. */
const denies = (clause: string): boolean => NEGATED.test(rowWords().uncounted.reduce(without, clause))
const without = (text: string, word: string): string => text.replaceAll(word, '')

/** In which words remarks speak of it: those that it is given, else what its name is about; 延长 and 延期 are one. */
function wordsFor({ said, name }: ColumnSpec): readonly string[] {
  if (said) return said
  const about = name.replace(ASKING, '').replace(WHAT, '')
  const { extending } = rowWords()
  if (extending.some((word) => about.includes(word))) return extending
  return about.length > 1 ? [about] : []
}

const isDay = ({ type }: ColumnSpec): boolean => type === 'day' || type === 'time'

const ASKING = new RegExp(`^${cellWord('whether')}`, 'u')
const WHAT = new RegExp(`${cellWord('asksOf')}$`, 'u')
const NEGATED = new RegExp(`[未不非拟待]|${cellWord('none')}`, 'u')
const GRANTED = new RegExp(cellWord('granted'), 'u')
const LONGER = new RegExp(`${cellWord('prolonging')}[^\\d、,。;]{0,12}(\\d{1,3})\\s*(?:个工作日|工作日|日|天)`, 'u')
const AMOUNT = /(\d{1,3})\s*个?(?:工作日|日|天)/u
