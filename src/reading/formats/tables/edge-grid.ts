import type { GridCell } from './grid.ts'

/** Where a cell lies between the margins, in twentieths of a point. `joined`: the cells of such a stretch are one. */
export type CellEdges = {
  readonly left: number
  readonly right: number
  readonly joined: boolean
  readonly merge: GridCell['merge']
}

/** A row as Word and RTF keep it: cells of any width. `edges` may be short or missing in a damaged file. */
export type EdgeRow = { readonly cells: readonly (readonly string[])[]; readonly edges: readonly CellEdges[] }

/** Twentieths of a point that two rows' edges may lie apart and still be one: programmes round. */
const SLACK = 40

/** Rows of cells of any width → one grid, in which a wide cell spans the columns that lie beneath it. */
export function aligned(rows: readonly EdgeRow[]): GridCell[][] {
  const columns = columnsOf(rows)
  return rows.map(({ cells, edges }) => {
    const row: GridCell[] = []
    cells.forEach((paragraphs, i) => {
      const edge = edges[i]
      const left = Math.max(edge ? indexOf(columns, edge.left) : i, end(row))
      const span = edge ? Math.max(1, indexOf(columns, edge.right) - left) : 1
      const last = row.at(-1)
      // An empty cell that is joined belongs to the one before it.
      if (last && edge?.joined && edges[i - 1]?.joined && paragraphs.length === 0)
        row[row.length - 1] = { ...last, span: left + span - last.left }
      else row.push({ left, span, merge: edge?.merge ?? 'none', paragraphs })
    })
    return row
  })
}

const end = (row: readonly GridCell[]): number => {
  const last = row.at(-1)
  return last ? last.left + last.span : 0
}

function columnsOf(rows: readonly EdgeRow[]): number[] {
  const all = rows.flatMap(({ cells, edges }) =>
    edges.slice(0, cells.length).flatMap(({ left, right }) => [left, right]),
  )
  const columns: number[] = []
  for (const edge of all.sort((a, b) => a - b)) {
    const last = columns.at(-1)
    if (last === undefined || edge - last > SLACK) columns.push(edge)
  }
  return columns
}

function indexOf(columns: readonly number[], edge: number): number {
  const after = columns.findIndex((column) => column > edge)
  return (after < 0 ? columns.length : after) - 1
}
