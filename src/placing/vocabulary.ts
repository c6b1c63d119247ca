import { topics } from '../language/topics.ts'
import { solid } from './wording.ts'

/** A word of a topic, by its number in the vocabulary. */
export type WordId = number

/** Where a word stands in a spelt text, and how much its spelling says: two signs may stand anywhere. */
export type Hit = { readonly word: WordId; readonly at: number; readonly end: number; readonly says: number }

/** All words that topics are made of, to be found in many texts at once, and how much each of them says. */
export type Vocabulary = {
  readonly words: readonly string[]
  readonly weights: readonly number[]
  readonly general: readonly boolean[]
  /** Words of which whole dossiers speak. */
  readonly frames: ReadonlySet<WordId>
  readonly hitsIn: (spelt: string) => Hit[]
}

type Spelling = { readonly word: WordId; readonly parts: readonly string[] }

/** How many signs may stand between the two halves of 征求*意见. */
const GAP = 16
/** What a word weighs that stands everywhere. */
const LIGHT = 0.5

/** Words, with the number of indicators that speak of each: the fewer, the more it says. */
export function vocabularyOf(uses: ReadonlyMap<string, number>, indicators: number): Vocabulary {
  const { synonyms, general } = topics()
  const words = [...uses.keys()]
  const index = new Map<string, Spelling[]>()
  for (const [word, text] of words.entries())
    for (const spelling of synonyms.get(text) ?? [text]) {
      const parts = spelling.split('*').map(solid)
      const key = parts[0]!.slice(0, 2)
      const own = index.get(key)
      if (own) own.push({ word, parts })
      else index.set(key, [{ word, parts }])
    }
  const isGeneral = words.map((text) => general.has(text))
  return {
    words,
    general: isGeneral,
    frames: new Set(words.flatMap((text, word) => (topics().frames.has(text) ? [word] : []))),
    weights: words.map((text, word) => (isGeneral[word] ? LIGHT : Math.log(1 + indicators / (uses.get(text) ?? 1)))),
    hitsIn: (spelt) => hitsIn(spelt, index),
  }
}

function hitsIn(spelt: string, index: ReadonlyMap<string, readonly Spelling[]>): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < spelt.length; at++)
    for (const length of [1, 2])
      for (const { word, parts } of index.get(spelt.slice(at, at + length)) ?? []) {
        const end = endOf(spelt, at, parts)
        if (end > 0) hits.push({ word, at, end, says: saysOf(parts) })
      }
  return hits
}

const saysOf = (parts: readonly string[]): number =>
  Math.min(1, 0.4 + 0.15 * parts.reduce((sum, part) => sum + part.length, 0))

/** Where a spelling that begins here ends; 0 where it does not stand here. */
function endOf(spelt: string, at: number, [first, ...rest]: readonly string[]): number {
  if (!spelt.startsWith(first!, at)) return 0
  let end = at + first!.length
  for (const part of rest) {
    const next = spelt.indexOf(part, end)
    if (next < 0 || next - end > GAP) return 0
    end = next + part.length
  }
  return end
}
