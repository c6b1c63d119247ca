// Control codes, line separators, and the marks that turn the direction of writing: a hostile file name must not move the
// cursor. Halves of signs and the two codes that XML has no room for would make a workbook that does not open.
const HIDDEN = /[\p{Cc}\p{Cs}\ufffe\uffff\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Foreign text for a terminal or a single line: control codes become visible signs (ESC → ␛, newline → ␊). */
export function visible(text: string): string {
  return text.replace(HIDDEN, (sign) => {
    const code = sign.charCodeAt(0)
    return code < 32
      ? String.fromCharCode(0x2400 + code)
      : code === 127
        ? '␡'
        : `\\u${code.toString(16).padStart(4, '0')}`
  })
}
