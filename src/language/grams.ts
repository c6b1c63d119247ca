/**
 * Which pairs of neighbouring signs some texts hold: a word with a pair that is not among them stands nowhere. Pairs that
 * fall together may say yes wrongly, never no; so a text is searched only for words that are likely in it.
 */
export type Grams = { readonly bits: Uint8Array; readonly shift: number }

const [LEAST, MOST] = [9, 24]

export const gramsOf = (texts: readonly string[]): Grams => gramsOfAll((take) => texts.forEach(take))

/** The same of texts that nobody has to gather: `walk` hands over each of them, and is asked twice. */
export function gramsOfAll(walk: (take: (text: string) => void) => void): Grams {
  let signs = 0
  walk((text) => {
    signs += text.length
  })
  // A long text repeats itself, so it has far fewer pairs than signs.
  const room = signs < 10_000 ? 5 : 3
  const size = Math.min(MOST, Math.max(LEAST, 32 - Math.clz32(signs) + room))
  const bits = new Uint8Array(2 ** (size - 3))
  let count = 0
  walk((text) => {
    count += add(bits, 32 - size, text)
  })
  return folded(bits, 32 - size, count)
}

/** It is made so small that about one bit in six is set, and three fall together one in 200 times. */
function folded(bits: Uint8Array, shift: number, count: number): Grams {
  if (count * 12 > bits.length * 8 || bits.length <= 2 ** (LEAST - 3)) return { bits, shift }
  const half = new Uint8Array(bits.length / 2)
  let left = 0
  // Neighbouring bits become one: a shorter hash is the longer one without its end.
  for (let at = 0; at < half.length; at++) {
    const byte = HALVES[bits[2 * at]!]! | (HALVES[bits[2 * at + 1]!]! << 4)
    half[at] = byte
    left += ONES[byte]!
  }
  return folded(half, shift + 1, left)
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte)
const isSet = (byte: number, at: number): boolean => (byte & (1 << at)) !== 0
const ONES = BYTES.map((byte) => [0, 1, 2, 3, 4, 5, 6, 7].filter((at) => isSet(byte, at)).length)
const HALVES = BYTES.map((byte) =>
  [0, 1, 2, 3].reduce((half, at) => half | (isSet(byte, 2 * at) || isSet(byte, 2 * at + 1) ? 1 << at : 0), 0),
)

/** How many bits were not set before. */
function add(bits: Uint8Array, shift: number, text: string): number {
  let count = 0
  let before = text.charCodeAt(0)
  for (let at = 1; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    for (let n = 0; n < FACTORS.length; n++) {
      const hash = Math.imul(before * 65_599 + sign, FACTORS[n]!) >>> shift
      const bit = 1 << (hash & 7)
      if ((bits[hash >>> 3]! & bit) !== 0) continue
      bits[hash >>> 3]! |= bit
      count++
    }
    before = sign
  }
  return count
}

const FACTORS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35]

/** As a text that can be kept, and back. */
export const gramsText = ({ bits }: Grams): string => Buffer.from(bits).toString('base64')

export function gramsFrom(text: string): Grams {
  const bits = Buffer.from(text, 'base64')
  return { bits, shift: 32 - Math.log2(bits.length) - 3 }
}

/** The pairs of a word, to be looked for in many texts. */
export const pairsOf = (word: string): readonly number[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => {
    const pair = word.charCodeAt(at) * 65_599 + word.charCodeAt(at + 1)
    return FACTORS.map((factor) => Math.imul(pair, factor))
  }).flat()

export function mayHold({ bits, shift }: Grams, pairs: readonly number[]): boolean {
  return pairs.every((pair) => {
    const hash = pair >>> shift
    return (bits[hash >>> 3]! & (1 << (hash & 7))) !== 0
  })
}
