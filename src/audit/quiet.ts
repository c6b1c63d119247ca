import type { Finding } from '../core/report.ts'

/**
 * Questions that no examiner would put: a paper that is plainly there but prints no day, one that is nearly what was
 * looked for, a column that the office's own table never had. What would help is advised; only a doubt about what the
 * papers themselves say is asked.
 */
const HELPFUL: Readonly<Record<string, readonly string[]>> = {
  documents: ['undated', 'near-miss', 'none-seen', 'lacking-near', 'unsure', 'year-unsure', 'unsure-duty'],
  absence: ['undated', 'perhaps-recorded', 'none-seen', 'lacking-near', 'near-miss', 'unsure', 'stale'],
  soundness: ['undated', 'older'],
  count: ['months-open', 'none-seen', 'lacking-near', 'near-miss'],
}
const ANY = ['no-column', 'no-ledger']

export const quieted = (findings: readonly Finding[]): Finding[] =>
  findings.map((one) => (isHelpful(one) ? { ...one, outcome: 'noted' } : one))

const isHelpful = ({ outcome, severity, kind, key }: Finding): boolean =>
  outcome === 'unclear' && severity !== 'veto' && (ANY.includes(key) || (HELPFUL[kind] ?? []).includes(key))
