import type { Package } from '../core/package.ts'
import type { Finding } from '../core/report.ts'
import type { Rule } from '../core/system.ts'
import type { Verdict } from '../core/verdict.ts'

export const readsLedgers = ({ params: { ledger, checks } }: Rule): boolean =>
  typeof ledger === 'string' || (Array.isArray(checks) && checks.length > 0)

/**
 * Of the cells that a recogniser is sure of, a few in a thousand are misread all the same; in a long ledger that is one.
 * What a picture of a table says against a unit is asked, never held against it.
 */
export function restsOnImages({ outcome, cites }: Verdict, { ledgers }: Package): boolean {
  if (outcome !== 'gap') return false
  // A text that claims otherwise is cited as well, and proves nothing.
  const cited = ledgers.filter(({ file }) => cites.some((cite) => cite.file === file))
  return cited.length > 0 && cited.every(({ recognised }) => recognised)
}

export const doubted = (finding: Finding): Finding => ({
  ...finding,
  outcome: 'unclear',
  message: `${finding.message}；所据表格由图片识别而来，可能认错`,
  remedy: `请先对照原件核实。${finding.remedy}`,
})
