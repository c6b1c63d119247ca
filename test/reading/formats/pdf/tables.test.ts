import { expect, test } from 'vitest'
import { cellPlace } from '../../../../src/core/evidence.ts'
import { mayHoldTable } from '../../../../src/reading/formats/pdf/pdfjs.ts'
import { read } from '../../../../src/reading/read.ts'
import { pdfOf, ucs2 } from '../../make.ts'

const across = (y: number, from = 70, to = 370) => `${from} ${y} m ${to} ${y} l S`
const down = (x: number, from = 640, to = 700) => `${x} ${from} m ${x} ${to} l S`
/** A border as Word draws it: a filled box as thin as a hair. */
const hair = (x: number, y: number, width: number, height: number) => `${x} ${y} ${width} ${height} re f`
/** A word in the middle of a row, ten points high. */
const at = (x: number, y: number, text: string) => ucs2(text, y).replace('/F2 16 Tf 70', `/F2 10 Tf ${x}`)

const tablesOf = async (...pages: readonly (readonly string[])[]) =>
  (await read(pdfOf(...pages.map((page) => page.join('\n'))), 'pdf', { ocr: 'off' })).tables

const words = [at(75, 685, '文件名称'), at(175, 685, '公布日期'), at(275, 685, '审核率')]
const values = [at(75, 655, '《办法》'), at(175, 655, '3月18日'), at(275, 655, '91.7%')]
const plain = {
  name: '表1',
  kind: 'grid',
  page: 1,
  rows: [
    { index: 0, values: ['文件名称', '公布日期', '审核率'] },
    { index: 1, values: ['《办法》', '3月18日', '91.7%'] },
  ],
  merges: [],
}

test('ruled lines make a table', async () => {
  const lines = [across(700), across(670), across(640), down(70), down(170), down(270), down(370)]
  expect(await tablesOf([...lines, ...words, ...values])).toEqual([plain])
})

test('borders that are filled boxes are lines, the background of a cell is none', async () => {
  const rows = [699.5, 669.5, 639.5].map((y) => hair(70, y, 300, 0.5))
  const columns = [70, 170, 270, 370].map((x) => hair(x, 640, 0.5, 60))
  expect(await tablesOf([hair(70, 670, 300, 30), '0 g', ...rows, ...columns, ...words, ...values])).toEqual([plain])
})

test('a table with open sides reaches as far as its lines across', async () => {
  expect(await tablesOf([across(700), across(670), across(640), down(170), down(270), ...words, ...values])).toEqual([
    plain,
  ])
})

test('cells without a wall between them are one', async () => {
  const lines = [
    across(730),
    across(700, 170),
    across(670),
    across(640),
    down(70, 640, 730),
    down(170, 640, 730),
    down(270),
    down(370, 640, 730),
  ]
  const head = [at(75, 695, '文件名称'), at(240, 712, '合法性审核'), at(175, 685, '公布日期'), at(275, 685, '审核率')]
  expect(await tablesOf([...lines, ...head, ...values])).toEqual([
    {
      name: '表1',
      kind: 'grid',
      page: 1,
      rows: [
        { index: 0, values: ['文件名称', '合法性审核', null] },
        { index: 1, values: [null, '公布日期', '审核率'] },
        { index: 2, values: ['《办法》', '3月18日', '91.7%'] },
      ],
      merges: [
        { top: 0, left: 0, bottom: 1, right: 0 },
        { top: 0, left: 1, bottom: 0, right: 2 },
      ],
    },
  ])
})

test('a word that a cell was too narrow for is one word; short lines are lines', async () => {
  const lines = [across(700), across(670), across(640), down(70), down(170), down(270), down(370)]
  const wrapped = [
    at(75, 660, '昭化区公证费减免暂'),
    at(75, 648, '行办法'),
    at(175, 660, '甲'),
    at(175, 648, '乙'),
    at(275, 655, '91.7%'),
  ]
  const [table] = await tablesOf([...lines, ...words, ...wrapped])
  expect(table!.rows[1]!.values).toEqual(['昭化区公证费减免暂行办法', '甲\n乙', '91.7%'])
})

const grid = [across(700), across(670), across(640), down(70), down(170), down(270), down(370)]

test('a table that goes on at the top of the next page is one, and its rows know their page', async () => {
  const [table, ...more] = await tablesOf(
    [...grid, ...words, ...values, at(300, 30, '1')],
    [at(300, 800, '台账'), ...grid, ...values, ...words],
  )
  expect(more).toEqual([])
  expect(table).toMatchObject({
    page: 1,
    rows: [{ index: 0 }, { index: 1 }, { index: 2, page: 2 }, { index: 3, page: 2 }],
  })
  expect(cellPlace('a.pdf', table!, 1, 2)).toEqual({ file: 'a.pdf', page: 1, cell: '表1第2行第3列' })
  expect(cellPlace('a.pdf', table!, 3, 0)).toEqual({ file: 'a.pdf', page: 2, cell: '表1第4行第1列' })
})

test('a table behind a new heading is another table', async () => {
  const heading = [at(70, 780, '附件'), at(70, 760, '第二年度台账')]
  expect(await tablesOf([...grid, ...words, ...values], [...heading, ...grid, ...words, ...values])).toEqual([
    plain,
    { ...plain, name: '表2', page: 2 },
  ])
})

test('a frame around the text, lines under words and a grid without words are no tables', async () => {
  const frame = [across(700), across(640), down(70), down(370)]
  expect(await tablesOf([...frame, ...words, ...values])).toEqual([])
  expect(await tablesOf([across(680), across(650), ...words, ...values])).toEqual([])
  expect(await tablesOf([...grid, at(75, 500, '甲 乙'), at(75, 480, '丙 丁')])).toEqual([])
})

test.each([
  ['序号 事项\n1 办法', true],
  ['关于印发通知\n2022 年 3 月', false],
  ['一\n二', false],
  ['', false],
])('%j may be the text of a table: %s', (text, expected) => {
  expect(mayHoldTable(text)).toBe(expected)
})
