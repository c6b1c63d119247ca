import type { Evidence, Table, Value } from '../../src/core/evidence.ts'

const NOTHING: Omit<Evidence, 'passages' | 'tables'> = {
  path: '28/文件.docx',
  sha256: '',
  bytes: 1,
  format: 'docx',
  extent: 'whole',
  pages: 1,
  pagesRead: 1,
  properties: {},
  notes: [],
}

/** A file whose text is these lines. */
export function documentOf(text: string, more: Partial<Evidence> & { certainty?: number } = {}): Evidence {
  const { certainty, ...rest } = more
  const passages = text
    .split('\n')
    .map((line) => ({ text: line, at: {}, ...(certainty !== undefined && { certainty }) }))
  return { ...NOTHING, passages, tables: [], ...rest }
}

export const sheetOf = (name: string, rows: readonly (readonly Value[])[], more: Partial<Table> = {}): Table => ({
  name,
  kind: 'sheet',
  rows: rows.map((values, index) => ({ index, values })),
  merges: [],
  ...more,
})

export const workbookOf = (...tables: Table[]): Evidence => ({
  ...NOTHING,
  path: '28/台账.xlsx',
  format: 'xlsx',
  passages: [],
  tables,
})
