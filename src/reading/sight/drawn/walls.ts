import type { Ruling } from '../../formats/tables/rulings.ts'
import type { Mapping } from './flat.ts'
import type { Segment, Stroke } from './level.ts'
import { SEEN } from './marks.ts'

/** Lines across and down that may be those of a table. */
export type Lines = { readonly across: readonly Stroke[]; readonly down: readonly Stroke[] }

/** Points that lines of one place may lie apart on a bent page. */
const APART = 4

/** The lines on the table laid level, those of one place at one place, and ending where they meet another. */
export function ruled({ across, down }: Lines, flat: Mapping, width: number, height: number): Ruled | undefined {
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
export function pieceOf({ from, to, whole }: Wall): Segment {
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
