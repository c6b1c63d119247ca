import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { contradicts, extensionOf } from '../../../src/reading/folder/extensions.ts'
import { identify } from '../../../src/reading/folder/identify.ts'
import { compoundOf, docxOf, jpegOf, para, pdfOf, pngOf, run, xlsxOf, zipOf } from '../make.ts'

const latin = (text: string) => Buffer.from(text.padEnd(200, ' '), 'latin1')
const utf8 = (text: string) => new TextEncoder().encode(text)
const typed = (type: string, more = {}) =>
  zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/x" ContentType="application/vnd.${type}"/></Types>`,
    ...more,
  })
const OOXML = 'openxmlformats-officedocument'

test.each([
  ['empty', '', new Uint8Array()],
  ['pdf', '', pdfOf('')],
  ['pdf', '', Buffer.concat([latin('junk before the header\n'), pdfOf('')])],
  ['docx', '', docxOf(para(run('正文')))],
  ['pptx', '', typed(`${OOXML}.presentationml.presentation.main+xml`)],
  ['xls', 'xlsb', typed('ms-excel.sheet.binary.macroEnabled.main')],
  ['ofd', '', zipOf({ 'OFD.xml': '<ofd/>' })],
  ['odt', '', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' })],
  ['ods', '', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })],
  ['odp', '', zipOf({ mimetype: 'application/vnd.oasis.opendocument.presentation' })],
  ['zip', 'zip', zipOf({ '说明.txt': '一' })],
  ['zip', 'docx', zipOf({ '说明.txt': '一' })],
  ['docx', 'docx', docxOf(para(run('正文'))).subarray(0, 100)],
  ['zip', '', docxOf(para(run('正文'))).subarray(0, 100)],
  ['doc', 'doc', compoundOf('WordDocument')],
  ['wps', 'wps', compoundOf('WordDocument')],
  ['xls', 'xls', compoundOf('Workbook')],
  ['xls', '', compoundOf('Book')],
  ['xls', '', compoundOf('WORKBOOK')],
  ['doc', 'doc', compoundOf('WORDDOCUMENT')],
  ['docx', 'docx', Buffer.concat([docxOf(para(run('正文'))), Buffer.from('\n')])],
  ['et', 'et', compoundOf('Workbook')],
  ['ppt', 'ppt', compoundOf('PowerPoint Document')],
  ['encrypted', 'docx', compoundOf('EncryptionInfo', 'EncryptedPackage')],
  ['unknown', 'msg', compoundOf('__properties_version1.0')],
  ['doc', 'doc', compoundOf('WordDocument').subarray(0, 600)],
  ['unknown', '', compoundOf('WordDocument').subarray(0, 600)],
  ['jpg', '', jpegOf(1, 1)],
  ['png', '', pngOf(1, 1)],
  ['gif', '', latin('GIF89a')],
  ['tiff', '', latin('II*\0')],
  ['bmp', '', latin('BM\x46\0\0\0\0\0\0\0')],
  ['webp', '', latin('RIFF\0\0\0\0WEBP')],
  ['heic', '', latin('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
  ['heic', '', latin('\0\0\0\x1cftypmif1\0\0\0\0mif1heic')],
  ['audio', '', latin('RIFF\0\0\0\0WAVE')],
  ['audio', '', latin('ID3\x03')],
  ['video', '', latin('\0\0\0\x18ftypmp42')],
  ['video', '', latin('RIFF\0\0\0\0AVI ')],
  ['rar', '', latin('Rar!\x1a\x07\x01\0')],
  ['7z', '', latin("7z\xbc\xaf'\x1c")],
  ['executable', '', latin('MZ\x90\0')],
  ['executable', '', latin('\x7fELF')],
  ['shortcut', 'lnk', latin('L\0\0\0\x01\x14\x02\0')],
  ['rtf', 'doc', latin('{\\rtf1\\ansi}')],
  ['html', 'xls', utf8('<html><body><table></table></body></html>')],
  ['html', 'xls', utf8('\ufeff<!-- 导出 -->\n<!-- 2 --><!DOCTYPE html><html>')],
  ['html', 'xls', utf8('<meta charset="utf-8"><style>td{}</style><TABLE>')],
  ['html', 'html', utf8('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>')],
  ['txt', 'md', utf8('<p align="center">标志</p>')],
  ['csv', 'xls', utf8('处罚台账\n案号\t日期\n1\t2')],
  ['txt', 'txt', iconv.encode('会议纪要\r\n参会人员', 'utf-16le')],
  ['mht', '', utf8('MIME-Version: 1.0\nContent-Type: multipart/related\n\n')],
  ['csv', 'csv', utf8('只有一列\n甲\n')],
  ['csv', '', utf8('a,b,c\n1,2,3\n4,5,6\n')],
  ['txt', 'txt', utf8('第一,第二,第三\n二,三\n四')],
  ['txt', '', iconv.encode('情况说明', 'gbk')],
  ['txt', '', utf8('一'.repeat(30_000))],
  ['txt', '', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode('说明', 'utf-16le')])],
  ['unknown', 'xlsx', Uint8Array.from({ length: 600 }, (_, i) => (i * 73 + 11) % 251)],
  ['unknown', 'txt', utf8('a\0b')],
  ['doc', 'xml', utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>')],
  ['xls', 'xls', utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')],
  ['mht', 'eml', utf8('Received: from a\nDate: x\nMIME-Version: 1.0\n\n')],
  ['txt', 'txt', utf8('说明: 本局\nMIME-Version 一词')],
  ['shortcut', 'url', utf8('[InternetShortcut]\r\nURL=https://example.cn')],
  ['executable', 'bat', utf8('@echo off\r\n')],
  ['txt', 'md', utf8('# 说明')],
] as const)('%s (.%s)', async (format, extension, bytes) => {
  expect(await identify(bytes, extension)).toEqual({ format, macro: false })
})

test('a workbook as exceljs writes it', async () => {
  expect(await identify(await xlsxOf((book) => book.addWorksheet('表')), 'xlsx')).toEqual({
    format: 'xlsx',
    macro: false,
  })
})

test.each([
  ['docx', typed('ms-word.document.macroEnabled.main+xml', { 'word/vbaProject.bin': 'x' })],
  ['xlsx', typed('ms-excel.sheet.macroEnabled.main+xml', { 'xl/vbaProject.bin': 'x' })],
  ['doc', compoundOf('WordDocument', 'Macros')],
  ['xls', compoundOf('Workbook', '_VBA_PROJECT_CUR')],
  ['ods', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'Basic/Standard/Module1.xml': 'x' })],
  ['xlsx', typed(`${OOXML}.spreadsheetml.sheet.main+xml`, { 'xl/macrosheets/sheet1.xml': 'x' })],
] as const)('macros are noticed in %s', async (format, bytes) => {
  expect(await identify(bytes, '')).toEqual({ format, macro: true })
})

test('no bytes crash it', async () => {
  const heads = [[0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [0xff, 0xd8, 0xff], []]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 2000 }), async (head, rest) => {
      expect(await identify(Uint8Array.from([...head, ...rest]), 'docx')).toHaveProperty('format')
    }),
  )
})

test.each([
  ['pdf', 'pdf', false],
  ['docx', 'pdf', true],
  ['doc', 'docx', true],
  ['jpeg', 'jpg', false],
  ['xls', 'html', true],
  ['', 'pdf', false],
  ['bak', 'pdf', false],
  ['log', 'txt', false],
  ['pdf', 'txt', true],
  ['csv', 'txt', false],
  ['txt', 'csv', false],
  ['docx', 'encrypted', false],
  ['docx', 'unknown', false],
  ['mp4', 'audio', false],
] as const)('.%s and %s contradict each other: %s', (extension, format, expected) => {
  expect(contradicts(extension, format)).toBe(expected)
})

test.each([
  ['28/台账.XLSX', 'xlsx'],
  ['说明', ''],
  ['.gitignore', ''],
  ['v1.2/说明', ''],
  ['昭府办函〔2022〕21号.关于印发的通知正文', '关于印发的通知正文'],
])('the ending of %s is %j', (path, expected) => {
  expect(extensionOf(path)).toBe(expected)
})

test.each(['utf-8', 'gbk', 'utf-16le'] as const)(
  'a head is what its whole is, wherever it is cut: %s',
  async (encoding) => {
    const rows = (count: number) =>
      '案号,当事人,决定日期\r\n'.concat('昭市监处〔2022〕1号,某某商行,2022-03-01\r\n'.repeat(count))
    for (const shift of ['', 'a', 'ab', 'abc']) {
      const whole = iconv.encode(shift + rows(3000), encoding, { addBOM: encoding === 'utf-16le' })
      for (const extension of ['csv', 'txt']) {
        const { format } = await identify(whole, extension)
        expect(format).toBe('csv')
        for (let cut = 65_530; cut < 65_544; cut++)
          expect((await identify(whole.subarray(0, cut), extension)).format).toBe(format)
      }
    }
  },
)
