import type { Row, Table } from '../core/evidence.ts'
import type { Fit } from './fit.ts'
import type { Frame } from './ledger-row.ts'

export function frameOf(file: string, table: Table, { spec, columns }: Fit): Frame {
  return {
    file,
    table,
    at: new Map(
      spec.columns.flatMap(({ name }) => (columns.has(name) ? [[name, columns.get(name)!.column] as const] : [])),
    ),
    specs: new Map(spec.columns.map((column) => [column.name, column])),
    key: spec.key.filter((name) => columns.has(name)),
    tops: topsOf(table),
  }
}

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
