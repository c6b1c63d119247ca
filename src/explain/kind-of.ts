import type { Kind } from '../core/kind.ts'
import type { Rule } from '../core/system.ts'
import { KINDS } from '../judging/kinds/index.ts'

const KNOWN: readonly Kind[] = Object.values(KINDS)

/** Undefined for a kind that this edition of the tool does not have. */
export const kindOf = ({ kind }: Pick<Rule, 'kind'>): Kind | undefined => KNOWN.find(({ name }) => name === kind)
