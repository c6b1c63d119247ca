import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Evidence } from '../../../src/core/evidence.ts'
import { gather } from '../../../src/reading/gather.ts'
import { threadsFor } from '../../../src/reading/sight/ocr/leave.ts'
import { docxOf, folderOf, para, pdfOf, run, scan, ucs2, xlsxOf, zipOf } from '../make.ts'
import { pdfOfPages, pixelsOf, pngOf } from '../sight/ocr/pages.ts'

const LINES = [
  { text: '清水镇人民政府', x: 90, y: 60, size: 24 },
  { text: '现将年度工作要点印发给你们', x: 50, y: 160 },
]
const folders: string[] = []
let files: readonly (readonly [string, Uint8Array])[]

beforeAll(async () => {
  const page = await pngOf(await pixelsOf(LINES))
  files = [
    ['扫描.pdf', await pdfOfPages([page, LINES])],
    ['照片.png', page],
    ['空白.pdf', pdfOf(scan)],
    ['函.pdf', pdfOf(ucs2('关于印发通知的函'))],
    ['说明.docx', docxOf(para(run('情况说明')))],
    ['台账.xlsx', await xlsxOf((book) => book.addWorksheet('2022').addRow(['文件名称', '公布日期']))],
    ['包.zip', zipOf({ 'a.txt': '一' })],
    ['记录.txt', Buffer.from('会议记录')],
  ]
})

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Named so that the walk meets the files in this order. */
async function readIn(order: readonly number[], jobs: number): Promise<string> {
  const folder = folderOf(
    Object.fromEntries(order.map((at, place) => [`${place}-${files[at]![0]}`, files[at]![1]] as const)),
  )
  folders.push(folder)
  const { evidence } = await gather(folder, { jobs })
  const plain = ({ path, ...one }: Evidence) => JSON.stringify({ name: path.replace(/^\d-/, ''), ...one })
  return evidence.map(plain).sort().join('\n')
}

test('a file reads the same to the byte whatever is read beside it, before it or after it', async () => {
  const forwards = Array.from(files, (_, at) => at)
  const alone = await readIn(forwards, 0)
  expect(alone).toContain('"extent":"whole","pages":2,"pagesRead":2')
  expect(alone).toContain('现将年度工作要点印发给你们')
  expect(await readIn([3, 0, 6, 1, 7, 2, 5, 4], 1)).toBe(alone)
  expect(await readIn(forwards.toReversed(), 2)).toBe(alone)
}, 300_000)

test.each([
  [1, 1, 1],
  [1, 2, 2],
  [2, 2, 1],
  [2, 5, 2],
  [4, 2, 1],
  [1, 64, 4],
  [0, 8, 4],
])('%i recognisers on %i processors: %i threads each', (recognisers, processors, threads) => {
  expect(threadsFor(recognisers, processors)).toBe(threads)
})
