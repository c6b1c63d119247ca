import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawn, faces, WEAR } from '../../../../bench/ocr-pages.ts'
import { type DrawnTable, tablePdf, valuesOf } from '../../../../bench/table-pages.ts'
import type { Evidence } from '../../../../src/core/evidence.ts'
import { recognise } from '../../../../src/facts/recognise.ts'
import { read } from '../../../../src/reading/read.ts'
import type { Pixels } from '../../../../src/reading/sight/render/pixels.ts'
import { recogniseLedgers } from '../../../../src/records/ledgers.ts'
import { needed, said, spec } from '../../../helpers/documents.ts'

const HEAD = ['序号', '文件名称', '制定机关', '公布日期', '件数']
const ROWS = [
  ['1', '农贸市场管理办法', '区人民政府', '2021年3月18日', '12'],
  ['2', '临时救助工作规程', '区司法局', '2021年11月9日', '7'],
  ['3', '行政执法公示实施细则', '青石镇人民政府', '2022年1月26日', '30'],
]

const ledgerOf = (rows: readonly (readonly string[])[], more: Partial<DrawnTable> = {}): DrawnTable => ({
  title: '行政规范性文件台账',
  widths: [34, 150, 110, 110, 50],
  cells: rows.flatMap((row, at) => row.map((text, column) => ({ row: at, column, rows: 1, columns: 1, text }))),
  size: 12,
  line: 0.75,
  sides: true,
  sealed: false,
  wide: false,
  ...more,
})

const scanned = async (table: DrawnTable, wear: keyof typeof WEAR, turn = 0): Promise<Buffer> => {
  const { width, height, data }: Pixels = await WEAR[wear](await drawn(await tablePdf(table, faces().at(-1)!), 150))
  return sharp(data, { raw: { width, height, channels: 3 } })
    .rotate(turn, { background: '#fff' })
    .png({ compressionLevel: 1 })
    .toBuffer()
}

async function pdfOfScans(pages: readonly Buffer[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (const page of pages) {
    const image = await document.embedPng(page)
    document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  }
  return document.save()
}

const SPEC = spec('L01', '行政规范性文件台账', [
  needed('文件名称'),
  needed('制定机关'),
  needed('公布日期', 'day'),
  needed('件数', 'number'),
])

test('a ledger that was scanned askew, with a seal over its lines, is the ledger that was drawn', async () => {
  const table = ledgerOf([HEAD, ...ROWS], { sealed: true })
  const reading = await read(await scanned(table, 'skewed', -3), 'png', { ocr: 'auto' })
  const { tables, passages } = reading
  expect(tables).toMatchObject([{ name: '表1', kind: 'grid', page: 1, merges: [] }])
  expect(tables[0]!.rows.map(({ values }) => values)).toEqual(valuesOf(table))
  for (const { certainties = [] } of tables[0]!.rows)
    for (const certainty of certainties) {
      expect(certainty).toBeGreaterThan(0.6)
      expect(certainty).toBeLessThan(1)
    }
  const texts = passages.map(({ text }) => text)
  expect(texts.slice(-4)).toEqual([HEAD, ...ROWS].map((row) => row.join('\t')))
  expect(texts[0]).toBe('行政规范性文件台账')
  expect(texts[1]).toContain('填报单位')

  const evidence: Evidence = { ...reading, path: '28/扫描件.png', sha256: '', bytes: 0, format: 'png' }
  const { ledgers } = recogniseLedgers([{ evidence, facts: recognise(evidence) }], [SPEC])
  expect(
    ledgers.flatMap(({ rows }) =>
      rows.map((row) => ['文件名称', '公布日期', '件数'].map((column) => said(row.field(column)))),
    ),
  ).toEqual([
    ['农贸市场管理办法', '2021-03-18', 12],
    ['临时救助工作规程', '2021-11-09', 7],
    ['行政执法公示实施细则', '2022-01-26', 30],
  ])
  expect(ledgers[0]!.rows[1]!.place('公布日期')).toEqual({
    file: '28/扫描件.png',
    page: 1,
    cell: '表1第3行第4列',
    quote: '2021年11月9日',
  })
})

test('a single figure on a line of its own in a cell is read, which the finder of text overlooks', async () => {
  const rows = [HEAD, ROWS[0]!.with(4, '第一季度\n7'), ROWS[1]!.with(1, '临时救助工作规程\n1'), ROWS[2]!]
  const { tables } = await read(await scanned(ledgerOf(rows, { widths: [34, 150, 110, 110, 60] }), 'clean'), 'png', {
    ocr: 'auto',
  })
  expect(tables[0]!.rows.map(({ values }) => [values[1], values[4]])).toEqual(rows.map((row) => [row[1], row[4]]))
  for (const { certainties = [] } of tables[0]!.rows) expect(Math.min(...certainties)).toBeGreaterThan(0.6)
})

test('a table that goes on over two scanned pages is one, and its rows know their page', async () => {
  const [first, next] = [ledgerOf([HEAD, ROWS[0]!, ROWS[1]!]), ledgerOf([ROWS[2]!, ROWS[0]!], { title: '' })]
  const pages = await Promise.all([first, next].map((table) => scanned(table, 'clean')))
  const { tables } = await read(await pdfOfScans(pages), 'pdf', { ocr: 'auto' })
  expect(tables.map(({ rows }) => rows.map(({ values, page }) => [page ?? 1, values[1]]))).toEqual([
    [
      [1, HEAD[1]],
      [1, ROWS[0]![1]],
      [1, ROWS[1]![1]],
      [2, ROWS[2]![1]],
      [2, ROWS[0]![1]],
    ],
  ])
})
