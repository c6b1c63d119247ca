import type { LedgerSpec } from '../core/ledger.ts'
import type { Count, Document } from '../core/package.ts'
import type { Unit } from '../core/system.ts'
import { countedIn } from '../language/counted.ts'
import { isHeading, paragraphsOf, sentencesOf, unnumbered } from '../language/paragraphs.ts'
import { periodIn, type Stretch } from '../language/periods.ts'
import { clipped, plain } from '../language/text.ts'
import { isAccount, isDraft } from './accounts.ts'
import { isOwn } from './declarations.ts'

const MOST = 200

/** How many of a ledger's records the unit's own reports say there are. */
export function spokenCounts(documents: readonly Document[], ledgers: readonly LedgerSpec[], unit: Unit): Count[] {
  const spoken = ledgers.filter(({ spoken: words }) => words !== undefined)
  if (spoken.length === 0) return []
  return documents.flatMap((document) =>
    isAccount(document) && !isDraft(document) && isOwn(document, unit) ? countsIn(document, spoken) : [],
  )
}

function countsIn({ evidence, facts, partOf = evidence.path }: Document, ledgers: readonly LedgerSpec[]): Count[] {
  const issued = facts.issued?.value ?? null
  const whole = periodIn(plain(facts.title?.value ?? ''), issued)
  const found: Count[] = []
  let heading = ''
  for (const { text, at } of paragraphsOf(evidence)) {
    const sentences = sentencesOf(text)
    for (const [nth, sentence] of sentences.entries()) {
      const words = unnumbered(sentence)
      if (nth === 0 && words !== sentence.trimStart()) heading = isHeading(words) ? words : ''
      for (const spec of ledgers)
        for (const one of countedIn(sentence, spec.spoken!, heading)) {
          const { from, to } = spoken(sentence.slice(0, one.at), issued) ?? whole ?? { from: null, to: null }
          const quote = clipped(sentence.slice(Math.max(0, one.at - 40), one.end), 80)
          found.push({ ledger: spec.name, number: one.number, from, to, file: partOf, quote, at: { ...at, quote } })
        }
    }
    if (found.length >= MOST) break
  }
  return found
}

/** 2020年12件、2021年64件: the year that stands nearest before the number. */
function spoken(before: string, issued: Stretch['from']): Stretch | undefined {
  const years = [...before.matchAll(/(?<!\d)20\d{2}年/gu)]
  const last = years.at(-1)
  const pair = years.length > 1 ? periodIn(before.slice(years.at(-2)!.index), issued) : undefined
  if (pair && pair.from?.slice(0, 4) !== pair.to?.slice(0, 4)) return pair
  return periodIn(last ? before.slice(last.index) : before, issued)
}
