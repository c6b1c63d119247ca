import type { Document } from '../../core/package.ts'
import type { Flaw } from './flaw.ts'
import type { Grid } from './grid.ts'
import type { Clock } from './limits.ts'
import { belowLeast } from './promised-least.ts'
import { belowMark } from './promised-marks.ts'
import { pastPromises } from './promised-terms.ts'
import { missedTimes } from './promised-times.ts'
import { overYears } from './promised-years.ts'
import { notedIn, type Stated, statedIn } from './stated.ts'

/**
 * Rows that break what the office's own papers, or the table's own notes, promise in figures. Each promise is held only
 * against what it plainly fits; a row that says why it is otherwise is right.
 */
export function brokenPromises(grid: Grid, papers: readonly Document[], clock: Clock): Flaw[] {
  const stated: readonly Stated[] = [...notedIn(grid), ...papers.flatMap(statedIn)]
  if (grid.recognised) return []
  return [
    ...pastPromises(grid, stated, clock),
    ...overYears(grid, stated, clock),
    ...belowLeast(grid, stated, clock),
    ...missedTimes(grid, stated, clock),
    ...belowMark(grid, stated),
  ]
}
