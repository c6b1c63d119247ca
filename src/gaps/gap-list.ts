import type { Worksheet } from 'exceljs'
import { OUTCOME_NAMES } from '../core/outcome.ts'
import { PROBLEM_CODES } from '../core/problem.ts'
import type { Report } from '../core/report.ts'
import { headlineOf } from '../core/verdict-line.ts'
import { safe } from './cells.ts'
import { heightOf } from './heights.ts'
import { rezipped } from './rezip.ts'
import { COLUMNS, type Column, entriesOf, ID_COLUMN, STATE_COLUMN, STATES } from './rows.ts'

const HEADER = 3

/** The 问题整改清单 of one unit as an Excel workbook; the same report gives the same bytes. */
export async function gapListOf(report: Report): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  const day = new Date(`${report.asOf}T00:00:00Z`)
  Object.assign(book, { creator: report.tool.name, lastModifiedBy: report.tool.name, created: day, modified: day })

  list(book.addWorksheet('问题整改清单'), report)
  plain(book.addWorksheet('各指标结论'), RESULTS, resultsOf(report))
  plain(book.addWorksheet('未能读取及提示'), PROBLEMS, problemsOf(report))
  plain(book.addWorksheet('说明'), NOTES, notesOf(report))
  return rezipped(new Uint8Array(await book.xlsx.writeBuffer()))
}

function list(sheet: Worksheet, report: Report): void {
  const entries = entriesOf(report)
  sheet.addRow([safe(`${report.unit.name}问题整改清单`)])
  sheet.addRow([
    safe(`${report.system.name}（${report.system.version}） 截至 ${report.asOf} ${headlineOf(report).text}`),
  ])
  for (const row of [1, 2]) sheet.mergeCells(row, 1, row, ID_COLUMN - 1)
  Object.assign(sheet.getRow(1), {
    height: 28,
    font: { size: 16, bold: true },
    alignment: { horizontal: 'center', vertical: 'middle' },
  })
  Object.assign(sheet.getRow(2), { height: 20, alignment: { horizontal: 'left', vertical: 'middle', wrapText: true } })
  table(sheet, COLUMNS, entries, HEADER)
  sheet.getColumn(ID_COLUMN).hidden = true
  // One range for the whole list: a validation over the entire column makes some readers crawl.
  for (let row = HEADER + 1; row <= HEADER + entries.length; row++)
    sheet.getCell(row, STATE_COLUMN).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${STATES.join(',')}"`],
      showErrorMessage: true,
      errorTitle: '状态',
      error: `请从下拉列表中选择：${STATES.join('、')}`,
    }
}

function plain(sheet: Worksheet, columns: readonly Column[], rows: readonly (string | number)[][]): void {
  table(sheet, columns, rows, 1)
}

function table(
  sheet: Worksheet,
  columns: readonly Column[],
  rows: readonly (string | number)[][],
  header: number,
): void {
  columns.forEach(({ width }, index) => {
    sheet.getColumn(index + 1).width = width
  })
  const heads = sheet.getRow(header)
  heads.values = columns.map(({ header: name }) => name)
  Object.assign(heads, {
    height: 32,
    font: { bold: true },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  })
  for (const values of rows) {
    const shown = values.map((value) => (typeof value === 'string' ? safe(value) : value))
    sheet.addRow(shown).height = heightOf(
      shown,
      columns.map(({ width }) => width),
    )
  }
  for (let index = header; index <= header + rows.length; index++)
    columns.forEach(({ human, centred }, column) => {
      const cell = sheet.getCell(index, column + 1)
      cell.font = { name: '宋体', size: 10, bold: index === header }
      cell.border = { top: THIN, left: THIN, bottom: THIN, right: THIN }
      if (index === header)
        cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: human ? 'FFFFF2CC' : 'FFD9E2F3' } }
      else cell.alignment = { vertical: 'top', wrapText: true, horizontal: centred ? 'center' : 'left' }
    })
  sheet.views = [{ state: 'frozen', ySplit: header, activeCell: `A${header + 1}` }]
  sheet.autoFilter = { from: { row: header, column: 1 }, to: { row: header + rows.length, column: columns.length } }
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  })
  sheet.pageSetup.printTitlesRow = `${header}:${header}`
  sheet.pageSetup.margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }
  sheet.headerFooter.oddFooter = '&C第 &P 页  共 &N 页'
}

const THIN = { style: 'thin', color: { argb: 'FF999999' } } as const

const RESULTS: readonly Column[] = [
  { header: '指标号', width: 8, centred: true },
  { header: '一级指标', width: 26 },
  { header: '三级指标', width: 70 },
  { header: '结论', width: 9, centred: true },
  { header: '说明', width: 44 },
]

function resultsOf({ indicators }: Report): string[][] {
  return indicators.map(({ id, level1, text, outcome, note }) => [
    id === 'package' ? '整包' : id,
    level1,
    text,
    OUTCOME_NAMES[outcome],
    note,
  ])
}

const PROBLEMS: readonly Column[] = [
  { header: '类别', width: 16, centred: true },
  { header: '文件', width: 50 },
  { header: '说明及处理办法', width: 80 },
]

const problemsOf = ({ problems }: Report): string[][] =>
  problems.map(({ code, file = '', message }) => [PROBLEM_CODES[code], file, message])

const NOTES: readonly Column[] = [
  { header: '项目', width: 18 },
  { header: '内容', width: 110 },
]

function notesOf(report: Report): string[][] {
  const { total, read, partly, unread } = report.summary.files
  return [
    ['单位', report.unit.name],
    ['审核日', `${report.asOf}${report.clock ? `（${report.clock}）` : ''}`],
    [
      '指标体系',
      `${report.system.name} ${report.system.id} ${report.system.version}，规则指纹 ${report.system.sha256}`,
    ],
    ['工具', `${report.tool.name} ${report.tool.version}`],
    ['文件', `共 ${total} 个，全部读取 ${read} 个，读取一部分 ${partly} 个，未读取 ${unread} 个`],
    [
      '填写办法',
      '黄色表头各栏由单位或指标资料组填写，其余各栏请勿改动；“编号”栏已隐藏，用于收回清单时逐条对应，请勿删除',
    ],
    ['销号', '状态填“已整改待核”后，由指标资料组用整改后的材料重新审核；复核通过的方可销号'],
    ['存疑', '存疑不是缺口：工具未能判断，请按“位置”栏所列原件人工核对'],
  ]
}
