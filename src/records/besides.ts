import type { LedgerSpec } from '../core/ledger.ts'
import type { Fit } from './fit.ts'
import { isDay, isPerson, neededOf } from './is-ledger.ts'

/** A list of who there is: it names persons, and no day on which anything happened. */
export const isRoster = (spec: LedgerSpec): boolean =>
  isPerson(spec.key[0] ?? '') && !neededOf(spec).some((column) => isDay(column) && !column.until)

/** The same persons under the same header, and of them what only their roster would say. */
export function isBesides(roster: Fit, fit: Fit): boolean {
  if (roster.spec === fit.spec || roster.header.first !== fit.header.first || isRoster(fit.spec)) return false
  const read = new Set([...fit.columns.values()].map(({ head }) => head.column))
  const more = neededOf(roster.spec).filter(({ name }) => !read.has(roster.columns.get(name)?.head.column ?? -1))
  return (
    roster.spec.key.every((name) => roster.columns.has(name)) &&
    more.filter(({ name }) => roster.columns.has(name)).length >= 2
  )
}
