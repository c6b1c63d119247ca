import type { PairWords } from '../../../language/pair-words.ts'
import { list, mapping } from '../shape.ts'
import { spelt } from './shape.ts'

export const pairs = mapping<{ capped: readonly PairWords[]; kept: readonly string[] }>({
  capped: list(mapping<PairWords>({ of: spelt('定的、原来的'), by: spelt('实际的、后来的') }), '右边的不得多于左边的'),
  kept: spelt('多也不算错的写法'),
})
