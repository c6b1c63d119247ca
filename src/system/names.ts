import { COLUMN_TYPES, type ColumnType } from '../core/ledger.ts'
import { entry, isObject, itemsOf, listAt, textOf } from './values.ts'

/**
 * What the files define, gathered even from entries that have faults: a ledger with a mistyped key is still a ledger, and
 * the rules that use it are not to blame. Null where the file itself could not be read: then nothing is known to be missing.
 */
export type Names = {
  readonly ledgers: ReadonlyMap<string, KnownLedger> | null
  readonly parameters: readonly string[] | null
  readonly errata: ReadonlyMap<string, readonly string[]> | null
}

export type KnownLedger = {
  readonly name: string
  readonly columns: ReadonlyMap<string, ColumnType>
  readonly recognisable: boolean
}

export function namesIn(system: unknown, ledgers: unknown): Names {
  return {
    ledgers: isObject(ledgers) ? knownLedgers(itemsOf(ledgers, 'ledgers')) : null,
    parameters: isObject(system) ? itemsOf(system, 'parameters').flatMap((item) => textOf(item, 'id') ?? []) : null,
    errata: isObject(system) ? knownErrata(itemsOf(system, 'errata')) : null,
  }
}

function knownLedgers(items: readonly object[]): Map<string, KnownLedger> {
  const known = new Map<string, KnownLedger>()
  for (const item of items) {
    const columns = itemsOf(item, 'columns')
    const types = columns.flatMap((column): [string, ColumnType][] => {
      const name = textOf(column, 'name')
      const type = COLUMN_TYPES.find((other) => other === entry(column, 'type'))
      return name ? [[name, type ?? 'text']] : []
    })
    const name = textOf(item, 'name')
    const recognisable = columns.some((column) => entry(column, 'needed') === true)
    const ledger = { name: name ?? '', columns: new Map(types), recognisable }
    for (const key of [name, textOf(item, 'id')]) if (key && !known.has(key)) known.set(key, ledger)
  }
  return known
}

const knownErrata = (items: readonly object[]): Map<string, readonly string[]> =>
  new Map(
    items.flatMap((item) => {
      const id = textOf(item, 'id')
      const indicators = listAt(item, 'indicators') ?? []
      return id ? [[id, indicators.filter((other) => typeof other === 'string')] as const] : []
    }),
  )
