import type { Place } from '../../../core/place.ts'

/** What is wrong with a paper by itself, whoever needs it; the gravest first. */
export const FLAW_KINDS = [
  'foreign',
  'draft',
  'unsigned',
  'undated',
  'expired',
  'lapsed',
  'interrupted',
  'abolished',
  'same-number',
  'copied',
  'older',
  'other-year',
  'unfilled',
  'duplicate',
  'slip',
  'empty',
] as const
export type FlawKind = (typeof FLAW_KINDS)[number]

/** `sure`: it stands in the paper and nothing else explains it; otherwise a person has to look. */
export type Flaw = {
  readonly kind: FlawKind
  readonly sure: boolean
  /** What the paper says or leaves open, for the sentence that tells it. */
  readonly words: string
  readonly at: readonly Place[]
}
