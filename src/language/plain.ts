const HAN = '\\p{Script=Han}〇,。、;:?!()《》〈〉“”‘’〔〕【】—…·'
// A space between two figures tells them apart (2006 82 号); any other space beside Han is typesetting.
const GAP = new RegExp(`(?<=[${HAN}])[ \\t]+(?=[${HAN}\\d])|(?<=\\d)[ \\t]+(?=[${HAN}])`, 'gu')
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g

// Fonts of Chinese PDFs map common characters to radicals, and NFKC leaves those of this block as they are. U+2F3E it
// would turn into the traditional 戶.
const RADICALS = '⺠⺩⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⼾'
const CHARACTERS = '民王虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟户'
const RADICAL = new RegExp(`[${RADICALS}]`, 'g')

/** One spelling for texts that are compared: NFKC, full-width punctuation as commonly typed, no spaces between Han. */
export const plain = (text: string): string => usual(text) ?? thoroughly(text)

function thoroughly(text: string): string {
  const signs = text.replace(RADICAL, (sign) => CHARACTERS[RADICALS.indexOf(sign)]!)
  const spelt = signs.normalize('NFKC').replace(INVISIBLE, '')
  // Looking around every sign is what costs.
  return spelt.includes(' ') || spelt.includes('\t') ? spelt.replace(GAP, '') : spelt
}

/**
 * The same for a text of nothing but common signs, in one pass and most often without a copy: every line of every file
 * comes through here. Undefined where another sign stands in it.
 */
function usual(text: string): string | undefined {
  let signs: Uint8Array | undefined
  let spaced = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isHan(code)) continue
    if (code < 0x7f) {
      if (code === SPACE || code === TAB) spaced = true
    } else if (code === WIDE_SPACE || isWide(code)) {
      signs ??= signsOf(text)
      put(signs, at, code === WIDE_SPACE ? SPACE : code - WIDE)
      if (code === WIDE_SPACE) spaced = true
    } else if (!isStable(code)) return undefined
  }
  const whole = signs ? SIGNS_OF_BYTES.decode(signs) : text
  return spaced ? closed(whole) : whole
}

/** The signs of a text as pairs of bytes, the low one first. */
function signsOf(text: string): Uint8Array {
  const signs = new Uint8Array(text.length * 2)
  for (let at = 0; at < text.length; at++) put(signs, at, text.charCodeAt(at))
  return signs
}

function put(signs: Uint8Array, at: number, code: number): void {
  signs[at * 2] = code & 0xff
  signs[at * 2 + 1] = code >> 8
}

// A line may be megabytes long. Strung together sign by sign, one of twice the length took more than twice as long.
const SIGNS_OF_BYTES = new TextDecoder('utf-16le', { ignoreBOM: true })

const [TAB, SPACE, WIDE_SPACE, WIDE] = [0x09, 0x20, 0x3000, 0xfee0]

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
const isWide = (code: number): boolean => code >= 0xff01 && code <= 0xff5e

/** Signs that NFKC leaves as they are: ·—‘’“” and what stands between 、 and 】. */
const isStable = (code: number): boolean =>
  (code >= 0x3001 && code <= 0x3003) ||
  (code >= 0x3007 && code <= 0x3011) ||
  code === 0x3014 ||
  code === 0x3015 ||
  code === 0x2014 ||
  code === 0xb7 ||
  (code >= 0x2018 && code <= 0x201d)

/** GAP without lookarounds. */
function closed(text: string): string {
  let result = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (!isBlank(text.charCodeAt(at))) continue
    let end = at + 1
    while (end < text.length && isBlank(text.charCodeAt(end))) end++
    if (isGap(text.charCodeAt(at - 1), text.charCodeAt(end))) {
      result += text.slice(from, at)
      from = end
    }
    at = end
  }
  return from === 0 ? text : result + text.slice(from)
}

const isBlank = (code: number): boolean => code === SPACE || code === TAB
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

const SIGNS: ReadonlySet<number> = new Set(
  Array.from('〇,。、;:?!()《》〈〉“”‘’〔〕【】—·', (sign) => sign.charCodeAt(0)),
)
const isWritten = (code: number): boolean => isHan(code) || SIGNS.has(code)

/** At either end of the text there is no sign, which is NaN and neither. */
const isGap = (before: number, after: number): boolean =>
  (isWritten(before) && (isWritten(after) || isDigit(after))) || (isDigit(before) && isWritten(after))
