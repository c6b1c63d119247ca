import type { Lexicon, Wording } from '../core/lexicon.ts'
import { plain } from './plain.ts'

/** What one word of a label says. */
export type Meaning = {
  readonly kind: 'attribute' | 'event' | 'object' | 'turn'
  readonly id: string
  /** Of a turn: the ways of which it is one. */
  readonly of: string
}

export type WordAt = { readonly where: 'words' | 'ends' | 'starts'; readonly meanings: readonly Meaning[] }

/** The words by their spelling; `longest` signs at most. */
export type WordsIndex = {
  readonly words: ReadonlyMap<string, readonly WordAt[]>
  readonly longest: number
  /** What a pair of events is together, kinds of the first counted. */
  readonly together: ReadonlyMap<string, string>
}

/** A word may mean several things (承诺 is a limit and an act): all of them are kept. */
export function indexOfWords({ attributes, events, objects, together, turns }: Lexicon): WordsIndex {
  const found = new Map<string, Map<WordAt['where'], Meaning[]>>()
  const enter = (wording: Wording, meaning: Meaning) => {
    for (const where of ['words', 'ends', 'starts'] as const)
      for (const word of wording[where]) {
        const sign = plain(word).replace(/\s+/gu, '')
        const places = found.get(sign) ?? new Map<WordAt['where'], Meaning[]>()
        found.set(sign, places)
        places.set(where, [...(places.get(where) ?? []), meaning])
      }
  }
  for (const one of attributes) enter(one, { kind: 'attribute', id: one.id, of: '' })
  for (const one of events) enter(one, { kind: 'event', id: one.id, of: '' })
  for (const one of objects) enter(one, { kind: 'object', id: one.id, of: '' })
  for (const { of, ways } of turns) for (const way of ways) enter(way, { kind: 'turn', id: way.id, of })
  const words = new Map(
    [...found].map(([word, places]) => [word, [...places].map(([where, meanings]): WordAt => ({ where, meanings }))]),
  )
  const pairs = together.flatMap(({ first, then, is }) =>
    events
      .filter(({ id, of }) => id === first || of === first)
      .flatMap(({ id }) => then.map((next) => [`${id} ${next}`, is] as const)),
  )
  return { words, together: new Map(pairs), longest: Math.max(0, ...[...words.keys()].map((word) => word.length)) }
}
