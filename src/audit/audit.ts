import { STATE_COUNCIL } from '../calendar/calendar.ts'
import type { Source } from '../core/basis.ts'
import type { Calendar } from '../core/calendar.ts'
import type { Day } from '../core/day.ts'
import type { Evidence } from '../core/evidence.ts'
import type { Kind } from '../core/kind.ts'
import type { Document, Package } from '../core/package.ts'
import type { Problem } from '../core/problem.ts'
import type { Finding, IndicatorResult, Report } from '../core/report.ts'
import type { Indicator, IndicatorSystem, Rule, Unit } from '../core/system.ts'
import { NO_UNIT_FILE, type UnitFile } from '../core/unit-file.ts'
import { partsOf } from '../facts/parts.ts'
import { recognise } from '../facts/recognise.ts'
import { KINDS } from '../judging/kinds/index.ts'
import { withdrawn } from '../judging/papers/flaws/withdrawn.ts'
import { match } from '../placing/match.ts'
import { declaredBy, nothingsOf, statedBy } from '../placing/nothings.ts'
import { partOf } from '../system/responsibility.ts'
import { blocksOf } from './blocks/blocks.ts'
import { type Claim, claimOf } from './claim.ts'
import { CONTRADICTED_MESSAGES, contradictionsOf } from './contradicted.ts'
import { claimsIn } from './counts.ts'
import { type Digest, factsAt, isDigest, warningsOf } from './digest.ts'
import { isAsked } from './duties.ts'
import { withFolders } from './folders.ts'
import { distinct, isInForce, judge, outcomeOf, said } from './judge.ts'
import { settled } from './lacks/lacks.ts'
import { flawedOnce, toldOnce } from './once.ts'
import { quieted } from './quiet.ts'
import { withStated } from './stated.ts'
import { countsOf, fileCounts, fileResults } from './summary.ts'

export type Order = {
  readonly system: IndicatorSystem
  readonly unit: Unit
  readonly evidence: readonly Evidence[]
  /** What `digestOf` made of files before, by path; the others are read now. */
  readonly digestOf?: (path: string) => unknown
  /** What went wrong while the evidence was gathered. */
  readonly problems?: readonly Problem[]
  readonly unitFile?: UnitFile | null
  readonly asOf: Day
  readonly clock?: string
  readonly tool: Report['tool']
  /** Judge only these indicators (ids) or rules (`28.reviewed`); empty is all. */
  readonly only?: readonly string[]
  readonly kinds?: Readonly<Record<string, Kind>>
  readonly calendar?: Calendar
}

/** Facts to findings. Knows no file, no clock and no network: the same order gives the same report, byte for byte. */
export function audit(order: Order): Report {
  const { system, unit, asOf } = order
  const { found, problems: noticed } = packageOf(order)
  const { results, findings, problems } = judgeAll(order, found)
  const files = fileResults(found, system)
  const allProblems = [...(order.problems ?? []), ...noticed, ...problems]
  return {
    format: 2,
    tool: order.tool,
    system: { id: system.id, version: system.version, name: system.name, sha256: system.sha256 },
    unit: { name: unit.name, kind: unit.kind },
    asOf,
    clock: order.clock ?? '',
    summary: {
      indicators: countsOf(results.filter(({ id }) => id !== 'package')),
      findings: countsOf(findings),
      files: fileCounts(files),
    },
    indicators: results,
    blocks: blocksOf(findings, [system.package, ...system.indicators], allProblems),
    findings,
    sources: sourcesOf(findings, system),
    files,
    problems: allProblems,
  }
}

/** In the order of the system's rules. */
function sourcesOf(findings: readonly Finding[], { package: whole, indicators }: IndicatorSystem): Source[] {
  const told = new Set(
    findings.flatMap(({ outcome, rule }) => (outcome === 'gap' || outcome === 'unclear' ? rule : [])),
  )
  const rules = [whole, ...indicators].flatMap((indicator) => indicator.rules).filter(({ id }) => told.has(id))
  return rules.flatMap(({ id, basis }) => basis.map((one) => ({ rule: id, ...one })))
}

/** Everything that rules may look at, recognised and matched. */
export function packageOf(order: Order): { found: Package; problems: readonly Problem[] } {
  const { system, unit, evidence, unitFile, asOf, calendar = STATE_COUNCIL } = order
  const sorted = evidence.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const [documents, parts, warned]: [Document[], Document[], Problem[]] = [[], [], []]
  for (const one of sorted) {
    const known = knownOf(one, order)
    // One after the other for each file: its text is spelt once for all of them.
    documents.push(documentOf(one, known))
    for (const warning of warnings(one, known)) warned.push(warning)
    if (known?.bound ?? true) for (const part of partsIn(one)) parts.push(part)
  }
  const given = unitFile ?? NO_UNIT_FILE
  const {
    matches: matched,
    nearMisses,
    ledgers,
    declarations,
    problems,
    tellings,
  } = match(documents, system, unit, given, parts, (indicator) => partOf(system, unit, indicator).part)
  const nothings = nothingsOf([...documents, ...parts], system.denials, unit)
  const matches = withStated(matched, [
    ...statedBy(nothings, documents, system.indicators, system.cycle, asOf),
    ...declaredBy(declarations, system.indicators),
  ])
  const parameters = system.parameters.map((own) => given.parameters.find(({ id }) => id === own.id) ?? own)
  const found: Package = {
    unit,
    asOf,
    cycle: system.cycle,
    calendar,
    parameters,
    documents,
    parts,
    ledgers,
    specs: system.ledgers,
    roster: system.roster.units,
    matches,
    nearMisses,
    declarations,
    answers: given.answers,
    nothings,
    tellings,
    ...claimsIn(documents, system, unit),
  }
  const own = withdrawn(found)
  // Another unit's paper tells nothing of this one either.
  const foreign = new Set(own.flatMap(({ file, was }) => (was === undefined ? [] : [file])))
  return {
    found: { ...found, matches: own, tellings: tellings.filter(({ file }) => !foreign.has(file)) },
    problems: [...problems, ...warned],
  }
}

function knownOf({ path }: Evidence, { digestOf }: Order): Digest | undefined {
  const digest = digestOf?.(path)
  return isDigest(digest) ? digest : undefined
}

const documentOf = (evidence: Evidence, known: Digest | undefined): Document =>
  known
    ? { evidence, facts: factsAt(evidence.path, known.facts), kept: known.kept }
    : { evidence, facts: recognise(evidence) }

const partsIn = (evidence: Evidence): Document[] =>
  partsOf(evidence).map((part) => ({ evidence: part, facts: recognise(part), partOf: evidence.path }))

type Tally = { results: IndicatorResult[]; findings: Finding[]; problems: Problem[] }

/** Ordinary rules first; those that gather what others saw come last, but stand where their indicator stands. */
function judgeAll({ system, unit, only = [], kinds = KINDS }: Order, found: Package): Tally {
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
      const scope = { package: found, indicator, rule, certain, earlier, isJudged }
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

/** Secrets and personal data are told before anything is sent anywhere: the plan asks for files by mail. */
const warnings = (evidence: Evidence, known: Digest | undefined): Problem[] =>
  (known?.warnings ?? warningsOf(evidence)).map((code) => ({ code, file: evidence.path, message: WARNINGS[code] }))

const WARNINGS = {
  secret: '文中有密级或内部资料字样，有涉密嫌疑：切勿通过互联网邮箱报送，请先由保密员核对',
  personal: '文中有疑似身份证号或手机号：公开或报送前请核对并作脱敏处理',
} as const
