import { A4_MM, type Pixels } from '../render/pixels.ts'

/**
 * How light each place of a picture is, 0…255, and where something red may hide what lies under it. A place is a square of
 * `scale` pixels; `perMm` places are a millimetre.
 */
export type LightMap = {
  readonly width: number
  readonly height: number
  readonly light: Uint8Array
  readonly red: Uint8Array
  readonly scale: number
  readonly perMm: number
}

/** Places a millimetre at which a hairline is still a place wide, and noise already evens out. */
const FINE = 5.5

const RED = 60

/** Red is as light as paper: seals must not hide what they cover, and lines of a red letterhead rule no table. */
export function lightMap({ width, height, data }: Pixels): LightMap {
  const perMm = Math.max(3, Math.min(width, height) / A4_MM)
  const scale = Math.max(1, Math.floor(perMm / FINE))
  const [across, down] = [Math.floor(width / scale), Math.floor(height / scale)]
  const [light, red] = [new Uint8Array(across * down), new Uint8Array(across * down)]
  for (let y = 0, to = 0; y < down; y++)
    for (let x = 0; x < across; x++, to++) {
      let [sum, reds] = [0, 0]
      for (let v = 0; v < scale; v++)
        for (let u = 0, at = ((y * scale + v) * width + x * scale) * 3; u < scale; u++, at += 3) {
          sum += lightOf(data[at]!, data[at + 1]!, data[at + 2]!)
          reds += data[at]! - Math.max(data[at + 1]!, data[at + 2]!)
        }
      light[to] = sum / (scale * scale)
      red[to] = Number(reds > RED * scale * scale)
    }
  return { width: across, height: down, light, red, scale, perMm: perMm / scale }
}

/** Of one pixel, 0…255. */
export function lightOf(red: number, green: number, blue: number): number {
  return red - Math.max(green, blue) > 25 ? Math.min(255, (red * 255) / 195) : red
}

/** The same picture with its rows for columns. */
export function mirrored(map: LightMap): LightMap {
  const { width, height } = map
  const across = (values: Uint8Array) => {
    const out = new Uint8Array(values.length)
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = values[y * width + x]!
    return out
  }
  return { ...map, width: height, height: width, light: across(map.light), red: across(map.red) }
}
