import type { Vocabulary, WordId } from './vocabulary.ts'
import type { Wanted } from './wants.ts'

/** What is said by the head, by the text, and by the text alone. */
const [HEAD, TEXT] = [1, 0.5]
export const ENOUGH = { headed: 1.6, told: 3.2 }

/** A rule speaks of many things; what it settles, its articles say in their heads, or in several words. */
export const NORMATIVE = { headed: 1.6, told: 5 }

/** A rule made for the very group of indicators. */
export const SETTLED = { headed: 1.6, told: 2.4 }

export function strengths({ hitsIn }: Vocabulary, spelt: string): Map<WordId, number> {
  const found = new Map<WordId, number>()
  for (const { word, says } of hitsIn(spelt)) found.set(word, Math.max(found.get(word) ?? 0, says))
  return found
}

/** How plainly the best way to be about the material is said; 0 where a word of it is missing or only common ones stand there. */
export function saidBy(
  { ways }: Wanted,
  { weights, general }: Vocabulary,
  inHead: ReadonlyMap<WordId, number>,
  inText: ReadonlyMap<WordId, number>,
  enough: typeof ENOUGH,
): [number, WordId[], number] {
  let best: [number, WordId[], number] = [0, [], 0]
  for (const { slots } of ways) {
    let [headed, told] = [0, 0]
    const words: WordId[] = []
    for (const slot of slots) {
      let own: { word: WordId; head: number; text: number } | undefined
      for (const word of slot) {
        const weight = general[word] ? weights[word]! * 0.5 : weights[word]!
        const [head, text] = [weight * (inHead.get(word) ?? 0), weight * (inText.get(word) ?? 0)]
        if (head + text > 0 && (!own || head * HEAD + text * TEXT > own.head * HEAD + own.text * TEXT))
          own = { word, head, text }
      }
      if (!own) break
      words.push(own.word)
      headed += own.head
      told += own.text
    }
    if (words.length < slots.length || words.every((word) => general[word])) continue
    const isEnough = headed >= enough.headed || told >= enough.told
    const score = headed * HEAD + told * TEXT
    if (isEnough && score > best[0]) best = [score, words, told * TEXT]
  }
  return best
}
