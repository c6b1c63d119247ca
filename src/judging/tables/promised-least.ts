import { type Day, dayOf, monthOf, yearOf } from '../../core/day.ts'
import { promiseWords } from '../../language/promise-words.ts'
import type { LeastPromise } from '../../language/promises.ts'
import { plain } from '../../language/text.ts'
import { cell, columnRows } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { type Column, type Grid, type GridRow, yearly } from './grid.ts'
import type { Clock } from './limits.ts'
import { actsOf, actsOver, hasWord, isExempt, meet, namesOver } from './promised-rows.ts'
import { isRemarked } from './remarks.ts'
import type { Stated } from './stated.ts'

type Least = { readonly promise: LeastPromise; readonly stated: Stated }

/** Persons with fewer hours in a year that is over than the office's own rule asks, and months with fewer times. */
export function belowLeast(grid: Grid, stated: readonly Stated[], { asOf }: Clock): Flaw[] {
  const all = stated.flatMap((one): Least[] =>
    one.promise.kind === 'least' && inForce(one, grid.year) ? [{ promise: one.promise, stated: one }] : [],
  )
  return [...belowHours(grid, all, asOf), ...belowHoursOfYears(grid, all, asOf), ...belowTimes(grid, all, asOf)]
}

/** A rule asks nothing of the years before it. */
const inForce = ({ since }: Stated, year: number | undefined): boolean =>
  since === null || (year !== undefined && yearOf(since) <= year)

function belowHours(grid: Grid, all: readonly Least[], asOf: Day): Flaw[] {
  const { year } = grid
  const named = namesOver(grid)
  const isByPerson = grid.columns.some(({ parts }) => parts.attributes[0] === '姓名')
  const sum = only(grid.columns.filter((column) => isSum(grid, column)))
  if (year === undefined || !isByPerson || !sum || !hasWord(named, promiseWords('hours'))) return []
  const over = (per: LeastPromise['per']) =>
    all.filter(({ promise }) => promise.of === 'hours' && promise.per === per && endOf(per, year) <= asOf)
  const due = one(over('year')) ?? one(over('half'))
  if (!due) return []
  const { promise, stated } = due
  return grid.rows.flatMap((row) => {
    const hours = sumIn(cell(row, sum))
    if (hours === undefined || hours >= promise.least || isExempt(row) || isMadeUp(row)) return []
    const words = `${sum.name}${hours}${promise.unit}，少于${stated.says}的${promise.least}${promise.unit}`
    return [{ ...flawAt('比率', row, sum, words, !isRemarked(row)), by: stated.at }]
  })
}

/** 学时 under 2020年, 2021年: a column for each year. */
function belowHoursOfYears(grid: Grid, all: readonly Least[], asOf: Day): Flaw[] {
  const due = one(all.filter(({ promise }) => promise.of === 'hours' && promise.per === 'year'))
  if (!due || grid.year !== undefined) return []
  const { promise, stated } = due
  return grid.columns.flatMap(yearly).flatMap(({ year, column }) => {
    const isOfHours = hasWord(plain(column.head.labels.at(-1) ?? ''), promiseWords('hours'))
    if (year === undefined || !isOfHours || endOf('year', year) > asOf) return []
    return grid.rows.flatMap((row) => {
      const hours = sumIn(cell(row, column))
      if (hours === undefined || hours >= promise.least || isExempt(row) || isMadeUp(row)) return []
      const words = `${column.name}${hours}${promise.unit}，少于${stated.says}的${promise.least}${promise.unit}`
      return [{ ...flawAt('比率', row, column, words, !isRemarked(row)), by: stated.at }]
    })
  })
}

const isMadeUp = (row: GridRow): boolean =>
  row.grid.columns.some((column) => hasWord(cell(row, column), promiseWords('makeup')))

const isSum = (grid: Grid, column: Column): boolean =>
  hasWord(column.head.text, promiseWords('sums')) &&
  columnRows(grid, column).filter((text) => sumIn(text) !== undefined).length >= grid.rows.length * MOST

const MOST = 0.6

/** 16, 16学时, 0+16. */
function sumIn(text: string): number | undefined {
  const figures = plain(text)
    .replace(/[学课]时$/u, '')
    .split('+')
    .map((part) => part.trim())
  return figures.every((part) => /^\d{1,3}(?:\.\d)?$/u.test(part))
    ? figures.reduce((sum, part) => sum + Number(part), 0)
    : undefined
}

const endOf = (per: LeastPromise['per'], year: number): Day =>
  dayOf(year, per === 'half' ? 6 : 12, per === 'half' ? 30 : 31)!

/** Where two papers ask for different numbers, neither is held against anybody. */
function one(some: readonly Least[]): Least | undefined {
  return new Set(some.map(({ promise }) => promise.least)).size === 1 ? some[0] : undefined
}

const only = <T>(some: readonly T[]): T | undefined => (some.length === 1 ? some[0] : undefined)

/** A column for each month of how often something was done: 汛期巡查次数 5月, 6月. */
function belowTimes(grid: Grid, all: readonly Least[], asOf: Day): Flaw[] {
  const { year } = grid
  if (year === undefined) return []
  return grid.columns.flatMap((column) => {
    const month = Number(/(?<!\d)(\d{1,2})月(?:份)?$/u.exec(plain(column.head.labels.at(-1) ?? ''))?.[1] ?? Number.NaN)
    if (!(month >= 1 && month <= 12) || !isOver(year, month, asOf)) return []
    const due = one(all.filter(({ promise }) => isOf(promise, column, month)))
    return due ? grid.rows.flatMap((row) => tooFew(row, column, due) ?? []) : []
  })
}

function isOf({ of, per, season, months, about }: LeastPromise, column: Column, month: number): boolean {
  if (of !== 'times' || per !== 'month') return false
  const inSeason =
    months.length > 0 ? months.includes(month) : season === undefined || column.head.text.includes(season)
  return inSeason && meet(actsOver(column), actsOf(about))
}

function tooFew(row: GridRow, column: Column, { promise, stated }: Least): Flaw | undefined {
  const text = cell(row, column)
  if (!/^\d{1,3}$/u.test(text) || Number(text) >= promise.least || isExempt(row)) return undefined
  const words = `${column.name}${text}${promise.unit}，少于${stated.says}的每月${promise.least}${promise.unit}`
  return { ...flawAt('办理', row, column, words, !isRemarked(row)), by: stated.at }
}

const isOver = (year: number, month: number, asOf: Day): boolean =>
  year < yearOf(asOf) || (year === yearOf(asOf) && month < monthOf(asOf))
