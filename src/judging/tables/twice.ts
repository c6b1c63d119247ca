import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare } from '../../language/text.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { nameOf } from './row-name.ts'
import { isOfPapers } from './shared-numbers.ts'

/** So many rows must bear a number, and so many of these one of their own, before one that stands twice is odd. */
const [LEAST, MOSTLY, OWN] = [4, 0.6, 0.75]

/** Two matters under one number, in a column that a rule names for one (索引号, 统一编号). */
export const repeatedIn = (grid: Grid, heads: readonly string[]): Flaw[] =>
  grid.columns
    .filter((column) => isNamed(column, heads))
    .flatMap((column) => againIn(grid, column).flatMap((again) => flawIn(again, column)))

/**
 * The one number of a register that two matters bear: a receipt, a notice or a card is numbered once. Registers that repeat
 * more of them are none; the numbers of papers, several of which may be of one matter, have a rule of their own.
 */
export const numberedTwice = (grid: Grid, named: readonly string[]): Flaw[] =>
  grid.columns
    .filter((column) => isOwnNumber(column) && !isNamed(column, named) && !isOfPapers(grid, column))
    .flatMap((column) => {
      const [again, ...others] = againIn(grid, column)
      return again && others.length === 0 ? flawIn(again, column) : []
    })

const isNamed = ({ head }: Column, heads: readonly string[]): boolean =>
  heads.length > 0 && holdsAny(bare(head.text), heads)

type Again = { readonly first: GridRow; readonly row: GridRow }

const flawIn = ({ first, row }: Again, column: Column): Flaw[] =>
  isOneMatter(first, row, column)
    ? []
    : [flawAt('填写', row, column, `${column.name}“${cell(row, column)}”与${nameOf(first)}重复`)]

/** The rows whose number an earlier one bears; none where numbers are not each row's own. */
function againIn(grid: Grid, column: Column): Again[] {
  const rows = grid.rows.filter((row) => isNumber(cell(row, column)))
  const firsts = new Map<string, GridRow>()
  const again = rows.flatMap((row): Again[] => {
    const number = bare(cell(row, column))
    const first = firsts.get(number)
    if (!first) firsts.set(number, row)
    return first ? [{ first, row }] : []
  })
  const isKept = rows.length >= LEAST && rows.length >= grid.rows.length * MOSTLY
  return isKept && firsts.size >= rows.length * OWN ? again : []
}

/** 告知单号 and 执法证号 number the row; 依据文号 is of what it goes by. */
const isOwnNumber = ({ parts: { attributes } }: Column): boolean =>
  NUMBERS.has(attributes[0] ?? '') && !attributes.includes('依据')
const NUMBERS = new Set(['编号', '证号'])

const isNumber = (text: string): boolean => text.length > 2 && /\d/u.test(text)

/**
 * Two rows of one paper, one person or one case: hardly anything else differs, or a cell says so. A card is its bearer's,
 * who acts in many cases.
 */
function isOneMatter(a: GridRow, b: GridRow, number: Column): boolean {
  if (number.parts.attributes[0] === '证号') return !areTwoBearers(a, b, number)
  if (labelOf(a) === labelOf(b)) return true
  const columns = a.grid.columns.filter((column) => column !== number && column.parts.attributes[0] !== '序号')
  const { oneMatter, another } = rowWords()
  if (columns.some((column) => holdsAny(cell(a, column) + cell(b, column), [...oneMatter, ...another]))) return true
  const both = columns.filter((column) => cell(a, column) !== '' && cell(b, column) !== '')
  return both.filter((column) => cell(a, column) === cell(b, column)).length > both.length * 0.5
}

/** By the name that stands next on the left. */
function areTwoBearers(a: GridRow, b: GridRow, number: Column): boolean {
  const bearer = a.grid.columns.findLast((column) => column.at < number.at && isOfBearer(column))
  const [one, other] = bearer ? [cell(a, bearer), cell(b, bearer)] : ['', '']
  return one !== '' && other !== '' && one !== other
}
const BEARERS = new Set(['姓名', '人员'])
const isOfBearer = ({ parts: { attributes, objects } }: Column): boolean =>
  BEARERS.has(attributes[0] ?? '') || (attributes.length === 0 && objects.includes('执法人员'))

const labelOf = (row: GridRow): string => nameOf(row).replace(/^第\d+行\s*/u, '')
