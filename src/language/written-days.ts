import { type Day, dayOf } from '../core/day.ts'

/** A day mentioned in a text: where it starts and ends in the text that was given, and whether it had to be repaired. */
export type Mention = { readonly day: Day; readonly start: number; readonly end: number; readonly repaired: boolean }

const NUMERALS = '〇一二三四五六七八九'
// Zeros as typists write them: the letter O, the circles U+25CB and U+25EF, the full-width forms (NFKC folds those).
const ZERO = '〇零○◯OoΟ'
const D = `[\\d${NUMERALS}${ZERO}]`
const N = `[\\d${NUMERALS}${ZERO}十]`
const HAN = `[${NUMERALS}${ZERO}十]`

type Pattern = {
  readonly pattern: RegExp
  /** Whether it takes 年 and 月, or four digits: most texts hold neither, and looking for a word is quicker. */
  readonly of: 'words' | 'digits'
  readonly year: (text: string) => number | undefined
  readonly repaired: boolean
}

const PATTERNS: readonly Pattern[] = [
  {
    pattern: new RegExp(`(?<!${D})(${D}{4})\\s*年\\s*(${N}{1,3})\\s*月\\s*(${N}{1,3})\\s*[日号]`, 'gu'),
    of: 'words',
    year: digitwise,
    repaired: false,
  },
  {
    pattern: /(?<!\d)((?:19|20)\d{2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})(?!\d)/gu,
    of: 'digits',
    year: digitwise,
    repaired: false,
  },
  // 20201223日 is a written day that lost 年 and 月.
  {
    pattern: /(?<![\d.])((?:19|20)\d{2})(\d{2})(\d{2})\s*日/gu,
    of: 'digits',
    year: digitwise,
    repaired: true,
  },
  { pattern: /(?<![\d.])((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/gu, of: 'digits', year: digitwise, repaired: false },
  {
    pattern: new RegExp(`(?<!${D})(${D}{4})\\s*年\\s*(${N}{1,3})\\s*月\\s*(${N}{1,3})\\s*$`, 'gu'),
    of: 'words',
    year: digitwise,
    repaired: true,
  },
  // 二六年十二月十八日: some fonts have no 〇.
  {
    pattern: new RegExp(`(?<!${N})([一二][${NUMERALS}]{1,2})年(${HAN}{1,3})月(${HAN}{1,3})日`, 'gu'),
    of: 'words',
    year: withZeros,
    repaired: true,
  },
]

// A sign that folding changes may turn out to be one of these.
const FOLDS = '[^\\0-\\u00ff\\u3000-\\u303f\\u4e00-\\u9fff]'
const MAYBE = new RegExp(`[年\\d]|${FOLDS}`, 'u')
const FOLDED = new RegExp(FOLDS, 'gu')

/** Every real day a text mentions, in the order it mentions them. Full-width and Chinese numerals are read. */
export function daysIn(text: string): Mention[] {
  if (!MAYBE.test(text)) return []
  const signs = folded(text)
  const holds = { words: signs.includes('年') && signs.includes('月'), digits: /(?:19|20)\d\d/.test(signs) }
  const found: Mention[] = []
  for (const { pattern, of, year, repaired } of PATTERNS) {
    if (!holds[of]) continue
    // `matchAll` would make a new pattern for every text.
    pattern.lastIndex = 0
    for (let match = pattern.exec(signs); match; match = pattern.exec(signs)) {
      const day = dayOf(year(match[1]!) ?? Number.NaN, numberOf(match[2]!), numberOf(match[3]!))
      const [start, end] = [match.index, match.index + match[0].length]
      if (day && !found.some((other) => start < other.end && other.start < end))
        found.push({ day, start, end, repaired })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Folds sign by sign, so that positions in the folded text are positions in the given one. */
function folded(text: string): string {
  return text.replace(FOLDED, (sign) => {
    const plain = sign.normalize('NFKC')
    return plain.length === sign.length ? plain : sign
  })
}

function digit(sign: string): number {
  const at = NUMERALS.indexOf(sign)
  return at >= 0 ? at : ZERO.includes(sign) ? 0 : Number(sign)
}

function digitwise(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  return Number(Array.from(text, digit).join(''))
}

/** `二〇二五` is read digit by digit; in `三十一` the sign before 十 counts tens. */
export function numberOf(text: string): number {
  if (!text.includes('十')) return digitwise(text)
  const [tens, ones] = text.split('十')
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0)
}

/** The one year from 1949 to 2029 whose numerals without zeros are these; 二二 could be 2002 or 2020 and is none. */
function withZeros(text: string): number | undefined {
  const digits = String(digitwise(text))
  const years = Array.from({ length: 81 }, (_, n) => 1949 + n).filter(
    (year) => String(year).replaceAll('0', '') === digits,
  )
  return years.length === 1 ? years[0] : undefined
}
