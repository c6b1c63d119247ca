import type { Format } from '../../../core/evidence.ts'
import { optional } from '../../own/packages.ts'
import { bitmap } from './bitmap.ts'
import type { Pixels } from './pixels.ts'

/** A picture file, opened: a fax or scan in TIFF may hold many pages. */
export type Picture = { readonly pages: number; page(number: number): Promise<Pixels> }

const LONGEST = 4000
const MOST_PIXELS = 300_000_000

/** Throws where the file is no picture, or larger than 300 million pixels, or where sharp is not installed. */
export async function picture(bytes: Uint8Array, format: Format): Promise<Picture> {
  const { default: sharp } = await optional('sharp', () => import('sharp'))
  // One page after another: threads of its own would fight with those of the recogniser.
  const raw = format === 'bmp' ? bitmap(bytes) : undefined
  const source = (page: number) =>
    raw
      ? sharp(raw.data, { raw: { width: raw.width, height: raw.height, channels: 3 } })
      : sharp(bytes, { page, limitInputPixels: MOST_PIXELS, failOn: 'error' })
  const pages = raw || format !== 'tiff' ? 1 : ((await source(0).metadata()).pages ?? 1)

  return {
    pages,
    async page(number) {
      const { data, info } = await source(number - 1)
        // Cameras write which way up they were held.
        .autoOrient()
        .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .raw()
        .toBuffer({ resolveWithObject: true })
      return { width: info.width, height: info.height, data: threeChannels(data, info.channels) }
    },
  }
}

function threeChannels(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  const out = new Uint8Array((data.length / channels) * 3)
  for (let from = 0, to = 0; from < data.length; from += channels, to += 3)
    for (let at = 0; at < 3; at++) out[to + at] = data[from + (channels >= 3 ? at : 0)]!
  return out
}
