import sharp, { type Sharp } from 'sharp'
import type { Pixels } from '../src/reading/sight/render/pixels.ts'
import { randomOf } from './seal-pages.ts'

export const opened = ({ width, height, data }: Pixels): Sharp => sharp(data, { raw: { width, height, channels: 3 } })

/** Of any picture, grey ones included. */
export async function rgb(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  if (channels === 3) return { width, height, data: new Uint8Array(data) }
  return {
    width,
    height,
    data: Uint8Array.from({ length: width * height * 3 }, (_, at) => data[Math.floor(at / 3) * channels]!),
  }
}

export function grained(page: Pixels, by: number, seed: number): Pixels {
  const random = randomOf(seed)
  const grain = () => (random() + random() + random() - 1.5) * 2 * by
  return { ...page, data: page.data.map((value) => Math.max(0, Math.min(255, value + grain()))) }
}
