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
  const room = Math.max(2, width - 2.2) / scale
  let [lines, filled] = [0, 0]
  for (let at = 0; at <= text.length; at++) {
    const sign = text.charCodeAt(at)
    if (at === text.length || sign === 10) {
      lines += Math.max(1, Math.ceil(filled / room))
      filled = 0
      // Half of a sign beyond the first plane counts half.
    } else filled += sign > 0x2000 ? (sign >= 0xd800 && sign < 0xe000 ? 1.05 : 2.1) : 1.05
  }
  return lines
}
