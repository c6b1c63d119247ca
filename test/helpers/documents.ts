import type { Evidence, Merge, Table, Value } from '../../src/core/evidence.ts'
import { type DocumentFacts, NO_FACTS } from '../../src/core/fact.ts'
import type { ColumnSpec, Field, LedgerRow, LedgerSpec } from '../../src/core/ledger.ts'
import type { Document } from '../../src/core/package.ts'
import type { Material } from '../../src/core/system.ts'

/** A sheet from its rows; an empty row is left out, as readers do. */
export function sheet(name: string, rows: readonly (readonly Value[])[], more: Partial<Table> = {}): Table {
  const filled = rows.map((values, index) => ({ index, values })).filter(({ values }) => values.length > 0)
  return { name, kind: 'sheet', rows: filled, merges: [], ...more }
}

/** A1:C1 and the like, for single-letter columns. */
export function merge(range: string): Merge {
  const [left, top, right, bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range)!.slice(1)
  const column = (letter: string) => letter.charCodeAt(0) - 65
  return { top: Number(top) - 1, left: column(left!), bottom: Number(bottom) - 1, right: column(right!) }
}

export function file(path: string, evidence: Partial<Evidence> = {}, facts: Partial<DocumentFacts> = {}): Document {
  const bare: Evidence = {
    path,
    sha256: '0'.repeat(64),
    bytes: 1000,
    format: 'docx',
    extent: 'whole',
    pages: 1,
    pagesRead: 1,
    passages: [],
    tables: [],
    properties: {},
    notes: [],
  }
  return { evidence: { ...bare, ...evidence }, facts: { ...NO_FACTS, ...facts } }
}

/** A document with a recognised title. */
export const titled = (path: string, title: string, facts: Partial<DocumentFacts> = {}): Document =>
  file(path, {}, { title: { value: title, at: { file: path, page: 1, quote: title }, certainty: 'certain' }, ...facts })

export const workbook = (path: string, ...tables: Table[]): Document => file(path, { format: 'xlsx', tables })

export function column(name: string, type: ColumnSpec['type'] = 'text', more: Partial<ColumnSpec> = {}): ColumnSpec {
  return { name, type, needed: false, also: [], marks: {}, ...more }
}

export const needed = (name: string, type: ColumnSpec['type'] = 'text', also: readonly string[] = []): ColumnSpec =>
  column(name, type, { needed: true, also })

export function spec(
  id: string,
  name: string,
  columns: readonly ColumnSpec[],
  more: Partial<LedgerSpec> = {},
): LedgerSpec {
  return { id, name, titles: [], key: [columns[0]!.name], columns, note: '', ...more }
}

/** The value of a field in one word, or its state. */
export function said(field: Field): string | number | boolean {
  if (field.state === 'day') return field.day
  if (field.state === 'time') return field.moment
  if (field.state === 'number') return field.number
  if (field.state === 'flag') return field.flag
  return field.state === 'text' ? field.text : field.state
}

export const cells = (row: LedgerRow, ...columns: string[]) => columns.map((name) => said(row.field(name)))

export const material = (name: string, titles: readonly string[] = [], more: Partial<Material> = {}): Material => ({
  id: name,
  name,
  need: 'required',
  nature: 'process',
  topic: [],
  genre: [],
  titles,
  except: [],
  shows: [],
  ledger: null,
  issuers: [],
  formats: [],
  note: '',
  ...more,
})
