import { rowWords } from '../../language/row-words.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid } from './grid.ts'
import { namesIn } from './persons.ts'

/**
 * Rows in which who handles a thing also checks or approves it: 经办人 and 审核人 are one, where the table has a column for
 * each and in most rows they are two.
 */
export function inOneHand(grid: Grid): Flaw[] {
  const persons = grid.columns.filter((column) => isOfPersons(grid, column))
  const handlers = persons.filter((column) => holds(column, rowWords().handlers))
  const checkers = persons.filter((column) => holds(column, rowWords().checkers) && !handlers.includes(column))
  const same = grid.rows.flatMap((row) => {
    for (const first of handlers)
      for (const second of checkers) {
        const [names, others] = [namesIn(cell(row, first)), namesIn(cell(row, second))]
        const name = names.find((one) => others.includes(one))
        if (name !== undefined)
          return [flawAt('人员', row, second, `${first.name}和${second.name}都是${name}，没有分开`)]
      }
    return []
  })
  return same.length <= grid.rows.length * FEW ? same : same.map((flaw) => ({ ...flaw, plain: false }))
}

/** Where they are one in most rows, the columns may mean something else. */
const FEW = 0.5

const isOfPersons = (grid: Grid, column: Column): boolean => {
  const filled = grid.rows.map((row) => cell(row, column)).filter(Boolean)
  return filled.length > 0 && filled.filter((text) => namesIn(text).length > 0).length >= filled.length * MOST
}
const MOST = 0.6

const holds = ({ head }: Column, words: readonly string[]): boolean => words.some((word) => head.text.includes(word))

/** Rows with one name in a column in which most have two: 审查人员 钟慧, beside 钟慧、万里. */
export function aloneUnder(grid: Grid, heads: readonly string[]): Flaw[] {
  return grid.columns.flatMap((column) => {
    if (!holds(column, heads)) return []
    const rows = grid.rows.map((row) => ({ row, names: namesIn(cell(row, column)) })).filter(({ names }) => names[0])
    const several = rows.filter(({ names }) => names.length > 1).length
    if (several < 2 || several < rows.length * MOST) return []
    return rows.flatMap(({ row, names }) =>
      names.length === 1 ? [flawAt('人数', row, column, `${column.name}只有${names[0]}一人`)] : [],
    )
  })
}
