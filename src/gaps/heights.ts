const [PADDING, LEAST, MOST] = [5, 20, 409]

/**
 * Row height in points so that wrapped text shows whole: spreadsheet programs do not fit the rows of a file they did not
 * write. Widths count digits of an 11-point face; `size` is that of the text.
 */
export function heightOf(values: readonly (string | number)[], widths: readonly number[], size = 11): number {
  const lines = values.map((value, index) => linesOf(String(value), widths[index] ?? 10, size / 11))
  return Math.min(MOST, Math.max(LEAST, Math.ceil(Math.max(1, ...lines) * size * 1.28 + PADDING)))
}

/** What is not broken: a stretch of letters, digits and their signs, or one sign of any other script. */
const PIECES = /\n|[\x21-\x7e]+|[\s\S]/g

/** A Han sign fills two digits and a little. A word that does not fit goes to the next line whole. */
function linesOf(text: string, width: number, scale: number): number {
  const room = Math.max(2, width - 2.2) / scale
  let [lines, filled] = [1, 0]
  for (const piece of text.match(PIECES) ?? []) {
    const wide = piece === '\n' ? 0 : wideOf(piece)
    if (piece === '\n') [lines, filled] = [lines + 1, 0]
    else if (filled + wide <= room) filled += wide
    else {
      // Longer than a line by itself, it is broken wherever the line ends.
      const broken = Math.max(0, Math.ceil(wide / room) - 1)
      ;[lines, filled] = [lines + (filled > 0 ? 1 : 0) + broken, wide - broken * room]
    }
  }
  return lines
}

/** In digits; half of a sign beyond the first plane counts half. */
function wideOf(piece: string): number {
  const sign = piece.charCodeAt(0)
  if (sign <= 0x2000) return piece.length * 1.05
  return sign >= 0xd800 && sign < 0xe000 ? 1.05 : 2.1
}
