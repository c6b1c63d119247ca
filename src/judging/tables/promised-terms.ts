import { daysBetween } from '../../core/day.ts'
import { promiseWords } from '../../language/promise-words.ts'
import type { TermPromise } from '../../language/promises.ts'
import { rowWords } from '../../language/row-words.ts'
import { momentOf } from '../../records/moment.ts'
import { cell, columnRows, raw } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import type { Clock } from './limits.ts'
import { actsOf, actsOver, isExempt, meet } from './promised-rows.ts'
import { type DayColumn, rolesOf } from './roles.ts'
import type { Stated } from './stated.ts'
import { pastIn } from './terms.ts'

type Fitted = {
  readonly promise: TermPromise
  readonly stated: Stated
  readonly from: DayColumn
  readonly to: DayColumn
}

/** Rows that took longer, from one act to another, than the office's own papers allow what is of their grade. */
export function pastPromises(grid: Grid, stated: readonly Stated[], clock: Clock): Flaw[] {
  const all = stated.flatMap((one) => fitting(grid, one))
  // What has another term in some cases may be one of those in any row.
  const fitted = all.filter(({ to }) => !stated.some((one) => isOfSome(one, to)))
  if (fitted.length === 0) return []
  const graded = gradesOf(grid)
  return grid.rows.flatMap((row) => {
    const grade = graded && gradeIn(cell(row, graded))
    const own = fitted.filter(({ promise: { grades } }) => grades.length > 0 && grade && grades.includes(grade))
    const held = own.length > 0 ? own : fitted.filter(({ promise: { grades } }) => grades.length === 0)
    if (held.length === 0 || isExempt(row)) return []
    const ends = [...new Set(held.map(({ to }) => to))]
    return ends.flatMap((end) => {
      const [first, ...others] = held.filter(({ to }) => to === end)
      return first && others.every((one) => isSame(one, first)) ? (flawIn(row, first, clock) ?? []) : []
    })
  })
}

/** Where papers differ, neither is held against anybody. */
const isSame = (a: Fitted, b: Fitted): boolean =>
  a.promise.most === b.promise.most && a.promise.unit === b.promise.unit && a.from === b.from

function fitting(grid: Grid, stated: Stated): Fitted[] {
  const { promise } = stated
  if (promise.kind !== 'term' || promise.ofSome) return []
  const days = rolesOf(grid).days.filter(({ as, end }) => as === 'act' && end !== '止')
  const to = only(days.filter(({ column }) => meet(actsOver(column), actsOf(promise.to))))
  // 处罚决定7个工作日内公开: what is laid open was decided, whenever it was taken up.
  const isLaidOpen = days.some(({ event }) => event === DECIDED) && to !== undefined && OPENED.has(to.event ?? '')
  const begins = promise.from !== '' ? actsOf(promise.from) : isLaidOpen ? new Set([DECIDED]) : STARTS()
  const from = only(days.filter(({ column }) => column !== to?.column && meet(actsOver(column), begins)))
  return from && to && from.column.at < to.column.at ? [{ promise, stated, from, to }] : []
}

const DECIDED = '决定'
const OPENED = new Set(['公开', '公示'])

const isOfSome = ({ promise }: Stated, { column }: DayColumn): boolean =>
  promise.kind === 'term' && promise.ofSome && meet(actsOver(column), actsOf(promise.to))

const STARTS = (): ReadonlySet<string> => new Set(rowWords().starts)
const only = <T>(some: readonly T[]): T | undefined => (some.length === 1 ? some[0] : undefined)

function flawIn(row: GridRow, { promise, stated, from, to }: Fitted, clock: Clock): Flaw | undefined {
  const { most, unit } = promise
  const says = `${stated.says}的${most}${NAMES[unit]}`
  if (unit === 'hour') return pastHours(row, from.column, to.column, { most, says, stated })
  const term = { from: [], to: [], most, unit, says, ...(stated.since && { since: stated.since }) }
  const flaw = pastIn(row, from, to, term, clock)
  return flaw && { ...flaw, by: stated.at }
}

const NAMES = { hour: '小时', day: '日', workday: '个工作日', month: '个月' }

type Hours = { readonly most: number; readonly says: string; readonly stated: Stated }

/** By the minute where both cells give a time of day; else only what is too long whatever the time was. */
function pastHours(row: GridRow, from: Column, to: Column, { most, says, stated }: Hours): Flaw | undefined {
  const [begun, done] = [momentOf(raw(row, from)), momentOf(raw(row, to))]
  if (!begun || !done || (stated.since !== null && begun.day < stated.since)) return undefined
  const days = daysBetween(begun.day, done.day)
  const isTimed = begun.time !== null && done.time !== null
  const minutes = isTimed ? days * 1440 + minuteOf(done.time!) - minuteOf(begun.time!) : (days - 1) * 1440
  if (minutes <= most * 60) return undefined
  const rest = minutes % 60
  const took = `${isTimed ? '' : '至少'}${Math.floor(minutes / 60)}小时${rest > 0 ? `${rest}分` : ''}`
  return { ...flawAt('期限', row, to, `${from.name}至${to.name}${took}，超过${says}`), by: stated.at }
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The column that says of which grade each row is. */
function gradesOf(grid: Grid): Column | undefined {
  return only(
    grid.columns.filter((column) => {
      const filled = columnRows(grid, column)
      return filled.length > 0 && filled.filter((text) => gradeIn(text)).length >= filled.length * MOST
    }),
  )
}

const MOST = 0.6

/** 复杂, 重大事件: a short cell that begins with a grade. */
const gradeIn = (text: string): string | undefined =>
  text.length <= 8
    ? promiseWords('grades')
        .toSorted((a, b) => b.length - a.length)
        .find((grade) => text.startsWith(grade))
    : undefined
