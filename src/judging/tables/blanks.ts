import { type Flaw, flawAt } from './flaw.ts'
import { type Column, cell, type Grid, nameOf } from './grid.ts'

/**
 * Blanks under heads that the plan's sentence names, where most of the column is filled: a column that is nearly empty was
 * given up, and asks another question.
 */
export function blanksIn(grid: Grid, named: readonly (readonly string[])[]): Flaw[] {
  const asked = grid.columns.filter(({ head }) => named.some((words) => words.some((word) => head.text.includes(word))))
  const filled = asked.filter((column) => isKept(grid, column))
  if (filled.length === 0 || grid.rows.length < 3) return []
  return grid.rows.flatMap((row) => {
    const blank = filled.filter((column) => cell(row, column) === '')
    if (blank.length === 0 || cellsIn(row.values) < 3 || nameOf(row) === '') return []
    return [flawAt('填写', row, blank[0], `${blank.map(({ name }) => `“${name}”`).join('、')}空白`)]
  })
}

function isKept(grid: Grid, column: Column): boolean {
  const full = grid.rows.filter((row) => cell(row, column) !== '').length
  return full >= grid.rows.length * 0.6 && full < grid.rows.length
}

const cellsIn = (values: readonly unknown[]): number => values.filter((value) => value !== null && value !== '').length
