import type { LightMap } from './light.ts'

/** What is seen at one place of a line: the line itself, something that hides it, ink close by on its sides. */
export const SEEN = { line: 1, cover: 2, before: 4, behind: 8 } as const

/** How much darker than what lies on both sides a line is. */
export const CONTRAST = 24

/** Nothing drawn on paper is as dark as this but ink. */
const DARK = 90

export function seenAt(mask: Uint8Array, { width, height, red, light }: LightMap, x: number, y: number): number {
  let cover = 0
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
    const at = row * width + x
    if (mask[at]) return SEEN.line
    if (red[at] || light[at]! < DARK) cover = SEEN.cover
  }
  return cover
}

/** Millimetres from a line's middle: nearer is its own rim, farther is the text of the cell. */
const CLOSE = [0.5, 1.1] as const
type Run = { readonly from: number; readonly to: number }

export function marksOf(
  mask: Uint8Array,
  map: LightMap,
  heightAt: (x: number) => number,
  { from, to }: Run,
): Uint8Array {
  const { width, height, light, perMm } = map
  const [near, far] = [Math.max(2, Math.round(CLOSE[0] * perMm)), Math.round(CLOSE[1] * perMm)]
  return Uint8Array.from({ length: to - from + 1 }, (_, at) => {
    const x = from + at
    const middle = Math.floor(heightAt(x))
    const seen = seenAt(mask, map, x, middle)
    if (middle - far < 0 || middle + far >= height) return seen
    let paper = 0
    for (let by = -far; by <= far; by++) paper = Math.max(paper, light[(middle + by) * width + x]!)
    const isInked = (way: number) => {
      for (let by = near; by <= far; by++)
        if (light[(middle + way * by) * width + x]! < paper - 2 * CONTRAST) return true
      return false
    }
    return seen | (isInked(-1) ? SEEN.before : 0) | (isInked(1) ? SEEN.behind : 0)
  })
}
