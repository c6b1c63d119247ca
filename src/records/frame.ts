import type { Row, Table } from '../core/evidence.ts'
import type { ColumnSpec } from '../core/ledger.ts'
import type { Fit } from './fit.ts'
import type { Frame } from './ledger-row.ts'
import { listedIn } from './people.ts'
import { endsIn } from './stretches.ts'
import { yearOfTable } from './table-year.ts'

const REMARKS = new Set(['备注', '备注说明', '备注栏', '说明', '情况说明', '备注情况'])

export function frameOf(file: string, table: Table, title: string, { spec, columns, header }: Fit): Frame {
  const taken = new Set(columns.values())
  const remark = header.heads.find((head) => !taken.has(head) && head.names.some((name) => REMARKS.has(name)))
  const year = yearOfTable(file, table, header.first, title)
  return {
    file,
    table,
    year,
    yearColumn: year === undefined ? undefined : spec.columns.find(isYearless(columns))?.name,
    remark: remark?.column,
    people: listedIn(columns),
    ends: endsIn(columns),
    at: new Map(
      spec.columns.flatMap(({ name }) => (columns.has(name) ? [[name, columns.get(name)!.column] as const] : [])),
    ),
    specs: new Map(spec.columns.map((column) => [column.name, column])),
    key: keyOf(spec, columns, year),
    tops: topsOf(table),
  }
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
  return tops
}
