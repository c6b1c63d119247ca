import type { Package } from '../core/package.ts'
import type { Problem } from '../core/problem.ts'
import type { Finding, IndicatorResult } from '../core/report.ts'
import type { Indicator, IndicatorSystem, Rule } from '../core/system.ts'
import { KINDS } from '../judging/kinds/index.ts'
import { type Claim, claimOf } from './claim.ts'
import { CONTRADICTED_MESSAGES, contradictionsOf } from './contradicted.ts'
import { isAsked } from './duties.ts'
import { withFolders } from './folders.ts'
import { isInForce, judge, outcomeOf } from './judge.ts'
import { settled } from './lacks/lacks.ts'
import { flawedOnce, toldOnce } from './once.ts'
import type { Order } from './order.ts'
import { quieted } from './quiet.ts'
import { distinct, said } from './said.ts'

type Tally = { results: IndicatorResult[]; findings: Finding[]; problems: Problem[] }

/** Ordinary rules first; those that gather what others saw come last, but stand where their indicator stands. */
export function judgeAll({ system, unit, only = [], kinds = KINDS }: Order, found: Package): Tally {
  const problems: Problem[] = []
  const byRule = new Map<string, readonly Finding[]>()
  const contradicted = new Set<string>()
  const claims = new Map<Indicator, Claim>()
  const wanted = (id: string) => only.length === 0 || only.includes(id) || only.includes(id.split('.')[0]!)
  const indicators = [system.package, ...system.indicators]

  for (const indicator of indicators) claims.set(indicator, claimOf(system, unit, indicator, found))
  const isJudged = (id: string) => indicators.some((one) => one.id === id && claims.get(one)!.judged)
  const inForce = (some: readonly Rule[]) =>
    some.filter((rule) => isInForce(rule, found) && isAsked(system, unit, rule, found))
  const everywhere = inForce(system.package.rules).filter(({ kind }) => kinds[kind]?.everywhere)
  const rules = indicators.flatMap((indicator) => {
    if (!isJudged(indicator.id)) return []
    const own = inForce(indicator.rules).filter(({ id }) => wanted(id))
    const shared = indicator.id !== 'package' && wanted(indicator.id) ? everywhere : []
    return [...own, ...shared].map((rule) => ({ indicator, rule, key: `${indicator.id} ${rule.id}` }))
  })
  for (const turn of [0, 1, 2]) {
    const before = [...byRule.values()].flat()
    for (const { indicator, rule, key } of rules) {
      const kind = kinds[rule.kind]
      if ((kind?.turn ?? 0) !== turn) continue
      const earlier = turn === 1 ? [...byRule.values()].flat() : before
      const { certain } = claims.get(indicator)!
      const scope = { package: found, indicator, rule, certain, earlier, isJudged, indicators }
      const { findings, problems: own } = judge(kind, scope)
      const against = contradictionsOf(rule, contradicted, found).map((verdict) =>
        said(scope, verdict, CONTRADICTED_MESSAGES),
      )
      byRule.set(key, withErrata([...against, ...findings], rule.erratum, system))
      for (const problem of own) problems.push(problem)
    }
  }

  const all = distinct(rules.flatMap(({ key }) => byRule.get(key) ?? []))
  const claimed = indicators.map((indicator) => ({ indicator, claim: claims.get(indicator)! }))
  const findings = withFolders(quieted(toldOnce(settled(flawedOnce(all), claimed, found))), indicators, found)
  const results = claimed.flatMap(({ indicator, claim }) => resultOf(indicator, claim, findings, wanted))
  return { results, findings, problems }
}

function withErrata(findings: readonly Finding[], id: string | null, { errata }: IndicatorSystem): readonly Finding[] {
  const slip = errata.find((erratum) => erratum.id === id)
  if (!slip) return findings
  const erratum = `印发文本“${slip.printed}”；${slip.why}；审核按“${slip.applied}”执行`
  return findings.map((finding) => ({ ...finding, erratum }))
}

function resultOf(
  indicator: Indicator,
  claim: Claim,
  findings: readonly Finding[],
  wanted: (id: string) => boolean,
): IndicatorResult[] {
  const { part } = claim
  const asked = wanted(indicator.id) || indicator.rules.some(({ id }) => wanted(id))
  if (part === 'none' || !asked) return []
  const { id, level1, text } = indicator
  const base = { id, level1, text, part }
  if (!claim.judged) return [{ ...base, outcome: 'exempt', note: claim.note }]
  const own = findings.filter((finding) => finding.indicator === id)
  if (own.length > 0) return [{ ...base, outcome: outcomeOf(own), note: claim.note }]
  const note =
    indicator.rules.length === 0
      ? '本指标尚未编写审核规则，不作结论，请人工核对'
      : '本指标的规则在审核日均不适用，不作结论，请人工核对'
  return [{ ...base, outcome: 'unclear', note }]
}
