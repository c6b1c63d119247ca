import type { Row, Table } from '../core/evidence.ts'
import type { ColumnSpec } from '../core/ledger.ts'
import type { Parts } from '../language/header-parts.ts'
import { dittosOf } from './dittos.ts'
import type { Fit } from './fit.ts'
import type { Listed } from './people.ts'
import type { End } from './stretches.ts'
import { yearOfTable } from './table-year.ts'
import { vocabulary } from './vocabulary.ts'

/** One for each year that has columns of its own, or one for all rows. */
export function framesOf(file: string, table: Table, title: string, fit: Fit): readonly Frame[] {
  const { spec, columns } = fit
  const years = new Set([...columns.values()].flatMap(({ head }) => [...(head.years?.keys() ?? [])]))
  const whole = frameOf(file, table, title, fit, undefined)
  // A column of its own says of each row in which year it was.
  if (years.size === 0 || spec.columns.some(({ name, type }) => type === 'year' && columns.has(name))) return [whole]
  return [...years].map((year) => frameOf(file, table, title, fit, year))
}

function frameOf(
  file: string,
  table: Table,
  title: string,
  { spec, columns, header, said }: Fit,
  of: number | undefined,
): Frame {
  const taken = new Set([...columns.values()].map(({ head }) => head))
  const { parts } = vocabulary()
  const isRemark = (stack: readonly string[]) => REMARKS.has(parts(stack).attributes[0] ?? '') && isBare(parts(stack))
  const free = header.heads.filter((head) => !taken.has(head))
  // Where a group's head is not merged, it seems to reach over 备注 behind it.
  const [leaf, ...others] = free.filter((head) => isRemark(head.labels.slice(-1)))
  const remark = free.find((head) => isRemark(head.labels)) ?? (others.length === 0 ? leaf : undefined)
  const year = of ?? yearOfTable(file, table, header.first, title)
  return {
    file,
    table,
    year,
    yearColumn: year === undefined ? undefined : spec.columns.find(isYearless(columns))?.name,
    remark: remark?.column,
    named: said,
    people: peopleIn(spec.columns, columns),
    ends: endsIn(spec.columns, columns),
    at: new Map(
      [...columns].flatMap(([name, { head }]) => {
        const column = of === undefined || !head.years ? head.column : head.years.get(of)
        return column === undefined ? [] : [[name, column] as const]
      }),
    ),
    heads: new Map([...columns].map(([name, { head }]) => [name, head.labels.at(-1) ?? ''])),
    specs: new Map(spec.columns.map((column) => [column.name, column])),
    key: keyOf(spec, columns, year),
    tops: topsOf(table),
  }
}

const REMARKS = new Set(['备注', '说明'])
const isBare = ({ events, objects, rest }: Parts): boolean => events.length + objects.length + rest.length === 0

/** What is read out of a list of persons. */
function peopleIn(specs: readonly ColumnSpec[], columns: Fit['columns']): Map<string, Listed> {
  const people = new Map<string, Listed>()
  for (const { name, person = 1, holds = 'name' } of specs) {
    const target = columns.get(name)?.target
    if (target?.holds !== 'names' && target?.holds !== 'numbers') continue
    people.set(name, { nth: person - 1, what: holds, ...(target.holds === 'numbers' && { alone: true }) })
  }
  return people
}

/** What is read out of a stretch: both columns are in one cell. */
function endsIn(specs: readonly ColumnSpec[], columns: Fit['columns']): Map<string, End> {
  const ends = new Map<string, End>()
  for (const { name, end } of specs) if (end && columns.get(name)?.target.holds === 'stretch') ends.set(name, end)
  return ends
}

/** A year alone tells no rows apart. */
function keyOf({ key, columns: specs }: Fit['spec'], columns: Fit['columns'], year: number | undefined): string[] {
  const own = key.filter((name) => columns.has(name) || (year !== undefined && isYear(specs, name)))
  return own.every((name) => isYear(specs, name)) && key.length > own.length ? [] : own
}

const isYearless =
  (columns: Fit['columns']) =>
  ({ name, type }: ColumnSpec): boolean =>
    type === 'year' && !columns.has(name)

const isYear = (columns: readonly ColumnSpec[], name: string): boolean =>
  columns.some((column) => column.name === name && column.type === 'year')

export function topsOf({ rows, merges }: Table): Map<number, Map<number, Row>> {
  const tall = merges.filter(({ top, bottom }) => bottom > top)
  const byIndex = new Map(tall.length > 0 ? rows.map((row) => [row.index, row] as const) : [])
  const tops = new Map<number, Map<number, Row>>()
  for (const { top, bottom, left } of tall) {
    const first = byIndex.get(top)
    if (!first) continue
    const column = tops.get(left) ?? new Map<number, Row>()
    // A hostile merge may claim a million rows; only those that exist are entered.
    if (bottom - top <= rows.length) for (let row = top + 1; row <= bottom; row++) column.set(row, first)
    tops.set(left, column)
  }
  for (const [at, above] of dittosOf(rows)) tops.set(at, new Map([...(tops.get(at) ?? []), ...above]))
  return tops
}

/** What all rows of one table share. */
export type Frame = {
  readonly file: string
  readonly table: Table
  readonly at: ReadonlyMap<string, number>
  /** What stands over each column, for a flag that says its own head: 在岗 under 是否在岗. */
  readonly heads: ReadonlyMap<string, string>
  readonly specs: ReadonlyMap<string, ColumnSpec>
  /** Key columns that the table has. */
  readonly key: readonly string[]
  /** The one year that the table is of, and the ledger's column that says it where the table has none. */
  readonly year: number | undefined
  readonly yearColumn: string | undefined
  /** The column of remarks: where it stands, exceptions without a column of their own stand in it. */
  readonly remark: number | undefined
  /** What the table's own name says of every row, by column. */
  readonly named: ReadonlyMap<string, string>
  /** Columns that are read out of one list of officers. */
  readonly people: ReadonlyMap<string, Listed>
  /** Columns that are the ends of one stretch. */
  readonly ends: ReadonlyMap<string, End>
  /** For a cell inside a block merged downwards: the block's first row, by column and row index. */
  readonly tops: ReadonlyMap<number, ReadonlyMap<number, Row>>
}
