import { type Told, toldByCells } from '../../language/affairs.ts'
import { cell } from './cells.ts'
import type { Grid } from './grid.ts'

const known = new WeakMap<Grid, readonly string[]>()

/** What a table is kept of by what stands in its rows, where no name says it: 罚款300元 under 结果, beside 当事人 and 决定书. */
export function keptOf(grid: Grid): readonly string[] {
  const names = known.get(grid) ?? toldByCells().flatMap((told) => (isKeptOf(grid, told) ? [told.name] : []))
  known.set(grid, names)
  return names
}

/** How many of a column's cells have to say it. */
const MOST = 0.6

function isKeptOf({ columns, rows }: Grid, { cells, heads }: Told): boolean {
  const said = new Set(columns.flatMap(({ parts }) => [...parts.events, ...parts.objects]))
  if (rows.length === 0 || !heads.every((some) => some.some((id) => said.has(id)))) return false
  const first = rows.slice(0, 100)
  return columns.some((column) => {
    const filled = first.map((row) => cell(row, column)).filter(Boolean)
    const saying = filled.filter((text) => cells.some((word) => text.includes(word)))
    return saying.length > 0 && saying.length >= filled.length * MOST
  })
}
