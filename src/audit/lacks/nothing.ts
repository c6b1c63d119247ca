import type { Match, Package } from '../../core/package.ts'
import type { Finding } from '../../core/report.ts'
import type { Indicator } from '../../core/system.ts'
import { isLack } from './lack.ts'

/** What the unit put under it, or what it asks for; what only supports it and serves another one is that other's. */
const isOwn = ({ placed, material, file }: Match, { id: own, materials }: Indicator, { matches }: Package): boolean =>
  placed === true ||
  materials.some(({ id, need }) => id === material && need === 'required') ||
  !matches.some((other) => other.file === file && other.indicator !== own && other.sure && other.material !== null)

/**
 * Nothing at all lies in the package for an indicator that asks for something: no paper, no ledger, no word that it does
 * not apply. A bonus asks for nothing; a veto is never raised by silence.
 */
export function hasNothing(own: readonly Finding[], indicator: Indicator, found: Package): boolean {
  const { id, materials, rules } = indicator
  if (id === 'package' || own.length === 0 || rules.some(({ severity }) => severity === 'veto')) return false
  if (!materials.some(({ need }) => need === 'required') || !own.some(isLack)) return false
  if (own.some((one) => !isLack(one) && (one.outcome !== 'exempt' || one.cites.length > 0))) return false
  const ledgers = new Set(materials.map(({ ledger }) => ledger))
  return !(
    found.declarations.some(({ indicator }) => indicator === id) ||
    found.matches.some((match) => match.indicator === id && match.sure && isOwn(match, indicator, found)) ||
    found.ledgers.some(({ spec, rows }) => rows.length > 0 && ledgers.has(spec.name)) ||
    found.answers.some(({ rule }) => rules.some((one) => one.id === rule))
  )
}
