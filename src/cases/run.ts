import { isInForce, judge } from '../audit/judge.ts'
import type { Calendar } from '../core/calendar.ts'
import type { Kind, Scope } from '../core/kind.ts'
import { type Outcome, worst } from '../core/outcome.ts'
import type { Finding } from '../core/report.ts'
import type { IndicatorSystem, Rule } from '../core/system.ts'
import { KINDS } from '../judging/kinds/index.ts'
import type { Expectation, PlacedCase, RuleCases } from './load.ts'
import { packageOfCase } from './package.ts'

/** What a case was to show, and what the rule found. */
export type CaseResult = {
  readonly rule: string
  readonly name: string
  readonly file: string
  readonly line: number
  readonly expected: { readonly outcome: Expectation; readonly says: string; readonly subject: string }
  readonly got: { readonly outcome: Expectation; readonly says: readonly string[] }
  readonly passed: boolean
}

export type CaseTools = { readonly kinds?: Readonly<Record<string, Kind>>; readonly calendar?: Calendar }

export function runCases(system: IndicatorSystem, all: readonly RuleCases[], tools: CaseTools = {}): CaseResult[] {
  return all.flatMap((own) => own.cases.map((one) => runCase(system, own, one, own.rule, tools)))
}

/** Judges one case by the kind that judges real packages. `rule` may be a variant of the rule that the case is about. */
export function runCase(
  system: IndicatorSystem,
  { indicator }: Pick<RuleCases, 'indicator'>,
  { case: given, file, line }: PlacedCase,
  rule: Rule,
  { kinds = KINDS, calendar }: CaseTools = {},
): CaseResult {
  const found = packageOfCase(system, indicator, rule, given, calendar)
  const scope: Scope = {
    package: found,
    indicator,
    rule,
    certain: given.certain,
    earlier: given.earlier.map(earlierOf),
  }
  const findings = isInForce(rule, found) ? judge(kinds[rule.kind], scope).findings : []
  const own = given.subject === null ? findings : findings.filter((one) => subjectOf(one) === given.subject)
  const outcome: Expectation = findings.length === 0 ? 'off' : worst(own.map((one) => one.outcome))
  const saying = own.filter((one) => one.outcome === outcome)
  const heard = given.says === '' || saying.some(({ message }) => message.includes(given.says))
  const got = {
    outcome,
    says:
      own.length === 0 && findings.length > 0
        ? [`没有“${given.subject}”这个结论，有的是：${findings.map(subjectOf).join('、')}`]
        : saying.map(({ message }) => message),
  }
  return {
    rule: rule.id,
    name: given.name,
    file,
    line,
    expected: { outcome: given.expect, says: given.says, subject: given.subject ?? '' },
    got,
    passed: outcome === given.expect && heard && (own.length > 0 || findings.length === 0),
  }
}

const subjectOf = ({ id, rule }: Finding): string => id.slice(rule.length + 1)

function earlierOf({ message, outcome, indicator, says }: PlacedCase['case']['earlier'][number]): Finding {
  const [kind = '', key = ''] = message.split('.')
  return {
    id: `${indicator}.rule`,
    indicator,
    rule: `${indicator}.rule`,
    kind,
    outcome: outcome satisfies Outcome,
    severity: 'required',
    key,
    data: {},
    message: says,
    remedy: '',
    expected: '',
    actual: '',
    basis: '',
    erratum: '',
    cites: [],
  }
}
