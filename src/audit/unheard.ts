import type { Scope } from '../core/kind.ts'
import type { Finding } from '../core/report.ts'
import { howUnread, unreadFor } from '../judging/desk/scope.ts'
import { indexOf } from '../judging/desk/scope-index.ts'
import { fileName, listed } from '../language/prose.ts'

/** Verdicts that rest on there being nothing in what was read: none of a ledger's rows is concerned, nothing fell due. */
const SILENT = new Set(['none-concerned', 'nothing-due', 'no-month', 'not-yet'])

/**
 * Silence exempts nobody while something went unread that may speak. A unit that declares a thing inapplicable is only
 * asked about what lies under that very indicator.
 */
export function unheard(finding: Finding, scope: Scope): Finding {
  if (finding.outcome !== 'exempt') return finding
  const { placed } = indexOf(scope.package)
  const unread =
    finding.key === 'inapplicable'
      ? unreadFor(scope).filter(({ path }) => placed.get(path)?.has(scope.indicator.id))
      : SILENT.has(finding.key) && finding.kind !== 'deadline'
        ? unreadFor(scope)
        : []
  if (unread.length === 0) return finding
  const files = listed(
    unread.map(({ path }) => fileName(path)),
    '个',
  )
  return {
    ...finding,
    // What is not owed yet is nobody's question.
    outcome: finding.key === 'not-yet' ? 'noted' : 'unclear',
    message: `${finding.message}；但有${unread.length}个文件${howUnread(unread)}（${files}），其中可能有所记载`,
    remedy: '请人工查看未能读取的文件，或换成可读取的格式后重新核对',
    cites: [...finding.cites, ...unread.map(({ path }) => ({ file: path }))],
  }
}
