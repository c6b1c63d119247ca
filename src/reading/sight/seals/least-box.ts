export type Place = { readonly x: number; readonly y: number }

/** A box that may stand at an angle: its centre, its sizes, and the direction of its width. */
export type Tilted = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly cos: number
  readonly sin: number
}

/** The smallest box around these points; one of its sides lies on a side of their hull. */
export function leastBox(points: readonly Place[]): Tilted | undefined {
  const corners = hull(points)
  let best: Tilted | undefined
  for (const [index, from] of corners.entries()) {
    const to = corners[(index + 1) % corners.length]!
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    if (length === 0) continue
    const box = boxAlong(corners, (to.x - from.x) / length, (to.y - from.y) / length)
    if (!best || box.width * box.height < best.width * best.height) best = box
  }
  return best
}

/**
 * The box around these points along the long axis of their hull. For an oval the smallest box is no guide: turned by 9°,
 * it has hardly a hundredth more.
 */
export function ovalBox(points: readonly Place[]): Tilted | undefined {
  const corners = hull(points)
  if (corners.length < 3) return undefined
  const angle = axisOf(corners)
  return boxAlong(corners, Math.cos(angle), Math.sin(angle))
}

/** The angle of the long axis, from the second moments of a polygon's area. */
function axisOf(corners: readonly Place[]): number {
  const centre = {
    x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
    y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length,
  }
  let [area, mx, my, xx, yy, xy] = [0, 0, 0, 0, 0, 0]
  for (const [at, corner] of corners.entries()) {
    const next = corners[(at + 1) % corners.length]!
    const [a, b, c, d] = [corner.x - centre.x, corner.y - centre.y, next.x - centre.x, next.y - centre.y]
    const cross = a * d - c * b
    area += cross / 2
    mx += ((a + c) * cross) / 6
    my += ((b + d) * cross) / 6
    xx += ((a * a + a * c + c * c) * cross) / 12
    yy += ((b * b + b * d + d * d) * cross) / 12
    xy += ((a * d + 2 * a * b + 2 * c * d + c * b) * cross) / 24
  }
  if (area === 0) return 0
  return Math.atan2(2 * (xy - (mx * my) / area), xx - (mx * mx) / area - (yy - (my * my) / area)) / 2
}

function boxAlong(corners: readonly Place[], cos: number, sin: number): Tilted {
  const along = corners.map(({ x, y }) => x * cos + y * sin)
  const across = corners.map(({ x, y }) => y * cos - x * sin)
  const [left, right] = [Math.min(...along), Math.max(...along)]
  const [top, bottom] = [Math.min(...across), Math.max(...across)]
  const [u, v] = [(left + right) / 2, (top + bottom) / 2]
  return { x: u * cos - v * sin, y: u * sin + v * cos, width: right - left + 1, height: bottom - top + 1, cos, sin }
}

/** Andrew's monotone chain. */
function hull(points: readonly Place[]): Place[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const half = (ordered: readonly Place[]): Place[] => {
    const chain: Place[] = []
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return sorted.length < 3 ? [] : [...half(sorted), ...half(sorted.toReversed())]
}

const turn = (a: Place, b: Place, c: Place): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
