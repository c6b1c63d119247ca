import type { CellObject, WorkSheet } from '@e965/xlsx'
import type { Merge, Passage, Row, Table, Value } from '../../../core/evidence.ts'
import { columnName } from '../../../core/place.ts'
import { needed } from '../../own/packages.ts'
import { recovered } from '../shared/mojibake.ts'
import type { WorkbookText } from '../shared/workbook.ts'
import { asUtf8 } from '../text/declared.ts'
import { serialCell } from './sheet-js-cell.ts'

/** What SheetJS makes of a workbook of any age. The caller must know that it is one: any bytes at all give a sheet. */
export type SheetJsBook = Omit<WorkbookText, 'pictures'>

/** Throws whatever SheetJS throws. `codepages`: it is older than Excel 97. */
export async function sheetJsBook(bytes: Uint8Array, codepages: boolean): Promise<SheetJsBook> {
  const { read, set_cptable, SSF } = await needed('@e965/xlsx', () => import('@e965/xlsx'))
  // Texts of Excel 95 and older are GBK; the tables cost time that no other file needs.
  if (codepages) set_cptable(await needed('@e965/xlsx', () => import('@e965/xlsx/dist/cpexcel.full.mjs')))
  const book = quietly(() =>
    read(isXml(bytes) ? asUtf8(bytes) : bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
    }),
  )

  const strings: unknown = Reflect.get(book, 'Strings')
  const count = { formulas: 0, comments: 0 }
  const spelt = codepages ? recovered : (text: string) => text
  const cell = serialCell(book.Workbook?.WBProps?.date1904 ?? false, (format) => SSF.is_date(format), count, spelt)
  const sheets = book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name]
    return sheet ? [{ name: spelt(name), sheet, hidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0 }] : []
  })
  const tables = sheets.map(({ name, sheet, hidden }) => tableOf(name, sheet, hidden, cell))
  // Where the way to a sheet is broken SheetJS gives an empty one, but its words still stand in the common table.
  const unused = Array.isArray(strings) && strings.length > 0 && tables.every(({ rows }) => rows.length === 0)
  if (unused || tables.length === 0) throw new Error('sheets without cells')
  const hiddenColumns = sheets.flatMap(({ name, sheet }) => {
    const columns = hiddenIn(sheet)
    return columns ? [`${name}!${columns}`] : []
  })
  return {
    tables,
    passages: sheets.flatMap(({ name, sheet }) => boxesOn(name, sheet)),
    formulas: count.formulas,
    properties: {
      ...(count.comments > 0 && { comments: count.comments }),
      ...(hiddenColumns.length > 0 && { 'hidden-columns': hiddenColumns.join(';') }),
    },
  }
}

/** The one of 2003, by the beginning of a text in any of its encodings. */
const isXml = (bytes: Uint8Array): boolean => [0x3c, 0xef, 0xff, 0xfe, 0x00].includes(bytes[0] ?? 0)

/** SheetJS talks to the screen about what it does not know. It reads at one go, so nobody else is silenced. */
function quietly<T>(work: () => T): T {
  const screen = globalThis.console
  const { error, warn, log } = screen
  Object.assign(screen, { error: () => {}, warn: () => {}, log: () => {} })
  try {
    return work()
  } finally {
    Object.assign(screen, { error, warn, log })
  }
}

type Sized = (cell: CellObject) => Value

function tableOf(name: string, sheet: WorkSheet, hidden: boolean, valueIn: Sized): Table {
  const merges = (sheet['!merges'] ?? [])
    .map(({ s, e }): Merge => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
    .sort((a, b) => a.top - b.top || a.left - b.left)
  const covered = under(merges)
  const rows: Row[] = []
  // Both arrays have holes, and only `forEach` leaps over a million of them.
  sheet['!data']?.forEach((cells, index) => {
    const values: Value[] = []
    cells?.forEach((cell, column) => {
      const value = cell && !covered(index, column) ? valueIn(cell) : null
      if (value === null) return
      while (values.length < column) values.push(null)
      values[column] = value
    })
    if (values.length > 0)
      rows.push({ index, values, ...(sheet['!rows']?.[index]?.hidden && { hidden: true as const }) })
  })
  return { name, kind: 'sheet', ...(hidden && { hidden: true as const }), rows, merges }
}

/** A value that lies under a merge is none: nobody sees it. Rows must be asked for in ascending order. */
function under(merges: readonly Merge[]): (row: number, column: number) => boolean {
  let next = 0
  let open: Merge[] = []
  let at = -1
  return (row, column) => {
    if (row !== at) {
      while (next < merges.length && merges[next]!.top <= row) open.push(merges[next++]!)
      open = open.filter(({ bottom }) => bottom >= row)
      at = row
    }
    return open.some((m) => column >= m.left && column <= m.right && (column !== m.left || row !== m.top))
  }
}

function hiddenIn(sheet: WorkSheet): string {
  const names: string[] = []
  sheet['!cols']?.forEach((column, index) => {
    if (column?.hidden) names.push(columnName(index))
  })
  return names.join('、')
}

const COMMENT = 25

/** Text boxes are told only in the raw objects of an old workbook, with rubbish behind a zero. */
function boxesOn(sheet: string, objects: WorkSheet): Passage[] {
  const found: unknown = objects['!objects']
  if (!Array.isArray(found)) return []
  return found.flatMap((object: { cmo?: number[]; TxO?: { t?: string } } | null) => {
    const text = object?.cmo?.[1] === COMMENT ? '' : (object?.TxO?.t ?? '').split('\0', 1)[0]!
    const lines = text.split(/[\r\n]+/).map((line) => line.trim())
    return lines.filter((line) => line !== '').map((line) => ({ text: line, at: { sheet } }))
  })
}

const BEGINNINGS = /^(d0cf11e0a1b11ae1|090[0248]0[4-8]00|504b0304)/

/** OLE2, a bare stream of Excel 2 to 4, a zip, or the XML of 2003. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 2048))
  return (
    BEGINNINGS.test(head.toString('hex', 0, 8)) ||
    /progid="Excel\.Sheet"|office:spreadsheet/.test(head.toString('latin1'))
  )
}
