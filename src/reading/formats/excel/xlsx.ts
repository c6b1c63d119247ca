import type { Row as SheetRow, Worksheet } from 'exceljs'
import type { Merge, Row, Table, Value } from '../../../core/evidence.ts'
import { needed } from '../../own/packages.ts'
import { type Reader, Unreadable } from '../../reader.ts'
import { withEmbedded } from '../containers/attached.ts'
import { coreProperties } from '../containers/office.ts'
import { parseXml } from '../containers/xml.ts'
import { openZip } from '../containers/zip.ts'
import { picturesIn, withPictures } from '../shared/pictures.ts'
import { type WorkbookText, workbookWith } from '../shared/workbook.ts'
import { xmlText } from '../text/declared.ts'
import { type Count, cellValue } from './cell-value.ts'
import { onSheets } from './sheet-drawings.ts'
import { sheetJsBook } from './sheet-js.ts'
import { type Parts, type SheetPart, workbookParts } from './workbook-parts.ts'

export const xlsx: Reader = {
  name: 'xlsx',
  version: 5,
  formats: ['xlsx'],

  async read(bytes, _format, options = { ocr: 'off' }) {
    const zip = await openZip(bytes)
    const parts = await workbookParts(zip)
    const sheets = await load(parts.bytes)
    const first = sheets && bookOf(sheets, parts)
    // An element that exceljs does not know can cost it the whole sheet, without an error.
    const book = first?.tables.some(({ rows }) => rows.length > 0) ? first : await otherwise(parts)
    const { passages, comments, embedded } = await onSheets(zip, parts.sheets)
    const found = workbookWith({
      ...book,
      passages: [...book.passages, ...passages],
      pictures: zip.names.filter((name) => /^xl\/media\//i.test(name)).length,
      properties: { ...(await coreProperties(zip)), ...book.properties, ...(comments > 0 && { comments }) },
    })
    return withEmbedded(await withPictures(found, await picturesIn(zip, /^xl\/media\//i), options), embedded)
  },
}

const DEAF = { open: () => {}, text: () => {}, close: () => {} }

type Book = Omit<WorkbookText, 'pictures'>

function bookOf(sheets: readonly Worksheet[], parts: Parts): Book {
  const count: Count = { cells: 0, formulas: 0 }
  const partOf = (sheet: Worksheet) => parts.sheets.find(({ name }) => name === sheet.name)
  const tables = sheets.map((sheet) => tableOf(sheet, partOf(sheet), count))
  const hidden = parts.sheets.filter(({ hiddenColumns }) => hiddenColumns !== '')
  const columns = hidden.map(({ name, hiddenColumns }) => `${name}!${hiddenColumns}`).join(';')
  return { tables, passages: [], formulas: count.formulas, properties: columns ? { 'hidden-columns': columns } : {} }
}

/** What breaks exceljs is often read well by SheetJS – which would read broken XML as well, with losses. */
async function otherwise({ bytes }: Parts): Promise<Book> {
  const { unzipSync } = await needed('fflate', () => import('fflate'))
  for (const part of Object.values(unzipSync(bytes))) await parseXml(xmlText(part), DEAF)
  try {
    return await sheetJsBook(bytes, false)
  } catch (error) {
    const message = '工作簿内部结构有误，未能读取：请用 Excel 或 WPS 打开核对，另存为新的 xlsx 后放入'
    throw new Unreadable('damaged', message, { cause: error })
  }
}

// One validation over A4:XFD1000 keeps exceljs busy for minutes; merges are read from the part itself.
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'hyperlinks',
  'mergeCells',
  'cols',
  'headerFooter',
  'rowBreaks',
  'autoFilter',
  'sheetProtection',
  'pageSetup',
  'printOptions',
]

/** Undefined where exceljs cannot read it. */
async function load(bytes: Uint8Array): Promise<Worksheet[] | undefined> {
  const { default: excel } = await needed('exceljs', () => import('exceljs'))
  const book = new excel.Workbook()
  try {
    // Its types ask for an ArrayBuffer; JSZip takes any.
    await book.xlsx.load(bytes.slice().buffer, { ignoreNodes: IGNORED })
  } catch {
    return undefined
  }
  return book.worksheets
}

const MOST_CELLS = 20_000_000

function tableOf(sheet: Worksheet, part: SheetPart | undefined, count: Count): Table {
  const merges = [...(part?.merges ?? [])].sort((a, b) => a.top - b.top || a.left - b.left)
  const covered = coverage(merges)
  const rows: Row[] = []
  // `rowCount` is a million where somebody typed a blank into the last row, so only rows that exist are visited.
  sheet.eachRow((row) => {
    const values = valuesOf(row, covered(row.number - 1), count)
    count.cells += values.length
    if (count.cells > MOST_CELLS)
      throw new Unreadable('too-large', '工作表的范围过大，未能读取：请删去多余的空白行列，另存为新文件后放入')
    if (values.length > 0) rows.push({ index: row.number - 1, values, ...(row.hidden && { hidden: true }) })
  })
  return { name: sheet.name, kind: 'sheet', ...(sheet.state !== 'visible' && { hidden: true }), rows, merges }
}

/** The merges that a row lies in. Rows must be asked for in ascending order. */
function coverage(merges: readonly Merge[]): (row: number) => readonly Merge[] {
  let next = 0
  let open: Merge[] = []
  return (row) => {
    while (next < merges.length && merges[next]!.top <= row) open.push(merges[next++]!)
    open = open.filter(({ bottom }) => bottom >= row)
    return open
  }
}

/** Without the empty cells at the end. A value that lies under a merge is none: nobody sees it. */
function valuesOf(row: SheetRow, merges: readonly Merge[], count: Count): Value[] {
  const values: Value[] = []
  row.eachCell((cell, number) => {
    const [top, left] = [row.number - 1, number - 1]
    if (merges.some((m) => left >= m.left && left <= m.right && (left !== m.left || top !== m.top))) return
    const value = cellValue(cell, count)
    if (value === null) return
    while (values.length < left) values.push(null)
    values[left] = value
  })
  return values
}
