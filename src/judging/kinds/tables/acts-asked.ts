import { rowWords } from '../../../language/row-words.ts'
import type { Ask } from './params.ts'

type Acts = { readonly asked: ReadonlySet<string>; readonly ends: ReadonlySet<string> }

const sets = new WeakMap<readonly string[], Acts>()

/** One set a rule, so that its words are put together once. */
function setsOf({ undone }: Ask): Acts {
  const found = sets.get(undone) ?? { asked: new Set(undone), ends: new Set([...rowWords().finishes, ...undone]) }
  sets.set(undone, found)
  return found
}

/** What a row may owe: what is asked for, and what has to come first. */
export const dueOf = ({ undone, first }: Ask): ReadonlySet<string> => new Set([...undone, ...first])

export const actsOf = (ask: Ask): ReadonlySet<string> => setsOf(ask).asked

/** What is asked for, and whatever ends a matter. */
export const endsOf = (ask: Ask): ReadonlySet<string> => setsOf(ask).ends
