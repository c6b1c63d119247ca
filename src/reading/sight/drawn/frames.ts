import { type RuledLayout, ruledLayouts } from '../../formats/tables/ruled-grid.ts'
import { type Corners, type Mapping, mapping, type Point } from './flat.ts'
import { crossing, distance, distanceTo, ends, lengthOf, meet } from './geometry.ts'
import { heightOn, type Segment, type Stroke } from './level.ts'
import type { Strokes } from './strokes.ts'
import { type Lines, pieceOf, ruled } from './walls.ts'

/**
 * Drawn lines that may be those of a table. `flat` tells where a point of the picture lies on the table laid level, in
 * points (1/72 inch) from its bottom left, as on a PDF page, `seen` where a point of that lies on the picture. `layouts`
 * are its cells there, `across` and `down` its lines on the picture; `walls` are its columns', whole where something covers
 * them. `perPoint` says how many pixels a point is.
 */
export type Frame = {
  readonly across: readonly Segment[]
  readonly down: readonly Segment[]
  readonly walls: readonly Segment[]
  readonly flat: Mapping
  readonly seen: Mapping
  readonly width: number
  readonly height: number
  readonly perPoint: number
  readonly layouts: readonly RuledLayout[]
}

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
  if (group.across.length < 3 || group.down.length === 0) return undefined
  const corners = cornersOf(group, perMm)
  if (!corners) return undefined
  const [a, b, c, d] = corners
  const perPoint = (perMm * 25.4) / 72
  const width = (distance(a, b) + distance(d, c)) / 2 / perPoint
  const height = (distance(a, d) + distance(b, c)) / 2 / perPoint
  const level: Corners = [
    { x: 0, y: height },
    { x: width, y: height },
    { x: width, y: 0 },
    { x: 0, y: 0 },
  ]
  const [flat, seen] = [mapping(corners, level), mapping(level, corners)]
  const lines = flat && ruled(group, flat, width, height)
  if (!lines || !seen) return undefined
  const layouts = ruledLayouts(lines)
  if (layouts.length === 0) return undefined
  const walls = lines.down.map(({ at, from, to }): Segment => {
    const [top, foot] = [seen({ x: at, y: to }), seen({ x: at, y: from })]
    return { x1: top.x, y1: top.y, x2: foot.x, y2: foot.y }
  })
  const [across, down] = [lines.across, lines.down].map((some) => some.flatMap(pieceOf))
  return { across: across ?? [], down: down ?? [], walls, flat, seen, width, height, perPoint, layouts }
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
