import { type Day, isDay } from '../../core/day.ts'
import { safe } from '../cells.ts'
import { heightOf } from '../heights.ts'
import type { Column } from '../sheets.ts'
import type { Box, Cell, Choice, Look, Page, Row } from './parts/page.ts'

export type TableOf<T> = {
  readonly title: string
  readonly line: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly choices?: readonly { readonly header: string; readonly of: readonly string[] }[]
  /** Who fills in which stretch of columns, above the headers: the name, and its last column. */
  readonly groups?: readonly (readonly [string, string])[]
  /** Where the first place of a row lies, as a link. */
  readonly link?: { readonly header: string; readonly of: (row: T) => string }
  /** Signature lines below, left and right. */
  readonly signed?: readonly (readonly [string, string])[]
  /** For whoever looks it up; a book that is printed whole leaves it out. */
  readonly hidden?: boolean
}

export const [OURS, THEIRS] = ['FFE7E6E6', 'FFFFF2CC']
export const SIZE = 9

/** Title, a line of facts, who fills in what, headers, rows: frozen, filtered, repeated on every page, A4 across. */
export function table<T>(name: string, given: TableOf<T>): Page {
  const { title, line, rows, groups, signed = [], hidden = false } = given
  const columns = given.columns.map((column) => fitted(column, rows))
  const shown = columns.filter(({ kind }) => kind !== 'id').length
  const head = groups ? 4 : 3
  const last = head + rows.length
  const looks = columns.map(looksOf)
  const widths = columns.map(({ kind, width }) => (kind === 'id' ? 1000 : width))
  const grouped = groups ? groupLine(columns, groups) : undefined
  const foot = signed.length > 0 ? signatures(signed, last + 2, shown) : undefined
  return {
    name,
    hidden,
    columns: columns.map(({ width, kind }) => ({ width, hidden: kind === 'id' })),
    rows: [
      { height: 26, cells: [{ value: safe(title), look: TITLE }] },
      { height: 18, cells: [{ value: safe(line), look: LINE }] },
      ...(grouped ? [grouped.row] : []),
      { height: 24, cells: columns.map(({ header, kind }) => ({ value: header, look: headLook(kind) })) },
      ...rows.map((row) => rowOf(row, { ...given, columns }, looks, widths)),
      ...(foot ? [{ cells: [] }, ...foot.rows] : []),
    ],
    joined: [[1, 1, 1, shown], [2, 1, 2, shown], ...(grouped?.joined ?? []), ...(foot?.joined ?? [])],
    choices: rows.length > 0 ? choicesOf(given, head + 1, last) : [],
    frozen: head,
    filter: [head, 1, last, columns.length],
    repeated: [groups ? 3 : head, head],
    guarded: columns.some(({ kind }) => kind === 'human'),
  }
}

const TITLE: Look = { size: 16, bold: true, across: 'center', down: 'center' }
const LINE: Look = { size: SIZE, across: 'left', down: 'center', shrinks: true }
const HEAD: Look = { size: SIZE, bold: true, across: 'center', down: 'center', wraps: true, boxed: true }
const [OUR_HEAD, THEIR_HEAD]: readonly [Look, Look] = [
  { ...HEAD, fill: OURS },
  { ...HEAD, fill: THEIRS },
]

const headLook = (kind: Column<never>['kind']): Look => (kind === 'human' ? THEIR_HEAD : OUR_HEAD)

function groupLine<T>(
  columns: readonly Column<T>[],
  groups: readonly (readonly [string, string])[],
): { row: Row; joined: Box[] } {
  const cells: Cell[] = []
  const joined: Box[] = []
  for (const [name, until] of groups) {
    const [from, to] = [cells.length + 1, columns.findIndex(({ header }) => header === until) + 1]
    joined.push([3, from, 3, to])
    for (let column = from; column <= to; column++)
      cells.push({ value: column === from ? name : '', look: headLook(columns[column - 1]?.kind) })
  }
  return { row: { cells }, joined }
}

const fitted = <T>(column: Column<T>, rows: readonly T[]): Column<T> =>
  column.wide !== undefined && rows.some((row) => column.of(row) !== '') ? { ...column, width: column.wide } : column

type Looks = { readonly plain: Look; readonly link: Look }

/** One look for all cells of a column: what is alike is then written once. */
function looksOf<T>({ kind, centred, day }: Column<T>): Looks {
  const plain: Look = {
    size: SIZE,
    boxed: true,
    down: 'top',
    wraps: true,
    across: centred ? 'center' : 'left',
    ...(kind === 'human' && { open: true }),
    ...(day && { day: true }),
  }
  return { plain, link: { ...plain, link: true } }
}

function rowOf<T>(row: T, { columns, link }: TableOf<T>, looks: readonly Looks[], widths: readonly number[]): Row {
  const values = columns.map(({ of }) => {
    const value = of(row)
    return typeof value === 'string' ? safe(value) : value
  })
  const cells = columns.map(({ header, day }, index): Cell => {
    const value = values[index] ?? ''
    const target = link?.header === header && value !== '' ? link.of(row) : ''
    if (target) return { value: String(value), look: looks[index]?.link, link: target }
    return {
      value: day && typeof value === 'string' && isDay(value) ? serialOf(value) : value,
      look: looks[index]?.plain,
    }
  })
  return { height: heightOf(values, widths, SIZE), cells }
}

const DAY = 86_400_000

/** Days since 30 December 1899, as spreadsheets count them. */
const serialOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY + 25_569

const choicesOf = <T>({ columns, choices = [] }: TableOf<T>, from: number, to: number): Choice[] =>
  columns.flatMap(({ header, kind, day }, index): Choice[] => {
    const own = choices.find((one) => one.header === header)
    if (kind !== 'human' || (!own && !day)) return []
    return [{ column: index + 1, from, to, title: header, ...(own && { of: own.of }) }]
  })

const SIGN: Look = { size: 10, down: 'center', across: 'left' }

/** Lines to sign on, left and right, from a row on. */
export function signatures(
  lines: readonly (readonly [string, string])[],
  from: number,
  shown: number,
): { rows: Row[]; joined: Box[] } {
  const middle = Math.floor(shown / 2)
  return {
    rows: lines.map(([left, right]) => {
      const cells: (Cell | undefined)[] = [{ value: left, look: SIGN }]
      cells[middle] = { value: right, look: SIGN }
      return { height: 26, cells }
    }),
    joined: lines.flatMap((_, index): Box[] => [
      [from + index, 1, from + index, middle],
      [from + index, middle + 1, from + index, shown],
    ]),
  }
}
