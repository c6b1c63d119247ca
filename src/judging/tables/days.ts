import { addDays, addMonths, type Day, dayOf } from '../../core/day.ts'
import type { Value } from '../../core/evidence.ts'
import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { plain } from '../../language/text.ts'
import { daysIn } from '../../language/written-days.ts'
import { momentOf } from '../../records/moment.ts'
import { dayInYear } from '../../records/table-year.ts'

/** The earliest and the latest day that a cell may mean: a month is any day of it. */
export type Span = { readonly from: Day; readonly to: Day }

const MONTH = /^(20\d{2})\s*[年.\-/]\s*(\d{1,2})\s*月?(?:底|末|份|前)?$/u
/** 20.12.15 and 21/3/2: no day and month begin with such a number. */
const SHORT_YEAR = /^(1[3-9]|[2-4]\d)\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,2})$/u
const HEDGE = new RegExp(`^${cellWord('hedged')}|(?:前|之前|以前)$`, 'u')

// Days come again and again, and every rule asks for them anew.
const known = new Map<number | undefined, Map<Value, Span | null>>()
const MOST = 4096

export function spanIn(value: Value, year: number | undefined): Span | undefined {
  const spans = known.get(year) ?? new Map<Value, Span | null>()
  known.set(year, spans)
  const found = spans.get(value)
  if (found !== undefined) return found ?? undefined
  const span = made(value, year)
  if (spans.size >= MOST) spans.clear()
  spans.set(value, span ?? null)
  return span
}

function made(value: Value, year: number | undefined): Span | undefined {
  const moment = momentOf(value)
  if (moment) return { from: moment.day, to: moment.day }
  const text = plain(String(value ?? '')).trim()
  if (text === '' || text.length > 60) return undefined
  const month = MONTH.exec(text)
  if (month) return monthOf(Number(month[1]), month[2]!, typeof value === 'number')
  const own = momentOf(text.replace(HEDGE, '').replace(SHORT_YEAR, '20$1-$2-$3'))
  if (own) return { from: own.day, to: own.day }
  const day = (year === undefined ? undefined : dayInYear(value, year)) ?? dayAmong(text)
  return day && { from: day, to: day }
}

/**
 * 第88次常务会 2021-04-09, 2020-03-12(专家5名), 2021.8.12 解除,无延长审批: one clause states the day, the others how it was or until
 * when it was put off.
 */
function dayAmong(text: string): Day | undefined {
  const dated = text
    .replace(COUNTED, '')
    .split(CLAUSE)
    .filter((clause) => daysIn(clause).length > 0)
  const [first, ...others] = dated
  if (first === undefined || others.some((clause) => !holdsAny(clause, rowWords().extending))) return undefined
  return momentOf(first)?.day
}

const COUNTED = new RegExp(
  `第\\s*\\d{1,4}\\s*${cellWord('counters')}|(?<!\\d)\\d{1,3}\\s*${cellWord('counters')}`,
  'gu',
)
const CLAUSE = /[,;，；。()（）]/u

/** A number typed as 2021.1 may have been October. */
function monthOf(year: number, month: string, isNumber: boolean): Span | undefined {
  const from = dayOf(year, Number(month), 1)
  if (!from) return undefined
  const last = isNumber && month === '1' ? dayOf(year, 10, 1)! : from
  return { from, to: addDays(addMonths(last, 1), -1) }
}
