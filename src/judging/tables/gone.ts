import { addDays, type Day, yearOf } from '../../core/day.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare, pairsIn, plain } from '../../language/text.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { dayOf, type Gone } from './gone-names.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isRemark } from './remarks.ts'
import { rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'

/**
 * Rows that still have what the office itself said is gone: a certificate that is still asked for, a norm that still stands in
 * the list of those in force.
 */
export function stillAsked(grid: Grid, gone: readonly Gone[], kept: readonly Grid[]): Flaw[] {
  if (gone.length === 0 || grid.recognised) return []
  const day = dayOf(grid)
  const columns = grid.columns.filter((column) => !isRemark(column))
  return grid.rows.flatMap((row) => {
    if (isOver(row)) return []
    for (const column of columns) {
      const items = itemsIn(cell(row, column))
      const found = gone.find((one) => isThat(items, one, kept) && isOfUse(row, one) && !isBefore(row, day, one))
      if (found) return [{ ...flawAt('情形', row, column, wordsOf(row, column, found)), by: found.at }]
    }
    return []
  })
}

const wordsOf = (row: GridRow, column: Column, { says }: Gone): string =>
  `${column.name}“${cell(row, column)}”，而${says}`

const isOver = (row: GridRow): boolean => {
  const { dropping, instead } = rowWords()
  return row.grid.columns.some(
    (column) => holdsAny(cell(row, column), dropping) || holdsAny(cell(row, column), instead),
  )
}

/** Without what stands in brackets behind it: 无违法犯罪证明(原件). */
const itemsIn = (text: string): string[] =>
  plain(text)
    .split(/[、,;]/u)
    .map((item) => bare(item.replace(/\([^()]*\)\s*$/u, '')))
    .filter(Boolean)

/** 村委会出具的居住地证明 is a 居住地证明; what a list of those kept has under the same name is not gone. */
function isThat(items: readonly string[], { names }: Gone, kept: readonly Grid[]): boolean {
  return names.some((name) =>
    items.some((item) => (item === name || (item.length <= LONGEST && item.endsWith(name))) && !isKept(name, kept)),
  )
}
const LONGEST = 30

const isKept = (name: string, kept: readonly Grid[]): boolean =>
  kept.some(({ rows, columns }) =>
    rows.some((row) => columns.some((column) => itemsIn(cell(row, column)).includes(name))),
  )

/** 居住证明 for 入学 is gone, and may be asked for 低保. */
function isOfUse(row: GridRow, { use }: Gone): boolean {
  if (use === '') return true
  const own = new Set(
    [...row.grid.names, ...row.grid.columns.map((column) => cell(row, column))].flatMap((text) => pairsIn(bare(text))),
  )
  return pairsIn(bare(use)).some((pair) => own.has(pair))
}

/** By the day its table tells, else by its own days. */
function isBefore(row: GridRow, day: Day | undefined, { since }: Gone): boolean {
  if (since === undefined) return false
  if (day !== undefined) return day < since
  if (row.grid.year !== undefined && row.grid.year < yearOf(since)) return true
  const days = rolesOf(row.grid).days.flatMap((one) => spanOf(row, one)?.to ?? [])
  return days.length > 0 && days.every((one) => one < addDays(since, 1))
}
