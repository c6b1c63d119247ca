import type { LedgerSpec } from '../core/ledger.ts'
import type { Lexicon } from '../core/lexicon.ts'
import { type Parts, partsOf } from '../language/header-parts.ts'
import { lexicon } from '../language/lexicon.ts'
import { indexOfWords } from '../language/words-index.ts'
import { type Relations, relationsOf } from './likeness.ts'
import { type Matter, matterOf } from './matters.ts'
import { type Weights, weightsOf } from './weights.ts'

/** The lexicon made ready: headers are parsed once each, and each ledger's columns once. */
export type Vocabulary = {
  readonly lexicon: Lexicon
  readonly relations: Relations
  parts(stack: readonly string[]): Parts
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
  const single = new WeakMap<LedgerSpec, Matter>()
  const together = new WeakMap<readonly LedgerSpec[], readonly Matter[]>()
  const matter = (spec: LedgerSpec): Matter => {
    const found = single.get(spec) ?? matterOf(spec, vocabulary)
    single.set(spec, found)
    return found
  }
  const vocabulary: Vocabulary = {
    lexicon,
    relations: relationsOf(lexicon),
    parts(stack) {
      const key = stack.join('\n')
      const parts = parsed.get(key) ?? partsOf(stack, index)
      if (parsed.size >= MOST) parsed.clear()
      parsed.set(key, parts)
      return parts
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
