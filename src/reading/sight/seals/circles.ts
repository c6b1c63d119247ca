import type { RedMap } from './red.ts'

export type Circle = { readonly x: number; readonly y: number; readonly r: number }

const [SMALLEST, LARGEST] = [13, 31]
/** Centres are gathered in squares of this many pixels; a seal cut off by the edge may have its centre outside. */
const CELL = 3
const OUTSIDE = 24

/**
 * Where circles of 26 to 62 mm may be: every edge of red points at the centre of the ring it belongs to, so centres are
 * where many edges point at, whatever else runs across them. Best first.
 */
export function circles(map: RedMap): Circle[] {
  const pad = Math.round(OUTSIDE * map.perMm)
  const votes = voted(map, pad)
  return peaks(votes, map.perMm).map(({ x, y }) => {
    const centre = { x: x * CELL - pad + 1, y: y * CELL - pad + 1 }
    return { ...centre, r: radius(map, centre) }
  })
}

type Votes = { readonly width: number; readonly height: number; readonly counts: Float32Array }

function voted({ width, height, red, perMm }: RedMap, pad: number): Votes {
  const across = Math.ceil((width + 2 * pad) / CELL)
  const down = Math.ceil((height + 2 * pad) / CELL)
  const counts = new Float32Array(across * down)
  const [near, far] = [SMALLEST * perMm, LARGEST * perMm]
  for (let y = 2; y < height - 2; y++)
    for (let x = 2; x < width - 2; x++) {
      const at = y * width + x
      // Nearly all of a page is white; an edge has red on it or right beside it.
      if (!(red[at] || red[at - 1] || red[at + 1] || red[at - width] || red[at + width])) continue
      const [dx, dy] = slope(red, at, width)
      const steep = Math.hypot(dx, dy)
      if (steep < 90) continue
      for (let r = near; r <= far; r += CELL)
        for (const way of [r, -r]) {
          const u = Math.floor((x + pad + (way * dx) / steep) / CELL)
          const v = Math.floor((y + pad + (way * dy) / steep) / CELL)
          if (u >= 0 && v >= 0 && u < across && v < down) counts[v * across + u]! += 1 / r
        }
    }
  return { width: across, height: down, counts: blurred(counts, across, down) }
}

/** A wide Sobel: the direction of an edge of a ring that is two pixels thick is needed to a few degrees. */
function slope(red: Uint8Array, at: number, width: number): [number, number] {
  let [dx, dy] = [0, 0]
  for (let v = -2; v <= 2; v++)
    for (let u = -2; u <= 2; u++) {
      const value = red[at + v * width + u]! / (1 + u * u + v * v)
      dx += u * value
      dy += v * value
    }
  return [dx, dy]
}

function blurred(counts: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(counts.length)
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      let sum = 0
      for (const row of [at - width, at, at + width]) sum += counts[row - 1]! + counts[row]! + counts[row + 1]!
      out[at] = sum
    }
  return out
}

const MOST = 24

function peaks({ width, height, counts }: Votes, perMm: number): { x: number; y: number }[] {
  const found: { x: number; y: number; count: number }[] = []
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const count = counts[at]!
      const around = [
        at - width - 1,
        at - width,
        at - width + 1,
        at - 1,
        at + 1,
        at + width - 1,
        at + width,
        at + width + 1,
      ]
      if (count > 1 && around.every((other) => counts[other]! <= count)) found.push({ x, y, count })
    }
  found.sort((a, b) => b.count - a.count || a.y - b.y || a.x - b.x)
  const apart = (4 * perMm) / CELL
  const kept: typeof found = []
  for (const peak of found) {
    if (kept.length === MOST) break
    if (kept.every(({ x, y }) => Math.hypot(x - peak.x, y - peak.y) > apart)) kept.push(peak)
  }
  return kept
}

/** The distance from the centre at which most directions meet red. */
function radius(map: RedMap, { x, y }: Omit<Circle, 'r'>): number {
  let [best, most] = [0, -1]
  for (let r = SMALLEST * map.perMm; r <= LARGEST * map.perMm; r += 1) {
    const share = ringShare(map, { x, y, r }, 0.5)
    if (share > most) [best, most] = [r, share]
  }
  return best
}

const DIRECTIONS = 120
const WAYS = Array.from({ length: DIRECTIONS }, (_, index) => {
  const angle = (index * 2 * Math.PI) / DIRECTIONS
  return { cos: Math.cos(angle), sin: Math.sin(angle) }
})

/** Of the directions in which the circle lies on the page, the share that meet red within `slack` pixels of it. */
export function ringShare(map: RedMap, circle: Circle, slack: number, lies = lying(map)): number {
  let [hits, seen] = [0, 0]
  for (const { cos, sin } of WAYS) {
    const [x, y] = [circle.x + circle.r * cos, circle.y + circle.r * sin]
    if (!lies(x, y)) continue
    seen++
    if (meets(map, circle, cos, sin, slack)) hits++
  }
  return seen < DIRECTIONS / 6 ? 0 : hits / seen
}

export const lying =
  ({ width, height }: RedMap) =>
  (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height

/** The share of directions in which the circle lies on the page. */
export function seenShare(circle: Circle, lies: (x: number, y: number) => boolean): number {
  return WAYS.filter(({ cos, sin }) => lies(circle.x + circle.r * cos, circle.y + circle.r * sin)).length / DIRECTIONS
}

function meets({ width, height, red }: RedMap, { x, y, r }: Circle, cos: number, sin: number, slack: number): boolean {
  for (let off = -slack; off <= slack; off += 0.5) {
    const u = Math.round(x + (r + off) * cos)
    const v = Math.round(y + (r + off) * sin)
    if (u >= 0 && v >= 0 && u < width && v < height && red[v * width + u]! > 0) return true
  }
  return false
}

/** Climbs to the circle that most directions agree on, and on to the outer rim of its ring. */
export function settled(map: RedMap, start: Circle): Circle {
  const circle = climbed(map, start)
  const enough = 0.8 * ringShare(map, circle, 0.5)
  let r = circle.r
  while (r < circle.r + 4 * map.perMm && ringShare(map, { ...circle, r: r + 0.5 }, 0.5) >= enough) r += 0.5
  return { ...circle, r }
}

function climbed(map: RedMap, start: Circle): Circle {
  let best = start
  let most = ringShare(map, best, 1)
  for (const step of [4, 2, 1])
    for (let round = 0; round < 6; round++) {
      const before = most
      for (const [dx, dy, dr] of MOVES) {
        const next = { x: best.x + dx * step, y: best.y + dy * step, r: best.r + dr * step }
        if (next.r < SMALLEST * map.perMm || next.r > LARGEST * map.perMm) continue
        const share = ringShare(map, next, 1)
        if (share > most) [best, most] = [next, share]
      }
      if (most === before) break
    }
  return best
}

const MOVES: readonly (readonly [number, number, number])[] = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
  [1, 0, 1],
  [1, 0, -1],
  [-1, 0, 1],
  [-1, 0, -1],
  [0, 1, 1],
  [0, 1, -1],
  [0, -1, 1],
  [0, -1, -1],
]
