import type { Table } from '../../core/evidence.ts'
import type { Ledger, ReadColumn } from '../../core/ledger.ts'
import type { Document } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import type { SeenColumn, SeenLedger, SeenTable } from './seen.ts'

/** Each table of a file, as the matters that it is taken for. `whyOf` tells how a ledger was known. */
export function tablesOf(
  { evidence: { path, tables } }: Document,
  ledgers: readonly Ledger[],
  whyOf: (ledger: Ledger) => string,
): SeenTable[] {
  const own = ledgers.filter(({ file }) => file === path)
  const shown = new Set<Ledger>()
  return tables.map((table) => {
    const found = own.filter((one) => one.sheet === table.name || goesOnIn(one, table))
    const seen = found.map((ledger): SeenLedger => {
      const { id, name } = ledger.spec
      // What goes on over several pages is told once, where it begins.
      const isFirst = !shown.has(ledger)
      shown.add(ledger)
      const asked = isFirst ? ledger.unsure : []
      const heads = new Set(ledger.unsure.map(({ head }) => head))
      return {
        matter: { id, name, why: isFirst ? whyOf(ledger) : '接上一张表' },
        columns: isFirst ? ledger.assigned.map(columnOf) : [],
        asked: asked.map(columnOf),
        unread: isFirst ? ledger.strange.filter((head) => !heads.has(head)) : [],
        records: ledger.rows.filter((row) => isIn(row.place(), table)).length,
        notes: (ledger.notes ?? []).filter(({ place }) => isIn(place, table)),
      }
    })
    return { name: table.name, page: table.page ?? null, ledgers: seen }
  })
}

const columnOf = ({ head, column, certainty, why = '', place: { cell = '' } }: ReadColumn): SeenColumn => ({
  head,
  column,
  certainty,
  why,
  cell,
})

const goesOnIn = ({ rows }: Ledger, table: Table): boolean => rows.some((row) => isIn(row.place(), table))

const isIn = ({ sheet, cell = '' }: Place, { name }: Table): boolean =>
  sheet === undefined ? cell.startsWith(`${name}第`) : sheet === name
