import type { About, KindWords } from '../core/explained.ts'
import { kindOf } from './kind-of.ts'

/** How people are told of a kind: its name, what a rule of it asks, line by line, and what no such rule can see. */
export type ToldKind = Pick<KindWords<never>, 'name' | 'limits'> & { asks(about: Omit<About, 'nameOf'>): string[] }

/** A kind that this edition of the tool does not know has no words. */
export function kindWords(kind: string): ToldKind | undefined {
  const known = kindOf({ kind })
  if (!known) return undefined
  const { words, params } = known
  return {
    name: words.name,
    limits: words.limits,
    asks(about) {
      if (Object.keys(params).some((key) => !Object.hasOwn(about.rule.params, key))) return []
      // Loading decoded them by these very parameters.
      return words
        .asks(about.rule.params as never, { ...about, nameOf: (other) => kindOf({ kind: other })?.words.name })
        .filter((line) => line !== false)
    },
  }
}
