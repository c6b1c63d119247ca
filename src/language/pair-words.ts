import { wordsIn } from './words.ts'

/** Which words make two columns a pair: 压减前 and 压减后. */
export type PairWords = { readonly of: readonly string[]; readonly by: readonly string[] }

let known: { readonly capped: readonly PairWords[]; readonly kept: readonly string[] } | undefined

/** `words/pairs.yaml`. */
export function pairWords() {
  if (known) return known
  const words = wordsIn('pairs')
  const capped = entry(words, 'capped')
  if (!Array.isArray(capped)) throw new Error('words/pairs.yaml: capped: a list is expected')
  known = {
    capped: capped.map((one) => ({ of: texts(entry(one, 'of'), 'of'), by: texts(entry(one, 'by'), 'by') })),
    kept: texts(entry(words, 'kept'), 'kept'),
  }
  return known
}

const entry = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

function texts(list: unknown, key: string): readonly string[] {
  if (!Array.isArray(list)) throw new Error(`words/pairs.yaml: ${key}: a list of words is expected`)
  return list.map(String)
}
