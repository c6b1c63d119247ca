import type { Source } from '../core/basis.ts'
import type { Finding, Report } from '../core/report.ts'
import type { IndicatorSystem } from '../core/system.ts'
import { blocksOf } from './blocks/blocks.ts'
import { judgeAll } from './judged.ts'
import type { Order } from './order.ts'
import { packageOf } from './package.ts'
import { countsOf, fileCounts, fileResults } from './summary.ts'

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
