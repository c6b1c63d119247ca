import type { Ruling, Rulings } from '../rulings.ts'
import { type Corners, type Flat, flattened, type Point } from './flat.ts'
import { heightOn, type Stroke } from './level.ts'
import type { Strokes } from './strokes.ts'

/**
 * Drawn lines that may be those of a table. `flat` tells where a point of the picture lies on the table laid level, in
 * points (1/72 inch) from its top left; `rulings` are the lines there, with heights that grow upwards as on a PDF page.
 */
export type Frame = {
  readonly strokes: { readonly across: readonly Stroke[]; readonly down: readonly Stroke[] }
  readonly corners: Corners
  readonly flat: Flat
  readonly width: number
  readonly height: number
  readonly rulings: Rulings
}

type Lines = { readonly across: readonly Stroke[]; readonly down: readonly Stroke[] }

/** Millimetres: how near lines must come to meet, and how long they are without others vouching for them. */
const [NEAR, LONG_ACROSS, LONG_DOWN] = [1.3, 15, 10]

/** Groups of lines that meet and close as a table's do. Underlines, letterhead rules, boxes and arrows close nothing. */
export function framesIn(strokes: Strokes): Frame[] {
  const lines = vouched(strokes)
  return groupsOf(lines, NEAR * strokes.perMm).flatMap((group) => frameOf(group, strokes.perMm) ?? [])
}

/** Strokes of letters are as long as a short line of a table, but do not reach from one line to the next. */
function vouched({ across, down, perMm }: Strokes): Lines {
  const near = NEAR * perMm
  const isLong = (stroke: Stroke, least: number) => lengthOf(stroke) >= least * perMm
  let kept: Lines = {
    across: across.filter((stroke) => isLong(stroke, LONG_ACROSS)),
    down: down.filter((stroke) => isLong(stroke, LONG_DOWN)),
  }
  for (let round = 0; round < 3; round++) {
    const before: Lines = kept
    const isHeld = (stroke: Stroke, others: readonly Stroke[]) =>
      ends(stroke).every((end) => others.some((other) => distanceTo(other, end) <= near))
    kept = {
      across: across.filter((stroke) => before.across.includes(stroke) || isHeld(stroke, before.down)),
      down: down.filter((stroke) => before.down.includes(stroke) || isHeld(stroke, before.across)),
    }
  }
  return kept
}

function groupsOf({ across, down }: Lines, near: number): Lines[] {
  const groups: { across: Stroke[]; down: Stroke[] }[] = []
  const rest = new Set(down)
  const left = new Set(across)
  for (const first of across) {
    if (!left.delete(first)) continue
    const group: { across: Stroke[]; down: Stroke[] } = { across: [first], down: [] }
    for (let at = 0, down = 0; at < group.across.length || down < group.down.length; ) {
      const level = group.across[at]
      if (level) {
        at++
        for (const stroke of rest)
          if (meet(level, stroke, near)) {
            rest.delete(stroke)
            group.down.push(stroke)
          }
        continue
      }
      const upright = group.down[down++]!
      for (const stroke of left)
        if (meet(stroke, upright, near)) {
          left.delete(stroke)
          group.across.push(stroke)
        }
    }
    groups.push(group)
  }
  return groups
}

function frameOf(group: Lines, perMm: number): Frame | undefined {
  const { across, down } = group
  if (across.length < 3 || down.length === 0) return undefined
  const corners = cornersOf(group, perMm)
  if (!corners) return undefined
  const [a, b, c, d] = corners
  const points = 72 / 25.4 / perMm
  const [width, height] = [
    ((distance(a, b) + distance(d, c)) / 2) * points,
    ((distance(a, d) + distance(b, c)) / 2) * points,
  ]
  const flat = flattened(corners, width, height)
  if (!flat) return undefined
  const rulings = ruled(group, flat, width, height)
  return rulings && { strokes: group, corners, flat, width, height, rulings }
}

/** Shares of a side that the line at that side must cover. */
const WHOLE = 0.85

/** The top and the bottom line reach from side to side; the sides are lines, or all open. */
function cornersOf({ across, down }: Lines, perMm: number): Corners | undefined {
  const wide = Math.max(...across.map(lengthOf))
  const long = across.filter((stroke) => lengthOf(stroke) >= WHOLE * wide)
  const middle = (long[0]!.x1 + long[0]!.x2) / 2
  const sorted = long.toSorted((a, b) => heightOn(a, middle) - heightOn(b, middle))
  const [top, bottom] = [sorted[0]!, sorted.at(-1)!]
  const outside = (stroke: Stroke) => {
    const x = (stroke.x1 + stroke.x2) / 2
    const y = (stroke.y1 + stroke.y2) / 2
    return y < heightOn(top, x) - NEAR * perMm || y > heightOn(bottom, x) + NEAR * perMm
  }
  if (across.some(outside)) return undefined
  const tall = heightOn(bottom, middle) - heightOn(top, middle)
  const sides = down.filter((stroke) => lengthOf(stroke) >= WHOLE * tall).toSorted((a, b) => a.x1 + a.x2 - b.x1 - b.x2)
  const side = (stroke: Stroke | undefined, from: Point, to: Point): readonly [Point, Point] => {
    const near = 3 * perMm
    const isSide = stroke && distanceTo(stroke, from) <= near && distanceTo(stroke, to) <= near
    return isSide ? [crossing(top, stroke), crossing(bottom, stroke)] : [from, to]
  }
  const [topLeft, topRight] = ends(top)
  const [bottomLeft, bottomRight] = ends(bottom)
  const [a, d] = side(sides[0], topLeft, bottomLeft)
  const [b, c] = side(sides.at(-1), topRight, bottomRight)
  return [a, b, c, d]
}

/** Points that lines of one place may lie apart on a bent page. */
const APART = 4

/** The lines on the table laid level, those of one place at one place, and ending where they meet another. */
function ruled({ across, down }: Lines, flat: Flat, width: number, height: number): Rulings | undefined {
  const flatten = ({ x1, y1, x2, y2 }: Stroke) => [flat({ x: x1, y: y1 }), flat({ x: x2, y: y2 })] as const
  const level = across.map(flatten).map(([a, b]) => ({ at: height - (a.y + b.y) / 2, from: a.x, to: b.x }))
  const upright = down.map(flatten).map(([a, b]) => ({ at: (a.x + b.x) / 2, from: height - b.y, to: height - a.y }))
  const [ys, xs] = [places(level, [0, height]), places(upright, [0, width])]
  const snapped = (lines: readonly Ruling[], own: readonly number[], other: readonly number[]): Ruling[] =>
    lines.map(({ at, from, to }) => ({ at: nearest(own, at), from: met(other, from), to: met(other, to) }))
  const rulings = { across: snapped(level, ys, xs), down: snapped(upright, xs, ys) }
  return closes(rulings.across, xs) && closes(rulings.down, ys) ? rulings : undefined
}

function places(lines: readonly Ruling[], sides: readonly number[]): number[] {
  const groups: number[][] = []
  for (const at of [...lines.map(({ at }) => at), ...sides].sort((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && at - group.at(-1)! <= APART) group.push(at)
    else groups.push([at])
  }
  return groups.map((group) => group.reduce((sum, at) => sum + at, 0) / group.length)
}

const nearest = (all: readonly number[], at: number): number =>
  all.reduce((best, other) => (Math.abs(other - at) < Math.abs(best - at) ? other : best), all[0] ?? at)

const met = (all: readonly number[], at: number): number => {
  const other = nearest(all, at)
  return Math.abs(other - at) <= 2 * APART ? other : at
}

/** Nearly all lines of a table end at another one; arrows and branches of a drawing do not. */
function closes(lines: readonly Ruling[], others: readonly number[]): boolean {
  const loose = lines.filter(({ from, to }) => !others.includes(from) || !others.includes(to))
  return loose.length <= 0.15 * lines.length
}

const ends = ({ x1, y1, x2, y2 }: Stroke): readonly [Point, Point] => [
  { x: x1, y: y1 },
  { x: x2, y: y2 },
]

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

export const lengthOf = ({ x1, y1, x2, y2 }: Stroke): number => Math.hypot(x2 - x1, y2 - y1)

/** From a point to the nearest one of a line. */
function distanceTo({ x1, y1, x2, y2 }: Stroke, { x, y }: Point): number {
  const [across, down] = [x2 - x1, y2 - y1]
  const share = Math.max(0, Math.min(1, ((x - x1) * across + (y - y1) * down) / (across * across + down * down || 1)))
  return Math.hypot(x - x1 - share * across, y - y1 - share * down)
}

function meet(level: Stroke, upright: Stroke, near: number): boolean {
  const point = crossing(level, upright)
  return distanceTo(level, point) <= near && distanceTo(upright, point) <= near
}

/** Where two lines cross, or would if they went on. */
export function crossing(a: Stroke, b: Stroke): Point {
  const [ax, ay, bx, by] = [a.x2 - a.x1, a.y2 - a.y1, b.x2 - b.x1, b.y2 - b.y1]
  const across = ax * by - ay * bx || 1e-9
  const share = ((b.x1 - a.x1) * by - (b.y1 - a.y1) * bx) / across
  return { x: a.x1 + share * ax, y: a.y1 + share * ay }
}
