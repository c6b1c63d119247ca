import type { Package } from '../../core/package.ts'
import { bare } from '../../language/text.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid } from './grid.ts'
import { fewerIn } from './listed-counts.ts'
import { type Against, isDue, joinsOf, otherOf } from './listed-join.ts'
import { isSpared } from './listed-spared.ts'

/**
 * Rows of one list that another list of the same matter does not have: drawn and never published, decided and never filed.
 * Which column of the one is which of the other the rows tell: nearly all of them stand in both, so it is the same population.
 */
export function notListed(grid: Grid, against: Against, found: Package): Flaw[] {
  const group = against.lists.filter((one) => one.file === grid.file && !one.recognised)
  const others = against.others.filter((one) => !one.recognised && !group.includes(one))
  if (!group.includes(grid) || others.length === 0) return []
  const joins = joinsOf(group, others, against)
  const [first] = joins
  if (!first || !joins.some(({ held }) => grid.rows.some((row) => held.has(row)))) return []
  const missing = grid.rows.filter(
    // However the lists are joined, it stands in none.
    (row) => joins.every(({ held }) => !held.has(row)) && isDue(row, against, found),
  )
  const flaws = missing.flatMap((row) => {
    const column = columnLike(grid, first.column)
    const other = otherOf(first, row)
    if (!column || !other || cell(row, column) === '' || isSpared(row, bare(cell(row, column)), others, found))
      return []
    const words = `${column.name}“${cell(row, column)}”，${other.name}中没有`
    return [{ ...flawAt('登记', row, column, words), by: other.at }]
  })
  return [...flaws, ...joins.slice(0, 1).flatMap((join) => fewerIn(grid, join, against, found))]
}

const columnLike = ({ columns }: Grid, { head }: Column): Column | undefined =>
  columns.find((one) => bare(one.head.text) === bare(head.text))
