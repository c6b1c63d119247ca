import { type CellList, cellWord } from '../../language/cell-words.ts'
import { plain } from '../../language/text.ts'
import { momentOf } from '../../records/moment.ts'
import { amountIn } from './amounts.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { saysWhy } from './says-why.ts'

/** What can never be more than what: who was heard took up no more opinions than there were, a scene was recorded to its end. */
const PAIRS: readonly (readonly [CellList, CellList])[] = [
  ['takenUp', 'putForward'],
  ['onScene', 'recordedFor'],
  ['qualified', 'appointed'],
]

/** Rows in which it is more all the same, in a table where it is not nearly everywhere. */
export function surplusIn(grid: Grid): Flaw[] {
  if (grid.recognised) return []
  return PAIRS.flatMap(([less, more]) => {
    const [few, most] = [columnOf(grid, less, undefined), columnOf(grid, more, less)]
    if (!few || !most || few === most) return []
    const read = grid.rows.flatMap((row) => {
      const [a, b] = [amountIn(cell(row, few)), amountIn(cell(row, most))]
      return a === undefined || b === undefined ? [] : [{ row, a, b }]
    })
    const over = read.filter(({ a, b }) => a > b)
    if (read.length < FEWEST || over.length > read.length * FEW) return []
    return over.flatMap(({ row, a, b }) =>
      saysWhy(row, [few, most]) ? [] : [flawAt('数字', row, few, `${few.name}${a}，多于${most.name}${b}`)],
    )
  })
}

const [FEWEST, FEW, MOST] = [4, 0.25, 0.6]

/** The only column of figures that its head says is of these. */
function columnOf(grid: Grid, list: CellList, not: CellList | undefined): Column | undefined {
  const found = grid.columns.filter(
    (column) =>
      is(column, list) &&
      !(not && is(column, not)) &&
      grid.rows.filter((row) => amountIn(cell(row, column)) !== undefined).length >= grid.rows.length * MOST,
  )
  return found.length === 1 ? found[0] : undefined
}

const is = ({ head }: Column, list: CellList): boolean => new RegExp(cellWord(list), 'u').test(plain(head.text))

/**
 * Rows in which everything that was to be done is none (决策0次、合同0份、意见书0份), where nearly all others have some: an adviser
 * who is kept and not asked.
 */
export function idleIn(grid: Grid, words: readonly string[]): Flaw[] {
  const columns = grid.columns.filter(
    (column) =>
      words.some((word) => plain(column.head.text).includes(word)) &&
      grid.rows.filter((row) => amountIn(cell(row, column)) !== undefined).length >= grid.rows.length * NEARLY_ALL,
  )
  if (columns.length < FEWEST_COLUMNS) return idleYear(grid)
  const idle = grid.rows.filter((row) => columns.every((column) => amountIn(cell(row, column)) === 0))
  if (grid.rows.length < FEWEST || idle.length > grid.rows.length * FEW) return []
  return idle
    .filter((row) => !saysWhy(row, columns))
    .map((row) => flawAt('情形', row, columns[0], toldOf(row, columns)))
}

/** A year's register whose only row says that there was nothing all year (全年 没有), and whose sum is none. */
function idleYear(grid: Grid): Flaw[] {
  const all = [...grid.rows, ...grid.asides]
  const isOf = (row: GridRow, words: RegExp) => grid.columns.some((column) => words.test(cell(row, column)))
  const whole = all.find((row) => isOf(row, WHOLE_YEAR) && isOf(row, NOTHING))
  if (!whole || grid.recognised || saysWhy(whole, []) || all.some((row) => row !== whole && isWork(row))) return []
  const column = grid.columns.find((one) => NOTHING.test(cell(whole, one)))
  const words = grid.columns.map((one) => cell(whole, one)).filter(Boolean)
  return [flawAt('情形', whole, column, words.join('，'))]
}

const WHOLE_YEAR = new RegExp(`^(?:20\\d{2}年)?(?:${cellWord('wholeYear')})$`, 'u')
const NOTHING = new RegExp(`^(?:${cellWord('emptied')}|0)$|^(?:${cellWord('rowDenied')}).{0,10}$`, 'u')

/** Some other row tells of a day or of a number of them. */
const isWork = (row: GridRow): boolean =>
  row.grid.columns.some((column) => {
    const text = cell(row, column)
    return momentOf(text) !== undefined || (amountIn(text) ?? 0) > 0
  })

const [FEWEST_COLUMNS, NEARLY_ALL] = [2, 0.9]

const toldOf = (row: GridRow, columns: readonly Column[]): string =>
  columns.map((column) => `${column.name}${cell(row, column)}`).join('、')
