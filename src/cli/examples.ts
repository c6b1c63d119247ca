import { loadCases, type RuleCases } from '../cases/load.ts'
import { runCase } from '../cases/run.ts'
import type { IndicatorSystem } from '../core/system.ts'
import { exampleOf } from '../explain/examples.ts'
import type { Example, Examples } from '../explain/explanation.ts'
import { KINDS } from '../judging/kinds/index.ts'

/** Of each of these rules, or of all, the first case that passes and the first that does not, with what the audit says of them. */
export async function examplesOf(
  folder: string,
  system: IndicatorSystem,
  rules?: readonly string[],
): Promise<Examples> {
  const { cases } = await loadCases(folder, system, KINDS, rules)
  const wanted = cases.filter(({ rule }) => rules?.includes(rule.id) ?? true)
  return new Map(wanted.map((own) => [own.rule.id, { met: first(system, own, 'met'), gap: first(system, own, 'gap') }]))
}

function first(system: IndicatorSystem, own: RuleCases, outcome: 'met' | 'gap'): Example | null {
  const found = own.cases.find(({ case: one }) => one.expect === outcome)
  if (!found) return null
  const { passed, got } = runCase(system, own, found, own.rule)
  // A case that the audit judges otherwise than its author teaches nothing.
  if (!passed) return null
  const names = new Map([...own.indicator.materials, ...system.parameters].map(({ id, name }) => [id, name]))
  return exampleOf(found.case, names, got.says.join('；'))
}
