import type { MarkWords } from '../core/lexicon.ts'
import { lexicon } from '../language/lexicon.ts'
import { plain } from '../language/text.ts'

/** Words as a set of signs, as they are written and as `plain` spells them. */
export type Signs = ReadonlySet<string>

const sets = new Map<keyof MarkWords, Signs>()

/** What cells customarily say instead of a value (words/marks.yaml), in small letters. */
export function signs(of: keyof MarkWords): Signs {
  const known = sets.get(of) ?? new Set(lexicon().marks[of].flatMap((word) => [word, plain(word).trim().toLowerCase()]))
  sets.set(of, known)
  return known
}

/** The same for a pattern, the longest word first. */
export const anyOf = (of: keyof MarkWords): string =>
  [...signs(of)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&'))
    .join('|')
