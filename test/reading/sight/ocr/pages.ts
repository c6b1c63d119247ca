import { PDFDocument } from 'pdf-lib'
import pdfkit from 'pdfkit'
import sharp from 'sharp'
import { chineseFont } from '../../../../fixtures/make/kit/font.ts'
import { pdfium } from '../../../../src/reading/sight/render/pdf-pages.ts'
import type { Pixels } from '../../../../src/reading/sight/render/pixels.ts'

export type Line = { readonly text: string; readonly x?: number; readonly y: number; readonly size?: number }

/** A page of A5 with these lines and, over them, a seal whose middle is here. */
export async function typedPdf(
  lines: readonly Line[],
  seal?: { readonly x: number; readonly y: number },
): Promise<Uint8Array> {
  const file = new pdfkit({ size: 'A5', margin: 0 })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => file.on('end', done))
  file.registerFont('chinese', chineseFont()).font('chinese')
  for (const { text, x = 50, y, size = 16 } of lines) file.fontSize(size).text(text, x, y, { lineBreak: false })
  if (seal) stamp(file, seal.x, seal.y)
  file.end()
  await ended
  return Buffer.concat(chunks)
}

function stamp(file: PDFKit.PDFDocument, x: number, y: number): void {
  file.circle(x, y, 56).lineWidth(3).strokeOpacity(0.85).stroke('#d40000')
  file.fillOpacity(0.85).fillColor('#d40000').fontSize(14)
  for (const [at, sign] of [...'清水镇人民政府'].entries()) {
    const angle = -120 + at * 40
    file
      .save()
      .rotate(angle, { origin: [x, y] })
      .text(sign, x - 7, y - 50, { lineBreak: false })
      .restore()
  }
  file
    .polygon(
      ...Array.from({ length: 10 }, (_, at): [number, number] => {
        const angle = (at * Math.PI) / 5 - Math.PI / 2
        const reach = at % 2 ? 7 : 18
        return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
      }),
    )
    .fill()
}

/** The page as a scanner leaves it. */
export async function pixelsOf(
  lines: readonly Line[],
  seal?: { readonly x: number; readonly y: number },
): Promise<Pixels> {
  const renderer = await pdfium(await typedPdf(lines, seal))
  const { pixels } = await renderer.page(1)
  await renderer.close()
  return pixels
}

export const pngOf = ({ width, height, data }: Pixels, turn = 0): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .rotate(turn)
    .png({ compressionLevel: 1 })
    .toBuffer()

/** A PDF of pictures and of typed pages, in this order. */
export async function pdfOfPages(pages: readonly (readonly Line[] | Buffer)[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (const page of pages) {
    if (Buffer.isBuffer(page)) {
      const image = await document.embedPng(page)
      document.addPage([420, 595]).drawImage(image, { x: 0, y: 0, width: 420, height: 595 })
    } else {
      const [typed] = await document.copyPages(await PDFDocument.load(await typedPdf(page)), [0])
      if (typed) document.addPage(typed)
    }
  }
  return document.save()
}
