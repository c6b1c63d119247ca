import { cellWord } from '../../language/cell-words.ts'
import { flagOf } from '../../records/flag.ts'
import { isHanging } from './blanks.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid } from './grid.ts'
import { saysWhy } from './says-why.ts'

/**
 * Rows without the mark that all others have (√ under 送达回证), in columns of marks: what is not needed bears a dash or says so,
 * and what bears nothing was left out.
 */
export function unmarked(grid: Grid): Flaw[] {
  if (grid.rows.length < LEAST) return []
  const columns = grid.columns.filter((column) => isOfMarks(grid, column))
  const all = grid.columns.filter((column) => marksIn(grid, column) >= grid.rows.length * MOSTLY_MARKS)
  return grid.rows.flatMap((row) => {
    // What follows below, a list of days or a second table, bears none.
    const own = all.filter((column) => isMark(cell(row, column)))
    if (all.length > 1 && own.length * 2 < all.length) return []
    const unmet = columns.find((column) => UNMET.test(cell(row, column)))
    if (unmet) return [flawAt('填写', row, unmet, `${unmet.name}“${cell(row, unmet)}”`)]
    const blank = columns.filter((column) => cell(row, column) === '')
    if (blank.length === 0 || isHanging(row) || saysWhy(row, blank)) return []
    return [flawAt('填写', row, blank[0], `${blank.map(({ name }) => `“${name}”`).join('、')}空白，其他各行都有`)]
  })
}

function isOfMarks(grid: Grid, column: Column): boolean {
  const texts = grid.rows.map((row) => cell(row, column))
  const marks = marksIn(grid, column)
  const blanks = texts.filter((text) => text === '' || UNMET.test(text)).length
  return blanks > 0 && blanks <= Math.max(1, grid.rows.length * FEW_LACK) && marks >= grid.rows.length * MOSTLY_MARKS
}
const marksIn = (grid: Grid, column: Column): number => grid.rows.filter((row) => isMark(cell(row, column))).length

const isMark = (text: string): boolean => text.length <= MARK && flagOf(text) === true

/** So many bear a mark, and so few none. */
const [LEAST, MARK, MOSTLY_MARKS, FEW_LACK] = [4, 2, 0.6, 0.15]
const UNMET = new RegExp(`^${cellWord('unmet')}`, 'u')
