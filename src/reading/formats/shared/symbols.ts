/** Signs that fonts of pictures show in the place of letters, by the letter's code: boxes, ticks, crosses, dots. */
const SHOWN: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    108: '●',
    109: '○',
    110: '■',
    111: '□',
    112: '□',
    113: '□',
    114: '□',
    161: '○',
    167: '▪',
    168: '□',
    251: '✘',
    252: '✔',
    253: '☒',
    254: '☑',
  },
  'wingdings 2': {
    79: '✘',
    80: '✔',
    81: '☒',
    82: '☑',
    83: '☒',
    84: '☒',
    151: '●',
    152: '●',
    153: '○',
    154: '○',
    162: '■',
    163: '□',
    164: '□',
  },
  webdings: { 97: '✔', 99: '□', 103: '■', 114: '✘' },
  symbol: { 180: '×', 183: '•', 214: '√' },
}

/** Where symbol fonts keep their signs in Unicode. */
const PRIVATE = 0xf000

const tableOf = (font: string): Readonly<Record<number, string>> | undefined => {
  const name = font.trim().toLowerCase()
  return Object.hasOwn(SHOWN, name) ? SHOWN[name] : undefined
}

export const isSymbolFont = (font: string): boolean => tableOf(font) !== undefined

/** What a font shows for a code; empty for a drawing that says nothing. Of other fonts the character itself. */
export function symbolOf(font: string, code: number): string {
  const letter = code >= PRIVATE && code <= PRIVATE + 0xff ? code - PRIVATE : code
  const shown = tableOf(font)?.[letter]
  return shown ?? (letter === code && code > 0x1f && code < 0xd800 ? String.fromCharCode(code) : '')
}

/** A text as a font shows it. Han are of another font, whatever is said; a letter that is no known drawing stays. */
export const shownIn = (font: string, text: string): string =>
  isSymbolFont(font) ? text.replace(/[!-\xff\uf000-\uf0ff]/g, (sign) => symbolOf(font, sign.charCodeAt(0))) : text

export const boxOf = (isTicked: boolean): string => (isTicked ? '☑' : '□')
