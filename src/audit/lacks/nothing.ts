import type { Match, Package } from '../../core/package.ts'
import type { Finding } from '../../core/report.ts'
import type { Indicator } from '../../core/system.ts'
import { isLack } from './lack.ts'

/** What the unit put under it, or what it asks for; what only supports it and lies elsewhere is that other indicator's. */
const isOwn = ({ placed, material }: Match, materials: Indicator['materials']): boolean =>
  placed === true || materials.some(({ id, need }) => id === material && need === 'required')

/**
 * Nothing at all lies in the package for an indicator that asks for something: no paper, no ledger, no word that it does
 * not apply. A bonus asks for nothing; a veto is never raised by silence.
 */
export function hasNothing(own: readonly Finding[], { id, materials, rules }: Indicator, found: Package): boolean {
  if (id === 'package' || own.length === 0 || rules.some(({ severity }) => severity === 'veto')) return false
  if (!materials.some(({ need }) => need === 'required') || !own.some(isLack)) return false
  if (own.some((one) => !isLack(one) && (one.outcome !== 'exempt' || one.cites.length > 0))) return false
  const ledgers = new Set(materials.map(({ ledger }) => ledger))
  return !(
    found.declarations.some(({ indicator }) => indicator === id) ||
    found.matches.some((match) => match.indicator === id && match.sure && isOwn(match, materials)) ||
    found.ledgers.some(({ spec, rows }) => rows.length > 0 && ledgers.has(spec.name)) ||
    found.answers.some(({ rule }) => rules.some((one) => one.id === rule))
  )
}
