import { type RuledLayout, ruledLayouts } from '../../formats/tables/ruled-grid.ts'
import type { Ruling } from '../../formats/tables/rulings.ts'
import { type Corners, type Mapping, mapping, type Point } from './flat.ts'
import { crossing, distance, distanceTo, ends, lengthOf, meet } from './geometry.ts'
import { heightOn, SEEN, type Segment, type Stroke } from './level.ts'
import type { Strokes } from './strokes.ts'

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

/** Points that lines of one place may lie apart on a bent page. */
const APART = 4

/** The lines on the table laid level, those of one place at one place, and ending where they meet another. */
function ruled({ across, down }: Lines, flat: Mapping, width: number, height: number): Ruled | undefined {
  const flatten = ({ x1, y1, x2, y2 }: Stroke) => [flat({ x: x1, y: y1 }), flat({ x: x2, y: y2 })] as const
  const level = across.map((stroke): Drawn => {
    const [a, b] = flatten(stroke)
    return { at: (a.y + b.y) / 2, from: a.x, to: b.x, stroke, isDown: false }
  })
  const upright = down.map((stroke): Drawn => {
    const [a, b] = flatten(stroke)
    return { at: (a.x + b.x) / 2, from: b.y, to: a.y, stroke, isDown: true }
  })
  const [ys, xs] = [places(level, [0, height]), places(upright, [0, width])]
  const rulings = { across: walls(level, ys, xs), down: walls(upright, xs, ys) }
  const all = level.length + upright.length
  const kept = new Set([...rulings.across, ...rulings.down].map(({ whole }) => whole)).size
  return kept >= TRUE * all ? rulings : undefined
}

/** Of a drawing's lines many lead nowhere; of a table's, only what letters and a seal left. */
const TRUE = 0.75

/** A wall stands from line to line. What touches but one is a letter's. */
function walls(lines: readonly Drawn[], own: readonly number[], other: readonly number[]): Wall[] {
  return lines.flatMap((line) => {
    const { at, from, to } = line
    const touched = other.filter((place) => from - 2 * APART <= place && place <= to + 2 * APART)
    const [first, last] = [touched[0], touched.at(-1)]
    if (first === undefined || last === undefined || first === last) return []
    const before = other.findLast((place) => place < first) ?? first
    const after = other.find((place) => place > last) ?? last
    // What ends on its way was covered there, or was a letter's from the last line on.
    const goesOn = (a: number, b: number, room: number) =>
      Math.abs(b - a) > 0.4 * Math.abs(room) && lookOf(marksBetween(line, Math.min(a, b), Math.max(a, b))) === 'drawn'
    const ends = [
      ...(from < first && goesOn(from, first, first - before) ? [before] : []),
      ...touched,
      ...(to > last && goesOn(last, to, after - last) ? [after] : []),
    ]
    const parts = ends.slice(1).map((end, index) => {
      const start = ends[index]!
      const look = start < first || end > last ? 'covered' : lookOf(marksBetween(line, start, end))
      return { at: nearest(own, at), from: start, to: end, whole: line, look }
    })
    // Something red from line to line is no wall, unless a wall leads there.
    return parts.some(({ look }) => look === 'drawn') ? joined(parts.filter(({ look }) => look !== 'none')) : []
  })
}

function joined(parts: readonly Wall[]): Wall[] {
  const whole: Wall[] = []
  for (const part of parts) {
    const before = whole.at(-1)
    if (before?.to === part.from) whole[whole.length - 1] = { ...before, to: part.to }
    else whole.push(part)
  }
  return whole
}

/** The part of a line on the picture that a ruling is made of. */
function pieceOf({ from, to, whole }: Wall): Segment {
  const { x1, y1, x2, y2 } = whole.stroke
  const [a, b] = sharesOf(whole, from, to)
  const [across, down] = [x2 - x1, y2 - y1]
  return { x1: x1 + a * across, y1: y1 + a * down, x2: x1 + b * across, y2: y1 + b * down }
}

/** How far along a line two places are, from its beginning on the picture: a line down begins at its top. */
function sharesOf({ from, to, isDown }: Drawn, start: number, end: number): readonly [number, number] {
  const share = (at: number) => Math.max(0, Math.min(1, isDown ? (to - at) / (to - from) : (at - from) / (to - from)))
  const [a, b] = [share(start), share(end)]
  return a < b ? [a, b] : [b, a]
}

/** What is seen of a line between two others, but for where it meets them. */
function marksBetween(line: Drawn, start: number, end: number): Uint8Array {
  const { marks } = line.stroke
  const rim = 0.1 * (end - start)
  const [a, b] = sharesOf(line, start + rim, end - rim)
  return marks.subarray(Math.floor(a * marks.length), Math.ceil(b * marks.length))
}

/**
 * In a full cell, the strokes of a line's letters make a line from wall to wall; but there are gaps between them, and ink
 * close by on both sides or along much of one.
 */
function lookOf(marks: Uint8Array): 'drawn' | 'covered' | 'none' {
  const share = (mark: number) => marks.reduce((sum, seen) => sum + Number((seen & mark) > 0), 0) / (marks.length || 1)
  const [line, cover, before, behind] = [share(SEEN.line), share(SEEN.cover), share(SEEN.before), share(SEEN.behind)]
  if (line + cover < 0.6) return 'none'
  const isWriting = Math.min(before, behind) > 0.12 || Math.max(before, behind) > 0.35
  if (isWriting && (line < 0.97 || Math.min(before, behind) > 0.4)) return 'none'
  return line >= 0.6 ? 'drawn' : 'covered'
}

type Drawn = Ruling & { readonly stroke: Stroke; readonly isDown: boolean }

/** A stretch of a line between two others; where something covers the line it may reach beyond it. */
type Wall = Ruling & { readonly whole: Drawn }

type Ruled = { readonly across: readonly Wall[]; readonly down: readonly Wall[] }

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
