import type { Evidence, Table } from '../core/evidence.ts'
import { NO_FACTS } from '../core/fact.ts'
import type { LedgerSpec } from '../core/ledger.ts'
import type { Document } from '../core/package.ts'
import type { IndicatorSystem } from '../core/system.ts'
import type { RawCase, RawRow } from './load.ts'

export type Tabled = { readonly document: Document; readonly spec: LedgerSpec }

/** The tables of one ledger: every file has all columns but those that the case says are lacking; what a row does not say is blank. */
export function tablesOf(spec: LedgerSpec, rows: readonly RawRow[], { lacks }: RawCase): Tabled[] {
  const lacking = new Set([...(lacks[spec.name] ?? []), ...(lacks[spec.id] ?? [])])
  const columns = spec.columns.map(({ name }) => name).filter((name) => !lacking.has(name))
  const files = new Set([null, ...rows.map((row) => row.in)])
  return [...files].flatMap((file) => {
    const own = rows.filter((row) => row.in === file)
    if (own.length === 0 && files.size > 1) return []
    const body = own.flatMap(repeated).map((row) => columns.map((column) => row[column] ?? null))
    const table: Table = {
      name: spec.name,
      kind: 'sheet',
      rows: [columns, ...body].map((values, index) => ({ index, values })),
      merges: [],
    }
    const path = file === null ? `${spec.name}.xlsx` : file
    return [{ document: { evidence: { ...blank(path), format: 'xlsx', tables: [table] }, facts: NO_FACTS }, spec }]
  })
}

export function ledgerCalled({ ledgers }: IndicatorSystem, name: string): LedgerSpec {
  const found = ledgers.find((other) => other.name === name || other.id === name)
  if (!found) throw new Error(`no ledger is called ${name}`)
  return found
}

/** As often as it says, with <n> counted up in every text. */
export function repeated<T extends { readonly times: number }>(item: T): T[] {
  return Array.from({ length: item.times }, (_, index) => numbered(item, String(index + 1)))
}

function numbered<T>(value: T, n: string): T {
  const text = JSON.stringify(value)
  return text.includes('<n>') ? JSON.parse(text.replaceAll('<n>', n)) : value
}

/** A file of which nothing is said but its path. */
export const blank = (path: string): Evidence => ({
  path,
  sha256: path,
  bytes: 1,
  format: 'docx',
  extent: 'whole',
  pages: 1,
  pagesRead: 1,
  passages: [],
  tables: [],
  properties: {},
  notes: [],
})
