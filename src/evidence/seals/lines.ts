/** Rules of letterheads and borders of tables hang by up to 3°. */
const SLOPES = Array.from({ length: 25 }, (_, index) => (index - 12) * 0.0044)

/** What is left of a map of zeros and ones without its straight, nearly level or upright lines of at least this length. */
export function withoutLines(red: Uint8Array, width: number, height: number, long: number): Uint8Array {
  const out = red.slice()
  const level: Sweep = { lines: height, length: width, across: 1, down: width }
  const upright: Sweep = { lines: width, length: height, across: width, down: 1 }
  const places = placesOf(red)
  for (const sweep of [level, upright]) for (const slope of SLOPES) erase(red, out, places, sweep, slope, long)
  return out
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

  function sweepOne(line: number): void {
    for (let at = 0, run = 0; at <= length; at++) {
      const row = at < length ? line + drift[at]! : -1
      if (row >= 0 && row < lines && red[at * across + row * down]) {
        run++
        continue
      }
      if (run >= long)
        for (let back = at - run; back < at; back++) out[back * across + (line + drift[back]!) * down] = 0
      run = 0
    }
  }
}
