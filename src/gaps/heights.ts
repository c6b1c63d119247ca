const [PADDING, LEAST, MOST] = [5, 20, 409]

/**
 * Row height in points so that wrapped text shows whole: spreadsheet programs do not fit the rows of a file they did not
 * write. Widths count digits of an 11-point face; `size` is that of the text.
 */
export function heightOf(values: readonly (string | number)[], widths: readonly number[], size = 11): number {
  const lines = values.map((value, index) => linesOf(String(value), widths[index] ?? 10, size / 11))
  return Math.min(MOST, Math.max(LEAST, Math.ceil(Math.max(1, ...lines) * size * 1.28 + PADDING)))
}

/** A Han sign fills two digits and a little, and a break never fills a line to its end. */
function linesOf(text: string, width: number, scale: number): number {
  const room = Math.max(2, width - 2.2)
  return text
    .split('\n')
    .reduce(
      (sum, line) =>
        sum + Math.max(1, Math.ceil((Array.from(line, signWidth).reduce((a, b) => a + b, 0) * scale) / room)),
      0,
    )
}

const signWidth = (sign: string): number => (sign.codePointAt(0)! > 0x2000 ? 2.1 : 1.05)
