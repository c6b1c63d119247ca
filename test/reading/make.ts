import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Workbook } from 'exceljs'
import excel from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import pdfkit from 'pdfkit'

/** A folder of its own, with these files in it. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const W = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ')

export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

export const para = (...inner: readonly string[]): string => `<w:p>${inner.join('')}</w:p>`

export const part = (root: string, inner: string): string => `<w:${root} ${W}>${inner}</w:${root}>`

const TYPES = (main: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** A Word file of this body, with further parts by name. */
export function docxOf(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = {
    '[Content_Types].xml': TYPES(WORD),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...more,
  }
  return zipOf(parts)
}

export const zipOf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))

export async function xlsxOf(fill: (book: Workbook) => void): Promise<Uint8Array> {
  const book = new excel.Workbook()
  book.created = book.modified = new Date(Date.UTC(2022, 2, 18, 2, 15))
  fill(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** A PDF written out by hand: pages of content streams that share the fonts F1 (Latin), F2 and F3 (Chinese, not embedded). */
export function pdfOf(...pages: readonly string[]): Uint8Array {
  const chinese = (map: string, descendant: number) =>
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${map}/DescendantFonts[${descendant} 0 R]>>`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${8 + i * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    chinese('UniGB-UCS2-H', 6),
    chinese('GBK-EUC-H', 6),
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    ...pages.flatMap((content, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R/F4<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>/Contents ${9 + i * 2} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ]
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  out += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${out.length}\n%%EOF\n`
  return Buffer.from(out, 'latin1')
}

const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`

/** A line of page content at a height, in the font that names its character map UniGB-UCS2-H. */
export const ucs2 = (text: string, y = 700): string =>
  `BT /F2 16 Tf 70 ${y} Td ${hex(iconv.encode(text, 'utf-16be'))} Tj ET`

/** The same in GBK-EUC-H. */
export const gbk = (text: string, y = 700): string => `BT /F3 16 Tf 70 ${y} Td ${hex(iconv.encode(text, 'gbk'))} Tj ET`

/** Han whose bytes a font of Western letters shows. */
export const western = (text: string, y = 700): string =>
  `BT /F4 16 Tf 70 ${y} Td ${hex(iconv.encode(text, 'gbk'))} Tj ET`

/** A picture that fills the page, as a scanner leaves it. */
export const scan = 'q 595 0 0 842 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q'

export async function lockedPdf(): Promise<Uint8Array> {
  const document = new pdfkit({ userPassword: 'mima', ownerPassword: 'guanli' })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => document.on('end', done))
  document.text('secret')
  document.end()
  await ended
  return Buffer.concat(chunks)
}

/** An OLE2 file that holds these streams, all empty. */
export function compoundOf(...streams: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(512 * 3)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(0x3e, 24)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeUInt32LE(1, 44)
  bytes.writeUInt32LE(1, 48)
  bytes.writeUInt32LE(4096, 56)
  bytes.writeUInt32LE(0xfffffffe, 60)
  bytes.writeUInt32LE(0xfffffffe, 68)
  bytes.fill(0xff, 76, 512)
  bytes.writeUInt32LE(0, 76)
  bytes.fill(0xff, 512, 1024)
  bytes.writeUInt32LE(0xfffffffd, 512)
  bytes.writeUInt32LE(0xfffffffe, 516)
  for (const [i, name] of ['Root Entry', ...streams].entries()) {
    const at = 1024 + i * 128
    bytes.write(name, at, 'utf16le')
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64)
    bytes.writeUInt8(i === 0 ? 5 : 2, at + 66)
  }
  return bytes
}

/** A JPEG's headers: size, and when the camera took it (`2022:03:18 10:15:00`). */
export function jpegOf(width: number, height: number, taken?: string): Uint8Array {
  const exif = Buffer.alloc(64)
  exif.write('MM\0*\0\0\0\x08', 'latin1')
  exif.writeUInt16BE(1, 8)
  exif.writeUInt16BE(0x8769, 10)
  exif.writeUInt16BE(4, 12)
  exif.writeUInt32BE(1, 14)
  exif.writeUInt32BE(26, 18)
  exif.writeUInt16BE(1, 26)
  exif.writeUInt16BE(0x9003, 28)
  exif.writeUInt16BE(2, 30)
  exif.writeUInt32BE(20, 32)
  exif.writeUInt32BE(44, 36)
  exif.write(taken ?? '', 44, 'latin1')
  const app1 = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 72]), Buffer.from('Exif\0\0', 'latin1'), exif])
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...(taken ? [app1] : []), frame, Buffer.from([0xff, 0xd9])])
}

/** A PNG's signature and header. */
export function pngOf(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
