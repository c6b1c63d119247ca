import { comparedTo, type Percent, percentName, percentText } from '../../core/percent.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Grid, GridRow } from './grid.ts'
import { countsOf, isRate, madeOf, totalsOf } from './shares.ts'

/**
 * Rows whose own share is below what is asked of each of them (法制审核人员 9 of 214, where 5% are asked for), recomputed from the
 * two columns that the rate is made of, whatever stands under the rate.
 */
export function belowEach(grid: Grid, words: readonly string[], atLeast: Percent): Flaw[] {
  const sums = new Set<GridRow>(totalsOf(grid))
  return grid.columns
    .filter((column) => isRate(column, words))
    .flatMap((column) => {
      const made = madeOf(grid, column)
      if (!made) return []
      return grid.rows.flatMap((row) => {
        const share = sums.has(row) && grid.rows.length > 1 ? undefined : countsOf(row, made)
        if (!share || comparedTo(share.part, share.of, atLeast) >= 0) return []
        const shown = `${made.part.name}${share.part}、${made.of.name}${share.of}，即${percentText(share.part, share.of)}`
        return [flawAt('比率', row, column, `${shown}，低于${percentName(atLeast)}${claimOf(cell(row, column))}`)]
      })
    })
}

const claimOf = (text: string): string => (text === '' ? '' : `，却填${text}`)
