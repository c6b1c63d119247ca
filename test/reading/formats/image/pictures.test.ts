import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Format } from '../../../../src/core/evidence.ts'
import { identify } from '../../../../src/reading/folder/identify.ts'
import { read } from '../../../../src/reading/read.ts'
import { picture } from '../../../../src/reading/sight/render/picture.ts'
import { cut, type Pixels } from '../../../../src/reading/sight/render/pixels.ts'
import { type Bitmap, bmpOf } from '../../sight/bitmaps.ts'
import { pixelsOf } from '../../sight/ocr/pages.ts'

/** The upper part of a page with two lines on it. */
const paper = async (first: string, second: string): Promise<Pixels> => {
  const page = await pixelsOf([
    { text: first, x: 60, y: 20, size: 22 },
    { text: second, x: 60, y: 60, size: 22 },
  ])
  return cut(page, { x: 0, y: 0, width: page.width, height: 320 })
}

let page: Pixels
beforeAll(async () => {
  page = await paper('清水镇人民政府', '年度工作要点')
})
const TEXTS = ['清水镇人民政府', '年度工作要点']

const opened = ({ width, height, data }: Pixels) => sharp(data, { raw: { width, height, channels: 3 } })

/** As a file of a folder is: known by its bytes alone. */
async function seen(bytes: Uint8Array, onPage?: (page: number, pages: number) => void) {
  const { format } = await identify(bytes, '')
  return { format, ...(await read(bytes, format, { ocr: 'auto', ...(onPage && { onPage }) })) }
}

const textsOf = ({ passages }: Awaited<ReturnType<typeof seen>>) => passages.map(({ text }) => text)

type Saved = (page: Pixels) => Promise<Uint8Array>

const isDark = ({ data }: Pixels, at: number) => data[at * 3]! < 128

/** How many pixels are dark in one and light in the other, for each that is dark in the first. */
function unlike(one: Pixels, other: Pixels): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  let [dark, apart] = [0, 0]
  for (let at = 0; at < one.width * one.height; at++) {
    dark += Number(isDark(one, at))
    apart += Number(isDark(one, at) !== isDark(other, at))
  }
  return apart / dark
}

/** What the recogniser is shown of a file. */
const shown = async (bytes: Uint8Array, format: Format) => (await picture(bytes, format)).page(1)

test('a page that is turned, mirrored or blank is another', async () => {
  for (const change of [opened(page).flop(), opened(page).flip(), opened(page).linear(0, 255)])
    expect(unlike(page, await shown(await change.png().toBuffer(), 'png'))).toBeGreaterThan(0.5)
})

// Recognising takes a second a picture, and is the same for pictures that look the same: a few stand for all.
describe('the same page reads the same, however it was saved', () => {
  test.each<readonly [string, () => Promise<Uint8Array>]>([
    ['a JPEG in CMYK', () => opened(page).toColourspace('cmyk').jpeg().toBuffer()],
    [
      'a fax in TIFF',
      () => opened(page).toColourspace('b-w').threshold().tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
    ],
    ['a BMP of 1 bit, rows from the top', async () => bmpOf(page, { bits: 1, topDown: true })],
  ])('%s', async (_, save) => {
    const found = await seen(await save())
    expect(textsOf(found)).toEqual(TEXTS)
    expect(found).toMatchObject({ extent: 'whole', pages: 1, notes: [] })
  })
})

describe('the same page looks the same, however it was saved', () => {
  test.each<readonly [string, Format, Saved]>([
    ['a PNG of 16 bits a channel', 'png', (p) => opened(p).toColourspace('rgb16').png().toBuffer()],
    ['a grey PNG of 16 bits', 'png', (p) => opened(p).toColourspace('grey16').png().toBuffer()],
    ['a PNG with a palette', 'png', (p) => opened(p).png({ palette: true, colours: 4 }).toBuffer()],
    ['a PNG whose paper is transparent', 'png', (p) => transparent(p)],
    ['a grey JPEG', 'jpg', (p) => opened(p).greyscale().jpeg({ quality: 90 }).toBuffer()],
    ['a progressive JPEG', 'jpg', (p) => opened(p).jpeg({ progressive: true, quality: 90 }).toBuffer()],
    ['a JPEG in CMYK, as printers make them', 'jpg', (p) => opened(p).toColourspace('cmyk').jpeg().toBuffer()],
    ['WebP', 'webp', (p) => opened(p).webp({ quality: 90 }).toBuffer()],
    ['WebP without loss', 'webp', (p) => opened(p).webp({ lossless: true }).toBuffer()],
    ['GIF', 'gif', (p) => opened(p).gif().toBuffer()],
    ['TIFF', 'tiff', (p) => opened(p).tiff({ compression: 'lzw' }).toBuffer()],
    ['a TIFF in CMYK', 'tiff', (p) => opened(p).toColourspace('cmyk').tiff({ compression: 'lzw' }).toBuffer()],
    [
      'a fax in TIFF',
      'tiff',
      (p) => opened(p).toColourspace('b-w').threshold().tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
    ],
    ['a JPEG in TIFF', 'tiff', (p) => opened(p).tiff({ compression: 'jpeg', quality: 90 }).toBuffer()],
    ['a TIFF with 64-bit offsets', 'tiff', (p) => opened(p).tiff({ bigtiff: true, compression: 'lzw' }).toBuffer()],
  ])('%s', async (_, format, save) => {
    const bytes = await save(page)
    const { format: found } = await identify(bytes, '')
    expect(found).toBe(format)
    expect(unlike(page, await shown(bytes, found))).toBeLessThan(0.1)
    const { properties } = await read(bytes, found, { ocr: 'off' })
    expect(properties).toMatchObject({ width: page.width, height: page.height })
  })

  test.each<readonly [string, Bitmap]>([
    ['24 bits', { bits: 24 }],
    ['32 bits', { bits: 32 }],
    ['8 bits', { bits: 8 }],
    ['4 bits', { bits: 4 }],
    ['1 bit', { bits: 1 }],
    ['rows from the top', { bits: 24, topDown: true }],
    ['1 bit, rows from the top', { bits: 1, topDown: true }],
    ['the header of OS/2', { bits: 24, old: true }],
    ['the header of OS/2, 1 bit', { bits: 1, old: true }],
    ['the header of OS/2, 8 bits', { bits: 8, old: true }],
  ])('BMP: %s', async (_, how) => {
    const bytes = bmpOf(page, how)
    const { format } = await identify(bytes, '')
    expect(format).toBe('bmp')
    expect(unlike(page, await shown(bytes, format))).toBeLessThan(0.1)
    const { properties } = await read(bytes, format, { ocr: 'off' })
    expect(properties).toMatchObject({ width: page.width, height: page.height })
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('a JPEG that was held as orientation %i says', async (orientation) => {
    // What a camera stores is the picture undone, so that its tag sets it right again.
    const undo: Record<number, (p: ReturnType<typeof opened>) => ReturnType<typeof opened>> = {
      1: (p) => p,
      2: (p) => p.flop(),
      3: (p) => p.rotate(180),
      4: (p) => p.flip(),
      5: (p) => p.rotate(270).flop(),
      6: (p) => p.rotate(270),
      7: (p) => p.rotate(90).flop(),
      8: (p) => p.rotate(90),
    }
    const stored = await undo[orientation]!(opened(page)).png().toBuffer()
    const photo = await sharp(stored).withMetadata({ orientation }).jpeg({ quality: 90 }).toBuffer()
    expect(unlike(page, await shown(photo, 'jpg'))).toBeLessThan(0.1)
  })
})

async function transparent({ width, height, data }: Pixels): Promise<Uint8Array> {
  const rgba = new Uint8Array(width * height * 4)
  for (let at = 0; at < width * height; at++) rgba[at * 4 + 3] = 255 - data[at * 3]!
  return sharp(rgba, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
}

describe('a BMP that cannot be read says why', () => {
  test.each([
    ['cut off', () => bmpOf(page, { bits: 24 }).subarray(0, 5000), 'damaged'],
    ['beyond all measure', () => sized(bmpOf(page, { bits: 24 }), 60_000, 60_000), 'too-large'],
    ['without height', () => sized(bmpOf(page, { bits: 24 }), 100, 0), 'damaged'],
    ['compressed by runs', () => patched(bmpOf(page, { bits: 8 }), 30, 1), 'unsupported'],
  ] as const)('%s', async (_, make, code) => {
    const { extent, notes } = await seen(make())
    expect({ extent, codes: notes.map((one) => one.code) }).toEqual({ extent: 'unread', codes: [code] })
  })
})

function patched(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const out = Buffer.from(bytes)
  out.writeInt32LE(value, at)
  return out
}

const sized = (bytes: Uint8Array, width: number, height: number) => patched(patched(bytes, 18, width), 22, height)

describe('a TIFF of many pages', () => {
  const bound = async (...pages: readonly Pixels[]) =>
    sharp(await Promise.all(pages.map((one) => opened(one).png().toBuffer())), { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer()

  test('is read page by page: each passage knows its page, and the caller hears how far it is', async () => {
    const heard: string[] = []
    const bytes = await bound(page, await paper('第二页的标题', '落款与日期'), await paper('附件一', '问题清单'))
    const found = await seen(bytes, (at, of) => heard.push(`${at}/${of}`))
    expect(found.passages.map(({ at, text }) => `${at.page} ${text}`)).toEqual([
      '1 清水镇人民政府',
      '1 年度工作要点',
      '2 第二页的标题',
      '2 落款与日期',
      '3 附件一',
      '3 问题清单',
    ])
    expect(found).toMatchObject({ extent: 'whole', pages: 3, pagesRead: 3, notes: [] })
    expect(heard).toEqual(['1/3', '2/3', '3/3'])
  })

  test('of which one page is broken is read in part, and says so', async () => {
    const bytes = Buffer.from(await bound(page, page, page))
    const second = secondPageOf(bytes)
    bytes.fill(0xff, second.at, second.at + second.length)
    const found = await seen(bytes)
    expect(found).toMatchObject({ extent: 'partly', pages: 3, pagesRead: 2, notes: [{ code: 'damaged' }] })
    expect(found.passages.map(({ at }) => at.page)).toEqual([1, 1, 3, 3])
  })
})

/** Where the pixels of the second page lie, by the tags of its directory. */
function secondPageOf(bytes: Buffer): { at: number; length: number } {
  const skip = (at: number) => at + 2 + bytes.readUInt16LE(at) * 12
  const directory = bytes.readUInt32LE(skip(bytes.readUInt32LE(4)))
  const value = (tag: number) => {
    for (let at = directory + 2; at < skip(directory); at += 12)
      if (bytes.readUInt16LE(at) === tag) {
        const count = bytes.readUInt32LE(at + 4)
        const field = bytes.readUInt32LE(at + 8)
        return count === 1 ? [field] : Array.from({ length: count }, (_, i) => bytes.readUInt32LE(field + i * 4))
      }
    return []
  }
  const [at, length] = [value(0x111)[0] ?? 0, value(0x117)[0] ?? 0]
  return { at, length }
}
