import type { Row, Table } from '../core/evidence.ts'
import { gridOf } from './grid.ts'
import { linesOf, type Word } from './page-words.ts'
import { type RuledGrid, ruledGrids } from './ruled-grid.ts'
import { type Operators, rulingsOf } from './rulings.ts'

/** A page of pdf.js. */
export type TablePage = {
  getOperatorList(): Promise<Operators>
  getTextContent(): Promise<{ readonly items: readonly unknown[] }>
}

/** `open`: nothing stands above, or below, but a header or a footer, so it may go on from the page before or to the next. */
type Found = {
  readonly page: number
  readonly grid: RuledGrid
  readonly open: { readonly above: boolean; readonly below: boolean }
}

/**
 * The ruled tables of these pages of a PDF, which ascend. One that goes on at the top of the next page is one table, whose
 * later rows know their page. A page that cannot be drawn costs its own tables.
 */
export async function pdfTables(
  pages: readonly number[],
  pageAt: (page: number) => Promise<TablePage>,
): Promise<Table[]> {
  const tables: Table[] = []
  let before: Found | undefined
  for (const page of pages)
    for (const found of await tablesOn(page, pageAt)) {
      const last = tables.at(-1)
      const table = gridOf(found.grid.cells, `表${tables.length + 1}`, page)
      if (last && before && goesOn(before, found)) tables[tables.length - 1] = joined(last, table, page)
      else tables.push(table)
      before = found
    }
  return tables
}

/**
 * Whether a page's text can come from a table: two lines at least have a gap. To draw a page costs three times what its
 * text costs, and Chinese prose has few gaps.
 */
export const mayHoldTable = (text: string): boolean => (text.match(/^.*\S[ \t]+\S/gm)?.length ?? 0) >= 2

async function tablesOn(page: number, pageAt: (page: number) => Promise<TablePage>): Promise<Found[]> {
  try {
    const drawn = await pageAt(page)
    const rulings = rulingsOf(await drawn.getOperatorList())
    if (rulings.across.length < 3 || rulings.down.length === 0) return []
    const words = (await drawn.getTextContent()).items.filter(isItem).map(wordOf)
    return ruledGrids(rulings, words).map((grid) => ({ page, grid, open: openness(grid, words) }))
  } catch {
    // pdf.js throws anything at all over a broken page; its text is read by other means.
    return []
  }
}

type Item = {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

const isItem = (item: unknown): item is Item =>
  typeof item === 'object' && item !== null && 'str' in item && 'transform' in item && String(item.str).trim() !== ''

function wordOf({ str, transform, width, height }: Item): Word {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform
  return { text: str, x, y, width, height: height || Math.hypot(c, d) || 1 }
}

function openness({ top, bottom }: RuledGrid, words: readonly Word[]): Found['open'] {
  const lines = (side: (word: Word) => boolean) => linesOf(words.filter(side)).length
  return { above: lines(({ y }) => y > top) <= 1, below: lines(({ y }) => y < bottom) <= 1 }
}

const goesOn = (before: Found, { page, grid, open }: Found): boolean =>
  before.page === page - 1 && before.open.below && open.above && isAlike(before.grid.edges, grid.edges)

const isAlike = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((edge, i) => Math.abs(edge - b[i]!) <= 3)

function joined(first: Table, next: Table, page: number): Table {
  const below = first.rows.length
  const rows = next.rows.map((row): Row => ({ ...row, index: row.index + below, page }))
  const merges = next.merges.map((merge) => ({ ...merge, top: merge.top + below, bottom: merge.bottom + below }))
  return { ...first, rows: [...first.rows, ...rows], merges: [...first.merges, ...merges] }
}
