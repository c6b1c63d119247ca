import type { Day } from '../../core/day.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Grid, GridRow } from './grid.ts'
import { isAmong } from './kinds-of-rows.ts'
import { rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'
import { saidIn } from './undone.ts'

/** Rows that say of themselves that what the indicator demands was not done, though nothing is still running. */
export function openActs(grid: Grid, acts: ReadonlySet<string>, asOf: Day, only: readonly string[] = []): Flaw[] {
  if (acts.size === 0) return []
  return grid.rows.flatMap((row) => {
    if (!isAmong(row, only)) return []
    const all = saidIn(row, acts)
    const open = all.find(({ state }) => state === 'undone' || state === 'late')
    if (!open || all.some(({ state }) => state === 'excused') || isRunning(row, asOf)) return []
    return [flawAt('办理', row, open.column, `${open.column.name}“${open.text}”`)]
  })
}

const isRunning = (row: GridRow, asOf: Day): boolean =>
  rolesOf(row.grid).days.some((one) => one.as !== 'act' && (spanOf(row, one)?.to ?? '') >= asOf)
