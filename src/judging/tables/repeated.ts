import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare } from '../../language/text.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { type Column, cell, type Grid, nameOf } from './grid.ts'

/** Two things of different names under one number, in a column whose numbers are each of one thing (索引号, 统一编号). */
export function repeatedIn(grid: Grid, heads: readonly string[]): Flaw[] {
  if (heads.length === 0) return []
  return grid.columns
    .filter((column) => holdsAny(bare(column.head.text), heads) && isOfOneEach(grid, column))
    .flatMap((column) =>
      grid.rows.flatMap((row, at) => {
        const text = bare(cell(row, column))
        if (!NUMBERED.test(text)) return []
        const first = grid.rows.slice(0, at).find((one) => bare(cell(one, column)) === text)
        if (!first || label(first) === label(row) || isOfOne(row)) return []
        return [flawAt('填写', row, column, `${column.name}“${cell(row, column)}”与${nameOf(first)}重复`)]
      }),
    )

  function isOfOne(row: (typeof grid.rows)[number]): boolean {
    return grid.columns.some((column) => holdsAny(cell(row, column), rowWords().another))
  }
}

const NUMBERED = /\d/u
const label = (row: Parameters<typeof nameOf>[0]): string => nameOf(row).replace(/^第\d+行\s*/u, '')

/** Nearly every row has one of its own. */
function isOfOneEach(grid: Grid, column: Column): boolean {
  const filled = grid.rows.map((row) => bare(cell(row, column))).filter((text) => NUMBERED.test(text))
  return filled.length >= LEAST && new Set(filled).size >= filled.length * MOSTLY
}
const LEAST = 4
const MOSTLY = 0.75
