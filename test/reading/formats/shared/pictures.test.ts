import { CFB } from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Format, Reading } from '../../../../src/core/evidence.ts'
import { read } from '../../../../src/reading/read.ts'
import type { Pixels } from '../../../../src/reading/sight/render/pixels.ts'
import { docxOf, para, run, xlsxOf } from '../../make.ts'
import { bmpOf } from '../../sight/bitmaps.ts'
import { pixelsOf } from '../../sight/ocr/pages.ts'
import { sample } from '../samples.ts'

// A signed page that was scanned and pasted into a file of words: what stands there is read, or it is told that it is not.

const LINES = ['行政执法决定法制审核意见书', '昭法审〔2022〕7号', '2022年3月18日']
const WORDS = '关于报送重大执法决定法制审核材料的说明：我局今年第一季度共办理一件，附件为签字扫描件，请审核。'
const [RECORD, MARK] = [8, 17]

let scan: Uint8Array
let small: Uint8Array
let page: Pixels
beforeAll(async () => {
  page = await pixelsOf(LINES.map((text, at) => ({ text, x: 60, y: 60 + at * 70, size: at === 0 ? 22 : 16 })))
  const { width, height, data } = page
  const shown = sharp(data, { raw: { width, height, channels: 3 } })
  scan = await shown.clone().resize(740).png({ palette: true, colours: 4 }).toBuffer()
  small = await shown.resize(300).png().toBuffer()
})

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const docx = (name: string, bytes: Uint8Array) =>
  zipSync({ ...unzipSync(docxOf(para(run(WORDS)))), [`word/media/${name}`]: bytes })

async function xlsx(bytes: Uint8Array) {
  return xlsxOf((book) => {
    const sheet = book.addWorksheet('台账')
    sheet.addRow(['案件名称', '审核日期'])
    sheet.addImage(book.addImage({ base64: Buffer.from(bytes).toString('base64'), extension: 'png' }), 'A3:H60')
  })
}

/** A slide of its own with words, and the picture. */
function pptx(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(sample('slides.pptx'))
  const rels = 'ppt/slides/_rels/slide2.xml.rels'
  const text = Buffer.from(parts[rels]!).toString()
  const relation = `<Relationship Id="rId99" Type="${office}/image" Target="../media/image1.png"/></Relationships>`
  return zipSync({
    ...parts,
    [rels]: strToU8(text.replace('</Relationships>', relation)),
    'ppt/media/image1.png': bytes,
  })
}

/** OfficeArtBlipPNG: a header, a checksum, a mark, the file. */
function blip(bytes: Uint8Array): Buffer {
  const record = Buffer.alloc(RECORD + MARK)
  record.writeUInt16LE(0x6e00, 0)
  record.writeUInt16LE(0xf01e, 2)
  record.writeUInt32LE(MARK + bytes.length, 4)
  return Buffer.concat([record, bytes])
}

function ppt(bytes: Uint8Array): Uint8Array {
  const file = CFB.read(sample('slides.ppt'), { type: 'buffer' })
  CFB.utils.cfb_add(file, '/Pictures', blip(bytes))
  return Uint8Array.from(CFB.write(file, { type: 'array' }) as number[])
}

const escaped = (text: string) => Array.from(text, (sign) => `\\u${sign.charCodeAt(0)}?`).join('')
const rtf = (picture: string) => Buffer.from(`{\\rtf1 ${escaped(WORDS)}\\par ${picture}\\par}`, 'latin1')
const hex = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/.{128}/g, '$&\r\n')

const inRtf = (bytes: Uint8Array) =>
  rtf(`{\\*\\shppict{\\pict{\\*\\picprop}\\pngblip\\picw100 ${hex(bytes)}}}{\\nonshppict{\\pict\\wmetafile8 00}}`)
const floating = (bytes: Uint8Array) =>
  rtf(`{\\shp{\\*\\shpinst{\\sp{\\sn pib}{\\sv {\\pict\\pngblip ${hex(bytes)}}}}{\\shprslt {\\pict\\wmetafile8 00}}}}`)
const inBytes = (bytes: Uint8Array) =>
  Buffer.concat([
    Buffer.from(`{\\rtf1 ${escaped(WORDS)}{\\pict\\pngblip\\bin${bytes.length} `, 'latin1'),
    bytes,
    Buffer.from('}}', 'latin1'),
  ])

type Made = () => Uint8Array | Promise<Uint8Array>
const CARRIERS: readonly (readonly [string, Format, Made])[] = [
  ['docx', 'docx', () => docx('image1.png', scan)],
  ['doc', 'doc', () => sample('pasted.doc')],
  ['xlsx', 'xlsx', () => xlsx(scan)],
  ['xls', 'xls', () => sample('pasted.xls')],
  ['pptx', 'pptx', () => pptx(scan)],
  ['ppt', 'ppt', () => ppt(scan)],
  ['rtf', 'rtf', () => inRtf(scan)],
  ['rtf, floating beside the text', 'rtf', () => floating(scan)],
  ['rtf, as bytes', 'rtf', () => inBytes(scan)],
  [
    'rtf, as a bitmap of Windows',
    'rtf',
    () => rtf(`{\\pict\\dibitmap0 ${hex(bmpOf(page, { bits: 1 }).subarray(14))}}`),
  ],
]

const told = ({ extent, notes }: Reading) => ({ extent, notes: notes.map(({ message }) => message.split('：')[0]) })
const seen = ({ passages }: Reading) =>
  passages.filter(({ certainty }) => certainty !== undefined).map(({ text }) => text.replace(/[()（）]/g, ''))

describe('a page-sized picture of paper', () => {
  // The other rtf hold the same bytes in another way.
  test.each(CARRIERS.filter(([name]) => !/floating|as bytes/.test(name)))('in %s is read', async (_, format, made) => {
    const reading = await read(await made(), format, { ocr: 'auto' })
    expect(seen(reading)).toEqual(expect.arrayContaining([LINES[0], '昭法审20227号', LINES[2]]))
    expect(told(reading)).toEqual({ extent: 'whole', notes: [] })
  })

  test.each(CARRIERS)('in %s is told where nothing is to be recognised', async (_, format, made) => {
    const reading = await read(await made(), format, { ocr: 'off' })
    expect(told(reading)).toEqual({ extent: 'partly', notes: ['文件里有1张大幅图片，图片里的文字没有读取'] })
  })
})

test('one that is broken is told', async () => {
  const reading = await read(docx('image1.png', scan.subarray(0, 200)), 'docx', { ocr: 'auto' })
  expect(told(reading)).toEqual({ extent: 'partly', notes: ['文件里有1张大幅图片，图片里的文字没有读取'] })
})

test('a small picture is no page, and only a workbook tells of it', async () => {
  expect(told(await read(docx('image1.png', small), 'docx', { ocr: 'auto' }))).toEqual({ extent: 'whole', notes: [] })
  expect(told(await read(await xlsx(small), 'xlsx', { ocr: 'auto' }))).toEqual({
    extent: 'whole',
    notes: ['表内有1张图片，图片里的文字没有读取'],
  })
})

describe('a drawing of Windows, which nobody here can show, is told where it is as large as a page', () => {
  const emf = (width: number, height: number) => {
    const bytes = Buffer.alloc(108)
    bytes.writeUInt32LE(1, 0)
    bytes.writeInt32LE(width * 100, 32)
    bytes.writeInt32LE(height * 100, 36)
    bytes.writeUInt32LE(0x464d4520, 40)
    return bytes
  }
  const wmf = (width: number, height: number) => {
    const bytes = Buffer.alloc(40)
    bytes.writeUInt32LE(0x9ac6cdd7, 0)
    bytes.writeInt16LE(Math.round((width / 25.4) * 1000), 10)
    bytes.writeInt16LE(Math.round((height / 25.4) * 1000), 12)
    bytes.writeUInt16LE(1000, 14)
    return bytes
  }
  const inWord = (name: string, bytes: Uint8Array) => read(docx(name, bytes), 'docx', { ocr: 'auto' })
  const twips = (mm: number) => Math.round((mm / 25.4) * 1440)

  test.each([
    ['EMF', (w: number, h: number) => inWord('image1.emf', emf(w, h))],
    ['WMF', (w: number, h: number) => inWord('image1.wmf', wmf(w, h))],
    [
      'WMF in rtf',
      (w: number, h: number) =>
        read(rtf(`{\\pict\\wmetafile8\\picwgoal${twips(w)}\\pichgoal${twips(h)} 0100}`), 'rtf', { ocr: 'auto' }),
    ],
  ] as const)('%s', async (_, of) => {
    expect((await of(116, 166)).extent).toBe('partly')
    expect(told(await of(116, 164))).toEqual({ extent: 'whole', notes: [] })
    expect(told(await of(114, 166))).toEqual({ extent: 'whole', notes: [] })
  })
})
