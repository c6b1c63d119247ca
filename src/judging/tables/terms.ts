import type { Calendar } from '../../core/calendar.ts'
import { addDays, addMonths, type Day, daysBetween, written } from '../../core/day.ts'
import { cellWord } from '../../language/cell-words.ts'
import { isTakenOut } from './aside.ts'
import { cell } from './cells.ts'
import { extensionOf } from './extension.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Grid, GridRow } from './grid.ts'
import type { Clock } from './limits.ts'
import { restartedOn } from './restart.ts'
import { type DayColumn, rolesOf, widely } from './roles.ts'
import { spanOf } from './sequence.ts'
import { saidIn } from './undone.ts'

/** A term that the law or the office's own rule sets: so many days from one act to another one. */
export type Term = {
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly most: number
  readonly unit: 'workday' | 'day' | 'month'
  /** It is how long one thing may last: columns 起 and 止 are its ends. */
  readonly lasts?: true
  /** Rows of one kind only, as a cell of theirs says. */
  readonly of?: string
  /** The rule's own: where a column tells what each row is (处罚, 检查), of these only; what came before it began is a flaw. */
  readonly kinds?: readonly string[]
  /** A note of the table's own: where no head names its acts, its first day and its last are meant. */
  readonly loose?: true
  /** Rows that began before are of another time. */
  readonly since?: Day
  readonly says: string
}

/** Rows in which the second act came later than the term, or has not come though the term is over. */
export function pastTerm(grid: Grid, term: Term, clock: Clock): Flaw[] {
  const days = rolesOf(grid).days.filter(({ as }) => as === 'act')
  const acts = days.filter(({ end }) => end === null)
  const ends = term.lasts ? days : []
  const bare = term.loose ? bareEnds(acts) : undefined
  const from = ends.find(({ end }) => end === '起') ?? firstOf(acts, term.from) ?? bare?.from ?? bareStart(days)
  const to = ends.find(({ end }) => end === '止') ?? lastOf(acts, term.to) ?? bare?.to
  if (!from || !to || from === to) return []
  const rows = term.of === undefined ? grid.rows : grid.rows.filter((row) => isOfKind(row, term.of ?? ''))
  const held = isOfKinds(grid, term.kinds ?? [])
  return rows
    .filter(held)
    .flatMap((row) => pastIn(row, from, to, term, clock) ?? (isReversible(from, term) ? reversed(row, from, to) : []))
}

/** 决定书送达日期 is no day of decision: what was decided may be published before it was served. */
const isReversible = ({ column }: DayColumn, { from, kinds }: Term): boolean =>
  kinds !== undefined && column.parts.events.every((id) => widely(id).some((one) => from.includes(one)))

/** 公开日期 before 决定日期: the term cannot have begun. */
function reversed(row: GridRow, from: DayColumn, to: DayColumn): Flaw[] {
  const [begun, done] = [spanOf(row, from), spanOf(row, to)]
  if (!begun || !done || done.to >= begun.from) return []
  const words = `${to.column.name}${written(done.to)}，早于${from.column.name}${written(begun.from)}`
  return [flawAt('先后', row, to.column, words)]
}

/** Which rows are of these kinds: all of a table that does not tell its rows apart, if its name is of one of them. */
function isOfKinds(grid: Grid, kinds: readonly string[]): (row: GridRow) => boolean {
  if (kinds.length === 0) return () => true
  const column = grid.columns.find(
    (one) =>
      one.parts.attributes[0] === '种类' &&
      grid.rows.filter((row) => KINDS.test(cell(row, one))).length >= grid.rows.length * MOST,
  )
  if (column) return (row) => kinds.some((kind) => cell(row, column).includes(kind))
  const isNamed = grid.names.some((name) => kinds.some((kind) => name.includes(kind)))
  return () => isNamed
}
const KINDS = new RegExp(cellWord('actKinds'), 'u')
const MOST = 0.6

/** The only two columns of days, in this order. */
const bareEnds = (acts: readonly DayColumn[]) =>
  acts.length === 2 && acts[0]!.column.at < acts[1]!.column.at ? { from: acts[0]!, to: acts[1]! } : undefined

/** 起 alone, which says of nothing else when it began. */
const bareStart = (days: readonly DayColumn[]): DayColumn | undefined =>
  days.find(({ end, event, column }) => end === '起' && event === null && column.parts.objects.length === 0)

/** 投诉 stands under 类型, and the term is for 投诉举报. */
const isOfKind = (row: GridRow, kind: string): boolean =>
  row.grid.columns.some((column) => {
    const text = cell(row, column)
    return text.length >= 2 && (kind === text || kind.endsWith(text) || kind.startsWith(text))
  })

const firstOf = (acts: readonly DayColumn[], ids: readonly string[]): DayColumn | undefined =>
  ids.flatMap((id) => acts.filter(({ event }) => event === id))[0]

/** Of several steps with one name the last one ends it. */
const lastOf = (acts: readonly DayColumn[], ids: readonly string[]): DayColumn | undefined =>
  ids.flatMap((id) => acts.filter(({ event }) => event === id).toReversed())[0] ??
  // 作出处理决定(解除)日期: what stands in brackets is another name of it.
  ids.flatMap((id) => acts.filter(({ column }) => column.parts.notes.includes(id)).toReversed())[0]

/** The row's flaw against a term that runs between these two columns. */
export function pastIn(row: GridRow, from: DayColumn, to: DayColumn, term: Term, clock: Clock): Flaw | undefined {
  const first = spanOf(row, from)
  const anew = first && restartedOn(row, first.to)
  const begun = anew ? { from: anew, to: anew } : first
  if (!begun || (term.since !== undefined && begun.from < term.since)) return undefined
  const done = spanOf(row, to)
  const last = done?.from ?? clock.asOf
  const due = dueOf(begun.to, term, clock.calendar)
  if (due === undefined || last <= due) return undefined
  const text = cell(row, to.column)
  if (
    !done &&
    ((text !== '' && !isUnsure(row, text)) ||
      isTakenOut(row) ||
      saidIn(row, actsUntil(clock, term)).some(({ state }) => state === 'excused' || state === 'done'))
  )
    return undefined
  const { until, said } = extensionOf(row, due, clock.calendar, from.event)
  if (until !== undefined && last <= until) return undefined
  const name = term.unit === 'workday' ? '个工作日' : '日'
  const count = term.unit === 'workday' ? clock.calendar.workdaysBetween(begun.to, last) : daysBetween(begun.to, last)
  const words = done
    ? `${from.column.name}至${to.column.name}${count ?? ''}${name}，超过${term.says}`
    : `${from.column.name}${written(begun.to)}，${to.column.name}${text === '' ? '空白' : `“${text}”`}，已超过${term.says}`
  return flawAt('期限', row, to.column, words, !said && anew !== null)
}

/** A dash under the day, and 未定 or 还在研究 beside it: it has not come yet. */
const isUnsure = (row: GridRow, text: string): boolean =>
  /^[\s—–\-−/\\]+$/u.test(text) &&
  row.grid.columns.some((column) => cell(row, column).length <= SHORT && UNSURE.test(cell(row, column)))
const SHORT = 10
const UNSURE = new RegExp(cellWord('unsure'), 'u')

const known = new WeakMap<Term, WeakMap<Clock, ReadonlySet<string>>>()

/** One set for all rows: what they say of it is looked for by patterns made of it. */
function actsUntil(clock: Clock, term: Term): ReadonlySet<string> {
  const clocks = known.get(term) ?? new WeakMap<Clock, ReadonlySet<string>>()
  known.set(term, clocks)
  const found = clocks.get(clock) ?? new Set([...clock.acts, ...term.to])
  clocks.set(clock, found)
  return found
}

function dueOf(from: Day, { most, unit }: Term, calendar: Calendar): Day | undefined {
  if (unit === 'workday') return calendar.addWorkdays(from, most)
  return unit === 'month' ? addMonths(from, most) : addDays(from, most)
}
