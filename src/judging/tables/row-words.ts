import { wordsIn } from '../../language/words.ts'

/** The words by which rows of any table are looked at: `words/rows.yaml`. */
export type RowWords = {
  readonly order: readonly { readonly first: readonly string[]; readonly then: readonly string[] }[]
  readonly afterwards: readonly string[]
  readonly starts: readonly string[]
  readonly finishes: readonly string[]
  readonly flagged: readonly string[]
  readonly extending: readonly string[]
  readonly undone: readonly string[]
  readonly pending: readonly string[]
  readonly underway: readonly string[]
  readonly late: readonly string[]
  readonly excused: readonly string[]
  readonly ungrounded: readonly string[]
  readonly keeping: readonly string[]
  readonly dropping: readonly string[]
}

let known: RowWords | undefined

export function rowWords(): RowWords {
  known ??= made(wordsIn('rows'))
  return known
}

function made(words: unknown): RowWords {
  const of = (key: keyof RowWords): readonly string[] => texts(entry(words, key), key)
  const order = entry(words, 'order')
  if (!Array.isArray(order)) throw new Error('words/rows.yaml: order: a list is expected')
  return {
    order: order.map((one) => ({
      first: texts(entry(one, 'first'), 'first'),
      then: texts(entry(one, 'then'), 'then'),
    })),
    afterwards: of('afterwards'),
    starts: of('starts'),
    finishes: of('finishes'),
    flagged: of('flagged'),
    extending: of('extending'),
    undone: of('undone'),
    pending: of('pending'),
    underway: of('underway'),
    late: of('late'),
    excused: of('excused'),
    ungrounded: of('ungrounded'),
    keeping: of('keeping'),
    dropping: of('dropping'),
  }
}

const entry = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

function texts(list: unknown, key: string): readonly string[] {
  if (!Array.isArray(list)) throw new Error(`words/rows.yaml: ${key}: a list of words is expected`)
  return list.map(String)
}
