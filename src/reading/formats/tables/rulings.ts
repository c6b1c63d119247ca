/** A drawn line along an axis, from one end to the other; `at` is its place on the other axis. */
export type Ruling = { readonly at: number; readonly from: number; readonly to: number }

export type Rulings = { readonly across: readonly Ruling[]; readonly down: readonly Ruling[] }

/** Whether these lines can make a table at all. */
export const mayRule = ({ across, down }: Rulings): boolean => across.length >= 3 && down.length > 0

/** What pdf.js draws on a page: operators and what they work on. */
export type Operators = {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly (readonly unknown[] | null)[]
}

export type Matrix = readonly [number, number, number, number, number, number]
export type Point = readonly [number, number]

// Numbers of pdf.js's OPS.
const OP = { save: 10, restore: 11, transform: 12, form: 74, formEnd: 75, path: 91 }
const STROKES: readonly number[] = [20, 21, 24, 25, 26, 27]
const FILLS: readonly number[] = [22, 23]
// How many numbers follow each drawing step: move, line, curve, close.
const STEPS: readonly number[] = [2, 2, 6, 0]

const SAME: Matrix = [1, 0, 0, 1, 0, 0]
/** How a page that is turned clockwise, once to three times, comes to lie as it is meant to be looked at. */
export const TURNS: readonly [Matrix, Matrix, Matrix, Matrix] = [
  SAME,
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
]
/** Points. Word draws the border of a cell as a filled box this thin. */
const THIN = 3
const SHORT = 4
export const MOST_RULINGS = 20_000

/** The horizontal and vertical lines on a page, in points. */
export function rulingsOf({ fnArray, argsArray }: Operators, turn: Matrix = SAME): Rulings {
  const found: Found = { across: [], down: [] }
  const saved: Matrix[] = []
  let now = turn
  for (const [i, operator] of fnArray.entries()) {
    const given = argsArray[i]
    if (operator === OP.save) saved.push(now)
    else if (operator === OP.restore || operator === OP.formEnd) now = saved.pop() ?? turn
    else if (operator === OP.transform) now = times(now, given)
    else if (operator === OP.form) {
      saved.push(now)
      now = times(now, given?.[0])
    } else if (operator === OP.path) addPath(found, given ?? [], now)
    if (found.across.length + found.down.length > MOST_RULINGS) break
  }
  return found
}

/** Rulings as they are gathered. */
export type Found = { readonly across: Ruling[]; readonly down: Ruling[] }

function addPath(found: Found, [paint, parts]: readonly unknown[], matrix: Matrix): void {
  const strokes = STROKES.includes(Number(paint))
  if (!strokes && !FILLS.includes(Number(paint))) return
  for (const points of subpaths(Array.isArray(parts) ? parts[0] : undefined, matrix)) addPart(found, points, strokes)
}

/** The corners of one part of a painted path: each of its strokes may be a ruling, or a thin area as a whole. */
export function addPart(found: Found, points: readonly Point[], strokes: boolean): void {
  if (strokes) for (let i = 1; i < points.length; i++) addLine(found, points[i - 1]!, points[i]!)
  else addBox(found, points)
}

/** The corners of each part of a path. A part with a curve in it is no ruling. */
function subpaths(steps: unknown, matrix: Matrix): Point[][] {
  const numbers = steps instanceof Float32Array || Array.isArray(steps) ? Array.from(steps, Number) : []
  const paths: Point[][] = []
  for (let at = 0; at < numbers.length; ) {
    const step = numbers[at]!
    const count = STEPS[step]
    if (count === undefined) return []
    const path = paths.at(-1)
    if (step === 0) paths.push([pointOn(matrix, numbers[at + 1]!, numbers[at + 2]!)])
    else if (step === 1) path?.push(pointOn(matrix, numbers[at + 1]!, numbers[at + 2]!))
    else if (step === 3 && path?.[0]) path.push(path[0])
    else if (step === 2) return []
    at += 1 + count
  }
  return paths
}

function addLine(found: Found, [x1, y1]: Point, [x2, y2]: Point): void {
  const [width, height] = [Math.abs(x1 - x2), Math.abs(y1 - y2)]
  if (height < 1 && width > SHORT)
    found.across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) })
  else if (width < 1 && height > SHORT)
    found.down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) })
}

function addBox(found: Found, points: readonly Point[]): void {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (high - low < THIN && right - left > SHORT) found.across.push({ at: (low + high) / 2, from: left, to: right })
  else if (right - left < THIN && high - low > SHORT) found.down.push({ at: (left + right) / 2, from: low, to: high })
}

export const pointOn = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
]

export function times(outer: Matrix, given: unknown): Matrix {
  const inner = Array.isArray(given) || given instanceof Float32Array ? Array.from(given, Number) : []
  const [a, b, c, d, e, f] = inner
  if (inner.length !== 6 || inner.some((value) => !Number.isFinite(value))) return outer
  const [x, y] = pointOn(outer, e!, f!)
  return [
    outer[0] * a! + outer[2] * b!,
    outer[1] * a! + outer[3] * b!,
    outer[0] * c! + outer[2] * d!,
    outer[1] * c! + outer[3] * d!,
    x,
    y,
  ]
}
