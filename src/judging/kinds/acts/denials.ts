import type { Document, Package } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import { cellWord } from '../../../language/cell-words.ts'
import { paragraphsOf } from '../../../language/paragraphs.ts'
import { bare, clipped, plain } from '../../../language/text.ts'
import { cell } from '../../tables/cells.ts'
import { gridsOf } from '../../tables/grid.ts'
import { placeOf } from '../../tables/row-name.ts'

/** What a table says of a paper that says otherwise itself. */
export type Denial = { readonly at: Place; readonly says: string }

const NUMBER = /\p{Script=Han}{2,8}[〔[(]\d{4}[〕\])]\d{1,4}号/gu
const DENIED = new RegExp(`^(?:${cellWord('rowDenied')})`, 'u')

/** The row of such a table that has the number under which the paragraph stands, and says that there is nothing of it. */
export function denialOf(
  document: Document,
  paragraph: number,
  names: readonly string[],
  found: Package,
): Denial | undefined {
  const number = names.length > 0 ? numberOver(document, paragraph) : undefined
  if (number === undefined) return undefined
  for (const grid of gridsOf(found)) {
    if (grid.file === document.evidence.path || !names.some((name) => bare(grid.names.join()).includes(name))) continue
    for (const row of grid.rows) {
      if (!grid.columns.some((column) => spelt(cell(row, column)).includes(number))) continue
      const column = grid.columns.find((one) => DENIED.test(cell(row, one)))
      const table = grid.names.find((name) => bare(name).length >= SHORTEST) ?? ''
      if (column)
        return {
          at: placeOf(row, column),
          says: `，而《${clipped(table, 40)}》第${row.index + 1}行${column.name}写“${clipped(cell(row, column), 40)}”`,
        }
    }
  }
  return undefined
}
const SHORTEST = 4

/** Of several papers bound together each begins with its own. */
function numberOver({ evidence, facts }: Document, paragraph: number): string | undefined {
  const above = paragraphsOf(evidence)
    .slice(0, paragraph + 1)
    .flatMap(({ text }) => spelt(text).match(NUMBER)?.slice(0, 1) ?? [])
  const last = above.at(-1)
  return last ?? (facts.number ? spelt(facts.number.value) : undefined)
}

/** One bracket for all: 红府发(2021)9号. */
const spelt = (text: string): string =>
  plain(text)
    .replace(/\s/gu, '')
    .replace(/[〔[]/gu, '(')
    .replace(/[〕\]]/gu, ')')
