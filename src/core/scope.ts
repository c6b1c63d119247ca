import type { Evidence } from './evidence.ts'
import { isImage } from './evidence.ts'
import type { Scope } from './kind.ts'
import type { Ledger, LedgerRow } from './ledger.ts'
import type { Document, Match, NearMiss } from './package.ts'

export type Matched = { readonly document: Document; readonly match: Match }

/** The files that serve a material of the scope's indicator, sure ones first. */
export function matchedTo({ package: { documents, matches }, indicator }: Scope, material: string): Matched[] {
  const byPath = new Map(documents.map((document) => [document.evidence.path, document]))
  return matches
    .filter((match) => match.indicator === indicator.id && match.material === material)
    .flatMap((match) => {
      const document = byPath.get(match.file)
      return document ? [{ document, match }] : []
    })
    .sort((a, b) => Number(b.match.sure) - Number(a.match.sure))
}

export function nearMissesOf({ package: { nearMisses }, indicator }: Scope, material: string): NearMiss[] {
  return nearMisses.filter((near) => near.indicator === indicator.id && near.material === material)
}

export const ledgersOf = ({ package: { ledgers } }: Scope, name: string): Ledger[] =>
  ledgers.filter(({ spec }) => spec.name === name || spec.id === name)

/**
 * The rows of every table that is this ledger. The same row in two files counts once; rows of one key that disagree are
 * `disputed` and all kept, so that a kind can say so.
 */
export function rowsOf(scope: Scope, name: string): { rows: LedgerRow[]; disputed: LedgerRow[][] } {
  const rows: LedgerRow[] = []
  const byKey = new Map<string, LedgerRow[]>()
  for (const ledger of ledgersOf(scope, name))
    for (const row of ledger.rows) {
      const same = row.key ? (byKey.get(row.key) ?? []) : []
      // Two equal rows of one table are two cases that the unit numbered badly, not one: only another table repeats a row.
      if (same.some((other) => other.ledger !== row.ledger && equal(other, row))) continue
      rows.push(row)
      if (row.key) byKey.set(row.key, [...same, row])
    }
  const disputed = [...byKey.values()].filter((same) => new Set(same.map(({ ledger }) => ledger)).size > 1)
  return { rows, disputed }
}

function equal(a: LedgerRow, b: LedgerRow): boolean {
  const columns = a.ledger.columns.filter((column) => b.ledger.columns.includes(column))
  return columns.every((column) => a.field(column).text === b.field(column).text)
}

/**
 * Files whose content nobody has seen and that could be a document of this indicator: they lie under it or under none.
 * A photograph (it carries a camera's date) is no document.
 */
export function unreadFor({ package: { documents, matches }, indicator }: Scope): Evidence[] {
  const placed = new Map<string, Set<string>>()
  for (const { file, indicator: id } of matches) placed.set(file, (placed.get(file) ?? new Set()).add(id))
  return documents
    .map(({ evidence }) => evidence)
    .filter((evidence) => evidence.extent === 'unread' && !(isImage(evidence) && 'taken' in evidence.properties))
    .filter(({ path }) => placed.get(path)?.has(indicator.id) ?? true)
}
