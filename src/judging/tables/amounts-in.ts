import { amountIn } from './amounts.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isNoted, isRemark } from './remarks.ts'
import { placeOf } from './row-name.ts'
import { numbersOf } from './same-case.ts'
import { saysWhy } from './says-why.ts'
import { unpaidIn } from './unpaid.ts'

/**
 * Rows whose amount is less than another table has under the same number: paid 300 of the 500 that the case book fined. Which
 * column is which they tell themselves: of nearly all numbers that both have, the amounts are the same. What was paid in
 * parts is added up; what was not paid at all is told too.
 */
export function lessThanIn(grid: Grid, lists: readonly Grid[], others: readonly Grid[]): Flaw[] {
  if (grid.recognised) return []
  const [own, theirs] = [byNumber(lists), byNumber(others.filter((one) => !one.recognised && !lists.includes(one)))]
  for (const column of grid.columns.filter(isOfAmounts))
    for (const other of new Set([...theirs.values()].flat().flatMap((row) => row.grid.columns.filter(isOfAmounts)))) {
      const joined = grid.rows.flatMap((row) => joinedOf(row, { column, other }, own, theirs) ?? [])
      const same = joined.filter(({ paid, due }) => paid === due)
      if (same.length < FEWEST || same.length < joined.length * MOST || new Set(same.map(({ due }) => due)).size < 2)
        continue
      const paid = [...own.keys()].flatMap((number) => theirs.get(number) ?? [])
      const books = { lists, paid, amount: other.head.text }
      return [...joined.flatMap((one) => flawIn(one, column)), ...unpaidIn(grid, books)]
    }
  return []
}

const [FEWEST, MOST] = [3, 0.75]

type Joined = {
  readonly row: GridRow
  readonly its: GridRow
  readonly other: Column
  readonly paid: number
  readonly due: number
}
type Rows = ReadonlyMap<string, readonly GridRow[]>

function byNumber(grids: readonly Grid[]): Rows {
  const rows = new Map<string, GridRow[]>()
  for (const grid of grids)
    for (const row of grid.rows)
      for (const number of numbersOf(row)) rows.set(number, [...(rows.get(number) ?? []), row])
  return rows
}

/** The one row of the other table under the row's number, and all that this one has under it. */
function joinedOf(
  row: GridRow,
  { column, other }: { column: Column; other: Column },
  own: Rows,
  theirs: Rows,
): Joined | undefined {
  const number = numbersOf(row).find((one) => theirs.has(one))
  const its =
    number === undefined
      ? []
      : (theirs.get(number) ?? []).filter(({ grid }) => grid.columns.some((one) => isLike(one, other)))
  const [first] = its
  if (number === undefined || !first || its.length > 1) return undefined
  const same = first.grid.columns.find((one) => isLike(one, other))
  const due = same && amountIn(cell(first, same))
  const parts = (own.get(number) ?? [row]).map((one) => {
    const its = one.grid.columns.find((some) => isLike(some, column))
    return its && amountIn(cell(one, its))
  })
  if (due === undefined || parts.some((part) => part === undefined)) return undefined
  return { row, its: first, other: same ?? other, due, paid: parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) }
}

const isLike = (a: Column, b: Column): boolean => a.head.text === b.head.text

const isOfAmounts = ({ parts }: Column): boolean => parts.attributes[0] === '金额'

function flawIn({ row, its, other, paid, due }: Joined, column: Column): Flaw[] {
  if (paid >= due || isNoted(row) || isNoted(its) || saysWhy(row, [column]) || saysWhy(its, [other])) return []
  const words = `${column.name}${paid}，《${its.grid.names[0] ?? ''}》中${other.name}${due}，少${Math.round((due - paid) * 100) / 100}`
  return [{ ...flawAt('数字', row, column, words, !isTold(row)), by: placeOf(its, other) }]
}

/** Something is said of this row that is not said of all. */
const isTold = (row: GridRow): boolean =>
  row.grid.columns.some((column) => {
    const text = cell(row, column)
    return (
      isRemark(column) &&
      text !== '' &&
      row.grid.rows.filter((one) => cell(one, column) === text).length * 2 < row.grid.rows.length
    )
  })
