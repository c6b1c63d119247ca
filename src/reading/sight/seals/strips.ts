import { cut, type Pixels } from '../render/pixels.ts'
import { type RedMap, redMap } from './red.ts'

/** Red that the paper's edge cuts off, in millimetres of the page: perhaps a part of a seal across the edges of several. */
export type Strip = {
  readonly side: 'left' | 'right'
  readonly top: number
  readonly bottom: number
  readonly width: number
  /** From the picture's edge to the paper's: scanners leave a strip of white. */
  readonly margin: number
}

/** Half a seal is at most this wide, and what is wider is found by its shape. */
const WIDEST = 26
const MARGIN = 8
const [SHORTEST, TALLEST] = [6, 64]
/** Between the two places where a ring crosses a narrow strip there may be nothing red at all. */
const GAP = 46

export function stripsOf(pixels: Pixels, mm: number): Strip[] {
  const band = Math.floor(((WIDEST + MARGIN) * pixels.width) / mm)
  if (band < 8 || band * 2 > pixels.width) return []
  const at = (x: number): RedMap =>
    redMap(cut(pixels, { x, y: 0, width: band, height: pixels.height }), (band * mm) / pixels.width)
  return [...within(mirrored(at(0)), 'left'), ...within(at(pixels.width - band), 'right')]
}

/** So that the paper's edge is on the right. */
function mirrored(map: RedMap): RedMap {
  const red = new Uint8Array(map.red.length)
  for (let at = 0; at < red.length; at++) {
    const x = at % map.width
    red[at] = map.red[at - x + (map.width - 1 - x)]!
  }
  return { ...map, red }
}

type Extent = { top: number; bottom: number; left: number; right: number; count: number }

function within(map: RedMap, side: Strip['side']): Strip[] {
  const { width, perMm } = map
  return groups(map).flatMap(({ top, bottom, left, right, count }) => {
    const margin = (width - 1 - right) / perMm
    const strip = { side, top: top / perMm, bottom: bottom / perMm, width: (right - left + 1) / perMm, margin }
    const tall = strip.bottom - strip.top
    const filled = count / ((right - left + 1) * (bottom - top + 1))
    const fits = margin <= MARGIN && strip.width <= WIDEST && tall >= SHORTEST && tall <= TALLEST
    return fits && filled > 0.02 && filled < 0.7 ? [strip] : []
  })
}

/** Blots near one another, as far as a seal is high. What runs on into the page belongs to what is printed there. */
function groups(map: RedMap): Extent[] {
  const blots = blotsOf(map)
    .filter(({ left, count }) => left > 1 && count >= SPECK)
    .sort((a, b) => a.top - b.top || a.left - b.left)
  const found: Extent[] = []
  for (const blot of blots) {
    const last = found.at(-1)
    const isNear = last && blot.top - last.bottom <= GAP * map.perMm && blot.bottom - last.top <= TALLEST * map.perMm
    if (!isNear) found.push({ ...blot })
    else {
      last.bottom = Math.max(last.bottom, blot.bottom)
      last.left = Math.min(last.left, blot.left)
      last.right = Math.max(last.right, blot.right)
      last.count += blot.count
    }
  }
  return found
}

const SPECK = 4

/** Red that hangs together. */
function blotsOf({ width, height, red }: RedMap): Extent[] {
  const seen = new Uint8Array(red.length)
  const found: Extent[] = []
  for (let start = 0; start < red.length; start++) {
    if (seen[start] || red[start] === 0) continue
    seen[start] = 1
    const blot = { top: height, bottom: -1, left: width, right: -1, count: 0 }
    for (const queue = [start]; queue.length > 0; ) {
      const at = queue.pop() ?? start
      const [x, y] = [at % width, Math.floor(at / width)]
      blot.top = Math.min(blot.top, y)
      blot.bottom = Math.max(blot.bottom, y)
      blot.left = Math.min(blot.left, x)
      blot.right = Math.max(blot.right, x)
      blot.count++
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const beside = v * width + u
          if (seen[beside] || red[beside] === 0) continue
          seen[beside] = 1
          queue.push(beside)
        }
    }
    found.push(blot)
  }
  return found
}
