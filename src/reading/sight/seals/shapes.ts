import { type Box, overlap } from '../render/pixels.ts'
import type { Circle } from './circles.ts'
import { leastBox, ovalBox, type Place } from './least-box.ts'
import { withoutLines } from './lines.ts'
import { oval, square } from './outlines.ts'
import type { RedMap } from './red.ts'

export type Shape = {
  readonly kind: 'oval' | 'square'
  readonly box: Box
  readonly outline: number
  readonly certainty: number
}

/** Oval and square seals in what is left of the red, once those circles are taken out. */
export function shapes(map: RedMap, red: Uint8Array, taken: readonly Circle[]): Shape[] {
  const left = without(red, map, taken)
  const found = JOINS_MM.flatMap((join) => {
    const all = patches(left, map, join)
    const boxes = all.map(flat)
    return all.flatMap((patch, at) => (isLetter(boxes[at]!, boxes) ? [] : (judged(patch, left, map) ?? [])))
  })
  const kept: Shape[] = []
  for (const shape of found.sort((a, b) => b.outline - a.outline || area(b) - area(a)))
    if (!kept.some((other) => overlap(other.box, shape.box) > 0.5)) kept.push(shape)
  return kept
}

/** The big letters of a letterhead look like square seals, but stand in a row of their like. */
function isLetter(box: Box, boxes: readonly Box[]): boolean {
  const alike = boxes.filter(
    ({ x, y, width, height }) =>
      Math.abs(y + height / 2 - box.y - box.height / 2) < 0.3 * box.height &&
      Math.abs(x - box.x) < 3 * box.width &&
      Math.abs(height - box.height) < 0.3 * box.height &&
      width < 1.6 * box.width,
  )
  return alike.length > 2
}

const area = ({ box }: Shape): number => box.width * box.height

/** Red that is in no long line, such as the rule of a letterhead or a table's border. */
export function withoutRules({ width, height, red, perMm }: RedMap): Uint8Array {
  return withoutLines(
    red.map((value) => Math.min(1, value)),
    width,
    height,
    40 * perMm,
  )
}

function without(red: Uint8Array, { width, height }: RedMap, taken: readonly Circle[]): Uint8Array {
  const left = red.slice()
  for (const { x, y, r } of taken)
    for (let v = Math.max(0, Math.floor(y - r - 4)); v < Math.min(height, y + r + 4); v++)
      for (let u = Math.max(0, Math.floor(x - r - 4)); u < Math.min(width, x + r + 4); u++)
        if (Math.hypot(u - x, v - y) < r + 4) left[v * width + u] = 0
  return left
}

/** A worn outline is in pieces that belong together; two seals side by side do not. Both are tried. */
const JOINS_MM = [0.3, 0.9, 1.5]

/** Patches of red that lie within twice this distance of one another. */
function patches(red: Uint8Array, { width, perMm }: RedMap, join: number): Place[][] {
  const joined = thickened(red, width, Math.round(join * perMm))
  const stack = new Int32Array(red.length)
  const found: Place[][] = []
  for (let start = 0; start < joined.length; start++) {
    if (joined[start] !== 1) continue
    const points: Place[] = []
    let top = 0
    stack[top++] = start
    joined[start] = 2
    while (top > 0) {
      const at = stack[--top]!
      const x = at % width
      const y = (at - x) / width
      if (red[at]) points.push({ x, y })
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width])
        if (next >= 0 && next < joined.length && joined[next] === 1) {
          joined[next] = 2
          stack[top++] = next
        }
    }
    if (points.length > 40) found.push(points)
  }
  return found
}

function thickened(red: Uint8Array, width: number, by: number): Uint8Array {
  const across = new Uint8Array(red.length)
  const out = new Uint8Array(red.length)
  for (let at = 0; at < red.length; at++)
    if (red[at]) {
      const x = at % width
      across.fill(1, at - Math.min(by, x), at + Math.min(by, width - 1 - x) + 1)
    }
  for (let at = 0; at < red.length; at++)
    if (across[at])
      for (let row = -by; row <= by; row++) {
        const to = at + row * width
        if (to >= 0 && to < out.length) out[to] = 1
      }
  return out
}

function judged(points: readonly Place[], red: Uint8Array, map: RedMap): Shape | undefined {
  const tilted = leastBox(points)
  if (!tilted) return undefined
  const long = Math.max(tilted.width, tilted.height) / map.perMm
  const short = Math.min(tilted.width, tilted.height) / map.perMm
  const box = flat(points)
  if (long >= 26 && long <= 62 && short >= 18 && short / long >= 0.5 && short / long <= 0.9) {
    const outline = oval(ovalBox(points) ?? tilted, red, map)
    if (outline > 0) return { kind: 'oval', box, outline, certainty: Math.min(1, (outline - 0.4) / 0.5) }
  }
  if (long >= 14 && long <= 40 && short / long >= 0.78) {
    const outline = square(tilted, points.length, red, map)
    if (outline > 0) return { kind: 'square', box, outline, certainty: Math.min(1, (outline - 0.45) / 0.5) }
  }
  return undefined
}

function flat(points: readonly Place[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}
