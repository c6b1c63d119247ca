import { rowWords } from '../../language/row-words.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { type Column, cell, type Grid, type GridRow } from './grid.ts'
import { mainEvent, widely } from './roles.ts'

/**
 * Rows in which somebody was displeased and nothing stands under what ought to have been done then (回访, 整改), where
 * it stands for others who were. Who left no name cannot be called; where nothing says who did, it is only asked.
 */
export function unanswered(grid: Grid, acts: ReadonlySet<string>): Flaw[] {
  const answers = grid.columns.filter((column) => isOf(column, acts))
  const bad = answers.length > 0 ? grid.rows.filter(isDispleased) : []
  const kept = answers.filter((column) => bad.some((row) => cell(row, column) !== ''))
  if (kept.length === 0) return []
  return bad.flatMap((row) => {
    const isNameless = says(row, rowWords().nameless)
    if (isNameless || says(row, rowWords().excused) || kept.some((column) => cell(row, column) !== '')) return []
    const names = kept.map(({ name }) => `“${name}”`).join('、')
    return [flawAt('办理', row, kept[0], `${names}空白`, says(row, rowWords().signed))]
  })
}

function isOf(column: Column, acts: ReadonlySet<string>): boolean {
  const event = mainEvent(column)
  return event !== null && widely(event).some((id) => acts.has(id))
}

const isDispleased = (row: GridRow): boolean =>
  anyCell(row, (text) => rowWords().displeased.some((word) => text.startsWith(word)))

const says = (row: GridRow, words: readonly string[]): boolean =>
  anyCell(row, (text) => words.some((word) => text.includes(word)))

const anyCell = (row: GridRow, is: (text: string) => boolean): boolean =>
  row.grid.columns.some((column) => is(cell(row, column)))
