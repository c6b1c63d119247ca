import pdfkit from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { chineseFont } from '../../../../fixtures/make/kit/font.ts'
import { alignedGrids, mayAlign } from '../../../../src/reading/formats/pdf/aligned-grid.ts'
import type { Word } from '../../../../src/reading/formats/tables/page-words.ts'
import { read } from '../../../../src/reading/read.ts'

const HEAD = ['序号', '文件名称', '文号', '公布日期']
const AT = [50, 90, 250, 400]
const rowOf = (n: number) => [String(n), `停车管理办法${n}`, `昭府规〔2021〕${n}号`, '2021-05-06']

/** A line of cells from the top of a page, each sign as wide as high. */
const line = (at: number, cells: readonly (string | null)[], lefts: readonly number[] = AT): Word[] =>
  cells.flatMap((text, column) =>
    text ? [{ text, x: lefts[column]!, y: 800 - at * 20, width: text.length * 8, height: 8 }] : [],
  )
const page = (...rows: readonly (readonly (string | null)[])[]) => rows.flatMap((cells, at) => line(at, cells))
const shown = (words: readonly Word[]) =>
  alignedGrids(words).map(({ grid }) => grid.cells.map((row) => row.map(({ paragraphs }) => paragraphs.join(''))))
const ROWS = [1, 2, 3, 4].map(rowOf)

describe('a table without lines', () => {
  test('is its headers and the rows that stand in their columns', () => {
    expect(shown(page(['规范性文件台账'], HEAD, ...ROWS))).toEqual([[HEAD, ...ROWS]])
  })

  test('may leave cells blank', () => {
    expect(shown(page(HEAD, ...ROWS, ['5', '停车场办法', null, '2021-06-07']))[0]?.at(-1)).toEqual([
      '5',
      '停车场办法',
      '',
      '2021-06-07',
    ])
  })

  test('goes on with what had no room in a cell', () => {
    const wrapped = [...page(HEAD, ...ROWS), ...line(4.6, [null, '（修订）'])]
    expect(shown(wrapped)[0]?.at(-1)).toEqual(['4', '停车管理办法4（修订）', '昭府规〔2021〕4号', '2021-05-06'])
  })

  test('knows a column by where it begins, though the one before touches it', () => {
    const touching = [...page(HEAD), ...ROWS.flatMap((cells, at) => line(at + 1, cells, [81, 90, 250, 400]))]
    expect(shown(touching)).toEqual([[HEAD, ...ROWS]])
  })

  test('ends with the text below it', () => {
    const after = line(6, ['以上共四件，均已按规定报送备案，并已向社会公布，特此说明'])
    expect(shown([...page(HEAD, ...ROWS), ...after])).toEqual([[HEAD, ...ROWS]])
  })
})

describe('no table', () => {
  test.each([
    ['two rows are too few', page(HEAD, ...ROWS.slice(0, 2))],
    ['three columns are too few', page(...[HEAD, ...ROWS].map((cells) => cells.slice(0, 3)))],
    ['headers are no figures', page(['1', '2', '3', '4'], ...ROWS)],
    ['two headers are never alike', page(['文号', '文件名称', '文号', '公布日期'], ...ROWS)],
    [
      'rows that stand across the columns',
      page(HEAD, ...ROWS.map((cells) => [null, ...cells.slice(1).map((text) => `${text}与其他各件一并公布`)])),
    ],
    [
      'half of a table, whose rows go on but do not fit',
      page(HEAD, ...ROWS, ['5', '停车管理办法以及城市绿化和农贸市场管理实施细则', null, '2021-05-06'], ...ROWS),
    ],
  ])('%s', (_, words) => {
    expect(shown(words)).toEqual([])
  })

  test.each([
    ['prose with blanks about its figures', '截至 2021 年 5 月 6 日 ，全区 12 个镇完成'],
    ['a sentence', '昭化区 司法局 办公室 印发了通知。'],
    ['a sentence in Latin letters', 'Issued on 2021-05-06, 20 working days'],
  ])('%s is not looked at twice', (_, text) => {
    expect(mayAlign(text)).toBe(false)
  })
})

test('a PDF’s table without lines that goes on over three pages is one', async () => {
  const file = new pdfkit({ size: 'A4' })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => file.on('end', done))
  file.registerFont('face', chineseFont()).font('face').fontSize(9)
  const rows = Array.from({ length: 60 }, (_, at) => rowOf(at + 1))
  const pages = [[HEAD, ...rows.slice(0, 30)], rows.slice(30, 58), rows.slice(58)]
  for (const [index, lines] of pages.entries()) {
    if (index > 0) file.addPage()
    for (const [at, cells] of lines.entries())
      for (const [column, text] of cells.entries()) file.text(text, AT[column]!, 60 + at * 22, { lineBreak: false })
  }
  file.end()
  await ended

  const { tables } = await read(Buffer.concat(chunks), 'pdf')
  expect(tables).toHaveLength(1)
  expect(tables[0]?.rows.map(({ values }) => values)).toEqual([HEAD, ...rows])
  expect(tables[0]?.rows.at(-1)?.page).toBe(3)
})
