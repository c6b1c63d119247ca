/**
 * Which pairs of neighbouring signs some texts hold: a word with a pair that is not among them stands nowhere. Pairs that
 * fall together may say yes wrongly, never no; so a long text is searched only for words that are likely in it.
 */
export type Grams = { readonly bits: Uint8Array; readonly shift: number }

const [LEAST, MOST] = [9, 22]

export function gramsOf(texts: readonly string[]): Grams {
  const signs = texts.reduce((sum, text) => sum + text.length, 0)
  // Eight bits for each sign, so that hardly any two pairs fall together.
  const size = Math.min(MOST, Math.max(LEAST, 32 - Math.clz32(signs) + 3))
  const grams: Grams = { bits: new Uint8Array(2 ** (size - 3)), shift: 32 - size }
  for (const text of texts) add(grams, text)
  return grams
}

function add({ bits, shift }: Grams, text: string): void {
  let before = text.charCodeAt(0)
  for (let at = 1; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    const hash = hashOf(before, sign) >>> shift
    bits[hash >>> 3]! |= 1 << (hash & 7)
    before = sign
  }
}

const hashOf = (before: number, sign: number): number => Math.imul(before * 65_599 + sign, 0x9e3779b1)

/** The pairs of a word, to be looked for in many texts. */
export const pairsOf = (word: string): readonly number[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => hashOf(word.charCodeAt(at), word.charCodeAt(at + 1)))

export function mayHold({ bits, shift }: Grams, pairs: readonly number[]): boolean {
  return pairs.every((pair) => {
    const hash = pair >>> shift
    return (bits[hash >>> 3]! & (1 << (hash & 7))) !== 0
  })
}
