import type { LedgerSpec } from '../core/ledger.ts'
import type { Lexicon } from '../core/lexicon.ts'
import { askedAs, groupedAs } from '../language/asked.ts'
import { type Parts, partsOf } from '../language/header-parts.ts'
import { lexicon } from '../language/lexicon.ts'
import { indexOfWords } from '../language/words-index.ts'
import { type Matter, matterOf } from './matters.ts'
import { type Relations, relationsOf } from './relations.ts'
import { type Weights, weightsOf } from './weights.ts'

/** The lexicon made ready: headers are parsed once each, and each ledger's columns once. */
export type Vocabulary = {
  readonly lexicon: Lexicon
  readonly relations: Relations
  /** What a stack of labels says; a question is taken as its likeliest answer. */
  parts(stack: readonly string[]): Parts
  /** What a label that asks would be called on paper, likeliest first; none where it asks nothing. */
  asked(label: string): readonly string[]
  matters(specs: readonly LedgerSpec[]): readonly Matter[]
  weights(matters: readonly Matter[]): Weights
}

let known: Vocabulary | undefined

export function vocabulary(): Vocabulary {
  known ??= made(lexicon())
  return known
}

function made(lexicon: Lexicon): Vocabulary {
  const index = indexOfWords(lexicon)
  const parsed = new Map<string, Parts>()
  const asked = new Map<string, readonly string[]>()
  const single = new WeakMap<LedgerSpec, Matter>()
  const together = new WeakMap<readonly LedgerSpec[], readonly Matter[]>()
  const matter = (spec: LedgerSpec): Matter => {
    const found = single.get(spec) ?? matterOf(spec, vocabulary)
    single.set(spec, found)
    return found
  }
  const plainly = (stack: readonly string[]): readonly string[] => {
    const [means] = stack.length === 0 ? [] : vocabulary.asked(stack.at(-1)!)
    return [
      ...stack.slice(0, -1).map((group) => groupedAs(group, index)),
      ...(means === undefined ? stack.slice(-1) : [means]),
    ]
  }
  const vocabulary: Vocabulary = {
    lexicon,
    relations: relationsOf(lexicon),
    parts(stack) {
      const key = stack.join('\n')
      const parts = parsed.get(key) ?? partsOf(plainly(stack), index)
      if (parsed.size >= MOST) parsed.clear()
      parsed.set(key, parts)
      return parts
    },
    asked(label) {
      const found = asked.get(label) ?? askedAs(label, index)
      if (asked.size >= MOST) asked.clear()
      asked.set(label, found)
      return found
    },
    matters(specs) {
      const all = together.get(specs) ?? specs.map(matter)
      together.set(specs, all)
      return all
    },
    weights: weightsOf,
  }
  return vocabulary
}

const MOST = 20_000
