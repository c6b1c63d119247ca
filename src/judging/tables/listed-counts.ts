import type { Package } from '../../core/package.ts'
import { bare } from '../../language/text.ts'
import { amountIn } from './amounts.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { type Against, isDue, type Join, otherOf } from './listed-join.ts'
import { isSpared } from './listed-spared.ts'

/**
 * Rows of which the other list has fewer than there were to be (抽取12户、公示11户): by its rows or by its figures, where both
 * are the same nearly everywhere.
 */
export function fewerIn(grid: Grid, join: Join, against: Against, found: Package): Flaw[] {
  const counted = [...new Set(join.list.map(({ row }) => row.grid))].flatMap((one) => one.columns.filter(isOfCounts))
  const ways = [undefined, ...new Set(counted.map(({ head }) => bare(head.text)))]
  for (const column of grid.columns.filter(isOfCounts))
    for (const way of ways) {
      const rows = grid.rows.flatMap((row) => {
        const [due, done] = [amountIn(cell(row, column)), doneIn(join.held.get(row), way)]
        return due === undefined || done === undefined ? [] : [{ row, due, done }]
      })
      const same = rows.filter(({ due, done }) => due === done)
      if (same.length < FEWEST || same.length < rows.length * MOST || new Set(same.map(({ due }) => due)).size < 2)
        continue
      return rows.flatMap(({ row, due, done }) => {
        const other = otherOf(join, row)
        if (done >= due || !other || !isDue(row, against, found)) return []
        if (isSpared(row, bare(cell(row, join.column)), [], found)) return []
        const words = `${column.name}${cell(row, column)}，${other.name}中只有${done}`
        return [{ ...flawAt('登记', row, column, words), by: other.at }]
      })
    }
  return []
}

const [FEWEST, MOST] = [3, 0.75]

/** How many rows there are of it, or what they come to under one head. */
function doneIn(rows: readonly GridRow[] | undefined, head: string | undefined): number | undefined {
  if (!rows || head === undefined) return rows?.length
  let sum = 0
  for (const row of rows) {
    const column = row.grid.columns.find((one) => bare(one.head.text) === head)
    const amount = column && amountIn(cell(row, column))
    if (amount === undefined) return undefined
    sum += amount
  }
  return sum
}

const isOfCounts = ({ parts }: Column): boolean => parts.attributes[0] === '数量'
