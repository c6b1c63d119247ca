import type { Row, Table } from '../../../core/evidence.ts'
import { gridOf } from '../tables/grid.ts'
import { linesOf, type Word } from '../tables/page-words.ts'
import { type RuledGrid, ruledGrids } from '../tables/ruled-grid.ts'
import { mayRule } from '../tables/rulings.ts'
import { alignedGrids } from './aligned-grid.ts'
import type { Drawn } from './engine.ts'
import { unsplit } from './split-row.ts'

/**
 * A table, or the part of it that stands on one page. `open`: nothing stands above, or below, but a header or a footer, so
 * it may go on from the page before or to the next.
 */
export type PageTable = {
  readonly page: number
  readonly grid: RuledGrid
  readonly open: { readonly above: boolean; readonly below: boolean }
  /** Where its columns begin, if it was made out by those alone. */
  readonly unruled?: readonly number[]
}

/** `before` is the last table of the page before: one without lines may go on without headers. */
export function tablesOn(page: number, { rulings, words }: Drawn, before?: PageTable): PageTable[] {
  const ruled = mayRule(rulings) ? ruledGrids(rulings, words) : []
  const open =
    before?.unruled && before.page === page - 1 && before.open.below
      ? { grid: before.grid, lefts: before.unruled }
      : undefined
  const told = (grid: RuledGrid) => ({ page, grid, open: openness(grid, words) })
  if (ruled.length > 0) return ruled.map(told)
  return alignedGrids(words, open).map(({ grid, lefts }) => ({ ...told(grid), unruled: lefts }))
}

/** The tables of a document, whose pages ascend. One that goes on at the top of the next page is one; its rows know their page. */
export function wholeTables(parts: readonly PageTable[]): Table[] {
  const tables: Table[] = []
  for (const [at, part] of parts.entries()) {
    const [last, before] = [tables.at(-1), parts[at - 1]]
    const table = gridOf(part.grid.cells, `表${tables.length + 1}`, part.page)
    if (last && before && goesOn(before, part)) tables[tables.length - 1] = joined(last, table, part.page)
    else tables.push(table)
  }
  return tables
}

function openness({ top, bottom }: RuledGrid, words: readonly Word[]): PageTable['open'] {
  const lines = (side: (word: Word) => boolean) => linesOf(words.filter(side)).length
  return { above: lines(({ y }) => y > top) <= 1, below: lines(({ y }) => y < bottom) <= 1 }
}

const goesOn = (before: PageTable, { page, grid, open }: PageTable): boolean =>
  before.page === page - 1 && before.open.below && open.above && isAlike(before.grid.edges, grid.edges)

/** Points, or a hundredth of the table's width: pages of a scan lie and are stretched a little differently. */
function isAlike(a: readonly number[], b: readonly number[]): boolean {
  const slack = Math.max(3, 0.01 * ((a.at(-1) ?? 0) - (a[0] ?? 0)))
  return a.length === b.length && a.every((edge, i) => Math.abs(edge - a[0]! - (b[i]! - b[0]!)) <= slack)
}

function joined(before: Table, after: Table, page: number): Table {
  const [first, next] = unsplit(before, after)
  const below = first.rows.length
  const rows = next.rows.map((row): Row => ({ ...row, index: row.index + below, page }))
  const merges = next.merges.map((merge) => ({ ...merge, top: merge.top + below, bottom: merge.bottom + below }))
  return { ...first, rows: [...first.rows, ...rows], merges: [...first.merges, ...merges] }
}
