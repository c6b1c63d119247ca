import type { SealKind } from '../../../core/evidence.ts'
import { type Box, overlap, type Pixels } from '../render/pixels.ts'
import { type Circle, circles, lying, ringShare, seenShare, settled } from './circles.ts'
import { type RedMap, redMap } from './red.ts'
import { shapes, withoutRules } from './shapes.ts'

/** A red seal on a page. `box` is in pixels of the page, `mm` in millimetres of the paper; `certainty` 0…1. */
export type Sighting = {
  readonly kind: SealKind
  readonly box: Box
  readonly mm: { readonly width: number; readonly height: number }
  readonly certainty: number
}

const COLOURLESS = 0.0002

/** The red seals on a page whose paper is `mm` wide, from the top. Null: the page has no colour, so nobody can judge. */
export function findSeals(pixels: Pixels, mm: number): Sighting[] | null {
  const map = redMap(pixels, mm)
  if (map.colour < COLOURLESS) return null
  const seals = sorted(map)
  const scale = pixels.width / map.width
  return seals
    .map(({ kind, box, certainty }) => sighting(kind, box, certainty, scale, map.perMm))
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)
}

type Found = { readonly kind: SealKind; readonly box: Box; readonly certainty: number }

/**
 * A circle drawn through the letters of an oval or square seal meets red more often than not. So a circle without an
 * unmistakable ring gives way to a shape that stands in the same place with a good outline.
 */
function sorted(map: RedMap): Found[] {
  const candidates = rounds(map)
  const red = withoutRules(map)
  const sure = candidates.filter(({ ring, certainty }) => ring >= 0.93 && certainty >= 0.6)
  const clear = shapes(map, red, sure).filter(({ outline }) => outline >= 0.8)
  const doubtful = candidates.filter(
    (one) => !sure.includes(one) && !clear.some(({ box }) => overlap(box, one.box) > 0.4),
  )
  const round = [...sure, ...doubtful]
  const rest = shapes(map, red, round).filter(({ box }) => !clear.some((other) => overlap(box, other.box) > 0.4))
  return [...round, ...clear, ...rest]
}

function sighting(kind: SealKind, box: Box, certainty: number, scale: number, perMm: number): Sighting {
  return {
    kind,
    box: {
      x: Math.round(box.x * scale),
      y: Math.round(box.y * scale),
      width: Math.round(box.width * scale),
      height: Math.round(box.height * scale),
    },
    mm: { width: Math.round(box.width / perMm), height: Math.round(box.height / perMm) },
    certainty: Math.round(certainty * 100) / 100,
  }
}

type Round = Found & Circle & { readonly kind: 'round' | 'half'; readonly ring: number }

function rounds(map: RedMap): Round[] {
  const found = circles(map)
    .map((circle) => settled(map, circle))
    .flatMap((circle) => judged(map, circle) ?? [])
    .sort((a, b) => b.certainty - a.certainty || b.r - a.r)
  const kept: Round[] = []
  for (const one of found) if (!kept.some((other) => isSame(one, other))) kept.push(one)
  return kept
}

/** Two seals that overlap have their centres apart; two rings of one seal do not. */
const isSame = (a: Circle, b: Circle): boolean => Math.hypot(a.x - b.x, a.y - b.y) < 0.6 * Math.max(a.r, b.r)

function judged(map: RedMap, circle: Circle): Round | undefined {
  const cut = cutOff(map, circle)
  const lies = (x: number, y: number): boolean => lying(map)(x, y) && x >= cut.left && x <= cut.right
  const seen = seenShare(circle, lies)
  const ring = ringShare(map, circle, 1.5, lies)
  // A ring is thin and stands free: beyond it the paper begins. A circle through lines of red text meets as much there.
  const beyond = ringShare(map, { ...circle, r: circle.r + 1.1 * map.perMm }, 0.5, lies)
  if (seen < 0.25 || ring < 0.62 || ring - beyond < (ring < 0.74 ? 0.55 : 0.4)) return undefined

  // Letters fill some of the inside, never all of it.
  const inside = filled(map, circle, 0.9, lies)
  if (inside < 0.03 || inside > 0.75) return undefined

  const half = seen < 0.93
  const left = Math.max(circle.x - circle.r, cut.left)
  const right = Math.min(circle.x + circle.r, cut.right)
  const top = Math.max(circle.y - circle.r, 0)
  const bottom = Math.min(circle.y + circle.r, map.height)
  return {
    kind: half ? 'half' : 'round',
    ...circle,
    ring,
    box: { x: left, y: top, width: right - left, height: bottom - top },
    certainty: Math.min(1, ring - 0.5 * beyond) * (half ? 0.9 : 1),
  }
}

/** Scanners leave a strip of white beside the paper: a seal may end there as well as at the picture's edge. */
const STRIP = 8

function cutOff(map: RedMap, { x, y, r }: Circle): { readonly left: number; readonly right: number } {
  const strip = STRIP * map.perMm
  let [left, right] = [map.width, 0]
  for (let v = Math.max(0, Math.ceil(y - r)); v <= Math.min(map.height - 1, y + r); v++) {
    const reach = Math.sqrt(Math.max(0, (r + 2) ** 2 - (v - y) ** 2))
    for (let u = Math.max(0, Math.ceil(x - reach)); u <= Math.min(map.width - 1, x + reach); u++)
      if (map.red[v * map.width + u]! > 0) {
        left = Math.min(left, u)
        right = Math.max(right, u)
      }
  }
  return {
    left: left <= strip && x - r < left - 2 ? left : 0,
    right: right >= map.width - 1 - strip && x + r > right + 2 ? right : map.width - 1,
  }
}

/** The share of red inside this part of the circle. */
function filled(map: RedMap, { x, y, r }: Circle, part: number, lies: (x: number, y: number) => boolean): number {
  let [red, all] = [0, 0]
  const reach = r * part
  for (let v = Math.ceil(y - reach); v <= y + reach; v++)
    for (let u = Math.ceil(x - reach); u <= x + reach; u++) {
      if ((u - x) ** 2 + (v - y) ** 2 > reach ** 2 || !lies(u, v)) continue
      all++
      if (map.red[v * map.width + u]! > 0) red++
    }
  return all === 0 ? 0 : red / all
}
