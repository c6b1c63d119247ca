import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import pdfkit from 'pdfkit'
import { chineseFont } from '../../../../fixtures/make/kit/font.ts'
import { gbk, pdfOf, scan, ucs2 } from '../../make.ts'

/** A PDF of one page and what it says, in the words and the order of whoever wrote it, without its blanks. */
export type Sample = { readonly name: string; readonly bytes: Uint8Array; readonly says: string }

type At = (x: number, y: number, text: string, size?: number) => void

/** A page whose font is embedded, as offices export it; heights grow downwards. */
export async function written(draw: (file: PDFKit.PDFDocument, at: At) => void): Promise<Uint8Array> {
  const file = new pdfkit({ size: 'A4', margin: 70, compress: false, info: { CreationDate: new Date(0) } })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => file.on('end', done))
  file.registerFont('face', chineseFont()).font('face').fontSize(12)
  draw(file, (x, y, text, size = 12) => file.fontSize(size).text(text, x, y, { lineBreak: false }))
  file.end()
  await ended
  return Buffer.concat(chunks)
}

async function changed(bytes: Uint8Array, change: (file: PDFDocument) => void): Promise<Uint8Array> {
  const file = await PDFDocument.load(bytes)
  change(file)
  return file.save({ useObjectStreams: false, updateFieldAppearances: false })
}

const turned = (bytes: Uint8Array, angle: number) =>
  changed(bytes, (file) => file.getPage(0).node.set(PDFName.of('Rotate'), file.context.obj(angle)))

/** Takes away what tells characters from glyphs. */
const unmapped = (bytes: Uint8Array) =>
  changed(bytes, (file) => {
    for (const [, object] of file.context.enumerateIndirectObjects())
      if ('delete' in object && typeof object.delete === 'function') object.delete(PDFName.of('ToUnicode'))
  })

/** Lets the glyph of one character pass for another's. */
const mapped = (bytes: Uint8Array, from: string, to: string) =>
  changed(bytes, (file) => {
    const code = (sign: string) => Buffer.from(sign, 'utf16le').swap16().toString('hex')
    for (const [ref, object] of file.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFRawStream)) continue
      const text = Buffer.from(object.getContents()).toString('latin1')
      if (text.includes('beginbfrange'))
        file.context.assign(ref, file.context.stream(text.replaceAll(`<${code(from)}>`, `<${code(to)}>`)))
    }
  })

/** A table as wide as the page is high, on a page that is turned to be looked at. */
export const landscapeTable = async (): Promise<Uint8Array> =>
  turned(
    await written((file, at) => {
      file.save().rotate(-90, { origin: [300, 400] })
      for (const [row, cells] of LANDSCAPE.entries())
        for (const [column, text] of cells.entries()) {
          file.rect(50 + column * 120, 300 + row * 24, 120, 24).stroke()
          at(55 + column * 120, 306 + row * 24, text)
        }
      file.restore()
    }),
    90,
  )

export const LANDSCAPE = [
  ['序号', '文件名称', '公布日期', '备案日期'],
  ['1', '公证费减免办法', '2021-03-18', '2021-04-01'],
]

async function filledForm(): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  const page = file.addPage([595, 842])
  page.drawText('Name:', { x: 70, y: 700 })
  const form = file.getForm()
  const field = form.createTextField('applicant')
  field.setText('Wang, 2022-03-18')
  field.addToPage(page, { x: 120, y: 690, width: 200, height: 24 })
  const box = form.createDropdown('office')
  box.addOptions(['first', 'second'])
  box.select('second')
  box.addToPage(page, { x: 120, y: 590, width: 100, height: 20 })
  form.createCheckBox('agreed').addToPage(page, { x: 120, y: 550, width: 20, height: 20 })
  return file.save({ useObjectStreams: false })
}

const PARAGRAPH =
  '为了加强行政规范性文件监督管理，推进依法行政，根据2022年3月18日印发的《中华人民共和国地方各级人民政府组织法》等法律、法规，结合本市实际，制定本办法。'
const columns = (text: (row: number) => string) => Array.from({ length: 5 }, (_, i) => text(i + 1))
const left = columns((n) => `左栏第${n}行`)
const right = columns((n) => `右栏第${n}行`)

/** Every way of writing a page that one engine or the other is known to stumble over. */
export async function samples(): Promise<Sample[]> {
  const sideways = await written((file, at) => {
    file.save().rotate(-90, { origin: [100, 600] })
    at(100, 600, '横向第一行')
    at(100, 620, '横向第二行')
    file.restore()
  })
  const upright = await written((_, at) => {
    at(70, 100, '第一行')
    at(70, 120, '第二行')
  })
  const all: readonly (readonly [string, Uint8Array | Promise<Uint8Array>, string])[] = [
    ['UniGB-UCS2-H, not embedded', pdfOf(ucs2('关于印发通知的函〔2022〕21号')), '关于印发通知的函〔2022〕21号'],
    ['GBK-EUC-H, not embedded', pdfOf(gbk('合法性审核意见书')), '合法性审核意见书'],
    ['each letter placed, not embedded', pdfOf(letterwise('通知公告')), '通知公告'],
    ['UniGB-UCS2-V, not embedded', vertical(pdfOf(ucs2('第一列依法行政'))), '第一列依法行政'],
    ['a turned line, not embedded', pdfOf(turnedLine('横向页面')), '横向页面'],
    ['a paragraph', written((file) => file.text(PARAGRAPH, { width: 300 })), PARAGRAPH],
    ['a justified paragraph', written((file) => file.text(PARAGRAPH, { width: 300, align: 'justify' })), PARAGRAPH],
    ['each letter placed', written((_, at) => apart('依法行政', at)), '依法行政'],
    ['letters far apart', written((file) => file.text('通知公告', { characterSpacing: 12 })), '通知公告'],
    ['letters printed twice for boldness', written(bold), '关于印发的通知正文'],
    [
      'two columns, one after the other',
      written((_, at) => {
        for (const [i, text] of left.entries()) at(70, 100 + i * 20, text)
        for (const [i, text] of right.entries()) at(320, 100 + i * 20, text)
      }),
      [...left, ...right].join(''),
    ],
    [
      'two columns, written line by line',
      written((_, at) => {
        for (const [i, text] of left.entries()) {
          at(70, 100 + i * 20, text)
          at(320, 100 + i * 20, right[i]!)
        }
      }),
      left.flatMap((text, i) => [text, right[i]]).join(''),
    ],
    [
      'upright columns (竖排)',
      written((_, at) => {
        for (const [i, sign] of [...'第一列依法'].entries()) at(500, 100 + i * 14, sign)
        for (const [i, sign] of [...'第二列行政'].entries()) at(470, 100 + i * 14, sign)
      }),
      '第一列依法第二列行政',
    ],
    ['lines across a page that is not turned', sideways, '横向第一行横向第二行'],
    ['a landscape page turned by 90°', turned(sideways, 90), '横向第一行横向第二行'],
    ['a page turned by 180°', turned(upright, 180), '第一行第二行'],
    ['a page turned by 270°', turned(upright, 270), '第一行第二行'],
    ['hyphens at the end of lines', written(hyphens), 'Co-operationofA-B日期：2021-05-06－2－'],
    ['ideographic and repeated blanks', written((_, at) => at(70, 100, '姓　名　 张三')), '姓名张三'],
    ['ligatures', pdfOf('BT /F1 16 Tf 70 700 Td (of\\256ce \\257ow) Tj ET'), 'officeflow'],
    ['a radical for a character', mapped(await written((_, at) => at(70, 100, '一二三')), '一', '⼀'), '⼀二三'],
    ['a rare character beyond 16 bits', mapped(await written((_, at) => at(70, 100, '张一三')), '一', '𬒗'), '张𬒗三'],
    ['glyphs without characters', unmapped(await written((_, at) => at(70, 100, '无字符映射'))), ''],
    [
      'text beyond the edge of the paper',
      written((_, at) => at(540, 100, '这一行写出页面之外去了')),
      '这一行写出页面之外去了',
    ],
    [
      'a text that stands for what is shown',
      written((file, at) => {
        file.addContent('/Span <</ActualText <FEFF660E5929>>> BDC')
        at(70, 100, '明日')
        file.addContent('EMC')
        at(70, 130, '公布')
      }),
      '明天公布',
    ],
    ['text beneath a scan', pdfOf(`${scan} BT 3 Tr ET ${ucs2('识别出来的文字层')}`), '识别出来的文字层'],
    ['a form that was filled in', filledForm(), 'Name:Wang,2022-03-18second'],
    ['nothing but a blank', written((_, at) => at(70, 100, ' ')), ''],
  ]
  return Promise.all(all.map(async ([name, bytes, says]) => ({ name, bytes: await bytes, says })))
}

const vertical = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('UniGB-UCS2-H', 'UniGB-UCS2-V'), 'latin1')

const letterwise = (text: string): string =>
  [...text].map((sign, i) => ucs2(sign).replace('70 700 Td', `${70 + i * 16} 700 Td`)).join('\n')

const turnedLine = (text: string): string => ucs2(text).replace('70 700 Td', '0 1 -1 0 100 70 Tm')

const apart = (text: string, at: At): void => {
  for (const [i, sign] of [...text].entries()) at(70 + i * 12, 100, sign)
}

const bold = (_: PDFKit.PDFDocument, at: At): void => {
  at(70, 100, '关于印发的通知')
  at(70.4, 100, '关于印发的通知')
  at(70, 130, '正文')
}

const hyphens = (file: PDFKit.PDFDocument, at: At): void => {
  file.font('Helvetica')
  at(70, 100, 'Co-')
  at(70, 120, 'operation of A-')
  at(70, 140, 'B')
  file.font('face')
  at(70, 180, '日期：2021-')
  at(70, 200, '05-06')
  at(70, 220, '－2－')
}
