import { expect, test } from 'vitest'
import type { Format } from '../../../../src/core/evidence.ts'
import { read as readWith } from '../../../../src/reading/read.ts'
import { jpegOf, pngOf } from '../../make.ts'

/** What the headers alone tell; test/reading/sight holds what the pixels do. */
const read = (bytes: Uint8Array, format: Format) => readWith(bytes, format, { ocr: 'off' })

test('a photograph is registered, not read', async () => {
  expect(await read(jpegOf(4000, 3000, '2022:03:18 10:15:00'), 'jpg')).toEqual({
    extent: 'unread',
    pages: 1,
    pagesRead: 0,
    passages: [],
    tables: [],
    properties: { width: 4000, height: 3000, taken: '2022-03-18 10:15' },
    notes: [
      {
        code: 'not-read',
        message: '图片只作登记（4000×3000像素，拍摄于2022-03-18 10:15），图里的文字没有读取：请由人工核对',
      },
    ],
  })
})

test.each([
  ['no date', undefined],
  ['a clock that was never set', '0000:00:00 00:00:00'],
  ['a day that does not exist', '2022:02:30 10:15:00'],
])('%s is no date', async (_, taken) => {
  expect((await read(jpegOf(640, 480, taken), 'jpg')).properties).toEqual({ width: 640, height: 480 })
})

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const none = (length: number) => Array.from({ length }, () => 0)

test.each([
  ['png', pngOf(800, 600)],
  ['gif', bytes('GIF89a', [0x20, 3, 0x58, 2], none(20))],
  ['bmp', bytes('BM', none(12), [40, 0, 0, 0, 0x20, 3, 0, 0, 0xa8, 0xfd, 0xff, 0xff], none(30))],
  ['webp', bytes('RIFF', none(4), 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 0x1f, 3, 0, 0x57, 2, 0])],
  ['webp', bytes('RIFF', none(4), 'WEBPVP8L', none(4), [0x2f, 0x1f, 0xc3, 0x95, 0])],
  ['webp', bytes('RIFF', none(4), 'WEBPVP8 ', none(10), [0x20, 3, 0x58, 2])],
  [
    'tiff',
    bytes('II*\0', [8, 0, 0, 0, 2, 0, 0, 1, 3, 0, 1, 0, 0, 0, 0x20, 3, 0, 0, 1, 1, 4, 0, 1, 0, 0, 0, 0x58, 2, 0, 0]),
  ],
] as const)('%s: the size stands in the header', async (format, picture) => {
  expect((await read(picture, format)).properties).toEqual({ width: 800, height: 600 })
})

test.each(['jpg', 'png', 'gif', 'bmp', 'webp', 'tiff'] as const)('%s: cut off is damaged', async (format) => {
  const start = format === 'jpg' ? jpegOf(1, 1).subarray(0, 8) : pngOf(1, 1).subarray(0, 14)
  expect(await read(start, format)).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})

test('sound headers over damaged pixels: damaged, and the headers still count', async () => {
  expect(await readWith(jpegOf(640, 480, '2022:03:18 10:15:00'), 'jpg', { ocr: 'auto' })).toMatchObject({
    extent: 'unread',
    pages: 1,
    pagesRead: 0,
    properties: { width: 640, height: 480, taken: '2022-03-18 10:15' },
    notes: [{ code: 'damaged', message: expect.stringContaining('请重新导出') }],
  })
})
