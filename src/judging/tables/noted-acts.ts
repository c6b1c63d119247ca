import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { plain } from '../../language/text.ts'
import { textOf } from '../../records/cell.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Grid, GridRow } from './grid.ts'
import { deniedIn } from './undone.ts'

/**
 * Lines over and under a table that say of all of it that what the indicator asks was not done (内部印发,未上网). How cells are
 * filled in, and what need not be done, is none.
 */
export function notedUndone(grid: Grid, acts: ReadonlySet<string>): Flaw[] {
  if (acts.size === 0) return []
  return linesOf(grid).flatMap((row) => {
    const text = plain(row.values.map(textOf).find(Boolean) ?? '')
    if (text.length > LONGEST || holdsAny(text, rowWords().excused)) return []
    const clause = text
      .split(/[,，。;；:：()（）\s]+/u)
      .find((one) => !holdsAny(one, rowWords().legend) && deniedIn(one, acts))
    return clause === undefined ? [] : [flawAt('办理', row, undefined, `表中注明“${clause}”`)]
  })
}

/** A longer line is a story of its own. */
const LONGEST = 80

function linesOf(grid: Grid): GridRow[] {
  const { table, rows, asides } = grid
  const first = Math.min(...rows.map(({ index }) => index))
  const above = table.rows
    .filter(({ index, values }) => index < first && isLine(values.map(textOf)))
    .map(({ index, values }): GridRow => ({ grid, index, values, texts: [] }))
  return [...above, ...asides.filter(({ values }) => isLine(values.map(textOf)))]
}

/** One text, however many cells it was merged over. */
const isLine = (texts: readonly string[]): boolean => new Set(texts.filter(Boolean)).size === 1
