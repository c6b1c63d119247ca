import { cellWord } from '../../language/cell-words.ts'
import { plain } from '../../language/text.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isRemarked } from './remarks.ts'

/**
 * Rows whose recording begins long after the officers came, or ends long before they left – 到场 09:30, 音像起 10:55 – where
 * most rows record all of it. A row with a remark may say why, and is asked.
 */
export function recordedLate(grid: Grid): Flaw[] {
  const came = grid.columns.find((column) => isOf(grid, column, CAME))
  const begun = grid.columns.find((column) => isOf(grid, column, BEGUN, RECORDING))
  const left = grid.columns.find((column) => isOf(grid, column, LEFT))
  const ended = grid.columns.find((column) => isOf(grid, column, ENDED, RECORDING))
  const late = [...between(grid, came, begun, 1), ...between(grid, ended, left, -1)]
  const rows = new Map(late.map((flaw) => [flaw.row, flaw]))
  return rows.size <= grid.rows.length * FEW ? [...rows.values()] : []
}

const FEW = 0.25
/** Minutes that starting a recorder, and getting out of the car, may take. */
const GRACE = 10

/** Where the second time comes more than some minutes after the first; what is told is the recording's cell. */
function between(grid: Grid, first: Column | undefined, second: Column | undefined, side: 1 | -1): Flaw[] {
  if (!first || !second || first === second) return []
  const at = side === 1 ? second : first
  return grid.rows.flatMap((row) => {
    const [a, b] = [minutesIn(row, first), minutesIn(row, second)]
    if (a === undefined || b === undefined || b - a <= GRACE) return []
    const words =
      side === 1
        ? `${nameOf(first)}${cell(row, first)}，${nameOf(second)}${cell(row, second)}，前${b - a}分钟没有记录`
        : `${nameOf(first)}${cell(row, first)}，${nameOf(second)}${cell(row, second)}，后${b - a}分钟没有记录`
    return [flawAt('办理', row, at, words, !isRemarked(row))]
  })
}

const nameOf = ({ head }: Column): string => plain(head.labels.join('')) || head.text

const TIME = /^(\d{1,2})[:：时](\d{2})/u

function minutesIn(row: GridRow, column: Column): number | undefined {
  const [whole, hours, minutes] = TIME.exec(plain(cell(row, column)).trim()) ?? []
  return whole === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

const [CAME, LEFT] = [new RegExp(cellWord('arrived'), 'u'), new RegExp(cellWord('departed'), 'u')]
const [BEGUN, ENDED] = [new RegExp(cellWord('begins'), 'u'), new RegExp(cellWord('ceases'), 'u')]
const RECORDING = new RegExp(cellWord('recording'), 'u')

/** A column of clock times with such a head; what is recorded says so, or stands under what does. */
function isOf(grid: Grid, column: Column, ...heads: readonly RegExp[]): boolean {
  const name = nameOf(column)
  if (!heads.every((head) => head.test(name)) || (heads.length === 1 && RECORDING.test(name))) return false
  return grid.rows.filter((row) => minutesIn(row, column) !== undefined).length >= grid.rows.length * MOST
}
const MOST = 0.6
