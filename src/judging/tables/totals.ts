import { amountIn } from './amounts.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'

/**
 * Rows whose total is not the sum of its parts, in a table where it is one everywhere else: 20、24、10 and 合计60. Where the
 * parts do not reach what the total claims to (`atLeast`, in the table's unit), the row says itself what is short.
 */
export function wrongTotals(grid: Grid, atLeast: number | null): Flaw[] {
  const summed = known.has(grid) ? known.get(grid) : summedIn(grid)
  known.set(grid, summed)
  return summed ? grid.rows.flatMap((row) => flawIn(row, summed.parts, summed.total, atLeast)) : []
}

type Summed = { readonly parts: readonly Column[]; readonly total: Column }

// Several rules look at one table.
const known = new WeakMap<Grid, Summed | undefined>()

function summedIn(grid: Grid): Summed | undefined {
  const numbers = grid.columns.filter((column) => isOfNumbers(grid, column))
  for (const [at, total] of numbers.entries()) {
    const parts = partsOf(grid, numbers.slice(0, at), total)
    if (parts) return { parts, total }
  }
  return undefined
}

/** The longest run of columns before the total whose sum it nearly always is: arithmetic knows a total, whatever heads it. */
function partsOf(grid: Grid, before: readonly Column[], total: Column): readonly Column[] | undefined {
  for (let from = 0; from + FEWEST_PARTS <= before.length; from++) {
    const parts = before.slice(from)
    const rows = grid.rows.filter((row) => figuresOf(row, parts, total))
    const right = rows.filter((row) => isRight(figuresOf(row, parts, total)!))
    if (right.length >= ENOUGH && right.length >= rows.length * NEARLY_ALL) return parts
  }
  return undefined
}

const [FEWEST_PARTS, ENOUGH, NEARLY_ALL] = [2, 4, 0.8]

type Figures = { readonly sum: number; readonly stated: number; readonly shown: readonly (readonly [Column, string])[] }

/** A part left blank is nothing; of a row without a total nothing is told. */
function figuresOf(row: GridRow, parts: readonly Column[], total: Column): Figures | undefined {
  const stated = amountIn(cell(row, total))
  const shown = parts.map((part) => [part, cell(row, part)] as const).filter(([, text]) => text !== '')
  const amounts = shown.map(([, text]) => amountIn(text))
  if (stated === undefined || amounts.length < FEWEST_PARTS || amounts.some((one) => one === undefined))
    return undefined
  return { stated, shown, sum: amounts.reduce<number>((all, one) => all + one!, 0) }
}

/** More parts than a line has room for are told by their figures alone. */
const MOST_NAMED = 3

const isRight = ({ sum, stated }: Figures): boolean => Math.abs(sum - stated) < 0.011

function flawIn(row: GridRow, parts: readonly Column[], total: Column, atLeast: number | null): Flaw[] {
  const figures = figuresOf(row, parts, total)
  if (!figures || isRight(figures)) return []
  const { sum, stated, shown } = figures
  const right = Math.round(sum * 100) / 100
  const isShort = atLeast !== null && right < atLeast && stated >= atLeast
  const parted = shown.map(([part, text]) => (shown.length > MOST_NAMED ? text : `“${part.name}”${text}`)).join('＋')
  const words = `${total.name}填${cell(row, total)}，按${parted}应为${right}${isShort ? `，不足${atLeast}` : ''}`
  return [flawAt('数字', row, total, words, isShort)]
}

/** Of the cells that are filled, nearly all are figures, and not the serials of the rows. */
function isOfNumbers(grid: Grid, column: Column): boolean {
  if (column.parts.attributes[0] === '序号') return false
  let [filled, figures] = [0, 0]
  for (const row of grid.rows) {
    const text = cell(row, column)
    if (text === '') continue
    filled++
    if (/^\d/u.test(text) && amountIn(text) !== undefined) figures++
    // However the rest is filled, these are too many.
    else if (filled - figures > grid.rows.length * (1 - NEARLY_ALL) + 1) return false
  }
  return filled > 0 && figures >= filled * NEARLY_ALL
}
