import type { Pixels } from '../render/pixels.ts'

/** How light each place of a picture is, 0…255. A place is a square of `scale` pixels; `perMm` places are a millimetre. */
export type LightMap = {
  readonly width: number
  readonly height: number
  readonly light: Uint8Array
  readonly scale: number
  readonly perMm: number
}

/** Places a millimetre at which a hairline is still a place wide, and noise already evens out. */
const FINE = 5.5
/** The paper of scans and photographs is A4, or is taken for it. */
const PAPER_MM = 210

/** Red is as light as paper: seals must not hide what they cover, and lines of a red letterhead rule no table. */
export function lightMap({ width, height, data }: Pixels): LightMap {
  const perMm = Math.max(3, Math.min(width, height) / PAPER_MM)
  const scale = Math.max(1, Math.floor(perMm / FINE))
  const [across, down] = [Math.floor(width / scale), Math.floor(height / scale)]
  const light = new Uint8Array(across * down)
  for (let y = 0, to = 0; y < down; y++)
    for (let x = 0; x < across; x++, to++) {
      let sum = 0
      for (let v = 0; v < scale; v++)
        for (let u = 0, at = ((y * scale + v) * width + x * scale) * 3; u < scale; u++, at += 3)
          sum += lightOf(data[at]!, data[at + 1]!, data[at + 2]!)
      light[to] = sum / (scale * scale)
    }
  return { width: across, height: down, light, scale, perMm: perMm / scale }
}

function lightOf(red: number, green: number, blue: number): number {
  return red - Math.max(green, blue) > 25 ? Math.min(255, (red * 255) / 195) : red
}

/** The same picture with its rows for columns. */
export function mirrored(map: LightMap): LightMap {
  const { width, height, light } = map
  const out = new Uint8Array(light.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = light[y * width + x]!
  return { ...map, width: height, height: width, light: out }
}
