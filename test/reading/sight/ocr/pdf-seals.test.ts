import { PDFDocument, PDFName } from 'pdf-lib'
import pdfkit from 'pdfkit'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { chineseFont } from '../../../../fixtures/make/kit/font.ts'
import { read } from '../../../../src/reading/read.ts'

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
const paper = (...pages: readonly (readonly Shown[])[]): Promise<Uint8Array> =>
  sheets(
    ...pages.map((shown) => (file: PDFKit.PDFDocument) => {
      for (const { png, x, y, size } of shown) file.image(png, mm(x), mm(y), { width: mm(size), height: mm(size) })
    }),
  )

async function sheets(...pages: readonly ((file: PDFKit.PDFDocument) => void)[]): Promise<Uint8Array> {
  const file = new pdfkit({ size: 'A4', margin: 60, autoFirstPage: false })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => file.on('end', done))
  file.registerFont('chinese', chineseFont())
  for (const draw of pages) {
    file.addPage().font('chinese').fontSize(14).fillColor('#000').text(LETTERS.join('\n'))
    draw(file)
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

/** As paths and letters, as wide as this many millimetres. */
function drawSeal(file: PDFKit.PDFDocument, x: number, y: number, size: number): void {
  file
    .save()
    .translate(mm(x), mm(y))
    .scale(mm(size) / 480)
  file.circle(240, 240, 228).lineWidth(14).stroke('#d00')
  file.polygon(...star.split(' ').map((place) => place.split(',').map(Number))).fill('#d00')
  for (const [at, sign] of [...'昭化区清水镇人民政府'].entries()) {
    file.save().rotate(-120 + at * 27, { origin: [240, 240] })
    file.fontSize(62).fillColor('#d00').text(sign, 209, 36, { lineBreak: false })
    file.restore()
  }
  file.restore()
}

const near = (x: number, y: number, size: number) => ({
  page: 1,
  kind: 'round',
  box: {
    x: expect.closeTo(x / 210, 1),
    y: expect.closeTo(y / 297, 1),
    width: expect.closeTo(size / 210, 1),
    height: expect.closeTo(size / 297, 1),
  },
  sizeMm: expect.toSatisfy((seen: number) => Math.abs(seen - size) <= 2),
  certainty: expect.toSatisfy((certainty: number) => certainty > 0.75),
})

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

  test('and a seal that is drawn and no picture', async () => {
    const bytes = await sheets((file) => drawSeal(file, 120, 150, 42))
    expect(await reading(bytes)).toMatchObject({ seals: [near(120, 150, 42)], drawn: [1] })
  })

  test('and a seal that is drawn by a form of its own', async () => {
    const seal = await PDFDocument.load(await sheets((file) => drawSeal(file, 0, 200, 42)))
    const file = await PDFDocument.load(await paper([]))
    const [left, bottom] = [0, 842 - mm(242)]
    const body = await file.embedPage(seal.getPage(0), { left, bottom, right: mm(42), top: bottom + mm(42) })
    file.getPage(0).drawPage(body, { x: mm(100), y: 842 - mm(222), width: mm(42), height: mm(42) })
    expect(await reading(await file.save())).toMatchObject({ seals: [near(100, 180, 42)], drawn: [1] })
  })

  test('and a picture of a seal in strips, none of which could be one', async () => {
    const [high, count] = [480 / 40, 40]
    const file = await PDFDocument.load(await paper([]))
    for (let at = 0; at < count; at++) {
      const strip = await sharp(SEAL)
        .extract({ left: 0, top: at * high, width: 480, height: high })
        .png()
        .toBuffer()
      const y = 842 - mm(150 + ((at + 1) * 42) / count)
      file.getPage(0).drawImage(await file.embedPng(strip), { x: mm(120), y, width: mm(42), height: mm(42) / count })
    }
    expect(await reading(await file.save())).toMatchObject({ seals: [near(120, 150, 42)], drawn: [1] })
  })

  test('and a red area that lets a seal through', async () => {
    const file = await PDFDocument.load(await paper([]))
    const { context } = file
    const shape = await sharp(SEAL).extractChannel('alpha').raw().toBuffer()
    const grey = { Type: 'XObject', Subtype: 'Image', Width: 480, Height: 480, ColorSpace: 'DeviceGray' }
    const image = context.register(context.flateStream(shape, { ...grey, BitsPerComponent: 8 }))
    const at = [mm(120), 842 - mm(192)].join(' ')
    const group = context.stream(`q ${mm(42)} 0 0 ${mm(42)} ${at} cm /Shape Do Q`, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 596, 842],
      Group: { S: 'Transparency', CS: 'DeviceGray' },
      Resources: { XObject: { Shape: image } },
    })
    const state = context.obj({ SMask: { S: 'Luminosity', G: context.register(group) } })
    const { node } = file.getPage(0)
    node.setExtGState(PDFName.of('Masked'), context.register(state))
    const paint = `q /Masked gs 0.85 0 0.1 rg ${at} ${mm(42)} ${mm(42)} re f Q`
    node.addContentStream(context.register(context.stream(paint)))
    expect(await reading(await file.save())).toMatchObject({ seals: [near(120, 150, 42)], drawn: [1] })
  })

  test('and the red of a letterhead, its name and its rules, is not drawn', async () => {
    const bytes = await sheets((file) => {
      file.fontSize(40).fillColor('#d00').text('昭化区人民政府文件', 80, mm(120), { lineBreak: false })
      file.rect(70, mm(150), 455, 3).fill('#d00').rect(70, mm(152), 455, 1).fill('#d00')
    })
    const { drawn, ...found } = await reading(bytes)
    expect(drawn).toEqual([])
    expect(found).not.toHaveProperty('seals')
  })

  test('and a plan of more than twenty thousand red lines, which is not drawn', async () => {
    const bytes = await sheets((file) => {
      for (let at = 0; at < 20_001; at++) file.rect((at * 7) % 500, (at * 13) % 800, 40, 40).stroke('#d00')
    })
    expect((await reading(bytes)).drawn).toEqual([])
  })

  test.each<[string, (file: PDFKit.PDFDocument) => void]>([
    ['lines of a red table', (file) => file.rect(80, 400, 300, 60).rect(80, 430, 300, 60).lineWidth(1).stroke('#d00')],
    [
      'a red pie with a hole',
      (file) => {
        file.circle(300, 500, 60).fill('#d00')
        file.circle(300, 500, 35).fill('#fff')
        file.fontSize(20).fillColor('#d00').text('95%', 280, 488, { lineBreak: false })
      },
    ],
    [
      'a round red sign with a star',
      (file) => file.circle(300, 500, 60).fill('#d00').circle(300, 500, 20).fill('#fc0'),
    ],
    [
      'red boxes of a chart, each with a line of writing',
      (file) => {
        for (const x of [100, 260]) {
          file.rect(x, 400, 60, 60).lineWidth(2).stroke('#d00')
          file
            .fontSize(16)
            .fillColor('#d00')
            .text('办公室', x + 6, 420, { lineBreak: false })
        }
      },
    ],
    [
      'a red code to be photographed',
      (file) => {
        const [side, size] = [2.6, 25]
        for (let at = 0; at < size * size; at++) {
          const [u, v] = [at % size, Math.floor(at / size)]
          const [a, b] = [u > 17 ? u - 18 : u, v > 17 ? v - 18 : v]
          const isEye = (u < 7 || u > 17) && (v < 7 || (v > 17 && u < 7))
          const isRed = isEye
            ? a % 6 === 0 || b % 6 === 0 || (a > 1 && a < 5 && b > 1 && b < 5)
            : (at * 7 + v * 3) % 5 < 2
          if (isRed) file.rect(300 + u * side, 400 + v * side, side, side).fill('#d00')
        }
      },
    ],
  ])('and %s: they are looked at and are none', async (_, draw) => {
    expect(await reading(await sheets(draw))).toMatchObject({ seals: [], drawn: [1] })
  })
})
