import type { Evidence } from '../../../core/evidence.ts'
import type { Scope } from '../../../core/kind.ts'
import { unreadFor } from '../../desk/scope.ts'
import { indexOf } from '../../desk/scope-index.ts'
import { type About, isNamedSo } from '../../tables/about.ts'

/** Files that nobody has seen and that may hold tables of a rule: they may lie under another indicator, as tables do. */
export function unreadAbout(scope: Scope, about: About): readonly Evidence[] {
  const own = new Set(unreadFor(scope))
  return indexOf(scope.package).unread.filter((one) => own.has(one) || isNamedSo(one.path, about))
}
