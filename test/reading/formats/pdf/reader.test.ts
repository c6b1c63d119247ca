import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import type { Format } from '../../../../src/core/evidence.ts'
import { pdfium } from '../../../../src/reading/formats/pdf/pdfium.ts'
import { pdfjs } from '../../../../src/reading/formats/pdf/pdfjs.ts'
import { read as readWith } from '../../../../src/reading/read.ts'
import { gbk, lockedPdf, pdfOf, scan, ucs2 } from '../../make.ts'

const LONG = '各镇人民政府，区级各部门：现将法治政府建设示范指标体系印发给你们，请结合实际认真贯彻执行。'

/** The text layer alone; test/reading/sight holds what is read from pictures of pages. */
const read = (bytes: Uint8Array, format: Format) => readWith(bytes, format, { ocr: 'off' })

test('a font that is not embedded and names a Unicode character map is read', async () => {
  expect(await read(pdfOf(ucs2('关于印发通知的函〔2022〕21号')), 'pdf')).toEqual({
    extent: 'whole',
    pages: 1,
    pagesRead: 1,
    passages: [{ text: '关于印发通知的函〔2022〕21号', at: { page: 1 } }],
    tables: [],
    properties: {},
    notes: [],
  })
})

test('a font that names a GBK character map is read', async () => {
  const { passages } = await read(pdfOf(gbk('合法性审核意见书')), 'pdf')
  expect(passages).toEqual([{ text: '合法性审核意见书', at: { page: 1 } }])
})

test('lines keep their page, and spaces between Han and digits stay', async () => {
  const { passages } = await read(pdfOf(`${ucs2('第一行')} ${ucs2('2022 年 3 月', 660)}`, ucs2('第二页')), 'pdf')
  expect(passages).toEqual([
    { text: '第一行', at: { page: 1 } },
    { text: '2022 年 3 月', at: { page: 1 } },
    { text: '第二页', at: { page: 2 } },
  ])
})

test('a scan of every page is unread', async () => {
  expect(await read(pdfOf(scan, scan), 'pdf')).toMatchObject({
    extent: 'unread',
    pages: 2,
    pagesRead: 0,
    passages: [],
    notes: [
      {
        code: 'no-text',
        message: '没有文字层（多为扫描件），里面的文字未能读取：请换成可以选中文字的版本，或由人工核对',
      },
    ],
  })
})

test('one scanned page among text leaves the file partly read, and the page is named', async () => {
  expect(await read(pdfOf(ucs2(LONG), scan), 'pdf')).toMatchObject({
    extent: 'partly',
    pages: 2,
    pagesRead: 1,
    notes: [{ code: 'partly', at: { page: 2 }, message: expect.stringMatching(/^第2页没有文字层.+请.+$/) }],
  })
})

test('a scan with a printed page number is still a scan', async () => {
  expect(await read(pdfOf(`${scan} ${ucs2('第3页', 40)}`), 'pdf')).toMatchObject({ extent: 'unread', pagesRead: 0 })
})

test('a blank page is read, for there is nothing on it', async () => {
  expect(await read(pdfOf(ucs2(LONG), ''), 'pdf')).toMatchObject({ extent: 'whole', pages: 2, pagesRead: 2, notes: [] })
})

test('a file of nothing but blank pages is told, and one without pages', async () => {
  const notesOf = async (bytes: Uint8Array) => (await read(bytes, 'pdf')).notes.map(({ message }) => message)
  expect(await notesOf(pdfOf(''))).toEqual(['文件是空白的，没有文字：请核对是否放错了文件'])
  expect(await notesOf(pdfOf())).toEqual(['文件里没有页面：请用原来的软件打开核对，重新导出后放入'])
})

test.each([
  ['PDFium', pdfium],
  ['pdf.js', pdfjs],
])('files that a document carries are known to %s', async (_, engine) => {
  const document = await engine(await carrying())
  expect(await document.attached()).toEqual(['台账.xlsx'])
  await document.close()
})

test('files that a document carries are told', async () => {
  expect(await read(await carrying(), 'pdf')).toMatchObject({
    extent: 'partly',
    notes: [
      { code: 'not-read', message: '带有1个附件（台账.xlsx），附件没有读取：请把附件另存出来，直接放入材料文件夹' },
    ],
  })
})

async function carrying(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage().drawText('Notice of the bureau on the review of files')
  await document.attach(Buffer.from('x'), '台账.xlsx')
  return document.save()
}

test('a page of few words and no picture is read', async () => {
  expect(await read(pdfOf(ucs2('附件1')), 'pdf')).toMatchObject({ extent: 'whole', pagesRead: 1 })
})

test('a password is told', async () => {
  expect(await read(await lockedPdf(), 'pdf')).toMatchObject({
    extent: 'unread',
    notes: [{ code: 'encrypted', message: '文件加了密码，无法读取：请去掉打开密码后重新放入' }],
  })
})

test.each([
  ['cut off after the header', pdfOf(ucs2(LONG)).subarray(0, 60)],
  ['a header and noise', Buffer.from('%PDF-1.7\n\x01\x02\x03 this is no document')],
])('%s: damaged', async (_, bytes) => {
  expect(await read(bytes, 'pdf')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})

test('the bytes that were handed over stay usable', async () => {
  const bytes = Uint8Array.from(pdfOf(ucs2('通知')))
  await read(bytes, 'pdf')
  expect(bytes.length).toBeGreaterThan(500)
})
