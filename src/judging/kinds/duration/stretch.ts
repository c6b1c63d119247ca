import { addDays, addMonths, type Day, daysBetween } from '../../../core/day.ts'
import type { Field, LedgerRow } from '../../../core/ledger.ts'
import { SPAN_NAMES } from '../../../core/span.ts'
import { figure } from '../../../language/prose.ts'
import { clipped } from '../../../language/text.ts'
import { dayIn, hoursIn, isEmpty } from '../../rows/cells.ts'
import { compared } from '../../rows/conditions.ts'
import type { Seen } from '../../rows/rows.ts'
import { uncountedIn } from '../../tables/extension.ts'
import { restartOf } from '../../tables/restart.ts'
import { type Ask, type Less, type Limit, lastDay, lessOf, limitOf, open, type Trouble } from './limit.ts'

/** What the time between two columns of a row comes to against its limits. */
export function stretchOf(row: LedgerRow, ask: Ask): Seen<Trouble> {
  const [written, end] = [row.field(ask.from), row.field(ask.to)]
  const start = sinceLaw(written, ask)
  const from = dayIn(start)
  if (!from) return blank(start, ask, ask.from)
  // 视为放弃, 申请人撤回: it ended without an end of its own.
  if (isEmpty(end) && row.aside) return { state: 'idle' }
  if (!dayIn(end) && !(ask.missing === 'overdue' && isEmpty(end))) return blank(end, ask, ask.to)

  const less = lessOf(row, ask)
  const limit = limitOf(row, ask, less)
  if ('state' in limit) return limit
  const seen = dayIn(end) ? done(start, end, ask, less, limit) : pending(start, ask, limit)
  if (seen.state !== 'wrong') return seen
  const whole = { start, end, ask, less, limit }
  return shortened(row, from, whole) ?? restarted(seen, row, from, whole)
}

/** What a remark takes out of the time (专家评审4月14日至5月7日,不计入) may make it short enough. */
function shortened(row: LedgerRow, from: Day, { start, end, ask, less, limit }: Stretch): Seen<Trouble> | undefined {
  const span = uncountedIn(row.remark ?? '', from)
  const last = dayIn(end)
  if (!span || !last || span.to > last || ask.unit === 'hour') return undefined
  const { calendar } = ask.scope.package
  const before = addDays(span.from, -1)
  const count = ask.unit === 'workday' ? calendar.workdaysBetween(before, span.to) : daysBetween(before, span.to)
  if (count === undefined) return undefined
  const more = { count: less.count + count, doubt: less.doubt }
  const seen = done(start, end, ask, more, { ...limit, more: limit.more + count })
  return seen.state === 'wrong' ? undefined : seen
}

/** A limit that became law while something was open runs from then. */
function sinceLaw(field: Field, { since }: Ask): Field {
  const day = dayIn(field)
  return since !== null && day !== undefined && day < since ? { state: 'day', day: since, text: field.text } : field
}

type Stretch = {
  readonly start: Field
  readonly end: Field
  readonly ask: Ask
  readonly less: Less
  readonly limit: Limit
}

/** What is too long from its first day may be in time from the day on which the row says that it began anew. */
function restarted(
  seen: Seen<Trouble>,
  row: LedgerRow,
  from: Day,
  { start, end, ask, less, limit }: Stretch,
): Seen<Trouble> {
  const day = restartOf(row.remark ?? '', from)
  if (day === undefined) return seen
  if (day === null) return open(ask.to, `${'words' in seen ? seen.words : ''}，${clipped(row.remark ?? '', 30)}`)
  const anew: Field = { state: 'day', day, text: start.text }
  return dayIn(end) ? done(anew, end, ask, less, limit) : pending(anew, ask, limit)
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

function done(start: Field, end: Field, ask: Ask, less: Less, limit: Limit): Seen<Trouble> {
  const { from: fromColumn, to: column, unit } = ask
  const [from, to] = [dayIn(start)!, dayIn(end)!]
  if ((compared(start, end) ?? 0) > 0) return open(column, `${fromColumn}${from}，${column}${to}`, 'reversed')
  if (unit === 'hour' && limit.until === null) return byHours(start, end, ask, less, limit)
  return byDays(from, to, ask, less, limit)
}

function byDays(
  from: Day,
  to: Day,
  { scope, to: column, unit, least, exact, bothEnds }: Ask,
  less: Less,
  limit: Limit,
): Seen<Trouble> {
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
  const isNearly = count - less.count + first >= enough
  if (isNearly && bothEnds) return { state: 'right', column, words: `${long}，含首日` }
  if (isNearly && !exact) return open(column, long, 'borderline')
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
