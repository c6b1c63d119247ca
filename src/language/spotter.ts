/** Whether a text holds one of some words anywhere. */
export type Spotter = (text: string) => boolean

const known = new WeakMap<readonly string[], Spotter>()

/** Made once for each list: hundreds of thousands of cells are asked, and hardly any holds one of the words. */
export function spotterOf(words: readonly string[]): Spotter {
  const found = known.get(words) ?? made(words)
  known.set(words, found)
  return found
}

export const holdsAny = (text: string, words: readonly string[]): boolean => spotterOf(words)(text)

/** Signs that fall together in the table of beginnings are told apart by the words themselves. */
const ROOM = 1024

function made(words: readonly string[]): Spotter {
  if (words.includes('')) return () => true
  const begins = new Uint8Array(ROOM)
  for (const word of words) begins[word.charCodeAt(0) % ROOM] = 1
  return (text) => {
    for (let at = 0; at < text.length; at++) {
      if (begins[text.charCodeAt(at) % ROOM] === 0) continue
      for (const word of words) if (text.startsWith(word, at)) return true
    }
    return false
  }
}
