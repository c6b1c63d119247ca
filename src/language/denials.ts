import type { Evidence } from '../core/evidence.ts'
import { bare, pairsIn, plain } from './text.ts'

const LONGEST = 400
const DENIES = /没有|不存在|未|无(?!效|论|关|锡)/u

type Text = Pick<Evidence, 'passages'>

// One paper is asked for every indicator in turn.
let last: { readonly of: Text; readonly denials: readonly string[] } | undefined

/** The clauses of a text that say of something that it is not so, in the order of the text. */
export function denialsIn(evidence: Text): readonly string[] {
  if (last?.of !== evidence) last = { of: evidence, denials: clausesIn(evidence) }
  return last.denials
}

function clausesIn({ passages }: Text): string[] {
  let text = ''
  for (const passage of passages.slice(0, LONGEST))
    text += plain(passage.text.slice(0, 2000)).trim() + (passage.at.page === undefined ? '\n' : '')
  return text
    .split(/[。;,:\n]/u)
    .flatMap((clause) => (DENIES.test(clause) && clause.length <= 200 ? [clause.trim()] : []))
}

/** The clause that most nearly denies what a text is about: enough of its own pairs of signs stand there. */
export function denialOf(denials: readonly string[], about: string, share: number, least: number): string | undefined {
  const known = new Set(pairsIn(bare(about)))
  return denials.find((clause) => {
    const own = pairsIn(bare(clause))
    const shared = own.filter((pair) => known.has(pair)).length
    return shared >= least && shared >= own.length * share
  })
}
