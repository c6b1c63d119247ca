import { addDays, addMonths, type Day, dayOf, yearOf } from '../core/day.ts'
import type { Value } from '../core/evidence.ts'
import type { ColumnSpec, ColumnType, Field } from '../core/ledger.ts'
import { plain } from '../language/text.ts'
import { daysIn, numberOf } from '../language/written-days.ts'
import { flagOf } from './flag.ts'
import { markOf } from './marks.ts'
import { momentOf } from './moment.ts'

const MOST = 4096
const known = new WeakMap<ColumnSpec, Map<Value, Field>>()

/** Reads a cell as its column's type. What cannot be read is `unreadable`, never a guess. */
export function cellField(value: Value, column: ColumnSpec): Field {
  // Texts are hardly ever the same and quickly read; days, years and flags come again and again, and rules ask anew.
  if (column.type === 'text') return read(value, column)
  const fields = known.get(column) ?? new Map<Value, Field>()
  known.set(column, fields)
  const field = fields.get(value) ?? read(value, column)
  if (fields.size >= MOST) fields.clear()
  fields.set(value, field)
  return field
}

function read(value: Value, column: ColumnSpec): Field {
  const text = textOf(value)
  return markOf(text, column) ?? READ[column.type](value, text, column) ?? { state: 'unreadable', text }
}

export const textOf = (value: Value | undefined): string => String(value ?? '').trim()

type Read = (value: Value, text: string, column: ColumnSpec) => Field | undefined

const READ: Readonly<Record<ColumnType, Read>> = {
  text: (_, text) => ({ state: 'text', text: afterArrow(text) }),
  day: (value, text, { until }) => {
    const day = momentOf(value)?.day ?? (until ? lastDayOf(text) : undefined)
    return day === undefined ? undefined : { state: 'day', day, text }
  },
  // A day without its hour is still a day; whoever needs hours sees that none is given.
  time: (value, text) => {
    const moment = momentOf(value)
    if (!moment?.time) return moment && { state: 'day', day: moment.day, text }
    return { state: 'time', moment: `${moment.day}T${moment.time}`, day: moment.day, text }
  },
  year: (value, text) => stated(yearIn(value), text),
  number: (value, text) => stated(typeof value === 'number' ? value : figureIn(text), text),
  percent: (value, text) => stated(percentIn(value), text),
  flag: (_, text) => {
    const flag = flagOf(text)
    return flag === undefined ? undefined : { state: 'flag', flag, text }
  },
}

const MONTH = /(?:^|[^\d])(20\d{2})\s*[年./-]\s*(\d{1,2})\s*月?(?:底|末|份)?\s*$/u

/** What is good until 2025年12月 is good for the whole month, and 2020.12.1—2025.11.30 until its end. */
function lastDayOf(text: string): Day | undefined {
  const signs = plain(text).trim()
  if (signs.length > 60) return undefined
  const month = MONTH.exec(signs)
  if (month) {
    const first = dayOf(Number(month[1]), Number(month[2]), 1)
    return first && addDays(addMonths(first, 1), -1)
  }
  const [from, to, other] = daysIn(signs)
  return from && to && !other && to.day > from.day ? to.day : undefined
}

const stated = (number: number | undefined, text: string): Field | undefined =>
  number === undefined || !Number.isFinite(number) ? undefined : { state: 'number', number, text }

function yearIn(value: Value): number | undefined {
  if (typeof value === 'number' && value >= 1990 && value <= 2100) return Number.isInteger(value) ? value : undefined
  const moment = momentOf(value)
  if (moment) return yearOf(moment.day)
  const found =
    /^(?:((?:19|20)\d{2})|([〇零○一二三四五六七八九]{4}))\s*(?:年度?)?(?:\d{1,2}月份?|[上下]半年|全年|第?[一二三四1-4]季度)?$/u.exec(
      plain(textOf(value)),
    )
  if (!found) return undefined
  return found[1] ? Number(found[1]) : numberOf(found[2]!)
}

const FIGURE = /^¥?\s*([+-]?(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,10})?)\s*([\p{Script=Han}/()]{0,8})$/u

/** 1,234.5 and 60学时. A unit that multiplies (3万) is not a plain figure. */
function figureIn(text: string): number | undefined {
  const found = FIGURE.exec(plain(text).trim())
  if (!found || /[十百千万亿]/u.test(found[2]!)) return undefined
  return Number(found[1]!.replaceAll(',', ''))
}

/** In percent points, as printed. A bare 0.95 may be 95 % or 0.95 %, so it is neither. */
function percentIn(value: Value): number | undefined {
  const text = plain(textOf(value)).trim()
  const found = /^(-?\d{1,9}(?:\.\d{1,8})?)\s*%?$/u.exec(text)
  if (!found) return undefined
  const number = Number(found[1])
  return text.endsWith('%') || number === 0 || number > 1 ? number : undefined
}

/** 不满意→满意: what it came to in the end. */
function afterArrow(text: string): string {
  const last = text.length <= SHORT ? /[→⇒➔](?=[^→⇒➔]+$)/u.exec(text) : null
  return last ? text.slice(last.index + 1).trim() : text
}
const SHORT = 16
