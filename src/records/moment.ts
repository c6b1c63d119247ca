import { addDays, type Day, isDay } from '../core/day.ts'
import type { Value } from '../core/evidence.ts'
import { cellWord } from '../language/cell-words.ts'
import { plain } from '../language/text.ts'
import { daysIn } from '../language/written-days.ts'

/** A day and, where the cell gives one, its time of day as `HH:mm`. */
export type Moment = { readonly day: Day; readonly time: string | null }

const CLOCK = new RegExp(
  `(?:${cellWord('beforeNoon')}|(${cellWord('afterNoon')}))?\\s*(?<!\\d)(\\d{1,2})\\s*(?::|时|点)\\s*(?:(\\d{1,2})(?!\\d)\\s*分?|整|半)?(?:\\s*:\\s*\\d{1,2}(?:\\.\\d{1,3})?|\\s*\\d{1,2}\\s*秒)?`,
  'u',
)
// Words that make a day a plan, a limit or a stretch: such a cell states no day on which something was done.
const HEDGED = new RegExp(cellWord('notThatDay'), 'u')
// 解除,无延长审批: that there was no more time hedges nothing.
const NO_MORE = new RegExp(`${cellWord('notAdded')}[^,，。;；、]{0,6}${cellWord('prolonging')}[^,，。;；、]*`, 'gu')
// 责令60日内重新作出决定: what somebody else is given is no limit of this day.
const GIVEN = new RegExp(`(?:${cellWord('ordering')})\\D{0,4}\\d{1,3}个?${cellWord('working')}?[日天月]内`, 'gu')
const NUMBERED = /[\p{Script=Han}]{0,12}[〔[(【]\s*\d{4}\s*[〕\])】]\s*(?:第)?\s*\d{1,5}\s*号?/gu
const ISO_LENGTH = 10
const ISO_CENTURY = /^(?:19|20)/
const ISO_ZONE = /^[TZ]?(?:[+-]\d{2}:?\d{2})?Z?$/

/** The one day that a cell states. Two days, a month only, or a day that is hedged (拟于…) give none. */
export function momentOf(value: Value): Moment | undefined {
  if (typeof value === 'number') return serialMoment(value)
  const text = plain(value ?? '').trim()
  // As workbooks give their days: hundreds of thousands of cells.
  if (text.length === ISO_LENGTH && ISO_CENTURY.test(text) && isDay(text)) return { day: text, time: null }
  if (text.length > 80) return undefined
  const found = daysIn(text)
  const days = [...new Set(found.map(({ day }) => day))]
  if (days.length !== 1) return undefined
  const rest = withoutSpans(text, found)
  const clock = CLOCK.exec(rest)
  const time = clock ? timeOf(clock) : null
  const left = (clock ? rest.replace(clock[0], '') : rest).replace(NUMBERED, '').replace(NO_MORE, '').replace(GIVEN, '')
  if (time === undefined || /\d/.test(left.replace(ISO_ZONE, '')) || HEDGED.test(left)) return undefined
  if (time === '24:00') return { day: addDays(days[0]!, 1), time: '00:00' }
  return { day: days[0]!, time }
}

const FIRST_SERIAL = 36_526
const LAST_SERIAL = 60_000

/** Excel's day count (2000-01-01 … 2064), or 20210506 typed as a number. */
function serialMoment(value: number): Moment | undefined {
  if (Number.isInteger(value) && value > 19_000_000 && value < 21_000_000) return momentOf(String(value))
  if (!(value >= FIRST_SERIAL && value <= LAST_SERIAL)) return undefined
  const minutes = Math.round((value % 1) * 1440)
  const day = addDays('1899-12-30', Math.floor(value) + (minutes === 1440 ? 1 : 0))
  const time = Number.isInteger(value) || minutes === 1440 ? null : clockText(Math.floor(minutes / 60), minutes % 60)
  return { day, time }
}

function withoutSpans(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let rest = text
  for (const { start, end } of spans.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  return rest.trim().replace(/^T(?=\d)/, '')
}

/** Undefined where there is no such time; 00:00 alone is how programs write a day without a time. */
function timeOf([whole, late, hours, minutes]: RegExpExecArray): string | undefined | null {
  const hour = Number(hours) + (late && Number(hours) < 12 ? 12 : 0)
  const minute = whole.includes('半') ? 30 : Number(minutes ?? 0)
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined
  return clockText(hour, minute)
}

const clockText = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
