const [LINE, PADDING, LEAST, MOST] = [14, 4, 20, 409]

/** Row height in points so that wrapped text shows whole: spreadsheet programs do not fit the rows of a file they did not write. */
export function heightOf(values: readonly (string | number)[], widths: readonly number[]): number {
  const lines = values.map((value, index) => linesOf(String(value), widths[index] ?? 10))
  return Math.min(MOST, Math.max(LEAST, Math.max(1, ...lines) * LINE + PADDING))
}

/** A Han sign fills two of the digits that a column's width counts, and a break never fills a line to its end. */
function linesOf(text: string, width: number): number {
  const room = Math.max(2, width - 2)
  return text
    .split('\n')
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(Array.from(line, signWidth).reduce((a, b) => a + b, 0) / room)),
      0,
    )
}

const signWidth = (sign: string): number => (sign.codePointAt(0)! > 0x2000 ? 2 : 1)
