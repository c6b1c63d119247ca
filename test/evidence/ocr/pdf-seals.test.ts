import { PDFDocument, PDFName } from 'pdf-lib'
import pdfkit from 'pdfkit'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { chineseFont } from '../../../fixtures/make/kit/font.ts'
import { read } from '../../../src/evidence/read.ts'

const mm = (points: number): number => (points * 72) / 25.4

const LETTERS = [
  '各镇人民政府，区级各部门：现将年度工作要点印发给你们，请结合实际认真贯彻执行。',
  '一、加强组织领导，落实工作责任，把各项任务落到实处。',
  '二、加强督促检查，按季度报送进展情况，年底统一考核。',
]

const svg = (inner: string): Promise<Buffer> =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480">${inner}</svg>`))
    .png()
    .toBuffer()

const star = Array.from({ length: 10 }, (_, at) => {
  const [angle, reach] = [(at * Math.PI) / 5 - Math.PI / 2, at % 2 ? 28 : 72]
  return `${240 + reach * Math.cos(angle)},${240 + reach * Math.sin(angle)}`
}).join(' ')
const letters = Array.from({ length: 9 }, (_, at) => {
  const turn = `rotate(${-120 + at * 30} 240 240)`
  return `<path d="M222 60h36M240 48v54M220 100h40" stroke="#d00" stroke-width="9" transform="${turn}"/>`
}).join('')
const SEAL = await svg(
  `<circle cx="240" cy="240" r="228" fill="none" stroke="#d00" stroke-width="14"/><polygon points="${star}" fill="#d00"/>${letters}`,
)
const logo = (colour: string) =>
  svg(`<rect x="40" y="40" width="400" height="400" fill="${colour}"/><circle cx="240" cy="240" r="120" fill="#fff"/>`)

type Shown = { readonly png: Buffer; readonly x: number; readonly y: number; readonly size: number }

/** Pages of A4 with a text layer, each with what is shown on it; places and sizes in millimetres. */
async function paper(...pages: readonly (readonly Shown[])[]): Promise<Uint8Array> {
  const file = new pdfkit({ size: 'A4', margin: 60, autoFirstPage: false })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => file.on('end', done))
  file.registerFont('chinese', chineseFont())
  for (const shown of pages) {
    file.addPage().font('chinese').fontSize(14).text(LETTERS.join('\n'))
    for (const { png, x, y, size } of shown) file.image(png, mm(x), mm(y), { width: mm(size), height: mm(size) })
  }
  file.end()
  await ended
  return Buffer.concat(chunks)
}

async function reading(bytes: Uint8Array, ocr: 'auto' | 'off' = 'auto') {
  const drawn: number[] = []
  const found = await read(bytes, 'pdf', { ocr, onPage: (page) => drawn.push(page) })
  return { ...found, drawn }
}

const onLast: Shown = { png: SEAL, x: 120, y: 150, size: 42 }

describe('a PDF that holds its own text', () => {
  test('and a seal as a picture: it is told with its page, place and size, and no text is recognised for it', async () => {
    const bytes = await paper([], [onLast])
    const { seals, drawn, ...rest } = await reading(bytes)
    expect(seals).toEqual([
      {
        page: 2,
        kind: 'round',
        box: {
          x: expect.closeTo(120 / 210, 1),
          y: expect.closeTo(150 / 297, 1),
          width: expect.closeTo(42 / 210, 1),
          height: expect.closeTo(42 / 297, 1),
        },
        sizeMm: expect.toSatisfy((size: number) => Math.abs(size - 40) <= 2),
        certainty: expect.toSatisfy((certainty: number) => certainty > 0.75),
      },
    ])
    expect(drawn).toEqual([2])
    const { drawn: none, ...off } = await reading(bytes, 'off')
    expect([none, rest]).toEqual([[], off])
  })

  test('and no picture is not drawn, and nothing is said of seals', async () => {
    const { drawn, ...found } = await reading(await paper([], []))
    expect(drawn).toEqual([])
    expect(found).not.toHaveProperty('seals')
  })

  test('and a logo in black and white has no colour to tell a seal by', async () => {
    const black = { png: await logo('#000'), x: 30, y: 150, size: 40 }
    expect(await reading(await paper([black]))).toMatchObject({ seals: null, drawn: [1] })
  })

  test('and a blue logo on its only page has no seal; with another page that nobody looked at, that proves nothing', async () => {
    const blue = { png: await logo('#04c'), x: 30, y: 150, size: 40 }
    expect(await reading(await paper([blue]))).toMatchObject({ seals: [], drawn: [1] })
    expect(await reading(await paper([blue], []))).toMatchObject({ seals: null, drawn: [1] })
  })

  test.each([
    [15, [1]],
    [14, []],
  ])('and a picture %i mm wide is drawn on pages %j: a smaller one is no seal', async (size, pages) => {
    expect((await reading(await paper([{ ...onLast, size }]))).drawn).toEqual(pages)
  })

  test('and a stamp laid on top of the page', async () => {
    const file = await PDFDocument.load(await paper([]))
    const image = await file.embedPng(SEAL)
    const look = file.context.stream('q 119 0 0 119 0 0 cm /Seal Do Q', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 119, 119],
      Resources: { XObject: { Seal: image.ref } },
    })
    const stamp = { Type: 'Annot', Subtype: 'Stamp', Rect: [300, 300, 419, 419], F: 4 }
    const note = file.context.obj({ ...stamp, AP: { N: file.context.register(look) } })
    file.getPage(0).node.set(PDFName.of('Annots'), file.context.obj([file.context.register(note)]))
    expect(await reading(await file.save())).toMatchObject({
      seals: [{ page: 1, kind: 'round', sizeMm: expect.toSatisfy((size: number) => Math.abs(size - 40) <= 2) }],
    })
  })

  test('and a seal cut into strips, one at the edge of each page: it is one', async () => {
    const strips = await Promise.all(
      [0, 1, 2, 3].map((at) =>
        sharp(SEAL)
          .extract({ left: at * 120, top: 0, width: 120, height: 480 })
          .png()
          .toBuffer(),
      ),
    )
    const file = await PDFDocument.load(await paper([], [], [], []))
    for (const [at, strip] of strips.entries())
      file.getPage(at).drawImage(await file.embedPng(strip), { x: 595.28 - 29.8, y: 400, width: 29.8, height: 119 })
    expect(await reading(await file.save())).toMatchObject({
      seals: [{ page: 1, pages: [1, 2, 3, 4], kind: 'half' }],
      drawn: [1, 2, 3, 4],
    })
  })
})
