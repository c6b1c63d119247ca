import type { Box, Pixels } from '../render/pixels.ts'
import { lightOf } from './light.ts'

/** How much darker than paper the mean of nine pixels is where something is written. */
const DARKER = 40

/**
 * Where something is written or stamped on a piece of paper, but not in red: the smallest box around it. Undefined where
 * there is nothing but noise. `least` is the size in pixels below which it is a speck.
 */
export function inkIn(patch: Pixels, least: number, covered: readonly Box[] = []): Box | undefined {
  const { width, height } = patch
  const light = lightsOf(patch)
  const paper = paperOf(light)
  const [rows, columns] = [new Uint16Array(height), new Uint16Array(width)]
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      let sum = 0
      for (let v = -1; v <= 1; v++) for (let u = -1; u <= 1; u++) sum += light[(y + v) * width + x + u]!
      if (sum / 9 > paper - DARKER || covered.some((box) => holds(box, x, y))) continue
      rows[y]!++
      columns[x]!++
    }
  const [top, bottom] = [rows.findIndex((count) => count > 1), rows.findLastIndex((count) => count > 1)]
  const [left, right] = [columns.findIndex((count) => count > 1), columns.findLastIndex((count) => count > 1)]
  const box = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
  const total = rows.reduce((sum, count) => sum + count, 0)
  const isSeen = top >= 0 && left >= 0 && total >= (least * least) / 2 && Math.max(box.width, box.height) >= least
  return isSeen ? box : undefined
}

const holds = ({ x, y, width, height }: Box, u: number, v: number): boolean =>
  u >= x && u <= x + width && v >= y && v <= y + height

function lightsOf({ width, height, data }: Pixels): Uint8Array {
  const light = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < light.length; at++, from += 3)
    light[at] = lightOf(data[from]!, data[from + 1]!, data[from + 2]!)
  return light
}

/** What most of the place is as light as: letters cover less than half of a cell. */
const paperOf = (light: Uint8Array): number => light.toSorted()[Math.floor(light.length * 0.7)] ?? 255
