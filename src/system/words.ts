import { closest, distance } from 'fastest-levenshtein'
import { clipped, plain } from '../language/text.ts'

/** A word of the author's, fit to stand in a message: short and without control characters. */
export const quoted = (word: string): string => `“${clipped(word.replace(/\p{C}/gu, ''), 40)}”`

/** The known word that was probably meant. Null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  if (known.length === 0) return null
  const [asked, others] = [folded(word), known.map(folded)]
  const near = closest(asked, others)
  const length = Math.max([...asked].length, [...near].length)
  // Two signs of Latin are too few: “28” was not meant as “2”. Two of Chinese are a word: “声名” was meant as “声明”.
  const limit = length < 3 && /^\p{ASCII}*$/u.test(asked) ? 0 : Math.max(1, Math.floor(length * 0.4))
  return distance(asked, near) <= limit ? known[others.indexOf(near)]! : null
}

/** The end of a sentence about a word that nothing defines: what was probably meant, or all that there is to choose from. */
export function hint(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  if (near !== null) return `，是否应为${quoted(near)}？`
  if (known.length === 0 || known.length > 16) return ''
  return `，可用的有：${known.map((name) => clipped(name, 40)).join('、')}`
}

const folded = (word: string): string => clipped(plain(word).toLowerCase(), 60)
