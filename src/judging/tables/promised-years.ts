import { addMonths, type Day, latest, written } from '../../core/day.ts'
import { promiseWords } from '../../language/promise-words.ts'
import type { StandingPromise } from '../../language/promises.ts'
import { rowWords } from '../../language/row-words.ts'
import { daysIn } from '../../language/written-days.ts'
import { cell } from './cells.ts'
import { extensionOf } from './extension.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import type { Clock } from './limits.ts'
import { actsOver, hasWord, isExempt, namesOver } from './promised-rows.ts'
import { isRemarked } from './remarks.ts'
import { rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'
import { toldUntil } from './stages.ts'
import type { Stated } from './stated.ts'

/** Rows that stand longer than the years after which something has to be done anew, and say nothing of its being done. */
export function overYears(grid: Grid, stated: readonly Stated[], clock: Clock): Flaw[] {
  const fitted = stated.filter(({ promise }) => promise.kind === 'standing' && isAbout(grid, promise))
  const years = new Set(fitted.flatMap(({ promise }) => (promise.kind === 'standing' ? [promise.years] : [])))
  const [first] = fitted
  if (first?.promise.kind !== 'standing' || years.size !== 1) return []
  const { promise } = first
  const base = baseOf(grid, promise)
  return base.length === 0 ? [] : grid.rows.flatMap((row) => flawIn(row, base, promise, first, clock) ?? [])
}

const isAbout = (grid: Grid, { acts }: StandingPromise): boolean => {
  const names = namesOver(grid)
  return acts.some((act) => names.includes(act))
}

/** Who holds a post since when; of everything else the last day that its row names. */
function baseOf(grid: Grid, { acts }: StandingPromise): readonly Column[] {
  const { days } = rolesOf(grid)
  // 几时到这个岗 is no limit, though 到 may stand for one.
  const held = days.filter(({ column }) => promiseWords('since').some((act) => actsOver(column).has(act)))
  if (isServing(acts)) return held.length === 1 ? held.map(({ column }) => column) : []
  return days.filter(({ as }) => as === 'act').map(({ column }) => column)
}

const isServing = (acts: readonly string[]): boolean => acts.some((act) => promiseWords('serving').includes(act))

function flawIn(
  row: GridRow,
  base: readonly Column[],
  { years, acts }: StandingPromise,
  { says, at }: Stated,
  clock: Clock,
): Flaw | undefined {
  const asOf = toldUntil(row, clock.asOf)
  const isPersonal = isServing(acts)
  const began = isPersonal ? spanAt(row, base[0]!) : latest(daysOf(row, base).filter((day) => day <= asOf))
  if (began === undefined) return undefined
  if (isDone(row, base, acts, began)) return undefined
  const due = addMonths(began, years * 12)
  if (asOf <= due || isExempt(row) || row.grid.columns.some((one) => hasWord(cell(row, one), rowWords().excused)))
    return undefined
  const { until, said } = extensionOf(row, due, clock.calendar)
  if (until !== undefined && asOf <= until) return undefined
  const column = base.find((one) => spanAt(row, one) === began) ?? base[0]!
  const words = `${column.name}${written(began)}，已超过${says}的${years}年，未见${acts.join('、')}`
  return { ...flawAt('期限', row, column, words, !said && !isRemarked(row)), by: at }
}

/** 实际轮岗时间 2021.3.15: another column says when it was done. */
const isDone = (row: GridRow, base: readonly Column[], acts: readonly string[], began: Day): boolean =>
  rolesOf(row.grid).days.some(
    ({ column, as }) =>
      as === 'act' &&
      !base.includes(column) &&
      acts.some((act) => actsOver(column).has(act)) &&
      (spanAt(row, column) ?? '') >= began,
  )

const spanAt = (row: GridRow, column: Column): Day | undefined => {
  const one = rolesOf(row.grid).days.find((day) => day.column === column)
  return one && spanOf(row, one)?.to
}

/** All days of a row, those that its remarks name as well. */
const daysOf = (row: GridRow, base: readonly Column[]): Day[] => [
  ...base.flatMap((column) => spanAt(row, column) ?? []),
  ...row.grid.columns.flatMap((column) => daysIn(cell(row, column)).map(({ day }) => day)),
]
