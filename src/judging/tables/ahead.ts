import { type Day, written } from '../../core/day.ts'
import { cellWord } from '../../language/cell-words.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Grid } from './grid.ts'
import { type DayColumn, rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'

/**
 * Rows that tell of something done on a day that is still to come (2023年4月 in a table of July 2022), where the days of nearly
 * all others are over. A plan is of such days, and what a row calls planned is none.
 */
export function aheadOf(grid: Grid, asOf: Day): Flaw[] {
  if (grid.recognised || grid.names.some((name) => PLAN.test(name))) return []
  return rolesOf(grid)
    .days.filter(isDone)
    .flatMap((one) => {
      const spans = grid.rows.flatMap((row) => {
        const span = spanOf(row, one)
        return span ? [{ row, span }] : []
      })
      const ahead = spans.filter(({ span }) => span.from > asOf)
      if (spans.length < FEWEST || ahead.length > spans.length * FEW) return []
      return ahead.flatMap(({ row, span }) =>
        grid.columns.some((column) => PLANNED.test(cell(row, column)))
          ? []
          : [
              flawAt(
                '数字',
                row,
                one.column,
                `${one.column.name}${written(span.from)}，晚于核对截至的${written(asOf)}`,
              ),
            ],
      )
    })
}

const [FEWEST, FEW] = [4, 0.2]

const isDone = ({ as, end, mixed, column }: DayColumn): boolean =>
  as === 'act' && end === null && !mixed && !PLAN.test(column.head.text) && column.parts.turns.时态 !== '计划'

const PLAN = new RegExp(cellWord('plans'), 'u')
const PLANNED = new RegExp(`${cellWord('plans')}|${cellWord('hedged')}`, 'u')
