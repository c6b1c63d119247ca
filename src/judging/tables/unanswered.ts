import { affairsIn } from '../../language/affairs.ts'
import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { grouped } from '../../records/grouped.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { mainEvent, widely } from './roles.ts'

/**
 * Rows in which somebody was displeased and nothing stands under what ought to have been done then (回访, 整改), where
 * it stands for others who were. Who left no name cannot be called; where nothing says who did, or something else was
 * done, it is only asked.
 */
export function unanswered(grid: Grid, acts: ReadonlySet<string>): Flaw[] {
  const answers = grid.columns.filter((column) => isOf(column, acts))
  const bad = answers.length > 0 ? displeased(grid) : []
  const kept = answers.filter((column) => bad.some((row) => cell(row, column) !== ''))
  if (kept.length === 0) return []
  const byAct = [...grouped(kept, (column) => mainEvent(column) ?? '').values()]
  return bad.flatMap((row) => {
    if (says(row, rowWords().nameless) || says(row, rowWords().excused)) return []
    const blank = byAct.filter((columns) => columns.every((column) => cell(row, column) === ''))
    const [first] = blank
    if (!first) return []
    const rest = kept.filter((column) => !blank.some((columns) => columns.includes(column)) && cell(row, column) !== '')
    const vain = rest.filter((column) => rowWords().vain.some((word) => cell(row, column).includes(word)))
    const names = blank.flat().map(({ name }) => `“${name}”`)
    const tried = vain.map((column) => `，${column.name}“${cell(row, column)}”`).join('')
    const isPlain = vain.length === rest.length && says(row, rowWords().signed)
    return [flawAt('办理', row, first[0], `${names.join('、')}空白${tried}`, isPlain)]
  })
}

function isOf(column: Column, acts: ReadonlySet<string>): boolean {
  const event = mainEvent(column)
  return event !== null && widely(event).some((id) => acts.has(id))
}

const known = new WeakMap<Grid, readonly GridRow[]>()

/** Who says so; in a table of nothing but complaints (差评处理登记) everybody. */
function displeased(grid: Grid): readonly GridRow[] {
  const rows = known.get(grid) ?? displeasedIn(grid)
  known.set(grid, rows)
  return rows
}

function displeasedIn(grid: Grid): readonly GridRow[] {
  const own = grid.rows.filter(isDispleased)
  return own.length === 0 && isOfComplaints(grid) ? grid.rows : own
}

const BAD = new RegExp(`(?<!好)${cellWord('badReviews')}`, 'u')

const isOfComplaints = ({ names, near }: Grid): boolean =>
  names.slice(0, near).some((name) => affairsIn(name).has('差评') && BAD.test(name))

const isDispleased = (row: GridRow): boolean =>
  anyCell(row, (text) => rowWords().displeased.some((word) => text.startsWith(word)))

const says = (row: GridRow, words: readonly string[]): boolean =>
  anyCell(row, (text) => words.some((word) => text.includes(word)))

const anyCell = (row: GridRow, is: (text: string) => boolean): boolean =>
  row.grid.columns.some((column) => is(cell(row, column)))
