import type { Indicator } from '../core/system.ts'
import type { Recognised } from '../records/ledgers.ts'
import type { Placement } from './mapping.ts'
import { type Served, servedBy } from './serving.ts'
import type { Subject, Wanted } from './titles.ts'

/** Which ledgers one file holds. */
export type Held = { readonly ledger: ReadonlyMap<string, string>; readonly near: ReadonlyMap<string, string> }

/** By file and ledger: how it was recognised, or what it lacks. */
export function heldBy({ ledgers, whys, nearMisses }: Recognised): Map<string, Held> {
  const files = new Map<string, { ledger: Map<string, string>; near: Map<string, string> }>()
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
  for (const { file, spec, why } of nearMisses) of(file).near.set(spec.id, why).set(spec.name, why)
  return files
}

/** A ledger serves wherever it lies; a file that is only called so does not. */
export function asLedger(
  subject: Subject,
  wanted: Wanted,
  indicator: Indicator,
  here: Placement | undefined,
  held: Held | undefined,
): Served[] {
  const { id, ledger, name } = wanted.material
  const why = held?.ledger.get(ledger ?? '')
  if (why !== undefined) return [{ material: id, how: 'sure', why }]
  const near = held?.near.get(ledger ?? '')
  if (near !== undefined) return [{ material: id, how: 'near', why: near }]
  if (!here) return []
  const titled = servedBy(subject, [wanted], { ...indicator, materials: [] }, { ...here, material: null }, true)
  // A list in force (目录清单) is a paper; its table is one way to know it.
  if (wanted.material.nature !== 'ledger') return titled
  const unread = subject.document.evidence.extent === 'unread'
  return titled
    .filter(({ how }) => how !== 'near')
    .map((one) =>
      unread
        ? { ...one, how: 'unsure' }
        : { ...one, how: 'near', why: `${one.why}，但没有读到“${name}”所需表头的表格` },
    )
}
