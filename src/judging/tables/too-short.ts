import type { Calendar } from '../../core/calendar.ts'
import { addDays, type Day, daysBetween } from '../../core/day.ts'
import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isAmong } from './kinds-of-rows.ts'
import { type DayColumn, rolesOf, widely } from './roles.ts'
import { spanOf } from './sequence.ts'

/** How long an act has to go on, from the first day to the last, and which rows that is asked of. */
export type Least = {
  readonly of: readonly string[]
  /** With another act: from the one to the other (送审 to 审核), the first day not counted. */
  readonly to: readonly string[]
  readonly least: number
  readonly unit: 'day' | 'workday'
  readonly only: readonly string[]
}

/**
 * Rows in which what has to stay open for some days was closed earlier. Both ends are counted, as the office may; where a row
 * says that it was shortened, why is for people to judge.
 */
export function tooShort(grid: Grid, asked: Least, { calendar }: { readonly calendar: Calendar }): Flaw[] {
  const { of, least, unit, only } = asked
  if (asked.to.length > 0) return tooSoon(grid, asked, calendar)
  const days = rolesOf(grid).days.filter(({ event }) => event !== null && widely(event).some((id) => of.includes(id)))
  const from = days.find(({ end }) => end === '起')
  const others = days.filter((one) => one !== from && one.end !== '起')
  const to = others.find(({ end }) => end === '止') ?? others.find(({ as }) => as === 'limit')
  if (!from || !to) return []
  return grid.rows.flatMap((row) => {
    if (!isAmong(row, only) || isAccounted(row, to.column)) return []
    const count = countOf(row, from, to, unit, calendar)
    if (count === undefined || count >= least) return []
    const says = `${count}${unit === 'day' ? '日' : '个工作日'}，不足${least}${unit === 'day' ? '日' : '个工作日'}`
    return [
      flawAt('期限', row, to.column, `${from.column.name}至${to.column.name}${says}`, !isShortened(row, to.column)),
    ]
  })
}

function countOf(row: GridRow, from: DayColumn, to: DayColumn, unit: Least['unit'], calendar: Calendar) {
  const [a, b] = [spanOf(row, from), spanOf(row, to)]
  if (!a || !b || a.from !== a.to || b.from !== b.to || b.to < a.from) return undefined
  return unit === 'day' ? daysBetween(a.from, b.to) + 1 : workdays(a.from, b.to, calendar)
}

const workdays = (from: Day, to: Day, calendar: Calendar): number | undefined =>
  calendar.workdaysBetween(addDays(from, -1), to)

/** 情况紧急缩短期限，公告已作说明: it says why, and that it was said then. */
const isAccounted = (row: GridRow, end: Column): boolean =>
  isShortened(row, end) && row.grid.columns.some((column) => column !== end && ACCOUNTED.test(cell(row, column)))

const ACCOUNTED = new RegExp(cellWord('accounted'), 'u')

const isShortened = (row: GridRow, end: Column): boolean =>
  row.grid.columns.some((column) => column !== end && holdsAny(cell(row, column), rowWords().shortened))

/** Rows in which the second act came sooner after the first than it may. */
function tooSoon(grid: Grid, { of, to: ends, least, unit, only }: Least, calendar: Calendar): Flaw[] {
  const acts = rolesOf(grid).days.filter(({ as, end }) => as === 'act' && end === null)
  const find = (ids: readonly string[]): DayColumn | undefined =>
    ids.flatMap((id) => acts.filter(({ event }) => event !== null && widely(event).includes(id)))[0]
  const [from, to] = [find(of), find(ends)]
  if (!from || !to || from === to) return []
  return grid.rows.flatMap((row) => {
    const [a, b] = [spanOf(row, from), spanOf(row, to)]
    if (!a || !b || a.from !== a.to || b.from !== b.to || b.to < a.from || !isAmong(row, only)) return []
    const count = unit === 'day' ? daysBetween(a.from, b.to) : calendar.workdaysBetween(a.from, b.to)
    if (count === undefined || count >= least) return []
    const name = unit === 'day' ? '日' : '个工作日'
    const words = `${from.column.name}至${to.column.name}${count}${name}，不足${least}${name}`
    return [flawAt('期限', row, to.column, words, !isShortened(row, to.column))]
  })
}
