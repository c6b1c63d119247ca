import type { Evidence } from './evidence.ts'
import { bare, plain } from './text.ts'

const LONGEST = 400
const DENIES = /没有|不存在|未|无(?!效|论|关|锡)/u

/** The clauses of a text that say of something that it is not so, in the order of the text. */
export function denialsIn({ passages }: Pick<Evidence, 'passages'>): string[] {
  let text = ''
  for (const passage of passages.slice(0, LONGEST))
    text += plain(passage.text.slice(0, 2000)).trim() + (passage.at.page === undefined ? '\n' : '')
  return text
    .split(/[。;,:\n]/u)
    .flatMap((clause) => (DENIES.test(clause) && clause.length <= 200 ? [clause.trim()] : []))
}

export const pairs = (text: string): string[] => [...text].slice(1).map((_, at) => text.slice(at, at + 2))

/** The clause that most nearly denies what a text is about: enough of its own pairs of signs stand there. */
export function denialOf(denials: readonly string[], about: string, share: number, least: number): string | undefined {
  const known = new Set(pairs(bare(about)))
  return denials.find((clause) => {
    const own = pairs(bare(clause))
    const shared = own.filter((pair) => known.has(pair)).length
    return shared >= least && shared >= own.length * share
  })
}
