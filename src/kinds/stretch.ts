import { addDays, addMonths, type Day, daysBetween } from '../core/day.ts'
import type { Scope } from '../core/kind.ts'
import type { Field, LedgerRow } from '../core/ledger.ts'
import { SPAN_NAMES, type SpanUnit } from '../core/span.ts'
import { dayIn, hoursIn, isEmpty, numberIn } from './cells.ts'
import { compared } from './conditions.ts'
import { type Due, dueAfter } from './due.ts'
import type { Seen } from './rows.ts'
import { figure } from './words.ts'

export type Trouble = 'reversed' | 'perhaps-longer' | 'borderline' | 'no-calendar'

/** What a rule asks of the time between two columns of a row. */
export type Ask = {
  readonly scope: Scope
  readonly from: string
  readonly to: string
  readonly unit: SpanUnit
  readonly least: number | null
  readonly most: number | null
  readonly mostColumn: string | null
  readonly plus: readonly string[]
  readonly lessFrom: string | null
  readonly lessTo: string | null
  readonly missing: 'unclear' | 'ignore' | 'overdue'
}

/**
 * A row's own upper limit: so many of the rule's units, or until a day; and `more` days (working days, hours) on top.
 * `doubt` names a column that might still extend it.
 */
type Limit = {
  readonly count: number | null
  readonly until: Day | null
  readonly more: number
  readonly doubt: string | null
}

const HUGE = 36_600

const open = (column: string, words: string, why: Trouble | 'open-rows' = 'open-rows'): Seen<Trouble> => ({
  state: 'open',
  why,
  column,
  words,
})

export function stretchOf(row: LedgerRow, ask: Ask): Seen<Trouble> {
  const [start, end] = [row.field(ask.from), row.field(ask.to)]
  const from = dayIn(start)
  if (!from) return blank(start, ask, ask.from)
  if (!dayIn(end) && !(ask.missing === 'overdue' && isEmpty(end))) return blank(end, ask, ask.to)

  const less = lessOf(row, ask)
  const limit = limitOf(row, ask, less)
  if ('state' in limit) return limit
  return dayIn(end) ? done(start, end, ask, less, limit) : pending(start, ask, limit)
}

/** What might still extend the limit excuses what is too long, and nothing else. */
const tooLong = (column: string, words: string, { doubt }: Limit): Seen<Trouble> =>
  doubt ? open(doubt, `${words}，${doubt}不明`, 'perhaps-longer') : { state: 'wrong', column, words }

function blank(field: Field, { missing }: Ask, column: string): Seen<Trouble> {
  // 不适用 is the unit's own word that nothing is due here (依法不公开 …); the remedies ask for it.
  if (field.state === 'inapplicable') return { state: 'idle' }
  if (isEmpty(field) && missing === 'ignore') return { state: 'idle' }
  return open(column, `${column}${isEmpty(field) ? '未填' : '无法识别'}`)
}

type Less = { readonly count: number; readonly doubt: string | null }

/** The stretch that is not counted, its first day left out and its last day included, as with the whole. */
function lessOf(row: LedgerRow, { lessFrom, lessTo, unit, scope }: Ask): Less {
  if (lessFrom === null || lessTo === null) return { count: 0, doubt: null }
  const [a, b] = [row.field(lessFrom), row.field(lessTo)]
  if ([a, b].every((field) => isEmpty(field) || field.state === 'inapplicable')) return { count: 0, doubt: null }
  const [from, to] = [dayIn(a), dayIn(b)]
  if (!from || !to || to < from) return { count: 0, doubt: from ? lessTo : lessFrom }
  if (unit === 'hour') {
    const [start, end] = [hoursIn(a), hoursIn(b)]
    return start && end && start.from === start.to && end.from === end.to
      ? { count: end.to - start.from, doubt: null }
      : { count: 0, doubt: lessTo }
  }
  const count = unit === 'workday' ? scope.package.calendar.workdaysBetween(from, to) : daysBetween(from, to)
  return count === undefined ? { count: 0, doubt: lessTo } : { count, doubt: null }
}

function limitOf(row: LedgerRow, { most, mostColumn, plus }: Ask, less: Less): Limit | Seen<Trouble> {
  const own = mostColumn === null ? undefined : row.field(mostColumn)
  const until = own ? (dayIn(own) ?? null) : null
  const stated = own ? numberIn(own) : undefined
  const base = stated ?? most
  if (mostColumn !== null && own && !until && stated === undefined && !(isEmpty(own) || own.state === 'inapplicable'))
    return open(mostColumn, `${mostColumn}${own.state === 'absent' ? '未列' : '无法识别'}`)
  if (mostColumn !== null && !until && base === null) return open(mostColumn, `${mostColumn}未填`)
  if (base !== null && !(base >= 0 && base <= HUGE)) return open(mostColumn ?? '', `时限${figure(base)}不合常理`)

  const added = plus.map((column) => ({ column, days: addedBy(row.field(column)) }))
  const extra = added.reduce((sum, { days }) => sum + (days ?? 0), less.count)
  const doubt = added.find(({ days }) => days === undefined)?.column ?? less.doubt
  return { count: base, until: until && addDays(until, extra), more: extra, doubt }
}

/** Nothing written adds nothing; what cannot be read might add anything. */
function addedBy(field: Field): number | undefined {
  if (isEmpty(field) || field.state === 'inapplicable') return 0
  const days = numberIn(field)
  return days !== undefined && days >= 0 && days <= HUGE ? days : undefined
}

/** Not finished: a fault only once the last day has passed. */
function pending(start: Field, { scope, to, unit }: Ask, limit: Limit): Seen<Trouble> {
  const { asOf, calendar } = scope.package
  const from = dayIn(start)!
  if (unit === 'hour' && limit.until === null) {
    const began = hoursIn(start)
    const now = Date.parse(asOf) / 3_600_000
    if (!began || limit.count === null) return open(to, `${to}未填`)
    return began.to + limit.count + limit.more < now ? tooLong(to, `${to}未填，已逾期`, limit) : { state: 'idle' }
  }
  const due = lastDay(calendar, from, unit, limit)
  if (due === null) return open(to, `${to}未填`)
  if (due === undefined) return open(to, `自${from}起`, 'no-calendar')
  if (asOf <= due.day) return { state: 'idle' }
  if (!due.sure) return open(to, `最迟应在${due.day}`, 'no-calendar')
  return tooLong(to, `${to}未填，${due.day}到期，已逾期${daysBetween(due.day, asOf)}日`, limit)
}

/** Null: no upper limit. Undefined: no calendar to find it. */
function lastDay(
  calendar: Scope['package']['calendar'],
  from: Day,
  unit: SpanUnit,
  { count, until, more }: Limit,
): Due | null | undefined {
  if (until) return { day: until, sure: true }
  if (count === null) return null
  return dueAfter(calendar, from, { count: Math.floor(count), unit }, Math.floor(more))
}

function done(start: Field, end: Field, ask: Ask, less: Less, limit: Limit): Seen<Trouble> {
  const { from: fromColumn, to: column, unit } = ask
  const [from, to] = [dayIn(start)!, dayIn(end)!]
  if ((compared(start, end) ?? 0) > 0) return open(column, `${fromColumn}${from}，${column}${to}`, 'reversed')
  if (unit === 'hour' && limit.until === null) return byHours(start, end, ask, less, limit)
  return byDays(from, to, ask, less, limit)
}

function byDays(from: Day, to: Day, { scope, to: column, unit, least }: Ask, less: Less, limit: Limit): Seen<Trouble> {
  const { calendar } = scope.package
  const count = unit === 'workday' ? calendar.workdaysBetween(from, to) : daysBetween(from, to)
  // Months differ in length, so what is too short is told in days up to the day that would have been enough.
  const enough = least !== null && unit === 'month' ? daysBetween(from, addMonths(from, least)) : least
  const due = lastDay(calendar, from, unit, limit)
  if (count === undefined || due === undefined) return open(column, `${from}至${to}`, 'no-calendar')

  const long = `${count}${unit === 'workday' ? SPAN_NAMES.workday : SPAN_NAMES.day}`
  if (due && to > due.day)
    return due.sure
      ? tooLong(column, `${long}，最迟应在${due.day}`, limit)
      : open(column, `${long}，期满日是否遇假日顺延不明`, 'no-calendar')
  if (enough === null || count - less.count >= enough) {
    if (enough !== null && less.doubt) return open(less.doubt, `${less.doubt}不明`)
    return { state: 'right', column, words: long }
  }
  const first = unit === 'workday' ? Number(calendar.isWorkday(from) === true) : 1
  if (count - less.count + first >= enough) return open(column, long, 'borderline')
  return { state: 'wrong', column, words: long }
}

/** A cell with a day and no time can be any moment of it; it decides only where every moment says the same. */
function byHours(start: Field, end: Field, { to: column, least }: Ask, less: Less, limit: Limit): Seen<Trouble> {
  const [a, b] = [hoursIn(start)!, hoursIn(end)!]
  const [short, long] = [Math.max(0, b.from - a.to), b.to - a.from]
  const words = short === long ? `${figure(Math.round(short * 10) / 10)}小时` : '只填了日期，未填时刻'
  const extra = less.count
  const count = limit.count === null ? null : limit.count + limit.more
  if (count !== null && short > count)
    return tooLong(column, short === long ? words : `相隔${Math.floor(short)}小时以上`, limit)
  if (least !== null && long - extra < least) return { state: 'wrong', column, words }
  if ((count !== null && long > count) || (least !== null && short - extra < least)) return open(column, words)
  return { state: 'right', column, words }
}

/** 不少于5个工作日、不超过15个工作日（填有法定时限的从其规定） */
export function limitName({ least, most, mostColumn, unit }: Ask): string {
  const unitName = SPAN_NAMES[unit]
  const limits = [
    ...(least === null ? [] : [`不少于${figure(least)}${unitName}`]),
    ...(most === null ? [] : [`不超过${figure(most)}${unitName}`]),
    ...(mostColumn !== null && most === null ? [`不超过各件的${mostColumn}`] : []),
  ].join('、')
  return mostColumn !== null && most !== null ? `${limits}（填有${mostColumn}的从其规定）` : limits
}
