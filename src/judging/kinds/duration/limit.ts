import { addDays, type Day, daysBetween, latest } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import type { Field, LedgerRow } from '../../../core/ledger.ts'
import { SPAN_NAMES, type SpanUnit } from '../../../core/span.ts'
import { figure } from '../../../language/prose.ts'
import { dayIn, hoursIn, isEmpty, numberIn } from '../../rows/cells.ts'
import { type Due, dueAfter } from '../../rows/due.ts'
import type { Seen } from '../../rows/rows.ts'

export type Trouble = 'reversed' | 'perhaps-longer' | 'borderline' | 'no-calendar'

/** What a rule asks of the time between two columns of a row. */
export type Ask = {
  readonly scope: Scope
  readonly from: string
  readonly to: string
  readonly unit: SpanUnit
  /** The limit is law from this day on: what began before is counted from it. */
  readonly since: Day | null
  readonly exact: boolean
  /** Its first day counts where only that makes it long enough: one may speak up on it. */
  readonly bothEnds: boolean
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
export type Limit = {
  readonly count: number | null
  readonly until: Day | null
  readonly more: number
  readonly doubt: string | null
}

export type Less = { readonly count: number; readonly doubt: string | null }

const HUGE = 36_600

export const open = (column: string, words: string, why: Trouble | 'open-rows' = 'open-rows'): Seen<Trouble> => ({
  state: 'open',
  why,
  column,
  words,
})

/** The stretch that is not counted, its first day left out and its last day included, as with the whole. */
export function lessOf(row: LedgerRow, { lessFrom, lessTo, unit, scope }: Ask): Less {
  if (lessFrom === null || lessTo === null) return { count: 0, doubt: null }
  const [a, b] = [row.field(lessFrom), row.field(lessTo)]
  if ([a, b].every(isNothing)) return { count: 0, doubt: null }
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

export function limitOf(row: LedgerRow, { most, mostColumn, plus }: Ask, less: Less): Limit | Seen<Trouble> {
  const own = mostColumn === null ? undefined : row.field(mostColumn)
  const until = own ? (dayIn(own) ?? null) : null
  const stated = own ? numberIn(own) : undefined
  const base = stated ?? most
  if (mostColumn !== null && own && !until && stated === undefined && !isNothing(own) && own.state !== 'absent')
    return open(mostColumn, `${mostColumn}无法识别`)
  if (mostColumn !== null && !until && base === null)
    return open(mostColumn, `${mostColumn}${own?.state === 'absent' ? '未列' : '未填'}`)
  if (base !== null && !(base >= 0 && base <= HUGE)) return open(mostColumn ?? '', `时限${figure(base)}不合常理`)

  // 同意延长至9月15日: a new end, whatever the term was.
  const moved = latest(plus.flatMap((column) => dayIn(row.field(column)) ?? []))
  if (moved) return { count: base, until: moved, more: less.count, doubt: less.doubt }
  const added = plus.map((column) => ({ column, days: addedBy(row.field(column)) }))
  const extra = added.reduce((sum, { days }) => sum + (days ?? 0), less.count)
  const doubt = added.find(({ days }) => days === undefined)?.column ?? less.doubt
  return { count: base, until: until && addDays(until, extra), more: extra, doubt }
}

/** A column that nobody keeps moves no limit. */
const isNothing = (field: Field): boolean =>
  isEmpty(field) || field.state === 'inapplicable' || field.state === 'absent'

/** Nothing written adds nothing; what cannot be read might add anything. */
function addedBy(field: Field): number | undefined {
  if (isNothing(field)) return 0
  const days = numberIn(field)
  return days !== undefined && days >= 0 && days <= HUGE ? days : undefined
}

/** Null: no upper limit. Undefined: no calendar to find it. */
export function lastDay(
  calendar: Scope['package']['calendar'],
  from: Day,
  unit: SpanUnit,
  { count, until, more }: Limit,
): Due | null | undefined {
  if (until) return { day: until, sure: true }
  if (count === null) return null
  return dueAfter(calendar, from, { count: Math.floor(count), unit }, Math.floor(more))
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
