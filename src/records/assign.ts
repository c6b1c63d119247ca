/**
 * The best one-to-one assignment of rows to columns of a matrix of worths (Hungarian method, O(n²m), where n are the rows): the column of each
 * row, or -1 where none is worth anything.
 */
export function assigned(worth: readonly (readonly number[])[], columns: number): number[] {
  const rows = worth.length
  const size = Math.max(rows, columns)
  if (rows === 0 || columns === 0) return worth.map(() => -1)
  const cost = (row: number, column: number): number => -(worth[row]?.[column] ?? 0)
  const [u, v] = [new Float64Array(size + 1), new Float64Array(size + 1)]
  const match = new Int32Array(size + 1)
  const way = new Int32Array(size + 1)
  for (let row = 1; row <= rows; row++) {
    match[0] = row
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(size + 1)
    let at = 0
    do {
      used[at] = 1
      const current = match[at]!
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let column = 1; column <= size; column++) {
        if (used[column]) continue
        const reduced = cost(current - 1, column - 1) - u[current]! - v[column]!
        if (reduced < least[column]!) {
          least[column] = reduced
          way[column] = at
        }
        if (least[column]! < delta) {
          delta = least[column]!
          next = column
        }
      }
      for (let column = 0; column <= size; column++)
        if (used[column]) {
          u[match[column]!]! += delta
          v[column]! -= delta
        } else least[column]! -= delta
      at = next
    } while (match[at] !== 0)
    do {
      const before = way[at]!
      match[at] = match[before]!
      at = before
    } while (at !== 0)
  }
  const result = worth.map(() => -1)
  for (let column = 1; column <= columns; column++) {
    const row = match[column]! - 1
    if (row >= 0 && row < rows && (worth[row]![column - 1] ?? 0) > 0) result[row] = column - 1
  }
  return result
}
