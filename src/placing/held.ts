import type { LedgerNearMiss, Recognised } from '../records/ledgers.ts'
import type { Prior } from './assign.ts'
import type { Served } from './serve.ts'
import type { Wanted } from './wants.ts'

/** Which ledgers one file holds. */
export type Held = { readonly ledger: ReadonlyMap<string, Kept>; readonly near: ReadonlyMap<string, Near> }

/** How a ledger was recognised, and all columns that its tables in the file have. */
type Kept = { readonly why: string; readonly columns: Set<string> }

type Near = Pick<LedgerNearMiss, 'why' | 'lacks'>

/** By file and ledger: how it was recognised, or what it lacks. */
export function heldBy({ ledgers, whys, nearMisses }: Recognised): Map<string, Held> {
  const files = new Map<string, { ledger: Map<string, Kept>; near: Map<string, Near> }>()
  const of = (file: string) => {
    const held = files.get(file) ?? { ledger: new Map(), near: new Map() }
    files.set(file, held)
    return held
  }
  for (const ledger of ledgers) {
    const known = of(ledger.file).ledger
    const kept = known.get(ledger.spec.id) ?? { why: whys.get(ledger) ?? '', columns: new Set() }
    for (const column of ledger.columns) kept.columns.add(column)
    known.set(ledger.spec.id, kept).set(ledger.spec.name, kept)
  }
  for (const { file, spec, why, lacks } of nearMisses)
    of(file).near.set(spec.id, { why, lacks }).set(spec.name, { why, lacks })
  return files
}

/** A ledger serves wherever it lies. */
export function servedByTables(wanted: readonly Wanted[], held: Held | undefined, prior: Prior): Served[] {
  if (!held) return []
  return wanted.flatMap((one): Served[] => {
    const { ledger, shows } = one.material
    if (ledger === null || prior.of(one.indicator) === 0) return []
    const kept = held.ledger.get(ledger)
    if (kept)
      return shows.every((column) => kept.columns.has(column)) ? [{ wanted: one, how: 'sure', why: kept.why }] : []
    const near = held.near.get(ledger)
    return near === undefined
      ? []
      : [{ wanted: one, how: 'near', why: near.why, needs: [{ kind: 'columns', columns: near.lacks }] }]
  })
}
