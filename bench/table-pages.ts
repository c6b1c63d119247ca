import pdfkit from 'pdfkit'
import type { Face } from './ocr-pages.ts'
import { randomOf } from './seal-pages.ts'

/** A cell as it is drawn; it covers `columns` and `rows` from where it stands. */
export type DrawnCell = {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly text: string
}

/** A table as it is drawn: widths of its columns in points, and how its page looks. */
export type DrawnTable = {
  readonly title: string
  readonly widths: readonly number[]
  readonly cells: readonly DrawnCell[]
  readonly size: number
  readonly line: number
  readonly sides: boolean
  readonly sealed: boolean
  readonly wide: boolean
}

const NAMES = [
  '行政规范性文件管理办法',
  '重大行政决策程序规定',
  '行政执法公示实施细则',
  '农贸市场管理办法',
  '临时救助工作规程',
]
const ORGANS = ['区人民政府', '区司法局', '青石镇人民政府', '区市场监督管理局', '区农业农村局']
const NOTES = ['', '已备案', '无', '—', '经区政府常务会议审议通过后公布施行', '√']
const PEOPLE = ['王建新', '李明远', '陈晓青', '周立', '赵文博']

type Random = () => number
type Column = { readonly head: string; readonly width: number; readonly text: (random: Random, row: number) => string }

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!
const whole = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from + 1))
const day = (random: Random, style: number): string => {
  const [y, m, d] = [whole(random, 2019, 2022), whole(random, 1, 12), whole(random, 1, 28)]
  if (style === 0) return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return style === 1 ? `${y}年${m}月${d}日` : `${y}.${m}.${d}`
}

function columnsOf(random: Random): Column[] {
  const style = whole(random, 0, 2)
  const all: Column[] = [
    { head: '文件名称', width: 130, text: () => `《${pick(random, NAMES)}》` },
    { head: '文号', width: 100, text: () => `临府发〔${whole(random, 2019, 2022)}〕${whole(random, 1, 98)}号` },
    { head: '制定机关', width: 80, text: () => pick(random, ORGANS) },
    { head: '公布日期', width: 78, text: () => day(random, style) },
    { head: '备案日期', width: 78, text: () => day(random, style) },
    { head: '审核人员', width: 56, text: () => pick(random, PEOPLE) },
    { head: '件数', width: 40, text: () => String(whole(random, 0, 120)) },
    { head: '审核率', width: 48, text: () => `${(whole(random, 600, 1000) / 10).toFixed(1)}%` },
    { head: '是否公开', width: 52, text: () => pick(random, ['是', '否']) },
    { head: '备注', width: 80, text: () => pick(random, NOTES) },
  ]
  const kept = all.filter((_, at) => at === 0 || random() < 0.6)
  return [{ head: '序号', width: 34, text: (_, row) => String(row + 1) }, ...kept]
}

/** A ledger of invented matters; the same seed gives the same one. */
export function tableOf(seed: number): DrawnTable {
  const random = randomOf(seed + 17)
  const columns = columnsOf(random)
  const rows = whole(random, 3, 14)
  const [grouped, split] = [random() < 0.4, columns.length > 4 && random() < 0.4]
  const cells: DrawnCell[] = []
  const top = split ? 2 : 1
  const [from, to] = [columns.length - 2, columns.length - 1]
  for (const [column, { head }] of columns.entries())
    if (!split || column < from) cells.push({ row: 0, column, rows: top, columns: 1, text: head })
    else cells.push({ row: 1, column, rows: 1, columns: 1, text: head })
  if (split) cells.push({ row: 0, column: from, rows: 1, columns: to - from + 1, text: '办理情况' })
  for (let row = 0; row < rows; row++)
    for (const [column, { text }] of columns.entries()) {
      const written = text(random, row)
      const isGroup = grouped && column === columns.length - 1
      if (isGroup && row % 2 === 1) continue
      cells.push({ row: top + row, column, rows: isGroup && row + 1 < rows ? 2 : 1, columns: 1, text: written })
    }
  return {
    title: `${whole(random, 2019, 2022)}年度工作台账`,
    widths: columns.map(({ width }) => width),
    cells,
    size: pick(random, [9, 10.5, 10.5, 12]),
    line: pick(random, [0.4, 0.5, 0.75, 1, 1.5]),
    sides: random() < 0.85,
    sealed: random() < 0.5,
    wide: columns.reduce((sum, { width }) => sum + width, 0) > 480,
  }
}

/** The rows of a table as whoever reads it should have them: a merged value once, in its top left cell. */
export function valuesOf({ widths, cells }: DrawnTable): (string | null)[][] {
  const rows = Math.max(...cells.map(({ row, rows: high }) => row + high))
  const values: (string | null)[][] = Array.from({ length: rows }, () => widths.map(() => null))
  for (const { row, column, text } of cells) values[row]![column] = text || null
  return values
}

const [PADDING, MARGIN] = [4, 50]

export async function tablePdf(table: DrawnTable, { register }: Face): Promise<Uint8Array> {
  const file = new pdfkit({ size: 'A4', layout: table.wide ? 'landscape' : 'portrait', margin: 0 })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => file.on('end', done))
  register(file).font('face')
  file.fontSize(18).text(table.title, 0, 45, { width: file.page.width, align: 'center' })
  file.fontSize(11).text('填报单位：临江市司法局　　填报日期：2022年3月1日', MARGIN, 78, { lineBreak: false })
  drawTable(file, table, 98)
  file.end()
  await ended
  return Buffer.concat(chunks)
}

function drawTable(
  file: PDFKit.PDFDocument,
  { widths, cells, size, line, sides, sealed }: DrawnTable,
  top: number,
): void {
  const room = file.page.width - 2 * MARGIN
  const scale = Math.min(1.25, room / widths.reduce((sum, width) => sum + width, 0))
  const xs = [MARGIN]
  for (const width of widths) xs.push(xs.at(-1)! + width * scale)
  const count = Math.max(...cells.map(({ row, rows }) => row + rows))
  file.fontSize(size)
  const heightOf = ({ column, columns, text }: DrawnCell) =>
    file.heightOfString(text || '空', { width: xs[column + columns]! - xs[column]! - 2 * PADDING })
  const ys = [top]
  for (let row = 0; row < count; row++) {
    const own = cells.filter((cell) => cell.row === row && cell.rows === 1)
    ys.push(ys[row]! + Math.max(size * 1.2, ...own.map(heightOf)) + 2 * PADDING)
  }
  file.lineWidth(line)
  for (const cell of cells) {
    const [left, right] = [xs[cell.column]!, xs[cell.column + cell.columns]!]
    const [up, low] = [ys[cell.row]!, ys[cell.row + cell.rows]!]
    for (const y of [up, low]) file.moveTo(left, y).lineTo(right, y).stroke()
    for (const x of [left, right])
      if (sides || (x !== xs[0] && x !== xs.at(-1))) file.moveTo(x, up).lineTo(x, low).stroke()
    const y = up + (low - up - heightOf(cell)) / 2
    const align = cell.text.length < 12 ? 'center' : 'left'
    file.text(cell.text, left + PADDING, y, { width: right - left - 2 * PADDING, align })
  }
  if (sealed) stamp(file, xs.at(-1)! - 70, ys.at(-1)! - 20)
}

function stamp(file: PDFKit.PDFDocument, x: number, y: number): void {
  file.save().circle(x, y, 56).lineWidth(3.5).strokeOpacity(0.8).stroke('#d8000f')
  file
    .fillOpacity(0.8)
    .fillColor('#d8000f')
    .fontSize(26)
    .text('★', x - 13, y - 14, { lineBreak: false })
  file.restore()
}
