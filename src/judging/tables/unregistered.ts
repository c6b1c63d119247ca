import { yearOf } from '../../core/day.ts'
import type { Package } from '../../core/package.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { flagOf } from '../../records/flag.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { type Column, type Grid, type GridRow, gridsOf } from './grid.ts'
import { rolesOf } from './roles.ts'
import { affairsOf, holds, identitiesOf } from './same-case.ts'
import { spanOf } from './sequence.ts'

const [REVIEW, MAJOR, DECIDED] = ['法制审核', '重大', '决定'] as const

/**
 * Decided cases that their own table marks as major, and that the register of reviews does not have. A table with a column
 * of its own for the review says it there.
 */
export function unregistered(grid: Grid, found: Package): Flaw[] {
  const major = grid.columns.find(({ parts }) => parts.attributes[0] === '是否' && parts.events.includes(MAJOR))
  if (!major || affairsOf(grid).has(REVIEW) || hasReview(grid)) return []
  const registers = gridsOf(found).filter((one) => one !== grid && !one.recognised && isRegister(one))
  if (registers.length === 0) return []
  const covered = new Set(registers.flatMap(({ rows }) => rows.flatMap(yearsOf)))
  return grid.rows.flatMap((row) => {
    const year = decidedIn(row)
    const identities = identitiesOf(row)
    if (flagOf(cell(row, major)) !== true || year === undefined || identities.length === 0) return []
    if (registers.some((one) => holds(one, identities))) return []
    // A register of other years does not say that this one was left out.
    const isCovered = covered.has(year)
    return [
      flawAt('登记', row, major, `${major.name}“${cell(row, major)}”，${namesOf(registers)}中没有该案`, isCovered),
    ]
  })
}

/**
 * Rows that owe a review by their fine and are in no register of reviews, where it has nearly all others. One decision may have
 * been withdrawn.
 */
export function missingIn(owing: readonly GridRow[], fine: Column, says: string, found: Package): Flaw[] {
  const [grid] = owing.map((row) => row.grid)
  if (!grid || affairsOf(grid).has(REVIEW)) return []
  const registers = gridsOf(found).filter((one) => one !== grid && isRegister(one))
  const covered = new Set(registers.flatMap(({ rows }) => rows.flatMap(yearsOf)))
  const known = owing.filter((row) => identitiesOf(row).length > 0 && covered.has(decidedIn(row) ?? 0))
  const missing = known.filter((row) => !registers.some((one) => holds(one, identitiesOf(row))))
  if (known.length < FEWEST || missing.length > known.length * FEW) return []
  return missing.flatMap((row) => {
    if (grid.columns.some((column) => holdsAny(cell(row, column), rowWords().withdrawn))) return []
    return [flawAt('登记', row, fine, `${fine.name}${cell(row, fine)}（${says}），${namesOf(registers)}中没有该案`)]
  })
}
const [FEWEST, FEW] = [3, 0.34]

const hasReview = ({ columns }: Grid): boolean => columns.some((column) => isReview(column))
const isReview = ({ parts }: Column): boolean => parts.events.includes(REVIEW) || parts.events.includes('审核')

/** It has who or what was reviewed, and days. */
const isRegister = (grid: Grid): boolean =>
  affairsOf(grid).has(REVIEW) && rolesOf(grid).days.length > 0 && grid.rows.length > 0

const decidedIn = (row: GridRow): number | undefined => {
  const day = rolesOf(row.grid).days.find(({ as, event }) => as === 'act' && event === DECIDED)
  const span = day && spanOf(row, day)
  return span && yearOf(span.to)
}

const yearsOf = (row: GridRow): number[] =>
  rolesOf(row.grid).days.flatMap((one) => {
    const span = spanOf(row, one)
    return span ? [yearOf(span.to)] : []
  })

const namesOf = (grids: readonly Grid[]): string => `《${grids[0]?.names[0] ?? ''}》`
