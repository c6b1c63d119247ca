import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FORMATS } from '../../src/core/evidence.ts'
import { PROBLEM_CODES } from '../../src/core/problem.ts'
import { READERS } from '../../src/reading/formats/index.ts'
import { gather, type Progress } from '../../src/reading/gather.ts'
import { read } from '../../src/reading/read.ts'
import { compoundOf, docxOf, folderOf, jpegOf, lockedPdf, para, pdfOf, run, scan, ucs2, xlsxOf, zipOf } from './make.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const messy = async () =>
  folderOf({
    '28-合法性审核/台账.xlsx': await xlsxOf((book) => book.addWorksheet('2022').addRow(['文件名称', '公布日期'])),
    '28-合法性审核/说明.docx': docxOf(para(run('情况说明'))),
    '28-合法性审核/函.pdf': pdfOf(ucs2('关于印发通知的函')),
    '28-合法性审核/扫描.pdf': pdfOf(scan),
    '加密.pdf': await lockedPdf(),
    '加密.docx': compoundOf('EncryptionInfo', 'EncryptedPackage'),
    '旧文.doc': compoundOf('WordDocument', 'Macros'),
    '空.docx': '',
    '假表.xlsx': Uint8Array.from({ length: 600 }, (_, i) => (i * 73 + 11) % 251),
    '改名.docx': pdfOf(ucs2('通知')),
    '附件.zip': zipOf({ 'a.txt': '一' }),
    '照片.jpg': jpegOf(640, 480),
    '~$台账.xlsx': 'x',
  })

test('a messy folder: every file is read, or told with the next step', async () => {
  const { evidence, problems } = await gather(await messy(), { ocr: 'off' })
  expect(evidence.map(({ path, format, extent }) => `${path} ${format} ${extent}`)).toEqual([
    '28-合法性审核/函.pdf pdf whole',
    '28-合法性审核/台账.xlsx xlsx whole',
    '28-合法性审核/扫描.pdf pdf unread',
    '28-合法性审核/说明.docx docx whole',
    '假表.xlsx unknown unread',
    '加密.docx encrypted unread',
    '加密.pdf pdf unread',
    '改名.docx pdf whole',
    '旧文.doc doc unread',
    '照片.jpg jpg unread',
    '空.docx empty unread',
    '附件.zip zip whole',
    '附件.zip!/a.txt txt whole',
  ])
  expect(problems.map(({ file, code, message }) => `${file} ${code} ${message}`)).toMatchInlineSnapshot(`
    [
      "28-合法性审核/扫描.pdf no-text 没有文字层（多为扫描件），里面的文字未能读取：请换成可以选中文字的版本，或由人工核对",
      "~$台账.xlsx litter 系统或办公软件自动生成的文件，不是佐证材料，未读取：请删除后再报送",
      "假表.xlsx unknown 无法识别的文件格式，可能已损坏：请用原来的软件打开核对，另存为 PDF、docx 或 xlsx 后放入",
      "加密.docx encrypted 文件加了密码，无法读取：请去掉打开密码后重新放入",
      "加密.pdf encrypted 文件加了密码，无法读取：请去掉打开密码后重新放入",
      "改名.docx mismatch 扩展名是 docx，内容却是 pdf，已按内容处理：请改正扩展名",
      "旧文.doc damaged 文件已损坏或不完整，无法打开：请用 Word 或 WPS 打开核对，另存为 docx 后放入",
      "旧文.doc macro 文件含宏，宏没有运行：请另存为不含宏的 docx 或 xlsx 后重新放入",
      "照片.jpg not-read 图片只作登记（640×480像素，没有拍摄日期），图里的文字没有读取：请由人工核对",
      "空.docx empty 文件是空的（0 字节）：请从原处重新复制",
    ]
  `)
})

test.each([
  [
    '台账.xls',
    '<table><tr><td>案号</td></tr></table>',
    '内容却是网页，已按内容处理：请用 Excel 或 WPS 打开，另存为 xlsx',
  ],
  ['决定.doc', '{\\rtf1 abc}', '内容却是 rtf，已按内容处理：请用 Word 或 WPS 打开，另存为 docx'],
  ['决定.pdf', '{\\rtf1 abc}', '内容却是 rtf，已按内容处理：请改正扩展名'],
])('%s of another content is told with what opens it', async (name, content, told) => {
  const { problems } = await gather(folderOf({ [name]: content }), { jobs: 0, ocr: 'off' })
  expect(problems.map(({ code, message }) => [code, message.replace(/^.*?，/, '')])).toEqual([['mismatch', told]])
})

test('what is not wholly read always has a problem, and every problem a next step', async () => {
  const { evidence, problems } = await gather(await messy(), { jobs: 0, ocr: 'off' })
  const unread = evidence.filter(({ extent }) => extent !== 'whole').map(({ path }) => path)
  expect(unread.filter((path) => !problems.some(({ file }) => file === path))).toEqual([])
  expect(problems.filter(({ message }) => !/：请/.test(message))).toEqual([])
  expect(problems.filter(({ file, message }) => message.includes(file!))).toEqual([])
})

test('the folder is the same afterwards, to the byte and the minute', async () => {
  const folder = await messy()
  const state = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, statSync(path).mtimeMs, statSync(path).isFile() ? sha256(readFileSync(path)) : ''])
  const before = state()
  await gather(folder, { ocr: 'off' })
  expect(state()).toEqual(before)
})

test('a link is unread evidence: what is missing may lie behind it', async () => {
  const folder = folderOf({ 'b.txt': '1' })
  symlinkSync('/etc/hostname', join(folder, 'a.pdf'))
  expect(await gather(folder)).toMatchObject({
    evidence: [{ path: 'a.pdf', format: 'shortcut', extent: 'unread', sha256: '' }, { path: 'b.txt' }],
    problems: [{ code: 'link', file: 'a.pdf' }],
  })
})

test('gathered twice it is the same, and it is plain data, in processes of their own or in this one', async () => {
  const folder = await messy()
  const once = await gather(folder, { ocr: 'off' })
  expect(JSON.stringify(await gather(folder, { jobs: 0, ocr: 'off' }))).toBe(JSON.stringify(once))
  expect(JSON.parse(JSON.stringify(once))).toEqual(once)
})

test('a file carries its hash and size', async () => {
  const { evidence } = await gather(folderOf({ 'a.txt': '说明' }))
  expect(evidence).toMatchObject([{ path: 'a.txt', sha256: sha256(Buffer.from('说明')), bytes: 6 }])
})

test('the same bytes at two paths are read once', async () => {
  const bytes = pdfOf(ucs2('通知'))
  const { evidence } = await gather(folderOf({ 'a.pdf': bytes, 'b.pdf': bytes }), { jobs: 0 })
  expect(evidence[0]!.passages).toBe(evidence[1]!.passages)
  expect(evidence.map(({ path }) => path)).toEqual(['a.pdf', 'b.pdf'])
})

test('the caller hears about every file, and the end', async () => {
  const heard: Progress[] = []
  const docx = docxOf(para(run('情况说明')))
  const files = { 'a.txt': '1', 'b.docx': docx, 'c.docx': docx }
  await gather(folderOf(files), { onProgress: (progress) => heard.push(progress) })
  expect(heard).toEqual([
    { done: 1, total: 3, inHand: [] },
    { done: 1, total: 3, share: 0, inHand: [] },
    { done: 1, total: 3, share: 0, inHand: [{ path: 'b.docx', page: 0, pages: 0 }] },
    { done: 3, total: 3, share: 1, inHand: [] },
  ])
})

test('a file beyond half a gigabyte is told, not read', async () => {
  const folder = folderOf({ '大.pdf': '%PDF-1.4' })
  truncateSync(join(folder, '大.pdf'), 512 * 1024 * 1024 + 1)
  expect(await gather(folder)).toMatchObject({
    evidence: [{ path: '大.pdf', bytes: 512 * 1024 * 1024 + 1, extent: 'unread', sha256: '' }],
    problems: [{ code: 'too-large', file: '大.pdf' }],
  })
})

test.skipIf(process.platform !== 'linux')(
  'a file whose name is no UTF-8 is read all the same, and its name told',
  async () => {
    // 高 as a Windows archive leaves it on Linux.
    const folder = folderOf({ 'a.txt': '1' })
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb8, 0xdf]), Buffer.from('.txt')]), '1')
    const { evidence, problems } = await gather(folder)
    expect(evidence.map(({ path, extent }) => [path, extent])).toEqual([
      ['a.txt', 'whole'],
      ['高.txt', 'whole'],
    ])
    expect(problems.map(({ code }) => code)).toEqual(['odd-name'])
  },
)

test.each(FORMATS)('%s: noise of that format gives a reading, never a crash', async (format) => {
  const { extent, notes } = await read(
    Uint8Array.from({ length: 300 }, (_, i) => (i * 91 + 7) % 253),
    format,
  )
  expect(extent === 'whole' || notes.length > 0).toBe(true)
  for (const { code, message } of notes) {
    expect(Object.keys(PROBLEM_CODES)).toContain(code)
    expect(code, message).not.toBe('crashed')
  }
})

test('no two readers claim a format', () => {
  const claimed = READERS.flatMap(({ formats }) => formats)
  expect(claimed).toEqual([...new Set(claimed)])
})
