import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { read } from '../../../src/reading/read.ts'
import { cut, type Pixels } from '../../../src/reading/sight/render/pixels.ts'
import { sharpnessOf } from '../../../src/reading/sight/sharpness.ts'
import { pdfOfPages, pixelsOf, pngOf } from './ocr/pages.ts'

const LINES = [
  '清水镇人民政府关于报送情况的函',
  '现将年度工作要点印发给你们',
  '请结合实际认真贯彻执行',
  '逾期不报的予以通报',
].map((text, at) => ({ text, x: 40, y: 30 + at * 34, size: 16 }))

let page: Pixels
beforeAll(async () => {
  const whole = await pixelsOf(LINES)
  page = cut(whole, { x: 0, y: 0, width: whole.width, height: 560 })
})

/** The paper is A5. */
const MM = 148

const opened = ({ width, height, data }: Pixels): Sharp => sharp(data, { raw: { width, height, channels: 3 } })

async function worn(how: (page: Sharp) => Sharp, from = page): Promise<Pixels> {
  const { data, info } = await how(opened(from))
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data) }
}

const sharpness = async (how: (page: Sharp) => Sharp): Promise<number> => (await sharpnessOf(await worn(how), MM)) ?? -1

/** A hand that trembled while the shutter was open: everything is drawn out along one way. */
const trembled = (degrees: number) => (picture: Sharp) => {
  const [size, kernel] = [21, new Array<number>(21 * 21).fill(0)]
  for (let step = -10; step <= 10; step++) {
    const angle = (degrees * Math.PI) / 180
    kernel[(10 + Math.round(step * Math.sin(angle))) * size + 10 + Math.round(step * Math.cos(angle))] = 1
  }
  return picture.convolve({ width: size, height: size, kernel })
}

describe('sharpness', () => {
  test('of print is nearly 1, and falls the further it is smeared', async () => {
    const found = [await sharpness((p) => p), await sharpness((p) => p.blur(4)), await sharpness((p) => p.blur(8))]
    expect(found[0]).toBeGreaterThan(0.85)
    expect(found[1]).toBeLessThan(0.7)
    expect(found[2]).toBeLessThan(0.4)
  })

  test('is that of the paper, not of the pixels: half as many show the same', async () => {
    const half = (p: Sharp) => p.resize({ width: Math.round(page.width / 2) })
    expect(await sharpness(half)).toBeCloseTo(await sharpness((p) => p), 1)
    const blurred = await worn((p) => p.blur(6))
    expect(await sharpnessOf(await worn(half, blurred), MM)).toBeCloseTo((await sharpnessOf(blurred, MM)) ?? -1, 1)
  })

  test.each([0, 25, 45, 90, 110, 160])('knows a hand that trembled at %i°', async (degrees) => {
    expect(await sharpness(trembled(degrees))).toBeLessThan(0.7)
  })

  test('is not mistaken for grain', async () => {
    let state = 1
    const random = () => {
      state = (state * 48271) % 2147483647
      return state / 2147483647
    }
    const grained = (picture: Pixels): Pixels => ({
      ...picture,
      data: picture.data.map((value) => Math.max(0, Math.min(255, value + 60 * (random() - 0.5)))),
    })
    expect(await sharpnessOf(grained(page), MM)).toBeGreaterThan(0.85)
    expect(await sharpnessOf(grained(await worn((p) => p.blur(6))), MM)).toBeLessThan(0.7)
  })

  test.each([
    ['a wall', 1200, 900, '#c8c0b0'],
    ['a single pixel', 1, 1, '#000000'],
    ['a hair', 4000, 2, '#ffffff'],
  ])('%s has none', async (_, width, height, background) => {
    const { data } = await sharp({ create: { width, height, channels: 3, background } })
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(await sharpnessOf({ width, height, data: new Uint8Array(data) }, 210)).toBeUndefined()
  })
})

const TOLD = '图片模糊，文字可能认不全：请重新拍摄或扫描后放入'

describe('a photograph', () => {
  test('that is sharp says how sharp, and no more', async () => {
    const found = await read(await pngOf(page), 'png', { ocr: 'auto' })
    expect(found).toMatchObject({ extent: 'whole', notes: [] })
    expect(found.properties.sharpness).toBeGreaterThan(0.7)
  })

  test('of text too blurred to be trusted is read in part, and says what to do', async () => {
    const found = await read(await pngOf(await worn((p) => p.blur(5))), 'png', { ocr: 'auto' })
    expect(found).toMatchObject({ extent: 'partly', notes: [{ code: 'partly', message: TOLD }] })
    expect(found.properties.sharpness).toBeLessThan(0.5)
  })

  test('that is blurred a little and reads well is no trouble', async () => {
    expect(await read(await pngOf(await worn((p) => p.blur(3))), 'png', { ocr: 'auto' })).toMatchObject({
      extent: 'whole',
      notes: [],
    })
  })

  test('without text is not called blurred, however little sharp it is', async () => {
    const room = sharp(
      Buffer.from(
        '<svg width="900" height="700"><rect width="900" height="700" fill="#b8b0a0"/><circle cx="300" cy="300" r="120" fill="#334"/><rect x="500" y="250" width="220" height="300" fill="#643"/></svg>',
      ),
    ).blur(15)
    const { extent, notes } = await read(await room.png().toBuffer(), 'png', { ocr: 'auto' })
    expect(extent).toBe('whole')
    expect(notes.map(({ message }) => message)).not.toContain(TOLD)
  })
})

test('of a PDF, the pages that were scanned out of focus are named', async () => {
  const blurred = await pngOf(await worn((p) => p.blur(7)))
  const found = await read(await pdfOfPages([LINES, blurred]), 'pdf', { ocr: 'auto' })
  expect(found).toMatchObject({
    extent: 'partly',
    pages: 2,
    pagesRead: 2,
    notes: [{ code: 'partly', message: '第2页模糊，文字可能认不全：请重新拍摄或扫描后放入', at: { page: 2 } }],
  })
})
