import type { ExplainedKind } from '../core/explained.ts'
import type { Rule } from '../core/system.ts'
import { KINDS } from '../judging/kinds/index.ts'

const KNOWN: readonly ExplainedKind[] = Object.values(KINDS)

/** Undefined for a kind that this edition of the tool does not have. */
export const kindOf = ({ kind }: Pick<Rule, 'kind'>): ExplainedKind | undefined =>
  KNOWN.find(({ name }) => name === kind)
