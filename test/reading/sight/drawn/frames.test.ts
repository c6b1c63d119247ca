import pdfkit from 'pdfkit'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawn, faces, WEAR } from '../../../../bench/ocr-pages.ts'
import { withoutLines } from '../../../../src/reading/sight/drawn/erase.ts'
import { type Frame, framesIn } from '../../../../src/reading/sight/drawn/frames.ts'
import { strokesIn } from '../../../../src/reading/sight/drawn/strokes.ts'
import type { Pixels } from '../../../../src/reading/sight/render/pixels.ts'

type Draw = (page: PDFKit.PDFDocument) => void

const pages = new Map<Draw, Map<number, Promise<Pixels>>>()

/** Each is drawn once, however it is worn afterwards: nobody writes into it. */
function pageOf(draw: Draw, dpi = 150): Promise<Pixels> {
  const known = pages.get(draw) ?? new Map<number, Promise<Pixels>>()
  pages.set(draw, known)
  const page = known.get(dpi) ?? made(draw, dpi)
  known.set(dpi, page)
  return page
}

async function made(draw: Draw, dpi: number): Promise<Pixels> {
  const file = new pdfkit({ size: 'A4', margin: 0 })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => file.on('end', done))
  faces().at(-1)!.register(file).font('face').fontSize(12)
  draw(file)
  file.end()
  await ended
  return drawn(Buffer.concat(chunks), dpi)
}

async function leaning(page: Pixels, degrees: number): Promise<Pixels> {
  const { width, height, data } = page
  const picture = sharp(data, { raw: { width, height, channels: 3 } }).rotate(degrees, { background: '#fff' })
  const { data: out, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(out) }
}

const line = (page: PDFKit.PDFDocument, x1: number, y1: number, x2: number, y2: number) =>
  page.moveTo(x1, y1).lineTo(x2, y2).stroke()

const [XS, YS] = [
  [50, 90, 220, 290, 370],
  [100, 125, 150, 175, 200],
]

/** Four columns and four rows with words in them. */
function table(page: PDFKit.PDFDocument, thick = 0.75): void {
  page.lineWidth(thick)
  for (const x of XS) line(page, x, YS[0]!, x, YS.at(-1)!)
  for (const y of YS) line(page, XS[0]!, y, XS.at(-1)!, y)
  words(page)
}

function words(page: PDFKit.PDFDocument): void {
  for (const y of YS.slice(0, -1))
    for (const x of XS.slice(0, -1)) page.text('文件', x + 6, y + 5, { lineBreak: false })
}

const framesOf = (page: Pixels): Frame[] => framesIn(strokesIn(page))

/** How many columns and rows each table has. */
const sizes = (page: Pixels) =>
  framesOf(page).flatMap(({ layouts }) => layouts.map(({ edges, rows }) => [edges.length - 1, rows.length]))

describe('a table', () => {
  test.each([0.4, 0.75, 1.5, 2.25])('of lines %d points thick is found', async (thick) => {
    expect(sizes(await pageOf((page) => table(page, thick)))).toEqual([[4, 4]])
  })

  test.each([100, 150, 200, 300])('scanned at %i dots an inch is found', async (dpi) => {
    expect(sizes(await pageOf(table, dpi))).toEqual([[4, 4]])
  })

  test.each([-2.5, -1, 0.5, 2.5])('that hangs by %d° is found, and lies level then', async (degrees) => {
    const [frame] = framesOf(await leaning(await pageOf(table), degrees))
    const edges = frame!.layouts[0]!.edges
    const share = (at: number, all: readonly number[]) => (all[at]! - all[0]!) / (all.at(-1)! - all[0]!)
    for (const at of XS.keys()) expect(share(at, edges)).toBeCloseTo(share(at, XS), 2)
  })

  test.each(['skewed', 'noisy', '1-bit', 'photographed'] as const)('that was %s is found', async (wear) => {
    expect(sizes(await WEAR[wear](await pageOf(table, 150)))).toEqual([[4, 4]])
  })

  test('under a red seal has all its lines, even where the seal hides them', async () => {
    const sealed = await pageOf((page) => {
      table(page)
      page.circle(300, 160, 50).lineWidth(4).stroke('#d8000f')
      page.circle(290, 160, 9).fill('#d8000f')
    })
    const [frame] = framesOf(sealed)
    expect(frame!.layouts[0]!.rows.map((row) => row.length)).toEqual([4, 4, 4, 4])
  })

  test('with open sides reaches as far as its lines across', async () => {
    const open = await pageOf((page) => {
      for (const x of XS.slice(1, -1)) line(page, x, YS[0]!, x, YS.at(-1)!)
      for (const y of YS) line(page, XS[0]!, y, XS.at(-1)!, y)
    })
    expect(sizes(open)).toEqual([[4, 4]])
  })

  test('with merged cells keeps them in one', async () => {
    const merged = await pageOf((page) => {
      for (const x of XS) line(page, x, x === XS[2] ? YS[1]! : YS[0]!, x, YS.at(-1)!)
      for (const y of YS) line(page, y === YS[3] ? XS[1]! : XS[0]!, y, XS.at(-1)!, y)
    })
    const [frame] = framesOf(merged)
    const rows = frame!.layouts[0]!.rows
    expect(rows.map((row) => row.map(({ columns, rows }) => `${columns}×${rows}`))).toEqual([
      ['1×1', '2×1', '1×1'],
      ['1×1', '1×1', '1×1', '1×1'],
      ['1×2', '1×1', '1×1', '1×1'],
      ['1×1', '1×1', '1×1'],
    ])
  })

  test('is taken off the page, and its words stay', async () => {
    const page = await pageOf(table)
    const bare = withoutLines(page, framesOf(page))
    const written = await pageOf(words)
    const dark = ({ data }: Pixels) => data.filter((value, at) => at % 3 === 0 && value < 128).length
    expect(sizes(bare)).toEqual([])
    expect(dark(page)).toBeGreaterThan(1.3 * dark(written))
    expect(Math.abs(dark(bare) - dark(written))).toBeLessThan(0.1 * dark(written))
  })
})

const PROSE = Array.from({ length: 30 }, () => '王三王三一二三十工土干于王三王三一二三十工土干于')

describe.each([
  ['nothing', () => {}],
  ['prose of level and upright strokes', (page) => page.text(PROSE.join(''), 60, 60, { width: 480 })],
  ['prose in two columns', (page) => page.text(PROSE.join(''), 60, 60, { width: 480, columns: 2, columnGap: 20 })],
  [
    'a red letterhead',
    (page) => {
      page.strokeColor('#e60012').lineWidth(2)
      for (const y of [80, 84, 500]) line(page, 40, y, 380, y)
      for (const x of [40, 200, 380]) line(page, x, 80, x, 500)
    },
  ],
  [
    'underlined words and blanks to fill in',
    (page) => {
      for (const y of [100, 130, 160, 190]) {
        page.text('姓名', 50, y - 14, { lineBreak: false })
        line(page, 90, y, 220, y)
        line(page, 250, y, 370, y)
      }
    },
  ],
  [
    'a frame around the page',
    (page) => {
      page.rect(40, 40, 515, 760).stroke()
      page.rect(44, 44, 507, 752).stroke()
      page.text(PROSE.join(''), 50, 60, { width: 480 })
    },
  ],
  [
    'boxes and arrows',
    (page) => {
      for (const [at, x] of [60, 180, 300].entries()) {
        page.rect(x, 100 + at * 80, 80, 40).stroke()
        line(page, x + 40, 140 + at * 80, x + 40, 180 + at * 80)
        line(page, x + 40, 180 + at * 80, x + 120, 180 + at * 80)
      }
    },
  ],
  [
    'a chart',
    (page) => {
      line(page, 60, 100, 60, 300)
      line(page, 60, 300, 360, 300)
      for (const [at, high] of [60, 120, 90, 150].entries())
        page.rect(90 + at * 60, 300 - high, 30, high).fill('#336699')
    },
  ],
] satisfies [string, Draw][])('%s', (_, draw) => {
  test.each(['clean', 'skewed', 'photographed'] as const)('is no table, %s', async (wear) => {
    expect(sizes(await WEAR[wear](await pageOf(draw, 150)))).toEqual([])
  })
})
