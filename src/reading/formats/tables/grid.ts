import type { Merge, Row, Table } from '../../../core/evidence.ts'

/**
 * A cell of a table in a document. `left` and `span` count columns; `continue` lies under the cell above it. `certainty` is
 * given where it was recognised from an image.
 */
export type GridCell = {
  readonly left: number
  readonly span: number
  readonly merge: 'restart' | 'continue' | 'none'
  readonly paragraphs: readonly string[]
  readonly certainty?: number
}

/** A table in a document; a merged value stands once, in its top left cell. */
export function gridOf(cells: readonly (readonly GridCell[])[], name: string, page?: number): Table {
  const rows = cells.map((row, index): Row => {
    const values: (string | null)[] = []
    for (const { left, span, merge, paragraphs } of row) {
      while (values.length < left + span) values.push(null)
      if (merge !== 'continue') values[left] = paragraphs.join('\n') || null
    }
    const certainties = certaintiesOf(row, values.length)
    return { index, values, ...(certainties && { certainties }) }
  })
  return { name, kind: 'grid', ...(page !== undefined && { page }), rows, merges: mergesOf(cells) }
}

/** A wall between two cells may not have been seen: then the text of both stands in the first, and nothing in the other. */
const UNWALLED = 0.5

/** Undefined where nothing of the row was recognised from an image. */
function certaintiesOf(row: readonly GridCell[], width: number): number[] | undefined {
  if (row.every(({ certainty }) => certainty === undefined)) return undefined
  const certainties = Array.from({ length: width }, () => 1)
  for (const { left, span, certainty } of row) {
    if (certainty !== undefined) certainties[left] = span > 1 ? Math.min(UNWALLED, certainty) : certainty
    certainties.fill(0, left + 1, left + span)
  }
  return certainties
}

function mergesOf(cells: readonly (readonly GridCell[])[]): Merge[] {
  const merges: Merge[] = []
  cells.forEach((row, top) => {
    for (const { left, span, merge } of row) {
      if (merge === 'continue') continue
      let bottom = top
      while (
        merge === 'restart' &&
        cells[bottom + 1]?.some((below) => below.left === left && below.merge === 'continue')
      )
        bottom++
      if (span > 1 || bottom > top) merges.push({ top, left, bottom, right: left + span - 1 })
    }
  })
  return merges
}

/** How a row reads as text: cells joined by tabs. A row of one cell is layout, its paragraphs are paragraphs. */
export function rowLines(row: readonly GridCell[]): string[] {
  const filled = row.filter(({ merge, paragraphs }) => merge !== 'continue' && paragraphs.length > 0)
  if (filled.length === 1) return filled[0]!.paragraphs.flatMap((text) => text.split('\n'))
  if (filled.length === 0) return []
  return [filled.map(({ paragraphs }) => paragraphs.join(' ').replaceAll('\n', ' ')).join('\t')]
}

/** A cell that says how far it reaches, as HTML has it: the cells it covers are not written down. */
export type Spanning = {
  readonly columns: number
  readonly rows: number
  readonly paragraphs: readonly string[]
  readonly certainty?: number
}

const WIDEST = 1000

/** Puts spanning cells where they come to lie. A cell that reaches below the last row ends with it. */
export function placed(rows: readonly (readonly Spanning[])[]): GridCell[][] {
  let above = new Map<number, Reach>()
  return rows.map((row, index) => {
    const line = placedRow(row, above, rows.length - index)
    above = line.below
    return line.cells
  })
}

/** What a cell still covers: how many more rows, and how many columns from the one it is filed under. */
type Reach = { readonly rows: number; readonly columns: number }

function placedRow(row: readonly Spanning[], above: ReadonlyMap<number, Reach>, rowsLeft: number) {
  const cells: GridCell[] = []
  const below = new Map<number, Reach>()
  let left = 0
  const cover = ({ rows, columns }: Reach) => {
    cells.push({ left, span: columns, merge: 'continue', paragraphs: [] })
    if (rows > 1) below.set(left, { rows: rows - 1, columns })
    left += columns
  }

  for (const { columns, rows, paragraphs, certainty } of row) {
    for (let reach = above.get(left); reach; reach = above.get(left)) cover(reach)
    if (left >= WIDEST) break
    const span = Math.max(1, Math.min(columns, WIDEST - left))
    const more = Math.min(rows, rowsLeft) - 1
    const sure = certainty === undefined ? {} : { certainty }
    cells.push({ left, span, merge: more > 0 ? 'restart' : 'none', paragraphs, ...sure })
    if (more > 0) below.set(left, { rows: more, columns: span })
    left += span
  }
  for (const [at, reach] of [...above].sort(([a], [b]) => a - b)) {
    if (at < left) continue
    left = at
    cover(reach)
  }
  return { cells, below }
}
