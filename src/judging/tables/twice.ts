import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare } from '../../language/text.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { type Column, cell, type Grid, type GridRow, nameOf } from './grid.ts'
import { isOfPapers } from './shared-numbers.ts'

/** A register needs so many numbers before one that stands twice is odd. */
const FEWEST = 5

/**
 * The one number of a register that two rows bear, where every other row has its own: a receipt, a notice, a card or a case
 * is numbered once. Several rows of one paper, and registers that repeat numbers freely, are none.
 */
export function numberedTwice(grid: Grid): Flaw[] {
  return grid.columns.flatMap((column) => {
    if (!isOwnNumber(column) || isOfPapers(grid, column)) return []
    const rows = grid.rows.filter((row) => isNumber(cell(row, column)))
    if (rows.length < FEWEST || rows.length < grid.rows.length * MOSTLY) return []
    const firsts = new Map<string, GridRow>()
    const again = rows.flatMap((row) => {
      const number = bare(cell(row, column))
      const first = firsts.get(number)
      if (!first) firsts.set(number, row)
      return first ? [{ first, row }] : []
    })
    const [twice, ...others] = again
    if (!twice || others.length > 0 || isOneMatter(twice.first, twice.row, column)) return []
    return [flawAt('填写', twice.row, column, `${column.name}“${cell(twice.row, column)}”与${nameOf(twice.first)}重复`)]
  })
}

const MOSTLY = 0.6

/** 告知单号 numbers the row; 依据文号 is of what it goes by, and 服务电话 of nobody alone. */
const isOwnNumber = ({ parts, head }: Column): boolean =>
  NUMBERS.has(parts.attributes[0] ?? '') &&
  !parts.attributes.some((one) => OF_OTHERS.has(one)) &&
  !/[依据法]/u.test(head.text)
const NUMBERS = new Set(['编号', '证号'])
const OF_OTHERS = new Set(['依据', '电话', '链接', '序号'])

const isNumber = (text: string): boolean => text.length >= 3 && /\d/u.test(text)

/** Two rows of one paper, one person or one case: hardly anything else differs, or a remark says so. */
function isOneMatter(a: GridRow, b: GridRow, number: Column): boolean {
  const columns = a.grid.columns.filter((column) => column !== number && column.parts.attributes[0] !== '序号')
  const both = columns.filter((column) => cell(a, column) !== '' && cell(b, column) !== '')
  const same = both.filter((column) => cell(a, column) === cell(b, column)).length
  const said = columns.some((column) => [a, b].some((row) => holdsAny(cell(row, column), rowWords().oneMatter)))
  return said || nameOf(a).replace(/^第\d+行/u, '') === nameOf(b).replace(/^第\d+行/u, '') || same > both.length * 0.5
}
