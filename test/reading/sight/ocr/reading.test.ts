import { describe, expect, test } from 'vitest'
import { read } from '../../../../src/reading/read.ts'
import { turned } from '../../../../src/reading/sight/render/pixels.ts'
import { type Line, pdfOfPages, pixelsOf, pngOf } from './pages.ts'

const NOTICE: readonly Line[] = [
  { text: '昭化区人民政府办公室', x: 90, y: 60, size: 24 },
  { text: '各镇人民政府', y: 130 },
  { text: '现将年度工作要点印发给你们', x: 82, y: 160 },
  { text: '请结合实际认真贯彻执行', x: 82, y: 190 },
  { text: '清水镇人民政府', x: 230, y: 300 },
  { text: '2022年7月5日', x: 240, y: 326 },
]
const TEXTS = NOTICE.map(({ text }) => text)

describe('a picture of a page', () => {
  test('is read exactly, line by line from the top, never as surely as typed text, and says what read it', async () => {
    const found = await read(await pngOf(await pixelsOf(NOTICE)), 'png', { ocr: 'auto' })
    expect(found.passages.map(({ text }) => text)).toEqual(TEXTS)
    for (const { certainty } of found.passages) expect(certainty).toBeLessThan(1)
    expect(found.properties.ocr).toMatch(/^PP-OCRv4@1\.4\.2 paddleocr@1\.2\.0 onnxruntime-(web|node)@/)
    expect(found).toMatchObject({ extent: 'whole', pages: 1, pagesRead: 1, notes: [] })
  })

  test.each([90, 180] as const)('lying turned by %i° is read the same', async (turn) => {
    const page = turned(await pixelsOf(NOTICE), turn)
    const found = await read(await pngOf(page), 'png', { ocr: 'auto' })
    expect(found.passages.map(({ text }) => text)).toEqual(TEXTS)
  })

  test('hanging by 2° keeps the order of its lines', async () => {
    const found = await read(await pngOf(await pixelsOf(NOTICE), 2), 'png', { ocr: 'auto' })
    expect(found.passages.map(({ text }) => text)).toEqual(TEXTS)
  })

  test('that shows columns is read across, row by row', async () => {
    const rows = ['一月 三件 完成', '二月 五件 未完', '三月 七件 完成']
    const cells = rows.flatMap((row, at) =>
      row.split(' ').map((text, column) => ({ text, x: 50 + column * 120, y: 80 + at * 50 })),
    )
    const found = await read(await pngOf(await pixelsOf(cells)), 'png', { ocr: 'auto' })
    expect(found.passages.map(({ text }) => text)).toEqual(rows.map((row) => row.replaceAll(' ', '\t')))
  })

  test('that is blank is read, says that nothing was recognised, and cannot be judged for seals', async () => {
    expect(await read(await pngOf(await pixelsOf([])), 'png', { ocr: 'auto' })).toMatchObject({
      extent: 'whole',
      pages: 1,
      pagesRead: 1,
      passages: [],
      seals: null,
      notes: [{ code: 'no-text' }],
    })
  })
})

test('the day under a red seal is read whole, and the seal is found where it stands', async () => {
  const pixels = await pixelsOf(NOTICE, { x: 285, y: 322 })
  const found = await read(await pngOf(pixels), 'png', { ocr: 'auto' })
  expect(found.passages.map(({ text }) => text)).toContain('2022年7月5日')
  expect(found.seals).toMatchObject([
    { page: 1, kind: 'round', box: { x: expect.closeTo(0.54, 1), y: expect.closeTo(0.45, 1) } },
  ])
})

describe('a PDF', () => {
  test('of a typed page and a scanned one is read whole, and only the scan is recognised', async () => {
    const typed = NOTICE.map(({ text, ...at }) => ({ ...at, text: `${text}附件` }))
    const pages: (number | undefined)[] = []
    const bytes = await pdfOfPages([typed, await pngOf(await pixelsOf(NOTICE))])
    const found = await read(bytes, 'pdf', { ocr: 'auto', onPage: (page) => pages.push(page) })
    expect(found).toMatchObject({ extent: 'whole', pages: 2, pagesRead: 2, notes: [] })
    expect(found.passages.filter(({ at }) => at.page === 1).map(({ text }) => text)).toEqual(
      typed.map(({ text }) => text),
    )
    expect(found.passages.filter(({ at }) => at.page === 2).map(({ text }) => text)).toEqual(TEXTS)
    expect(pages).toEqual([2])
  })

  test('of scans stays unread with OCR off, and says what to do', async () => {
    const bytes = await pdfOfPages([await pngOf(await pixelsOf(NOTICE))])
    expect(await read(bytes, 'pdf', { ocr: 'off' })).toMatchObject({
      extent: 'unread',
      pages: 1,
      pagesRead: 0,
      passages: [],
      notes: [{ code: 'no-text', message: expect.stringContaining('请换成可以选中文字的版本') }],
    })
  })
})
