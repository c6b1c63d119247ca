import type { Point } from './flat.ts'
import type { Segment } from './level.ts'

export const ends = ({ x1, y1, x2, y2 }: Segment): readonly [Point, Point] => [
  { x: x1, y: y1 },
  { x: x2, y: y2 },
]

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

export const lengthOf = ({ x1, y1, x2, y2 }: Segment): number => Math.hypot(x2 - x1, y2 - y1)

/** From a point to the nearest one of a line. */
export function distanceTo({ x1, y1, x2, y2 }: Segment, { x, y }: Point): number {
  const [across, down] = [x2 - x1, y2 - y1]
  const share = Math.max(0, Math.min(1, ((x - x1) * across + (y - y1) * down) / (across * across + down * down || 1)))
  return Math.hypot(x - x1 - share * across, y - y1 - share * down)
}

export function meet(level: Segment, upright: Segment, near: number): boolean {
  const point = crossing(level, upright)
  return distanceTo(level, point) <= near && distanceTo(upright, point) <= near
}

/** Where two lines cross, or would if they went on. */
export function crossing(a: Segment, b: Segment): Point {
  const [ax, ay, bx, by] = [a.x2 - a.x1, a.y2 - a.y1, b.x2 - b.x1, b.y2 - b.y1]
  const across = ax * by - ay * bx || 1e-9
  const share = ((b.x1 - a.x1) * by - (b.y1 - a.y1) * bx) / across
  return { x: a.x1 + share * ax, y: a.y1 + share * ay }
}
