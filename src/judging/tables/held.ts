import type { Day } from '../../core/day.ts'
import type { Package } from '../../core/package.ts'
import { vocabulary } from '../../records/vocabulary.ts'
import { cell } from './cells.ts'
import type { Span } from './days.ts'
import { type Column, type Grid, type GridRow, gridsOf } from './grid.ts'
import { type DayColumn, rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'

/** Something that a table says was held, and when. */
export type Held = { readonly row: GridRow; readonly column: Column; readonly span: Span }

/**
 * What the tables of a file that are of some matter say was held, row by row; of a table of several things (清理、后评估) not
 * the rows that are of another one. Of several days nobody knows which is the day it was held.
 */
export function heldIn(
  found: Pick<Package, 'documents'> & { readonly asOf: Day },
  file: string,
  isOf: (text: string) => boolean,
): Held[] {
  return gridsIn(found, file, isOf).flatMap((grid) => {
    const day = dayOfHolding(grid)
    if (!day) return []
    return grid.rows.flatMap((row) => {
      if (isOfOther(row, isOf)) return []
      const span = spanOf(row, day)
      return span && span.to <= found.asOf ? [{ row, column: day.column, span }] : []
    })
  })
}

const gridsIn = (found: Pick<Package, 'documents'>, file: string, isOf: (text: string) => boolean): Grid[] =>
  gridsOf(found).filter(
    (grid) => grid.file === file && !grid.recognised && grid.names.slice(0, grid.near).some((name) => isOf(name)),
  )

/** A row that names, where others name this matter, another one of those that its table's name lists: 清理, 后评估. */
function isOfOther(row: GridRow, isOf: (text: string) => boolean): boolean {
  const { columns, rows, names, near } = row.grid
  const things = names.slice(0, near).flatMap(listedIn)
  const isOther = (text: string): boolean => !isOf(text) && things.includes(named(text) ?? '')
  return columns.some((column) => isOther(cell(row, column)) && rows.some((other) => isOf(cell(other, column))))
}

/** The event that a text is the name of, and says nothing else: 清理(行政处罚法专项). */
function named(text: string): string | undefined {
  const { events, objects, attributes, rest } = vocabulary().parts([text])
  return objects.length === 0 && attributes.length === 0 && rest === '' && events.length === 1 ? events[0] : undefined
}

/** The matters that a name lists, none where it is of one. */
function listedIn(name: string): string[] {
  const found = name.split(LISTING).flatMap((part) => vocabulary().parts([part]).events.at(-1) ?? [])
  return found.length > 1 ? found : []
}

const LISTING = /[、,，和与及/]/u

/** The only day, or of several the one that is of nothing in particular (哪天, beside 公布). */
function dayOfHolding(grid: Grid): DayColumn | undefined {
  const held = rolesOf(grid).days.filter(({ as }) => as === 'act')
  const plain = held.filter(({ event }) => event === null)
  return held.length === 1 ? held[0] : plain.length === 1 ? plain[0] : undefined
}
