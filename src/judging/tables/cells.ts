import type { Merge, Table, Value } from '../../core/evidence.ts'
import { isDitto } from '../../language/ditto.ts'
import { plain } from '../../language/text.ts'
import { textOf } from '../../records/cell.ts'
import { type Dittos, dittosOf } from '../../records/dittos.ts'
import type { Column, Grid, GridRow } from './grid.ts'

/** The text of a cell; in a block merged downwards that of its first row. */
export function cell(row: GridRow, column: Column): string {
  const known = row.texts[column.at]
  if (known !== undefined) return known
  const text = spelt(row, column)
  row.texts[column.at] = text
  return text
}

function spelt(row: GridRow, column: Column): string {
  const { grid, index, values } = row
  const own = plain(textOf(values[column.at])).trim()
  if (isDitto(own)) return repeated(row, column) ?? own
  if (own !== '') return own
  const block = blocksOf(grid.table).find(
    ({ top, bottom, left, right }) => top < index && index <= bottom && left <= column.at && column.at <= right,
  )
  const first = block && rowsOf(grid).get(block.top)
  return first ? plain(textOf(first.values[column.at])).trim() : ''
}

const blocks = new WeakMap<Table, readonly Merge[]>()

/** What is merged downwards. */
function blocksOf(table: Table): readonly Merge[] {
  const found = blocks.get(table) ?? table.merges.filter(({ top, bottom }) => top < bottom)
  blocks.set(table, found)
  return found
}

const indexed = new WeakMap<Grid, ReadonlyMap<number, GridRow>>()

function rowsOf(grid: Grid): ReadonlyMap<number, GridRow> {
  // Of two with one index the first counts.
  const found = indexed.get(grid) ?? new Map(grid.rows.toReversed().map((row) => [row.index, row]))
  indexed.set(grid, found)
  return found
}

const dittos = new WeakMap<Table, Dittos>()

function repeated({ grid: { table }, index }: GridRow, column: Column): string | undefined {
  const found = dittos.get(table) ?? dittosOf(table.rows)
  dittos.set(table, found)
  const above = found.get(column.at)?.get(index)
  return above && plain(textOf(above.values[column.at])).trim()
}

export const raw = ({ values }: GridRow, column: Column): Value => values[column.at] ?? null

export const columnRows = (grid: Grid, column: Column): string[] =>
  grid.rows.map((row) => cell(row, column)).filter((text) => text !== '')
