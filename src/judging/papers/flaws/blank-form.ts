import type { Document } from '../../../core/package.ts'
import { wordLists } from '../../../language/words.ts'

/** A form to be filled in, handed in as a sample, has to be blank. */
export function isBlankForm({ evidence, facts }: Document): boolean {
  const words = wordLists('signing').get('samples') ?? []
  const name = evidence.path.slice(evidence.path.lastIndexOf('/') + 1)
  return words.some((word) => name.includes(word) || (facts.title?.value.includes(word) ?? false))
}
