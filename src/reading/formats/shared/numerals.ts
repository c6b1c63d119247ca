/** How an automatic number is written, by the names of Word's formats; those it does not know are written 1, 2, 3. */
export function numeral(value: number, format: string): string {
  if (format === 'bullet' || format === 'none') return ''
  if (value < 1 || value > 9999) return String(value)
  return (FORMATS[format] ?? String)(value)
}

const DIGITS = '零一二三四五六七八九'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'

/** 11 is 十一, 111 is 一百一十一. */
const counted = (value: number): string => spelled(value, DIGITS, ['', '十', '百', '千']).replace(/^一十/, '十')

function spelled(value: number, digits: string, units: readonly string[]): string {
  const places = [...String(value)].reverse()
  const parts = places.map((digit, at) => (digit === '0' ? '零' : digits[Number(digit)]! + units[at]!))
  return parts.reverse().join('').replace(/零+/g, '零').replace(/零$/, '')
}

const letters = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

const among =
  (signs: string) =>
  (value: number): string =>
    [...signs][value - 1] ?? String(value)

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  let [rest, text] = [value, '']
  for (const [worth, sign] of ROMAN) for (; rest >= worth; rest -= worth) text += sign
  return text
}

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) =>
    String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: among('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'),
  decimalEnclosedCircleChinese: among('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'),
  decimalEnclosedParen: among('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'),
  ideographEnclosedCircle: among('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
  chineseCounting: counted,
  chineseCountingThousand: counted,
  japaneseCounting: counted,
  taiwaneseCounting: counted,
  taiwaneseCountingThousand: counted,
  ideographDigital: (value) => String(value).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]!),
  chineseLegalSimplified: (value) => spelled(value, LEGAL, ['', '拾', '佰', '仟']),
  ideographTraditional: among('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: among('子丑寅卯辰巳午未申酉戌亥'),
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
}

/** A number that ends in a sign needs no gap, as in print; 第一条 gets a wide one. */
export function gapBehind(label: string): string {
  if (/[\s、．。，：）】〕]$/u.test(label)) return ''
  return /\p{Script=Han}$/u.test(label) ? '　' : ' '
}
