import { type Day, written as dayWritten, earliest } from '../../core/day.ts'
import type { Package } from '../../core/package.ts'
import { cellWord } from '../../language/cell-words.ts'
import { plain } from '../../language/text.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { namesIn, officersOf, written } from './persons.ts'
import { isRemark } from './remarks.ts'
import { rolesOf } from './roles.ts'
import type { Roster } from './roster.ts'
import { spanOf } from './sequence.ts'

/** Rows in which an assistant is entered among those who handled it. */
export function handledBy(grid: Grid, { assistants }: Roster, found: Package): Flaw[] {
  if (assistants.size === 0) return []
  return eachName(grid, found, (row, column, name) => {
    const entry = assistants.get(name)
    if (!entry || onlyHelped(row, column, name)) return undefined
    return flawAt('人员', row, column, `${column.name}${name}是辅助人员（${rosterAt(entry)}）`)
  })
}

/** 唐某(记录); 唐某仅负责拍照记录 in the remarks: what an assistant may do is said of him. */
function onlyHelped(row: GridRow, column: Column, name: string): boolean {
  const remarks = row.grid.columns.filter(isRemark).map((one) => cell(row, one))
  return (
    new RegExp(`${name}\\((?:${CHARGED})?${HELPS}+\\)`, 'u').test(plain(written(row, column))) ||
    remarks.some((text) => new RegExp(`${name}[^。;]{0,12}${ONLY}[^。;]{0,4}${HELPS}`, 'u').test(plain(text)))
  )
}
const HELPS = cellWord('helpsWith')
const ONLY = cellWord('only')
const CHARGED = cellWord('charged')

/** Rows that nobody but assistants handled. */
export function handledAlone(grid: Grid, roster: Roster, found: Package): Flaw[] {
  const byRow = new Map<GridRow, number>()
  for (const column of officersOf(grid, found))
    for (const row of grid.rows) {
      const others = namesIn(written(row, column)).filter((name) => !roster.assistants.has(name))
      byRow.set(row, (byRow.get(row) ?? 0) + others.length)
    }
  return handledBy(grid, roster, found).filter(({ row }) => byRow.get(row) === 0)
}

/** Rows handled by somebody whose certificate had run out before all of it. */
export function handledAfter(grid: Grid, { validity }: Roster, found: Package): Flaw[] {
  if (validity.size === 0) return []
  return eachName(grid, found, (row, column, name) => {
    const entry = validity.get(name)
    const begun = entry && begunOn(row)
    if (!entry || !begun || begun <= entry.until) return undefined
    const words = `${column.name}${name}的证件有效期至${dayWritten(entry.until)}（${rosterAt(entry.row)}），${dayWritten(begun)}已经过期`
    return flawAt('证件', row, column, words)
  })
}

function eachName(
  grid: Grid,
  found: Package,
  see: (row: GridRow, column: Column, name: string) => Flaw | undefined,
): Flaw[] {
  return officersOf(grid, found).flatMap((column) =>
    grid.rows.flatMap((row) => namesIn(written(row, column)).flatMap((name) => see(row, column, name) ?? [])),
  )
}

const rosterAt = ({ grid, index }: GridRow): string => `《${grid.names[0] ?? ''}》第${index + 1}行`

/** The first day on which anything was done. */
const begunOn = (row: GridRow): Day | undefined =>
  earliest(
    rolesOf(row.grid)
      .days.filter(({ as }) => as === 'act')
      .flatMap((one) => spanOf(row, one)?.from ?? []),
  )
