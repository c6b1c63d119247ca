import type { LedgerNearMiss, Recognised } from '../records/ledgers.ts'
import type { Prior } from './assign.ts'
import type { Served } from './serve.ts'
import type { Wanted } from './wants.ts'

/** Which ledgers one file holds. */
export type Held = { readonly ledger: ReadonlyMap<string, string>; readonly near: ReadonlyMap<string, Near> }

type Near = Pick<LedgerNearMiss, 'why' | 'lacks'>

/** By file and ledger: how it was recognised, or what it lacks. */
export function heldBy({ ledgers, whys, nearMisses }: Recognised): Map<string, Held> {
  const files = new Map<string, { ledger: Map<string, string>; near: Map<string, Near> }>()
  const of = (file: string) => {
    const held = files.get(file) ?? { ledger: new Map(), near: new Map() }
    files.set(file, held)
    return held
  }
  for (const ledger of ledgers) {
    const known = of(ledger.file).ledger
    if (!known.has(ledger.spec.id))
      known.set(ledger.spec.id, whys.get(ledger) ?? '').set(ledger.spec.name, whys.get(ledger) ?? '')
  }
  for (const { file, spec, why, lacks } of nearMisses)
    of(file).near.set(spec.id, { why, lacks }).set(spec.name, { why, lacks })
  return files
}

/** A ledger serves wherever it lies. */
export function servedByTables(wanted: readonly Wanted[], held: Held | undefined, prior: Prior): Served[] {
  if (!held) return []
  return wanted.flatMap((one): Served[] => {
    const { ledger } = one.material
    if (ledger === null || prior.of(one.indicator) === 0) return []
    const why = held.ledger.get(ledger)
    if (why !== undefined) return [{ wanted: one, how: 'sure', why }]
    const near = held.near.get(ledger)
    return near === undefined
      ? []
      : [{ wanted: one, how: 'near', why: near.why, needs: [{ kind: 'columns', columns: near.lacks }] }]
  })
}
