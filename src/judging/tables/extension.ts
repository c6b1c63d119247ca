import type { Calendar } from '../../core/calendar.ts'
import { addDays, addMonths, type Day, dayOf, latest, yearOf } from '../../core/day.ts'
import { cellWord } from '../../language/cell-words.ts'
import { saysUndone } from '../../language/negation.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { plain } from '../../language/text.ts'
import { daysIn, numberOf } from '../../language/written-days.ts'
import { flagOf } from '../../records/flag.ts'
import { isOfHolidays } from '../../records/remark.ts'
import { dayInYear } from '../../records/table-year.ts'
import { cell } from './cells.ts'
import type { Column, GridRow } from './grid.ts'
import { rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'

/** How a row's limit was moved: until a day, or only that it was. */
export type Extension = { readonly until: Day | undefined; readonly said: boolean }

const NONE: Extension = { until: undefined, said: false }
const AMOUNT = /(?<!\d)(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(个工作日|工作日|个月|日|天|年)/u

/** What moves a limit: it is extended, or a time is not counted (专家评审7个工作日不计入办理期限). */
const movers = (): readonly string[] => {
  moving ??= [...rowWords().extending, ...rowWords().uncounted]
  return moving
}
let moving: readonly string[] | undefined

/**
 * An extension stands in a column of its own – a new end, days, a flag – or anywhere in the row's words. What comes before
 * the act that the time runs `from` (the hearing before the decision) takes none of it.
 */
export function extensionOf(row: GridRow, limit: Day, calendar: Calendar, from: string | null = null): Extension {
  const ends = rolesOf(row.grid).days.filter(({ as }) => as === 'extended')
  const until = latest(ends.flatMap((one) => spanOf(row, one)?.to ?? []))
  if (until !== undefined && until > limit) return { until, said: true }
  const own = row.grid.columns
    .filter((column) => isOfExtension(column, from))
    .map((column) => inColumn(cell(row, column), limit, calendar))
  const said = own.filter((one) => one.said)
  const moved = latest(said.flatMap((one) => one.until ?? []))
  if (moved !== undefined) return { until: moved, said: true }
  const words = row.grid.columns.map((column) => inWords(cell(row, column), column, limit, calendar))
  // 是否延期 是, and how far stands under 备注.
  if (said.length > 0) return { until: latest(words.flatMap((one) => one.until ?? [])), said: true }
  return words.find((one) => one.until !== undefined) ?? words.find((one) => one.said) ?? NONE
}

const isOfExtension = ({ parts }: Column, from: string | null): boolean =>
  parts.events.some((id) => EXTENDS.has(id) && !(from !== null && precedes(id, from)))

const precedes = (event: string, other: string): boolean =>
  rowWords().order.some(({ first, then }) => first.includes(event) && then.includes(other))

const EXTENDS = new Set(['延期', '中止', '特别程序', '检测鉴定', '听证', '补正', '征求第三方'])

function inColumn(text: string, limit: Day, calendar: Calendar): Extension {
  if (
    text === '' ||
    flagOf(text) === false ||
    saysUndone(text) ||
    rowWords().waived.some((word) => text.includes(word))
  )
    return NONE
  if (/^[—–\-/\\无0\s]*$/u.test(text)) return NONE
  const count = Number(/^\d{1,3}/.exec(text)?.[0] ?? Number.NaN)
  if (count > 0 && !/\d{4}/.test(text)) return { until: calendar.addWorkdays(limit, count), said: true }
  const until = latest(daysIn(text).map(({ day }) => day))
  return { until: until ?? byAmount(text, limit, calendar), said: true }
}

/** 延长20个工作日,已书面告知 */
function byAmount(text: string, limit: Day, calendar: Calendar): Day | undefined {
  const [, count, unit] = AMOUNT.exec(plain(text)) ?? []
  if (count === undefined || unit === undefined) return undefined
  return moved(limit, /^\d/.test(count) ? Number(count) : numberOf(count), unit, calendar)
}

function inWords(text: string, column: Column, limit: Day, calendar: Calendar): Extension {
  const words = plain(text)
  if (words.length < 4 || column.parts.attributes[0] === '名称' || !holdsAny(words, movers())) return NONE
  const word = movers().find((one) => words.includes(one))
  if (word === undefined || DENIED.test(words) || isOfHolidays(words)) return NONE
  const after = words.slice(words.indexOf(word))
  const spent = spentIn(words, limit, calendar)
  if (spent !== undefined) return { until: calendar.addWorkdays(limit, spent), said: true }
  const until = latest([...daysIn(words).map(({ day }) => day), ...spokenAfter(after, limit), ...monthsIn(after)])
  if (until !== undefined && until > limit) return { until, said: true }
  return { until: byAmount(AMOUNT.test(after) ? after : words, limit, calendar), said: true }
}

/** 专家评审2021-05-12至2021-06-18,依法不计入: the workdays from one to the other are not counted. */
function spentIn(words: string, limit: Day, calendar: Calendar): number | undefined {
  const span = uncountedIn(words, addDays(limit, -HALF_A_YEAR))
  return span && calendar.workdaysBetween(addDays(span.from, -1), span.to)
}

const HALF_A_YEAR = 183

type Span = { readonly from: Day; readonly to: Day }

/**
 * 其中4月14日至5月7日方案专家评审,不计入: the stretch that a remark takes out of the time of a matter that began on `since`.
 * Days without a year are the first such ones after it.
 */
export function uncountedIn(remark: string, since: Day): Span | undefined {
  const words = plain(remark)
  if (!holdsAny(words, rowWords().uncounted)) return undefined
  return spanIn(daysIn(words), words) ?? shortSpanIn(words, since)
}

function spanIn([from, to, ...others]: ReturnType<typeof daysIn>, words: string): Span | undefined {
  if (!from || !to || others.length > 0 || to.day < from.day) return undefined
  return /[至到\-—~～]/u.test(words.slice(from.end, to.start)) ? { from: from.day, to: to.day } : undefined
}

const SHORT = /(\d{1,2}月\d{1,2}日?)\s*[至到\-—~～]\s*(\d{1,2}月\d{1,2}日?)/u

function shortSpanIn(words: string, since: Day): Span | undefined {
  const [, first, last] = SHORT.exec(words) ?? []
  if (first === undefined || last === undefined) return undefined
  const next = (written: string, day: Day): Day | undefined =>
    [yearOf(day), yearOf(day) + 1].flatMap((year) => dayInYear(written, year) ?? []).find((one) => one >= day)
  const from = next(first, since)
  const to = from && next(last, from)
  return from && to ? { from, to } : undefined
}

/** 延长至9月15日前: without a year, it is the first such day after the limit. */
function spokenAfter(words: string, limit: Day): Day[] {
  const [said] = /\d{1,2}\s*月\s*\d{1,2}\s*日/u.exec(words) ?? []
  if (said === undefined) return []
  const year = yearOf(limit)
  const days = [year, year + 1].flatMap((one) => dayInYear(said, one) ?? [])
  return days.filter((day) => day > limit).slice(0, 1)
}

/** 延长至2022年12月: to its last day. */
const monthsIn = (words: string): Day[] =>
  [...words.matchAll(/[至到]\s*(20\d{2})\s*[年.]\s*(\d{1,2})\s*月?(?![\d.月日])/gu)].flatMap(([, year, month]) => {
    const first = dayOf(Number(year), Number(month), 1)
    return first ? [addDays(addMonths(first, 1), -1)] : []
  })

// 未经批准延期, 无延长审批: no time was added.
const DENIED = new RegExp(`${cellWord('notAdded')}[^,，。;；、]{0,4}${cellWord('prolonging')}`, 'u')

/** 2021年 is a year, not so many of them. */
const LONGEST = 20

function moved(limit: Day, count: number, unit: string, calendar: Calendar): Day | undefined {
  if (unit.includes('工作日')) return calendar.addWorkdays(limit, count)
  if (unit === '年') return count < LONGEST ? addMonths(limit, count * 12) : undefined
  return unit.includes('月') ? addMonths(limit, count) : addDays(limit, count)
}
