import { written } from '../../core/day.ts'
import type { Package } from '../../core/package.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { type Grid, type GridRow, gridsOf } from './grid.ts'
import { type DayColumn, rolesOf } from './roles.ts'
import { numbersOf } from './same-case.ts'
import { comes, type Demanded, spanOf } from './sequence.ts'

/**
 * Rows whose matter another table tells to have been decided before what this one says came first: reviewed on the 18th in
 * the register of reviews, decided on the 16th in the book of cases. They are one by the number that both bear.
 */
export function outOfOrderElsewhere(grid: Grid, demanded: Demanded, found: Package): Flaw[] {
  const own = actsOf(grid)
  if (!own.some((one) => own.some((other) => other !== one && comes(one, other, demanded))))
    return grid.rows.flatMap((row) => elsewhere(row, own, demanded, found) ?? [])
  // The table has both days of its own: what it says of them is judged there.
  return []
}

function elsewhere(row: GridRow, own: readonly DayColumn[], demanded: Demanded, found: Package): Flaw | undefined {
  for (const number of numbersOf(row)) {
    const others = (numbered(found).get(number) ?? []).filter(({ grid }) => grid !== row.grid)
    for (const other of others)
      for (const earlier of own)
        for (const later of actsOf(other.grid)) {
          if (!comes(earlier, later, demanded) || earlier.end === '起' || later.end === '止') continue
          const [a, b] = [spanOf(row, earlier), spanOf(other, later)]
          if (!a || !b || b.to >= a.from) continue
          const [name] = other.grid.names
          const words = `${earlier.column.name}${written(a.from)}，晚于“${name ?? other.grid.file}”登记的${later.column.name}${written(b.to)}`
          return flawAt('先后', row, earlier.column, words)
        }
  }
  return undefined
}

const actsOf = (grid: Grid): DayColumn[] => rolesOf(grid).days.filter(({ as, event }) => as === 'act' && event !== null)

const known = new WeakMap<Package['documents'], ReadonlyMap<string, readonly GridRow[]>>()

/** By number, the rows that bear it; one that two rows of a table bear tells them not apart, and is left out. */
function numbered(found: Package): ReadonlyMap<string, readonly GridRow[]> {
  const ready = known.get(found.documents)
  if (ready) return ready
  const rows = new Map<string, GridRow[]>()
  for (const grid of gridsOf(found)) {
    const own = new Map<string, GridRow | null>()
    for (const row of grid.rows)
      for (const number of numbersOf(row)) {
        const before = own.get(number)
        own.set(number, before === undefined || before === row ? row : null)
      }
    for (const [number, row] of own) if (row) rows.set(number, [...(rows.get(number) ?? []), row])
  }
  known.set(found.documents, rows)
  return rows
}
