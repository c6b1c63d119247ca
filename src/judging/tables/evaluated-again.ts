import { rowWords } from '../../language/row-words.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid } from './grid.ts'

/**
 * Rows in which somebody was displeased, in a table with columns for the second answer (再次答复日期, 再次评价): where these
 * are all blank, he was not answered again.
 */
export function unheardAgain(grid: Grid): Flaw[] {
  const { again, displeased, excused } = rowWords()
  const isAgain = ({ head }: Column): boolean =>
    again.some((word) => head.labels.some((label) => label.startsWith(word)))
  const second = grid.columns.filter(isAgain)
  const first = grid.columns.filter((column) => !isAgain(column))
  if (second.length === 0) return []
  return grid.rows.flatMap((row) => {
    const bad = first.find((column) => displeased.some((word) => cell(row, column).startsWith(word)))
    const isHeard = second.some((column) => cell(row, column) !== '')
    const isExcused = grid.columns.some((column) => excused.some((word) => cell(row, column).includes(word)))
    if (!bad || isHeard || isExcused) return []
    const names = second.map(({ name }) => `“${name}”`).join('、')
    return [flawAt('办理', row, bad, `${bad.name}“${cell(row, bad)}”，${names}空白`)]
  })
}
