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
