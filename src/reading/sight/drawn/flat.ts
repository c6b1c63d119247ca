export type Point = { readonly x: number; readonly y: number }

/** Top left, top right, bottom right, bottom left. */
export type Corners = readonly [Point, Point, Point, Point]

export type Mapping = (point: Point) => Point

/** Lays one slanting square on another, as a lens does: undefined where three corners lie in a row. */
export function mapping(from: Corners, to: Corners): Mapping | undefined {
  const h = solved(
    from.flatMap(({ x, y }, at) => {
      const { x: u, y: v } = to[at]!
      return [
        [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
        [0, 0, 0, x, y, 1, -v * x, -v * y, v],
      ]
    }),
  )
  if (!h) return undefined
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, i = 0] = h
  return ({ x, y }) => {
    const far = g * x + i * y + 1
    return { x: (a * x + b * y + c) / far, y: (d * x + e * y + f) / far }
  }
}

/** Gauss's way with eight equations, the right side in the last column. Undefined where three corners lie in a row. */
function solved(rows: number[][]): number[] | undefined {
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    const own = rows[column]!
    if (Math.abs(own[column]!) < 1e-9) return undefined
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const by = rows[row]![column]! / own[column]!
      for (let at = column; at <= size; at++) rows[row]![at]! -= by * own[at]!
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!)
}
