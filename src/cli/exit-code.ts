import type { Report } from '../core/report.ts'
import type { ExitCode } from './io.ts'

export const GATES = ['veto', 'required', 'advised', 'unclear', 'never'] as const
export type Gate = (typeof GATES)[number]

/**
 * 0: audited, no gap at or above the gate. 1: gaps. 2: not sound, because a rule crashed or none was judged – which
 * outweighs gaps. The same in every format; never a count.
 */
export function exitCodeOf(report: Report, gate: Gate): ExitCode {
  if (report.findings.length === 0) return 2
  if (report.problems.some(({ code }) => code === 'rule-crashed')) return 2
  return report.findings.some((finding) => fails(finding, gate)) ? 1 : 0
}

function fails({ outcome, severity }: Report['findings'][number], gate: Gate): boolean {
  if (gate === 'never') return false
  if (gate === 'unclear') return outcome === 'gap' || outcome === 'unclear'
  return outcome === 'gap' && GATES.indexOf(severity) <= GATES.indexOf(gate)
}
