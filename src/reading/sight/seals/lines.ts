/** Rules of letterheads and borders of tables hang by up to 3°. */
const SLOPES = Array.from({ length: 25 }, (_, index) => (index - 12) * 0.0044)

/** What is left of a map of zeros and ones without its straight, nearly level or upright lines of at least this length. */
export function withoutLines(red: Uint8Array, width: number, height: number, long: number): Uint8Array {
  const out = red.slice()
  const level: Sweep = { lines: height, length: width, across: 1, down: width }
  const upright: Sweep = { lines: width, length: height, across: width, down: 1 }
  const places = placesOf(red)
  for (const sweep of [level, upright]) for (const slope of SLOPES) erase(red, out, places, sweep, slope, long)
  return bridged(out, places, [width, 1])
}

const BRIDGE = 12

/** What crosses a line is cut in two with it; it gets back what has red on both sides. */
function bridged(left: Uint8Array, places: Int32Array, steps: readonly number[]): Uint8Array {
  const out = left.slice()
  for (const place of places)
    if (!left[place]) out[place] = Number(steps.some((step) => isNear(left, place, step) && isNear(left, place, -step)))
  return out
}

function isNear(left: Uint8Array, place: number, step: number): boolean {
  for (let at = 1; at <= BRIDGE; at++) if (left[place + at * step]) return true
  return false
}

/** `across` is the step along a line, `down` the step from one line to the next. */
type Sweep = { readonly lines: number; readonly length: number; readonly across: number; readonly down: number }

function placesOf(red: Uint8Array): Int32Array {
  const places = new Int32Array(red.length)
  let count = 0
  for (let at = 0; at < red.length; at++) if (red[at]) places[count++] = at
  return places.subarray(0, count)
}

function erase(red: Uint8Array, out: Uint8Array, places: Int32Array, sweep: Sweep, slope: number, long: number): void {
  const { lines, length, across, down } = sweep
  const drift = new Int32Array(length)
  for (let at = 0; at < length; at++) drift[at] = Math.round(slope * (at - length / 2))

  const counts = new Int32Array(lines)
  for (const place of places) {
    const at = across === 1 ? place % down : (place / across) | 0
    const line = (across === 1 ? (place / down) | 0 : place % across) - drift[at]!
    if (line >= 0 && line < lines) counts[line]!++
  }
  for (let line = 0; line < lines; line++) if (counts[line]! >= long) sweepOne(line)

  // The pale rim of a line is a pixel wide, and would still join what the line crosses.
  function wipe(at: number, line: number): void {
    for (let row = Math.max(0, line - 1); row <= Math.min(lines - 1, line + 1); row++) out[at * across + row * down] = 0
  }

  function sweepOne(line: number): void {
    for (let at = 0, run = 0; at <= length; at++) {
      const row = at < length ? line + drift[at]! : -1
      if (row >= 0 && row < lines && red[at * across + row * down]) {
        run++
        continue
      }
      if (run >= long) for (let back = at - run; back < at; back++) wipe(back, line + drift[back]!)
      run = 0
    }
  }
}
