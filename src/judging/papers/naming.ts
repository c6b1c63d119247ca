import type { Scope } from '../../core/kind.ts'
import type { LedgerRow } from '../../core/ledger.ts'
import { bare } from '../../language/text.ts'
import { matchedTo } from '../desk/scope.ts'
import { flawsIn } from './flaws/flaws.ts'

/** A shorter name may stand in any paper. */
const SHORTEST = 5

/**
 * Whether a sound paper of some materials names the record: 关于甲工程缩短征求意见期限的说明 explains the row of 甲工程, and
 * no other.
 */
export function namedIn(scope: Scope, materials: readonly string[]): (row: LedgerRow) => boolean {
  if (materials.length === 0) return () => false
  const flaws = flawsIn(scope.package)
  const texts = materials
    .flatMap((id) => matchedTo(scope, id))
    .flatMap(({ match, document: { evidence } }) =>
      match.sure && !flaws.has(evidence.path) ? [bare(evidence.passages.map(({ text }) => text).join(''))] : [],
    )
  return (row) =>
    row.ledger.spec.key.some((column) => {
      const field = row.field(column)
      const name = field.state === 'text' ? bare(field.text) : ''
      return name.length >= SHORTEST && texts.some((text) => text.includes(name))
    })
}
