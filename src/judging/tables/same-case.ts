import { affairsIn } from '../../language/affairs.ts'
import { bare } from '../../language/text.ts'
import { cell } from './cells.ts'
import type { Column, Grid, GridRow } from './grid.ts'

/** What a matter is known by: 昭住建案〔2021〕13, SC51081120211000. A bare serial is none. */
const NUMBER = /^(?=.*\d)(?=.*[\p{Script=Han}a-z〔[(]).{5,40}$|^\d{8,30}$/iu

/** The numbers that a row's matter bears. */
export const numbersOf = (row: GridRow): string[] => {
  const found: string[] = []
  for (const column of numberColumns(row.grid)) {
    const text = cell(row, column).trim()
    if (NUMBER.test(text)) found.push(bare(text))
  }
  return found
}

const numbering = new WeakMap<Grid, readonly Column[]>()

function numberColumns(grid: Grid): readonly Column[] {
  const found = numbering.get(grid) ?? grid.columns.filter(({ parts }) => parts.attributes[0] === '编号')
  numbering.set(grid, found)
  return found
}

/** What a case is known by in another table: its numbers, and whom it concerns. */
export const identitiesOf = (row: GridRow): string[] => [...numbersOf(row), ...partiesOf(row)]

/** Whom a row's matter concerns; a short name is that of many. */
export const partiesOf = (row: GridRow): string[] =>
  row.grid.columns.flatMap((column) => {
    if (!column.parts.objects.some((id) => PARTIES.has(id))) return []
    const text = bare(cell(row, column))
    return text.length >= SHORTEST && /\p{Script=Han}{4}/u.test(text) ? [text] : []
  })

/** Two rows of one party, however short its name is. */
export const areOfOneParty = (a: GridRow, b: GridRow): boolean =>
  a.grid.columns.some(
    (column) =>
      column.parts.objects.some((id) => PARTIES.has(id)) &&
      cell(a, column) !== '' &&
      cell(a, column) === cell(b, column),
  )

const PARTIES = new Set(['当事人', '对象', '企业'])
/** A shorter name is that of many. */
const SHORTEST = 5

const spelt = new WeakMap<GridRow, string>()

/** All that stands in a row, put together once: cases are looked for in it again and again. */
function speltOf(row: GridRow): string {
  const known = spelt.get(row) ?? row.grid.columns.map((column) => bare(cell(row, column))).join('\n')
  spelt.set(row, known)
  return known
}

/** Whether a row of another table is of one of these cases. */
export const bears = (row: GridRow, identities: readonly string[]): boolean => {
  const text = speltOf(row)
  return identities.some((one) => text.includes(one))
}

type Spelt = { readonly cells: ReadonlySet<string>; readonly text: string }
const tables = new WeakMap<Grid, Spelt>()

/** Whether any row of a table is of one of these cases: mostly a cell says just that, and nothing has to be searched. */
export function holds(grid: Grid, identities: readonly string[]): boolean {
  const text = tables.get(grid)?.text ?? grid.rows.map(speltOf).join('\n')
  const known = tables.get(grid) ?? { text, cells: new Set(text.split('\n')) }
  tables.set(grid, known)
  return identities.some((one) => known.cells.has(one)) || identities.some((one) => known.text.includes(one))
}

/** What a table is kept of, by what stands over it and on its sheet, else by its file's name. */
export function affairsOf({ names, near }: Grid): ReadonlySet<string> {
  const own = affairsIn(names.slice(0, near).join('|'))
  return own.size > 0 ? own : affairsIn(names.join('|'))
}
