import { bare } from '../../language/text.ts'
import { topics as known } from '../../language/topics.ts'

/** Whether a text speaks of one of a material's topics: all of its words, of each any spelling; `*` leaves out some. */
export function speaksOf(topics: readonly string[], text: string): boolean {
  const own = bare(text)
  const has = (word: string): boolean => {
    let at = 0
    return word.split('*').every((part) => {
      const found = own.indexOf(bare(part), at)
      at = found + part.length
      return found >= 0
    })
  }
  const hasAny = (word: string): boolean => (known().synonyms.get(word) ?? [word]).some(has)
  return topics.some((topic) => topic.split(' ').every((some) => some.split('|').some(hasAny)))
}
