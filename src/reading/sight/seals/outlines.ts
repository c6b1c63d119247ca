import type { Tilted } from './least-box.ts'
import type { RedMap } from './red.ts'

const STEPS = 120

/** The share of an ellipse that is red; 0 where it is no oval seal. */
export function oval(tilted: Tilted, red: Uint8Array, map: RedMap): number {
  const onRing = share(STEPS, (at) => {
    const angle = (at * 2 * Math.PI) / STEPS
    return near(tilted, Math.cos(angle), Math.sin(angle), red, map)
  })
  const inside = fill(tilted, red, map, (u, v) => Math.hypot(u, v) < 0.8)
  return onRing < 0.74 || inside < 0.03 || inside > 0.6 ? 0 : onRing
}

/** The share of the border that is red; 0 where it is no square seal. `count` is how many places of the box are red. */
export function square(tilted: Tilted, count: number, red: Uint8Array, map: RedMap): number {
  const border = (mm: number): number =>
    share(STEPS, (at) => {
      const along = ((at % 30) + 0.5) / 15 - 1
      const [u, v] = [
        [along, -1],
        [1, along],
        [along, 1],
        [-1, along],
      ][Math.floor(at / 30)]!
      return near(tilted, u!, v!, red, map, mm)
    })
  const onBorder = border(RIM)
  const inside = fill(tilted, red, map, (u, v) => Math.max(Math.abs(u), Math.abs(v)) < 0.78)
  const full = count / (tilted.width * tilted.height)
  const corners = share(STEPS, (at) => {
    const [u, v] = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ][at % 4]!
    const part = 1 - (0.1 * Math.floor(at / 4)) / (STEPS / 4)
    return near(tilted, u! * part, v!, red, map) || near(tilted, u!, v! * part, red, map)
  })
  // A disc fills its box, but not the corners.
  if (onBorder < 0.8 || inside < 0.06 || full > 0.88 || corners < 0.5) return 0
  const parts = THIRDS.map(([x, y]) =>
    fill(tilted, red, map, (u, v) => Math.max(Math.abs(u - x), Math.abs(v - y)) < 0.26),
  )
  // The name fills a seal; a line of writing leaves most of its box empty.
  if (parts.filter((part) => part < BARE).length > 2) return 0
  // A code to be photographed is as full everywhere, but has no border.
  if (inside > 0.7 && Math.min(...parts) > 0.55 && border(0.5) < 0.93) return 0
  return onBorder
}

/** The middles of nine parts of the inside, and what is next to nothing in one of them. */
const THIRDS = [-0.52, 0, 0.52].flatMap((y) => [-0.52, 0, 0.52].map((x) => [x, y] as const))
const BARE = 0.03

function share(steps: number, holds: (at: number) => boolean): number {
  let count = 0
  for (let at = 0; at < steps; at++) if (holds(at)) count++
  return count / steps
}

const RIM = 1.5

/** Red on the outline or up to so many millimetres inside it; u and v run from -1 to 1 over the tilted box. */
function near(tilted: Tilted, u: number, v: number, red: Uint8Array, map: RedMap, mm = RIM): boolean {
  const half = Math.max(tilted.width, tilted.height) / 2
  for (let off = -mm * map.perMm; off <= 1; off++) {
    const part = 1 + off / half
    if (isRed(tilted, u * part, v * part, red, map)) return true
  }
  return false
}

function isRed({ x, y, width, height, cos, sin }: Tilted, u: number, v: number, red: Uint8Array, map: RedMap): boolean {
  const [a, b] = [(u * width) / 2, (v * height) / 2]
  const across = Math.round(x + a * cos - b * sin)
  const down = Math.round(y + a * sin + b * cos)
  return across >= 0 && down >= 0 && across < map.width && down < map.height && red[down * map.width + across] === 1
}

function fill(tilted: Tilted, red: Uint8Array, map: RedMap, counts: (u: number, v: number) => boolean): number {
  let [hits, all] = [0, 0]
  for (let v = -1; v <= 1; v += 0.02)
    for (let u = -1; u <= 1; u += 0.02) {
      if (!counts(u, v)) continue
      all++
      if (isRed(tilted, u, v, red, map)) hits++
    }
  return hits / Math.max(1, all)
}
