import { fieldOf, textsOf, wordsIn } from './words.ts'

/** Which words make two columns a pair: 压减前 and 压减后. */
export type PairWords = { readonly of: readonly string[]; readonly by: readonly string[] }

let known: { readonly capped: readonly PairWords[]; readonly kept: readonly string[] } | undefined

/** `words/pairs.yaml`. */
export function pairWords() {
  if (known) return known
  const words = wordsIn('pairs')
  const capped = fieldOf(words, 'capped')
  if (!Array.isArray(capped)) throw new Error('words/pairs.yaml: capped: a list is expected')
  known = {
    capped: capped.map((one) => ({ of: textsOf('pairs', one, 'of'), by: textsOf('pairs', one, 'by') })),
    kept: textsOf('pairs', words, 'kept'),
  }
  return known
}
