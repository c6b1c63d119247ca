import { claimsIn } from '../audit/counts.ts'
import { STATE_COUNCIL } from '../calendar/calendar.ts'
import type { Calendar } from '../core/calendar.ts'
import type { Day } from '../core/day.ts'
import type { Package } from '../core/package.ts'
import type { Indicator, IndicatorSystem, Rule, Unit, UnitKind } from '../core/system.ts'
import { recogniseLedgers } from '../records/ledgers.ts'
import type { RawCase } from './load.ts'
import { claimed, paperOf } from './papers.ts'
import { ledgerCalled, repeated, tablesOf } from './tables.ts'

const UNITS: Readonly<Record<UnitKind, string>> = { department: '区示例局', town: '示例镇' }

/** The package that a case describes: its rows in tables as units keep them, its documents with what they say. */
export function packageOfCase(
  system: IndicatorSystem,
  indicator: Indicator,
  rule: Rule,
  given: RawCase,
  calendar: Calendar = STATE_COUNCIL,
): Package {
  const asOf = given['as-of'] ?? system.cycle.to
  const tables = Object.entries(given.rows).flatMap(([name, rows]) => tablesOf(ledgerCalled(system, name), rows, given))
  const papers = given.documents
    .flatMap((paper) => repeated(paper))
    .map((paper, at) => paperOf(indicator, paper, at + 1))
  const claims = claimed(given)
  const ledgers = tables.flatMap(({ document, spec }) => recogniseLedgers([document], [spec]).ledgers)
  const documents = [...tables.map(({ document }) => document), ...papers.map(({ document }) => document), ...claims]
  const unit: Unit = {
    name: UNITS[kindOf(indicator, rule, given)],
    kind: kindOf(indicator, rule, given),
    aliases: [],
    sure: 'certain',
    note: '',
  }
  return {
    unit,
    asOf,
    cycle: system.cycle,
    calendar,
    parameters: system.parameters.map((own) =>
      Object.hasOwn(given.parameters, own.id) ? { ...own, value: given.parameters[own.id] ?? null } : own,
    ),
    documents,
    ledgers,
    specs: system.ledgers,
    ...claimsIn(documents, system, unit),
    roster: system.roster.units,
    matches: papers.flatMap(({ match }) => match ?? []),
    nearMisses: papers.flatMap(({ near }) => near ?? []),
    declarations: declared(indicator, given, asOf),
    answers: given.answers.map((one) => {
      const said =
        typeof one === 'string' ? { answer: one, reason: '已核对原件', by: '复核人员', on: null, until: null } : one
      return { ...said, rule: rule.id, on: said.on ?? asOf, at: { file: 'audit.yaml' } }
    }),
  }
}

/** Asked for, else the first kind of unit that the rule is for and the indicator does not excuse. */
function kindOf({ exempts }: Indicator, rule: Rule, given: RawCase): UnitKind {
  const asked = (['department', 'town'] as const).filter((kind) => !exempts.some((one) => one.kind === kind))
  return given.unit ?? asked.find((kind) => rule.for.includes(kind)) ?? 'department'
}

function declared(indicator: Indicator, { declares }: RawCase, asOf: Day): Package['declarations'] {
  if (declares === null) return []
  const said =
    typeof declares === 'string' ? { declares, reason: '周期内未发生此类事项', by: '办公室', on: null } : declares
  return [{ ...said, on: said.on ?? asOf, indicator: indicator.id, at: { file: 'audit.yaml' } }]
}
