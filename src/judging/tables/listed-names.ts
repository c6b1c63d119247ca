import { yearOf } from '../../core/day.ts'
import { bare, pairsIn } from '../../language/text.ts'
import { cell } from './cells.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'

/** What a row of a list is called in one of its columns. */
export type Entry = { readonly row: GridRow; readonly column: Column; readonly key: string }

/** All that stands under one head, whichever of the tables it is in. */
export const listOf = (grids: readonly Grid[], head: string): Entry[] =>
  grids.flatMap((grid) => {
    const column = grid.columns.find((one) => bare(one.head.text) === head)
    return column ? grid.rows.flatMap((row) => entryOf(row, column)) : []
  })

function entryOf(row: GridRow, column: Column): Entry[] {
  const key = bare(cell(row, column))
  return key === '' ? [] : [{ row, column, key }]
}

const [SHORTEST, ALIKE] = [3, 0.6]

/** 磨滩农贸市场搬迁 is the 农贸市场搬迁方案, 农药经营单位抽查 the 农药经营单位监督抽查: one within the other, or most of it. */
export function isOne(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < SHORTEST || /\d/u.test(a + b)) return false
  if (long.includes(short)) return true
  const [mine, its] = [pairsIn(short), pairsIn(long)]
  const common = mine.filter((pair) => its.includes(pair)).length
  return (2 * common) / (mine.length + its.length) >= ALIKE
}

const years = new WeakMap<GridRow, readonly number[]>()

/** The years a row is of: by its own days, else by its table. */
export function yearsIn(row: GridRow): readonly number[] {
  const found = years.get(row) ?? read(row)
  years.set(row, found)
  return found
}

function read(row: GridRow): number[] {
  if (row.grid.year !== undefined) return [row.grid.year]
  const days = rolesOf(row.grid).days.flatMap((one) => {
    const span = one.as === 'act' ? spanOf(row, one) : undefined
    return span ? [yearOf(span.to)] : []
  })
  return [...new Set(days)]
}
