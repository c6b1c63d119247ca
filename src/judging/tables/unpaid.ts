import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { momentOf } from '../../records/moment.ts'
import { amountIn } from './amounts.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { yearsIn } from './listed-names.ts'
import { isRemark } from './remarks.ts'
import { mainEvent } from './roles.ts'
import { placeOf } from './row-name.ts'
import { bears, holds, numbersOf } from './same-case.ts'
import { saysWhy } from './says-why.ts'

/** Tables that tell by one number of the same matters: those that it is paid in, and how many rows the book has of it. */
type Books = {
  readonly lists: readonly Grid[]
  /** The rows of the book that are paid in. */
  readonly paid: readonly GridRow[]
  /** Under which head the book has its amounts. */
  readonly amount: string
}

/**
 * Rows of the book that are closed, and whose number stands in none of the lists of what was paid, though later ones do: what
 * is closed was paid, and was never paid in. What is open may still be owed. They are told once, of the first list of their
 * year.
 */
export function unpaidIn(grid: Grid, { lists, paid, amount }: Books): Flaw[] {
  const grids = new Set(paid.map((row) => row.grid))
  return [...grids].flatMap((book) => {
    const column = book.columns.find(({ head }) => head.text === amount)
    const has = new Set(paid.filter((row) => row.grid === book))
    const last = Math.max(...[...has].map(({ index }) => index))
    if (!column) return []
    const due = book.rows.filter((row) => isDue(row, column) && row.index < last && homeOf(row, lists) !== undefined)
    const lacking = due.filter((row) => !has.has(row) && !lists.some((list) => speaksOf(list, row)))
    // A list that lacks many is one of other matters.
    if (lacking.length > due.length * FEW) return []
    return lacking.flatMap((row) => {
      if (homeOf(row, lists) !== grid || !isClosed(row) || isSpared(row, column)) return []
      const first = grid.rows[0]
      const words = `${column.name}${cell(row, column)}，《${grid.names[0] ?? ''}》中没有`
      return [{ ...flawAt('数字', row, column, words), ...(first && { by: placeOf(first) }) }]
    })
  })
}

const FEW = 0.25

/** In one of its rows, or in what is noted below them. */
function speaksOf(list: Grid, row: GridRow): boolean {
  const numbers = numbersOf(row)
  return holds(list, numbers) || list.asides.some((aside) => bears(aside, numbers))
}

const isDue = (row: GridRow, column: Column): boolean =>
  numbersOf(row).length > 0 && (amountIn(cell(row, column)) ?? 0) > 0

const isClosed = (row: GridRow): boolean =>
  row.grid.columns.some(
    (column) => CLOSING.has(mainEvent(column) ?? '') && momentOf(cell(row, column).slice(0, LONGEST_DAY)) !== undefined,
  )

const CLOSING = new Set(['结案', '归档', '履行'])
const LONGEST_DAY = 20

/** The first list that has payments of the row's year. */
const homeOf = (row: GridRow, lists: readonly Grid[]): Grid | undefined => {
  const years = yearsIn(row)
  return lists.find(({ rows }) => rows.some((one) => yearsIn(one).some((year) => years.includes(year))))
}

/** It ended otherwise, it is put off or on its way, or the row itself says that it is not paid. */
function isSpared(row: GridRow, of: Column): boolean {
  const { pending, awaiting, extending, bearing, undone } = rowWords()
  const words = [...pending, ...awaiting, ...extending, ...bearing, ...undone]
  return (
    saysWhy(row, [of]) ||
    row.grid.columns.some(
      (column) =>
        (isRemark(column) || STATES.has(column.parts.attributes[0] ?? '')) && holdsAny(cell(row, column), words),
    )
  )
}

const STATES = new Set(['状态', '情况', '结果', '是否'])
