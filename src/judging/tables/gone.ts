import { addDays, type Day, latest, yearOf } from '../../core/day.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare, pairsIn } from '../../language/text.ts'
import { beyondIn, isOlder, itemsIn } from './beyond-kept.ts'
import { cell } from './cells.ts'
import { isOfVillage } from './certificates.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { dayOf, type Gone } from './gone-names.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isRemark } from './remarks.ts'
import { rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'

/**
 * Rows that still have what the office itself said is gone: a certificate that is still asked for, a norm that still stands in
 * the list of those in force. And certificates of villages that the closed list of what is kept does not have.
 */
export function stillAsked(grid: Grid, gone: readonly Gone[], kept: readonly Grid[]): Flaw[] {
  if (gone.length + kept.length === 0 || grid.recognised) return []
  const day = dayOf(grid)
  const columns = grid.columns.filter((column) => !isRemark(column))
  return grid.rows.flatMap((row) => {
    if (isOver(row)) return []
    const about = [...grid.names, ...grid.columns.map((column) => cell(row, column))]
    for (const column of columns) {
      const items = itemsIn(cell(row, column))
      const found = gone.find((one) => isThat(items, one, kept) && isOfUse(about, one) && !isBefore(row, day, one))
      if (found) return [{ ...flawAt('情形', row, column, wordsOf(row, column, found)), by: found.at }]
      const beyond = beyondIn(cell(row, column), isFromVillage(row, column), kept)
      if (beyond && !isOlder(day ?? dayIn(row), beyond.list))
        return [
          { ...flawAt('情形', row, column, `${column.name}“${cell(row, column)}”，${beyond.says}`), by: beyond.at },
        ]
    }
    return []
  })
}

/** Another cell says that the village stamps it. */
const isFromVillage = (row: GridRow, own: Column): boolean =>
  row.grid.columns.some((column) => column !== own && isOfVillage(cell(row, column)))

const dayIn = (row: GridRow): Day | undefined =>
  latest(rolesOf(row.grid).days.flatMap((one) => spanOf(row, one)?.to ?? []))

const wordsOf = (row: GridRow, column: Column, { says }: Gone): string =>
  `${column.name}“${cell(row, column)}”，而${says}`

const isOver = (row: GridRow): boolean => {
  const { dropping, instead } = rowWords()
  return row.grid.columns.some(
    (column) => holdsAny(cell(row, column), dropping) || holdsAny(cell(row, column), instead),
  )
}

/** 村委会出具的居住地证明 is a 居住地证明; what a list of those kept has under the same name is not gone. */
export function isThat(items: readonly string[], { names }: Gone, kept: readonly Grid[]): boolean {
  return names.some((name) =>
    items.some((item) => (item === name || (item.length <= LONGEST && item.endsWith(name))) && !isKept(name, kept)),
  )
}
const LONGEST = 40

const isKept = (name: string, kept: readonly Grid[]): boolean =>
  kept.some(({ rows, columns }) =>
    rows.some((row) => columns.some((column) => itemsIn(cell(row, column)).includes(name))),
  )

/** 居住证明 for 入学 is gone, and may be asked for 低保. */
export function isOfUse(about: readonly string[], { use }: Gone): boolean {
  if (use === '') return true
  const own = new Set(about.flatMap((text) => pairsIn(bare(text))))
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
