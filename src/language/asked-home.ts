import type { AskedWords } from './asked-words.ts'
import { isUnknown, wordsOf } from './label-words.ts'
import type { WordsIndex } from './words-index.ts'

/** In the words of papers, without what only speech adds; several ways where a word means several things. */
export function tidied(text: string, words: AskedWords, index: WordsIndex): readonly string[] {
  for (const [word, means] of words.plainly) {
    const at = word.length > 1 ? text.indexOf(word) : -1
    if (at < 0 || isKnown(text, at, word, index)) continue
    const [before, after] = [text.slice(0, at), text.slice(at + word.length)].map((one) => tidied(one, words, index))
    return crossed(crossed(before!, means), after!)
  }
  // 立的案 is 立案: what only speech adds stands between the signs of one word; 在岗 stays.
  const bare = wordsOf(text, index).map((piece) =>
    piece.meanings.length > 0
      ? piece.text
      : words.fillers.reduce((left, word) => left.replaceAll(word, ''), piece.text),
  )
  const all = pieces(bare.join(''), index)
  const said = all.length > 1 ? all.filter((piece) => piece.known || !words.light.includes(piece.text)) : all
  return said.reduce<readonly string[]>(
    (ways, piece) => crossed(ways, piece.known ? [piece.text] : meant(piece.text, words)),
    [''],
  )
}

const crossed = (ways: readonly string[], more: readonly string[]): string[] =>
  ways.flatMap((way) => more.map((one) => `${way}${one}`)).slice(0, 4)

/** Whether words of papers already say it there. */
function isKnown(text: string, at: number, word: string, index: WordsIndex): boolean {
  let from = 0
  for (const one of wordsOf(text, index)) {
    const to = from + one.text.length
    if (one.meanings.length > 0 && from <= at && to > at && (from < at || to > at + word.length)) return true
    from = to
  }
  return false
}

type Piece = { readonly text: string; readonly known: boolean }

function pieces(text: string, index: WordsIndex): Piece[] {
  const found: Piece[] = []
  for (const word of wordsOf(text, index)) {
    const known = !isUnknown(word)
    const last = found.at(-1)
    if (last && !known && !last.known) found[found.length - 1] = { text: `${last.text}${word.text}`, known }
    else found.push({ text: word.text, known })
  }
  return found
}

/** A stretch that no word of papers covers, by what it is called on paper; what carries nothing is dropped. */
function meant(text: string, words: AskedWords): readonly string[] {
  const home =
    words.plainly.find(([word]) => text === word) ??
    words.plainly.find(([word]) => text.includes(word) && !words.light.includes(word))
  if (!home) return [words.light.reduce((left, word) => left.replaceAll(word, ''), text)]
  const at = text.indexOf(home[0])
  const beside = (part: string): string => (words.light.includes(part) ? '' : (meant(part, words)[0] ?? ''))
  const [before, after] = [beside(text.slice(0, at)), beside(text.slice(at + home[0].length))]
  return home[1].map((one) => `${before}${one}${after}`)
}
