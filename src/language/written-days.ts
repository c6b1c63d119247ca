import { type Day, dayOf } from '../core/day.ts'
import { Taken } from './taken.ts'

/** A day mentioned in a text: where it starts and ends in the text that was given, and whether it had to be repaired. */
export type Mention = { readonly day: Day; readonly start: number; readonly end: number; readonly repaired: boolean }

const NUMERALS = '〇一二三四五六七八九'
// As contracts write them, so that nobody can mend them.
const FORMAL = '零壹贰叁肆伍陆柒捌玖'
// Zeros as typists write them: the letters of three alphabets, the circles U+25CB and U+25EF, the full-width forms (NFKC
// folds those).
const ZERO = '〇零○◯OoΟοОо'
const HAN_DIGIT = `${NUMERALS}${FORMAL}${ZERO}`
// What recognisers take a one for.
const ONE = 'lI'
const D = `[\\d${HAN_DIGIT}${ONE}]`
// 廿五 and 卅一, as letterheads of old offices have them.
const N = `[\\d${HAN_DIGIT}${ONE}十拾廿卅]`
const HAN = `[${HAN_DIGIT}十拾廿卅]`
// Dashes of every length stand for hyphens, but one day has one sign: 2019.1—12 is a year's months.
const DASH = '[-./·‐‑‒–—―−]'

type Pattern = {
  readonly pattern: RegExp
  /** Whether it takes 年 and 月, or four digits: most texts hold neither, and looking for a word is quicker. */
  readonly of: 'words' | 'digits'
  readonly year: (text: string) => number | undefined
  readonly repaired: boolean
}

const WRITTEN = `(?<!${D})(?:公元\\s*)?(?<y>${D}{4})\\s*年\\s*(?<m>${N}{1,3})\\s*月\\s*(?<d>${N}{1,3})\\s*`

const PATTERNS: readonly Pattern[] = [
  { pattern: new RegExp(`${WRITTEN}[日号]`, 'gu'), of: 'words', year: digitwise, repaired: false },
  {
    pattern: new RegExp(
      `(?<!\\d)(?<y>(?:19|20)\\d{2})\\s*(?<dash>${DASH})\\s*(?<m>\\d{1,2})\\s*\\k<dash>\\s*(?<d>\\d{1,2})(?!\\d)`,
      'gu',
    ),
    of: 'digits',
    year: digitwise,
    repaired: false,
  },
  // 20201223日 is a written day that lost 年 and 月.
  {
    pattern: /(?<![\d.])(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})\s*日/gu,
    of: 'digits',
    year: digitwise,
    repaired: true,
  },
  {
    pattern: /(?<![\d.])(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})(?!\d)/gu,
    of: 'digits',
    year: digitwise,
    repaired: false,
  },
  { pattern: new RegExp(`${WRITTEN}$`, 'gu'), of: 'words', year: digitwise, repaired: true },
  // 二六年十二月十八日: some fonts have no 〇.
  {
    pattern: new RegExp(`(?<!${N})(?<y>[一二][${NUMERALS}]{1,2})年(?<m>${HAN}{1,3})月(?<d>${HAN}{1,3})日`, 'gu'),
    of: 'words',
    year: withZeros,
    repaired: true,
  },
]

const MISREAD = new RegExp(`[${ONE}]`)

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
  const taken = new Taken(signs.length)
  for (const { pattern, of, year, repaired } of PATTERNS) {
    if (!holds[of]) continue
    // `matchAll` would make a new pattern for every text.
    pattern.lastIndex = 0
    for (let match = pattern.exec(signs); match; match = pattern.exec(signs)) {
      const { y = '', m = '', d = '' } = match.groups ?? {}
      const day = dayOf(year(y) ?? Number.NaN, numberOf(m), numberOf(d))
      const [start, end] = [match.index, match.index + match[0].length]
      if (day && taken.take(start, end)) found.push({ day, start, end, repaired: repaired || MISREAD.test(y + m + d) })
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
  const at = Math.max(NUMERALS.indexOf(sign), FORMAL.indexOf(sign))
  return at >= 0 ? at : ZERO.includes(sign) ? 0 : ONE.includes(sign) ? 1 : Number(sign)
}

/** `二〇二一`, `2O21`: sign by sign, whatever stands for a nought. */
export function digitwise(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  return Number(Array.from(text, digit).join(''))
}

/** `二〇二五` is read digit by digit; in `三十一` the sign before 十 counts tens, and 廿 and 卅 are two and three of them. */
export function numberOf(given: string): number {
  const text = given.replace('廿', '二十').replace('卅', '三十').replace('拾', '十')
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
