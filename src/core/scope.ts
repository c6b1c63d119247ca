import type { Evidence } from './evidence.ts'
import type { Scope } from './kind.ts'
import type { Ledger, LedgerRow } from './ledger.ts'
import type { Document, Match, NearMiss } from './package.ts'
import { indexOf, keyOf } from './scope-index.ts'

export type Matched = { readonly document: Document; readonly match: Match }

/** The files that serve a material of the scope's indicator, sure ones first. */
export function matchedTo({ package: found, indicator }: Scope, material: string): Matched[] {
  const { documents, matches } = indexOf(found)
  return (matches.get(keyOf(indicator.id, material)) ?? [])
    .flatMap((match) => {
      const document = documents.get(match.file)
      return document ? [{ document, match }] : []
    })
    .sort((a, b) => Number(b.match.sure) - Number(a.match.sure))
}

export const nearMissesOf = ({ package: found, indicator }: Scope, material: string): readonly NearMiss[] =>
  indexOf(found).nearMisses.get(keyOf(indicator.id, material)) ?? []

export const ledgersOf = ({ package: { ledgers } }: Scope, name: string): Ledger[] =>
  ledgers.filter(({ spec }) => spec.name === name || spec.id === name)

type Rows = { readonly rows: LedgerRow[]; readonly disputed: LedgerRow[][] }

// Many rules read one ledger; the tables of a package do not change while it is judged.
const known = new WeakMap<readonly Ledger[], Map<string, Rows>>()

/**
 * The rows of every table that is this ledger. The same row in two files counts once; rows of one key that disagree are
 * `disputed` and all kept, so that a kind can say so.
 */
export function rowsOf(scope: Scope, name: string): Rows {
  const { ledgers } = scope.package
  const byName = known.get(ledgers) ?? new Map<string, Rows>()
  known.set(ledgers, byName)
  const rows = byName.get(name) ?? gathered(ledgersOf(scope, name))
  byName.set(name, rows)
  return rows
}

function gathered(ledgers: readonly Ledger[]): Rows {
  const rows: LedgerRow[] = []
  const byKey = new Map<string, LedgerRow[]>()
  for (const [index, ledger] of ledgers.entries()) {
    const seen = ledgers.slice(0, index).map((other) => spellings(other, ledger))
    for (const row of ledger.rows) {
      // Two equal rows of one table are two cases that the unit numbered badly, not one: only another table repeats a row.
      if (row.key && seen.some(({ texts, columns }) => texts.has(spelled(row, columns)))) continue
      rows.push(row)
      const same = byKey.get(row.key)
      if (same) same.push(row)
      else if (row.key) byKey.set(row.key, [row])
    }
  }
  const disputed = [...byKey.values()].filter((same) => same.some(({ ledger }) => ledger !== same[0]?.ledger))
  return { rows, disputed }
}

/** How an earlier table spells its rows in the columns that both have. */
function spellings(earlier: Ledger, later: Ledger): { texts: Set<string>; columns: string[] } {
  const columns = earlier.columns.filter((column) => later.columns.includes(column))
  return { columns, texts: new Set(earlier.rows.filter(({ key }) => key).map((row) => spelled(row, columns))) }
}

const spelled = (row: LedgerRow, columns: readonly string[]): string =>
  JSON.stringify([row.key, ...columns.map((column) => row.field(column).text)])

/** Files whose content nobody has seen and that could be a document of this indicator: they lie under it or under none. */
export function unreadFor({ package: found, indicator }: Scope): Evidence[] {
  const { unread, placed } = indexOf(found)
  return unread.filter(({ path }) => placed.get(path)?.has(indicator.id) ?? true)
}
