import { type Day, dayOf, written, yearOf } from '../../core/day.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Grid } from './grid.ts'
import { isAmong } from './kinds-of-rows.ts'
import { rolesOf, widely } from './roles.ts'
import { spanOf } from './sequence.ts'

/**
 * Rows in which what has to be done by one day of each year (报送 by 01-31, 公开 by 04-01) was done later, in a table in which
 * most rows keep to that day: then it is what its columns are of.
 */
export function pastEachYear(grid: Grid, acts: readonly string[], by: string, only: readonly string[]): Flaw[] {
  const rows = grid.rows.filter((row) => isAmong(row, only))
  const columns = rolesOf(grid).days.filter(
    ({ as, event }) => as === 'act' && event !== null && widely(event).some((id) => acts.includes(id)),
  )
  const late = columns.flatMap((one) => {
    const done = rows.flatMap((row) => {
      const on = spanOf(row, one)?.from
      return on === undefined ? [] : [{ row, on, due: dueIn(on, by) }]
    })
    const past = done.filter(({ on, due }) => due !== undefined && on > due)
    if (past.length > done.length * FEW) return []
    return past.map(({ row, on, due }) =>
      flawAt('期限', row, one.column, `${one.column.name}${written(on)}，晚于${written(due!)}`),
    )
  })
  return [...new Map(late.toReversed().map((flaw) => [flaw.row, flaw])).values()].toReversed()
}

const FEW = 0.4

const dueIn = (on: Day, by: string): Day | undefined => {
  const [month = '', day = ''] = by.split('-')
  return dayOf(yearOf(on), Number(month), Number(day))
}
