import { type Evidence, isWorkbook } from '../../../core/evidence.ts'
import type { Scope } from '../../../core/kind.ts'
import { fileName } from '../../../language/prose.ts'
import { unreadFor } from '../../desk/scope.ts'
import { indexOf } from '../../desk/scope-index.ts'
import { type About, isNamedSo } from '../../tables/about.ts'

/**
 * Files that nobody has seen and that may hold tables of a rule: workbooks of its indicator, and whatever is named as such a
 * table, wherever it lies, as tables do. Minutes that cannot be read hide none.
 */
export function unreadAbout(scope: Scope, about: About): readonly Evidence[] {
  const own = new Set(unreadFor(scope))
  return indexOf(scope.package).unread.filter(
    (one) => (own.has(one) && isWorkbook(one)) || isNamedSo(fileName(one.path), about),
  )
}
