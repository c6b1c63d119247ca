import { type Day, dayOf } from './day.ts'

/** A day mentioned in a text: where it starts and ends in the text that was given, and whether it had to be repaired. */
export type Mention = { readonly day: Day; readonly start: number; readonly end: number; readonly repaired: boolean }

const NUMERALS = '〇一二三四五六七八九'
// Zeros as typists write them: the letter O, the circles U+25CB and U+25EF, the full-width forms (NFKC folds those).
const ZERO = '〇零○◯OoΟ'
const D = `[\\d${NUMERALS}${ZERO}]`
const N = `[\\d${NUMERALS}${ZERO}十]`
const PATTERNS: readonly { readonly pattern: RegExp; readonly repaired: boolean }[] = [
  { pattern: new RegExp(`(${D}{4})\\s*年\\s*(${N}{1,3})\\s*月\\s*(${N}{1,3})\\s*[日号]`, 'gu'), repaired: false },
  { pattern: /(?<!\d)((?:19|20)\d{2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})(?!\d)/gu, repaired: false },
  { pattern: /(?<![\d.])((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/gu, repaired: false },
]

/** Every real day a text mentions, in the order it mentions them. Full-width and Chinese numerals are read. */
export function daysIn(text: string): Mention[] {
  const found: Mention[] = []
  for (const { pattern, repaired } of PATTERNS)
    for (const match of folded(text).matchAll(pattern)) {
      const day = dayOf(digitwise(match[1]!), numberOf(match[2]!), numberOf(match[3]!))
      const [start, end] = [match.index, match.index + match[0].length]
      if (day && !found.some((other) => start < other.end && other.start < end)) found.push({ day, start, end, repaired })
    }
  return found.sort((a, b) => a.start - b.start)
}

/** Folds sign by sign, so that positions in the folded text are positions in the given one. */
function folded(text: string): string {
  return Array.from(text, (sign) => {
    const plain = sign.normalize('NFKC')
    return plain.length === sign.length ? plain : sign
  }).join('')
}

function digit(sign: string): number {
  const at = NUMERALS.indexOf(sign)
  return at >= 0 ? at : ZERO.includes(sign) ? 0 : Number(sign)
}

const digitwise = (text: string): number => Number(Array.from(text, digit).join(''))

/** `二〇二五` is read digit by digit; in `三十一` the sign before 十 counts tens. */
export function numberOf(text: string): number {
  const [tens, ones] = text.split('十')
  if (ones === undefined) return digitwise(text)
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0)
}
