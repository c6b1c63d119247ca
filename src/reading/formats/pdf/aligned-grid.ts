import { placed, type Spanning } from '../tables/grid.ts'
import { linesOf, type Word } from '../tables/page-words.ts'
import type { RuledGrid } from '../tables/ruled-grid.ts'

type Cell = { readonly text: string; readonly left: number; readonly right: number }
type Line = { readonly words: readonly Word[]; readonly y: number; readonly height: number }

/** What sets cells of a line apart: a gap of so many letters' heights, or a place where a column is known to begin. */
const GAP = 1.1
const SLACK = 1.5
const FEWEST_COLUMNS = 4
const FEWEST_ROWS = 3
const LONGEST_HEAD = 14

/** A table that has no lines. `lefts` are where its columns begin. */
export type AlignedGrid = { readonly grid: RuledGrid; readonly lefts: readonly number[] }

/**
 * Whether a page's text can come from a table without lines: a line is cut by gaps into four pieces that are more than a
 * figure between words (2021 年 5 月), and is no sentence.
 */
export const mayAlign = (text: string): boolean =>
  text.split('\n').some((line) => {
    if (line.length > 300 || /[a-z]{2}|[。，；]/.test(line)) return false
    return line.split(/[ \t]+/).filter((piece) => piece.trim().length > 1).length >= FEWEST_COLUMNS
  })

/**
 * Tables that have no lines, only columns: a line of short headers, and at least three below it with as many pieces, that
 * stand in columns clear of one another. What crosses two columns ends the table, for a made-up table would be worse than
 * none. `before` is one that the page before broke off: its rows may go on without headers.
 */
export function alignedGrids(words: readonly Word[], before?: AlignedGrid): AlignedGrid[] {
  const lines = linesOf(words.filter(({ text }) => text.trim() !== '').map((word) => ({ ...word, y: -word.y }))).map(
    ({ words: own }): Line => ({ words: own, y: -own[0]!.y, height: Math.max(...own.map(({ height }) => height)) }),
  )
  const grids: AlignedGrid[] = []
  let at = 0
  const first = before && goingOn(lines, before)
  if (first) {
    grids.push(first.found)
    at = first.next
  }
  while (at < lines.length) {
    const below = beneath(lines, at)
    if (below) grids.push(below.found)
    at = below?.next ?? at + 1
  }
  return grids
}

function cellsOf({ words, height }: Line, lefts: readonly number[]): Cell[] {
  const cells: Cell[] = []
  for (const { text, x, width } of words) {
    const last = cells.at(-1)
    const begins =
      !last ||
      x - last.right > GAP * height ||
      lefts.some((left) => Math.abs(left - x) <= SLACK && last.left < left - SLACK)
    if (begins) cells.push({ text, left: x, right: x + width })
    else cells[cells.length - 1] = { text: last.text + text, left: last.left, right: Math.max(last.right, x + width) }
  }
  return cells
}

const isHead = (cells: readonly Cell[]): boolean =>
  cells.length >= FEWEST_COLUMNS &&
  new Set(cells.map(({ text }) => text.trim())).size === cells.length &&
  cells.every(({ text }) => text.trim().length <= LONGEST_HEAD && /\p{L}/u.test(text) && !/[\d。；，：:]/.test(text))

type Found = { readonly found: AlignedGrid; readonly next: number }

function beneath(lines: readonly Line[], at: number): Found | undefined {
  const head = cellsOf(lines[at]!, [])
  if (!isHead(head)) return undefined
  const lefts = head.map(({ left }) => left)
  const full: (readonly Cell[])[] = []
  let end = at + 1
  for (; end < lines.length && isNear(lines[end - 1]!, lines[end]!); end++) {
    const cells = cellsOf(lines[end]!, lefts)
    if (cells.length > head.length) break
    if (cells.length === head.length) full.push(cells)
  }
  if (full.length < FEWEST_ROWS || full.length * 2 < end - at - 1) return undefined
  const columns = columnsOf([head, ...full])
  return columns && tableOf(lines.slice(at, end), columns, at, [head.map(({ text }) => text.trim())])
}

/** The columns that lines with a piece for each of them make; undefined where they get into each other’s way. */
function columnsOf(rows: readonly (readonly Cell[])[]): Cell[] | undefined {
  const columns = rows[0]!.map(
    (_, at): Cell => ({
      text: '',
      left: Math.min(...rows.map((cells) => cells[at]!.left)),
      right: Math.max(...rows.map((cells) => cells[at]!.right)),
    }),
  )
  return columns.every(({ left }, at) => at === 0 || left >= columns[at - 1]!.right - SLACK) ? columns : undefined
}

function goingOn(lines: readonly Line[], { grid, lefts }: AlignedGrid): Found | undefined {
  const columns = lefts.map(
    (left, at): Cell => ({ text: '', left, right: (lefts[at + 1] ?? grid.edges.at(-1)!) - SLACK }),
  )
  // A running header may stand above, and what it says may stand in one column by chance.
  for (const start of [0, 1, 2]) {
    const line = lines[start]
    if (!line || cellsOf(line, lefts).length * 2 <= columns.length) continue
    const found = tableOf(lines.slice(start), columns, start, [])
    if (found) return found
  }
  return undefined
}

/** Puts lines into columns for as long as they keep to them. `rows` has the headers, where the first line is those. */
function tableOf(lines: readonly Line[], columns: readonly Cell[], from: number, rows: string[][]): Found | undefined {
  const lefts = columns.map(({ left }) => left)
  const edges = [lefts[0]! - SLACK, ...lefts.slice(1), columns.at(-1)!.right + SLACK]
  let at = rows.length
  for (; at < lines.length; at++) {
    const line = lines[at]!
    if (at > 0 && !isNear(lines[at - 1]!, line)) break
    const row = rowOf(cellsOf(line, lefts), columns)
    if (!row) break
    const last = rows.at(-1)
    if (row[0] !== '') rows.push(row)
    else if (last && rows.length > 1 && lines[at - 1]!.y - line.y <= 1.8 * line.height)
      for (const [column, text] of row.entries()) last[column] += text
    else break
  }
  if (rows.length === 0 || breaksOff(lines.slice(at - 1, at + 3), columns)) return undefined
  const spanning = rows.map((row) =>
    row.map((text): Spanning => ({ columns: 1, rows: 1, paragraphs: text === '' ? [] : [text] })),
  )
  const [first, last] = [lines[0]!, lines[at - 1]!]
  const [top, bottom] = [first.y + first.height, last.y - last.height / 2]
  return { found: { grid: { edges, top, bottom, cells: placed(spanning) }, lefts }, next: from + at }
}

/** Half a table would be counted as a whole one: where its rows plainly go on and only do not fit, there is none. */
function breaksOff([last, ...more]: readonly Line[], columns: readonly Cell[]): boolean {
  const next = more.filter((line, at) => isNear(more[at - 1] ?? last!, line))
  const lefts = columns.map(({ left }) => left)
  return next.filter((line) => cellsOf(line, lefts).length >= columns.length - 1).length >= 2
}

/** Each piece in its column; undefined where one stands in none, or in two, or two in one. */
function rowOf(cells: readonly Cell[], columns: readonly Cell[]): string[] | undefined {
  const row = columns.map(() => '')
  const inOrder = cells.length === columns.length
  for (const [at, cell] of cells.entries()) {
    const touched = columns.flatMap(({ left, right }, column) =>
      cell.left < right && left < cell.right ? [column] : [],
    )
    const column = inOrder ? at : touched[0]
    if (column === undefined || touched.length > 1 || row[column] !== '') return undefined
    row[column] = cell.text.trim()
  }
  return row
}

const isNear = (above: Line, line: Line): boolean => above.y - line.y <= 3.5 * Math.max(above.height, line.height)
