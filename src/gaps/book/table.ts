import type { Cell, Style, Worksheet } from 'exceljs'
import { isDay } from '../../core/day.ts'
import { safe } from '../cells.ts'
import { heightOf } from '../heights.ts'
import type { Column } from '../sheets.ts'

export type Choice = { readonly header: string; readonly of: readonly string[] }

export type TableOf<T> = {
  readonly title: string
  readonly line: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly choices?: readonly Choice[]
  /** Who fills in which stretch of columns, above the headers: the name, and its last column. */
  readonly groups?: readonly (readonly [string, string])[]
  /** Where the first place of a row lies, as a link. */
  readonly link?: { readonly header: string; readonly of: (row: T) => string }
  /** Signature lines below, left and right. */
  readonly signed?: readonly (readonly [string, string])[]
}

const THIN = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN } as const
const OURS = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } } as const
const THEIRS = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } } as const
const FONT = '宋体'
export const SIZE = 9

/** Title, a line of facts, who fills in what, headers, rows: frozen, filtered, repeated on every page, A4 across. */
export async function table<T>(sheet: Worksheet, given: TableOf<T>): Promise<void> {
  const { columns, rows, groups } = given
  columns.forEach(({ width, kind }, index) => {
    const column = sheet.getColumn(index + 1)
    column.width = width
    if (kind === 'id') column.hidden = true
  })
  const shown = columns.filter(({ kind }) => kind !== 'id').length
  titles(sheet, given, shown)
  const head = groups ? 4 : 3
  if (groups) groupLine(sheet, columns, groups)
  headers(sheet, columns, head)
  const looks = columns.map((column) => ({
    width: column.kind === 'id' ? 1000 : column.width,
    style: styleOf(column),
  }))
  rows.forEach((row, index) => {
    rowAt(sheet, head + 1 + index, row, given, looks)
  })
  const last = head + rows.length
  choices(sheet, given, head + 1, last)
  if (given.signed) signatures(sheet, given.signed, last + 2, shown)
  sheet.views = [{ state: 'frozen', ySplit: head, xSplit: 0, activeCell: `A${head + 1}` }]
  sheet.autoFilter = { from: { row: head, column: 1 }, to: { row: Math.max(last, head), column: columns.length } }
  printed(sheet, `${groups ? 3 : head}:${head}`)
  if (columns.some(({ kind }) => kind === 'human')) await guarded(sheet)
}

function titles(sheet: Worksheet, { title, line }: { title: string; line: string }, shown: number): void {
  sheet.getCell(1, 1).value = safe(title)
  sheet.getCell(2, 1).value = safe(line)
  for (const row of [1, 2]) sheet.mergeCells(row, 1, row, shown)
  Object.assign(sheet.getRow(1), {
    height: 26,
    font: { name: FONT, size: 16, bold: true },
    alignment: { horizontal: 'center', vertical: 'middle' },
  })
  Object.assign(sheet.getRow(2), {
    height: 18,
    font: { name: FONT, size: SIZE },
    alignment: { horizontal: 'left', vertical: 'middle', shrinkToFit: true },
  })
}

function groupLine<T>(
  sheet: Worksheet,
  columns: readonly Column<T>[],
  groups: readonly (readonly [string, string])[],
): void {
  let from = 1
  for (const [name, until] of groups) {
    const to = columns.findIndex(({ header }) => header === until) + 1
    sheet.mergeCells(3, from, 3, to)
    const cell = sheet.getCell(3, from)
    cell.value = name
    for (let column = from; column <= to; column++) {
      const own = sheet.getCell(3, column)
      own.border = BOX
      own.fill = columns[column - 1]?.kind === 'human' ? THEIRS : OURS
      own.font = { name: FONT, size: SIZE, bold: true }
      own.alignment = { horizontal: 'center', vertical: 'middle' }
    }
    from = to + 1
  }
}

function headers<T>(sheet: Worksheet, columns: readonly Column<T>[], head: number): void {
  columns.forEach(({ header, kind }, index) => {
    const cell = sheet.getCell(head, index + 1)
    cell.value = header
    cell.font = { name: FONT, size: SIZE, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = BOX
    cell.fill = kind === 'human' ? THEIRS : OURS
  })
  sheet.getRow(head).height = 24
}

function rowAt<T>(
  sheet: Worksheet,
  at: number,
  row: T,
  { columns, link }: TableOf<T>,
  looks: readonly { readonly width: number; readonly style: Partial<Style> }[],
): void {
  const values = columns.map(({ of }) => {
    const value = of(row)
    return typeof value === 'string' ? safe(value) : value
  })
  columns.forEach((column, index) => {
    const cell = sheet.getCell(at, index + 1)
    fill(cell, values[index] ?? '', column, looks[index]?.style ?? {})
    if (link?.header !== column.header || values[index] === '') return
    const target = link.of(row)
    if (target) cell.value = { text: String(values[index]), hyperlink: target }
  })
  const widths = looks.map(({ width }) => width)
  sheet.getRow(at).height = heightOf(values, widths, SIZE)
}

function fill<T>(cell: Cell, value: string | number, { day }: Column<T>, style: Partial<Style>): void {
  if (value !== '')
    cell.value = day && typeof value === 'string' && isDay(value) ? new Date(`${value}T00:00:00Z`) : value
  cell.style = style
}

/** One object for all cells of a column: what is alike is then written once. */
const styleOf = <T>({ kind, centred, day }: Column<T>): Partial<Style> => ({
  font: { name: FONT, size: SIZE },
  border: BOX,
  alignment: { vertical: 'top', wrapText: true, horizontal: centred ? 'center' : 'left' },
  protection: { locked: kind !== 'human' },
  ...(day && { numFmt: 'yyyy-mm-dd' }),
})

const LEAST_DAY = new Date('2000-01-01T00:00:00Z')

function choices<T>(sheet: Worksheet, { columns, choices: lists = [] }: TableOf<T>, first: number, last: number): void {
  columns.forEach(({ header, kind, day }, index) => {
    if (kind !== 'human') return
    const choice = lists.find((one) => one.header === header)
    if (!choice && !day) return
    for (let row = first; row <= last; row++)
      sheet.getCell(row, index + 1).dataValidation = choice
        ? {
            type: 'list',
            allowBlank: true,
            formulae: [`"${choice.of.join(',')}"`],
            showErrorMessage: true,
            errorStyle: 'warning',
            errorTitle: header,
            error: `请从下拉列表中选择：${choice.of.join('、')}`,
          }
        : {
            type: 'date',
            operator: 'greaterThan',
            allowBlank: true,
            formulae: [LEAST_DAY],
            showErrorMessage: true,
            errorStyle: 'warning',
            errorTitle: header,
            error: '请写成 2022-07-31 的样子',
          }
  })
}

export function signatures(
  sheet: Worksheet,
  lines: readonly (readonly [string, string])[],
  from: number,
  shown: number,
): void {
  const middle = Math.floor(shown / 2)
  lines.forEach(([left, right], index) => {
    const row = from + index
    sheet.mergeCells(row, 1, row, middle)
    sheet.mergeCells(row, middle + 1, row, shown)
    for (const [column, text] of [
      [1, left],
      [middle + 1, right],
    ] as const) {
      const cell = sheet.getCell(row, column)
      cell.value = text
      cell.font = { name: FONT, size: 10 }
      cell.alignment = { vertical: 'middle', horizontal: 'left' }
    }
    sheet.getRow(row).height = 26
  })
}

export function printed(sheet: Worksheet, repeated?: string): void {
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  })
  if (repeated) sheet.pageSetup.printTitlesRow = repeated
  sheet.pageSetup.margins = { left: 0.3, right: 0.3, top: 0.45, bottom: 0.5, header: 0.2, footer: 0.25 }
  sheet.pageSetup.horizontalCentered = true
  sheet.headerFooter.oddFooter = '&L&A&C第 &P 页  共 &N 页'
}

/** No password: it keeps cells from being written over by mistake, and from nobody. */
export async function guarded(sheet: Worksheet): Promise<void> {
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
  })
}
