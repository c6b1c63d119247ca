import type { Package } from '../../core/package.ts'
import { cellWord } from '../../language/cell-words.ts'
import { paperWord } from '../../language/paper-words.ts'

const known = new WeakMap<Package['documents'], boolean>()

/**
 * Whether the office has rules of its own on its assistants: one of them among the handlers then breaks these, and is told
 * under the indicator that asks for them; without any it is told of the officers.
 */
export function hasAssistantsRule({ documents }: Package): boolean {
  const found =
    known.get(documents) ??
    documents.some(({ facts: { title, drafts } }) => drafts.length === 0 && isRule(title?.value ?? ''))
  known.set(documents, found)
  return found
}

const isRule = (title: string): boolean => ASSISTANTS.test(title) && RULES.test(title)
const ASSISTANTS = new RegExp(cellWord('assistants'), 'u')
const RULES = new RegExp(paperWord('rules'), 'u')
