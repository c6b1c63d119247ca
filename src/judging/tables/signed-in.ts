import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { plain } from '../../language/text.ts'
import { textOf } from '../../records/cell.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'

const CAME = new RegExp(`${cellWord('came')}\\s*(\\d{1,4})\\s*[人名]`, 'u')
const ALL = new RegExp(`${cellWord('attending')}率\\s*${cellWord('attained')}?\\s*100\\s*%`, 'u')
/** A list of who was to come is signed by most of them. */
const MOSTLY = 0.5

/**
 * A list to be signed on which fewer signed than the line below it says came (实到32人, 参训率100%). Who made it up later
 * (已补训) came.
 */
export function signedFor(grid: Grid): Flaw[] {
  const column = grid.columns.find(isSigned)
  if (!column) return []
  const rows = grid.rows.filter(({ values }) => filled(values) > 1)
  const came = rows.filter((row) => cell(row, column) !== '')
  const absent = rows.filter((row) => cell(row, column) === '' && !isMadeUp(row))
  const [first] = absent
  if (!first || came.length < rows.length * MOSTLY) return []
  // A line below that is not merged stands among the rows.
  const below = [...grid.asides, ...grid.rows.filter(({ values }) => filled(values) === 1)]
  const notes = below.flatMap(({ values }) => values.map((value) => plain(textOf(value))))
  const said = notes.find((note) => Number(CAME.exec(note)?.[1] ?? 0) > rows.length - absent.length || ALL.test(note))
  if (said === undefined) return []
  const words = `“${column.name}”${absent.length}人空白，表下却写${CAME.exec(said)?.[0] ?? ALL.exec(said)?.[0] ?? ''}`
  return absent.map((row, at) => flawAt('数字', row, column, at === 0 ? words : `“${column.name}”空白`))
}

const filled = (values: GridRow['values']): number => values.filter((value) => textOf(value) !== '').length

const isSigned = ({ head }: Column): boolean => {
  const { signing } = rowWords()
  return signing.some((word) => (head.labels.at(-1) ?? '').includes(word))
}

const isMadeUp = (row: GridRow): boolean => {
  const { madeUp } = rowWords()
  return row.grid.columns.some((column) => madeUp.some((word) => cell(row, column).includes(word)))
}
