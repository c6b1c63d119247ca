import type { RuleCases } from '../cases/load.ts'
import type { Indicator } from '../core/system.ts'
import { KINDS } from '../judging/kinds/index.ts'
import type { Covered } from './coverage-text.ts'
import { systemOf } from './gathered.ts'
import { casesOf } from './indicators-test-command.ts'
import type { ExitCode, Io } from './io.ts'

type Options = { readonly format: 'text' | 'json'; readonly indicators?: string }

/** `audit indicators coverage`: what is computed, matched, asserted and asked of a person. */
export async function coverage(options: Options, io: Io): Promise<ExitCode> {
  const system = await systemOf(options.indicators, io)
  const cases = await casesOf(system, options.indicators, io)
  const covered = system.indicators.map((indicator) => coveredBy(indicator, cases))
  if (options.format === 'json') io.out(`${JSON.stringify(covered, null, 2)}\n`)
  else io.out((await import('./coverage-text.ts')).coverageText(system, covered, coveredBy(system.package, cases)))
  return 0
}

function coveredBy({ id, materials, rules }: Indicator, cases: readonly RuleCases[]): Covered {
  const kinds: Readonly<Record<string, { readonly decides: 'machine' | 'person' }>> = KINDS
  const own = cases.filter(({ indicator }) => indicator.id === id)
  return {
    id,
    materials: materials.length,
    rules: rules.map((rule) => ({ id: rule.id, kind: rule.kind, decides: kinds[rule.kind]?.decides ?? 'machine' })),
    cases: own.reduce((sum, one) => sum + one.cases.length, 0),
  }
}
