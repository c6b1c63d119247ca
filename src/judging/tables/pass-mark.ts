import { cellWord } from '../../language/cell-words.ts'
import { plain } from '../../language/text.ts'
import { textOf } from '../../records/cell.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'

/** Rows entered as passed though no mark of theirs, the first nor a second one, reaches what the table itself says is needed. */
export function passedBelow(grid: Grid): Flaw[] {
  const scores = grid.columns.filter((column) => isOfScores(grid, column))
  const verdict = grid.columns.find(
    (column) => !scores.includes(column) && grid.rows.some((row) => PASSED.test(plain(cell(row, column)))),
  )
  const least = markOf(grid)
  if (scores.length === 0 || !verdict || least === undefined) return []
  return grid.rows.flatMap((row) => {
    const found = scores.flatMap((column) => scoreIn(row, column) ?? [])
    if (found.length === 0 || Math.max(...found) >= least || !PASSED.test(plain(cell(row, verdict)))) return []
    const [first] = scores
    const words = `${first?.name}${found.join('、')}，不到表中写明的${least}分，${verdict.name}却填“${cell(row, verdict)}”`
    return [flawAt('情形', row, verdict, words)]
  })
}

const SCORE = new RegExp(cellWord('scores'), 'u')
const PASSED = new RegExp(`^${cellWord('passed')}$`, 'u')
const MARK = new RegExp(
  `${cellWord('passMarks')}[^\\d,，。;；]{0,4}(\\d{2,3})分?|(\\d{2,3})分(?:\\(含\\))?(?:及以上|以上)${cellWord('isPass')}?${cellWord('passed')}`,
  'u',
)

function isOfScores(grid: Grid, column: Column): boolean {
  if (!SCORE.test(column.head.text)) return false
  const filled = grid.rows.filter((row) => cell(row, column) !== '')
  return filled.length > 0 && filled.filter((row) => scoreIn(row, column) !== undefined).length >= filled.length * MOST
}
const MOST = 0.6

function scoreIn(row: GridRow, column: Column): number | undefined {
  const [whole, figure] = /^(\d{1,3}(?:\.\d)?)分?$/u.exec(plain(cell(row, column)).trim()) ?? []
  return whole === undefined ? undefined : Number(figure)
}

/** 合格线:60分; 60分以上为合格: over the table, or under it. */
function markOf({ names, near, asides, table, rows }: Grid): number | undefined {
  const first = Math.min(...rows.map(({ index }) => index))
  const above = table.rows.filter(({ index }) => index < first).flatMap(({ values }) => values.map(textOf))
  const texts = [...names.slice(0, near), ...above, ...asides.flatMap(({ values }) => values.map(textOf))]
  for (const text of texts) {
    const found = MARK.exec(plain(text))
    if (found) return Number(found[1] ?? found[2])
  }
  return undefined
}
