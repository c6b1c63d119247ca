import { type Evidence, isWorkbook } from '../../../core/evidence.ts'
import type { Scope } from '../../../core/kind.ts'
import { unreadFor } from '../../desk/scope.ts'
import { indexOf } from '../../desk/scope-index.ts'

/**
 * Files that nobody has seen and that may say more than the papers: another year's minutes, or, wherever it lies, a ledger
 * that has the matter with its days and reasons.
 */
export function unheardIn(scope: Scope): readonly Evidence[] {
  const elsewhere = indexOf(scope.package).unread.filter(isWorkbook)
  return [...new Set([...unreadFor(scope), ...elsewhere])]
}
