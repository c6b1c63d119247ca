import type { LedgerSpec } from '../core/ledger.ts'
import type { ClaimedAs, Count, Document, Package } from '../core/package.ts'
import type { Percent } from '../core/percent.ts'
import type { IndicatorSystem, Unit } from '../core/system.ts'
import { countedIn } from '../language/counted.ts'
import { genres } from '../language/genres.ts'
import { paperWord } from '../language/paper-words.ts'
import { isHeading, paragraphsOf, sentencesOf, unnumbered } from '../language/paragraphs.ts'
import { periodIn, type Stretch } from '../language/periods.ts'
import { fileName } from '../language/prose.ts'
import { clipped, plain } from '../language/text.ts'
import { isAccount, isDraft } from '../placing/accounts.ts'
import { isOwn } from '../placing/declarations.ts'

/** 自查报告(初稿).docx: what its name calls a draft claims nothing. */
const isStage = ({ evidence, facts: { title } }: Document): boolean => {
  const name = `${title?.value ?? ''} ${fileName(evidence.path)}`
  return genres().drafts.some((word) => name.includes(word))
}

/** What the unit's own reports claim, by which rules, and which papers those are. */
export function claimsIn(
  documents: readonly Document[],
  system: IndicatorSystem,
  unit: Unit,
): Required<Pick<Package, 'counts' | 'claimedAs' | 'accounts'>> {
  const accounts = documents.filter((document) => isAccount(document) && !isStage(document))
  return {
    counts: spokenCounts(accounts, system.ledgers, unit),
    claimedAs: claimedAs(system),
    accounts: new Set(accounts.map(({ evidence }) => evidence.path)),
  }
}

const isPercent = (value: unknown): value is Percent =>
  typeof value === 'object' && value !== null && 'part' in value && 'of' in value

/** Which rules compute what texts may claim. */
function claimedAs({ indicators, ledgers }: IndicatorSystem): ClaimedAs[] {
  return indicators.flatMap(({ id: indicator, rules }) =>
    rules.flatMap(({ id, params }) => {
      const { 'claimed-as': names, rates, ledger, 'at-least': least } = params
      const said = [names, rates].flat().filter((name) => typeof name === 'string')
      if (said.length === 0) return []
      const enough = isPercent(least) ? (least.part / least.of) * 100 : 100
      const kept = ledgers.find((one) => one.spoken?.indicator === indicator)?.name ?? null
      return [{ rule: id, names: said, ledger: typeof ledger === 'string' ? ledger : kept, enough }]
    }),
  )
}

const MOST = 200

/** How many of a ledger's records the unit's own reports say there are. */
function spokenCounts(documents: readonly Document[], ledgers: readonly LedgerSpec[], unit: Unit): Count[] {
  const spoken = ledgers.filter(({ spoken: words }) => words !== undefined)
  if (spoken.length === 0) return []
  return documents.flatMap((document) =>
    !isDraft(document) && !isOfOne(document) && isOwn(document, unit) ? countsIn(document, spoken) : [],
  )
}

const OF_ONE = new RegExp(paperWord('ofOneCampaign'), 'u')

/** A report on one campaign counts what that one did. */
const isOfOne = ({ facts: { title } }: Document): boolean => OF_ONE.test(title?.value ?? '')

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
          found.push({
            ledger: spec.name,
            indicator: spec.spoken?.indicator ?? 'package',
            number: one.number,
            from,
            to,
            file: partOf,
            quote,
            at: { ...at, quote },
          })
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
  const since =
    last && /以来|至今|开始/u.test(before.slice(last.index))
      ? periodIn(`${before.slice(last.index).replace(/[^\d年月日].*$/u, '')}以来`, issued)
      : undefined
  if (since) return since
  const pair = years.length > 1 ? periodIn(before.slice(years.at(-2)!.index), issued) : undefined
  if (pair && pair.from?.slice(0, 4) !== pair.to?.slice(0, 4)) return pair
  return periodIn(last ? before.slice(last.index) : before, issued)
}
