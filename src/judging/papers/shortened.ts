import type { Day } from '../../core/day.ts'
import type { LedgerRow } from '../../core/ledger.ts'
import type { Package } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import { isSame } from './subjects.ts'

/**
 * Where the notice of the package that laid this very row's draft open, on the same days, says why for less long. The law
 * asks for the reason in the notice; that the register repeats it nobody asks.
 */
export function shortenedBy({ documents, parts = [] }: Package, row: LedgerRow, days: Span): Place | undefined {
  const names = () => row.ledger.columns.map((column) => row.field(column).text)
  for (const { facts } of [...documents, ...parts])
    for (const act of facts.acts) {
      if (act.kind !== 'consultation' || act.shortened === null) continue
      if (act.from !== days.from || act.until !== days.until) continue
      if (act.of.some((subject) => names().some((name) => isSame(name, subject)))) return act.at
    }
  return undefined
}

type Span = { readonly from: Day; readonly until: Day }
