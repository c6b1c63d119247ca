import type { Package } from '../../core/package.ts'
import { bare } from '../../language/text.ts'
import { flagOf } from '../../records/flag.ts'
import { cell } from './cells.ts'
import { type Column, type Grid, type GridRow, gridsOf } from './grid.ts'

/** A row that makes a paper due, and the cells that say so, one for each class of heads. */
export type Calling = { readonly row: GridRow; readonly columns: readonly Column[] }

/**
 * The rows of the unit's own tables that say yes under a head of every class: 法律职业资格 有（A证） and 是否从事法制审核 是.
 * What was recognised from a picture calls for nothing.
 */
export function callingRows(found: Package, classes: readonly (readonly string[])[]): Calling[] {
  if (classes.length === 0) return []
  return gridsOf(found).flatMap((grid) => {
    const headed = grid.recognised ? [] : classes.map((words) => headedBy(grid, words))
    if (headed.length === 0 || headed.some((columns) => columns.length === 0)) return []
    return grid.rows.flatMap((row): Calling[] => {
      const columns = headed.flatMap((some) => some.find((column) => flagOf(cell(row, column)) === true) ?? [])
      return columns.length === classes.length ? [{ row, columns }] : []
    })
  })
}

const headedBy = (grid: Grid, words: readonly string[]): Column[] =>
  grid.columns.filter(({ head }) => words.some((word) => bare(head.text).includes(bare(word))))
