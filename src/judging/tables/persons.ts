import { plain } from '../../language/text.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { type Column, cell, type Grid, type GridRow, raw } from './grid.ts'

const NAME = /^[\p{Script=Han}·]{2,4}$/u
const OFFICERS = new Set(['执法人员', '审核人员'])

/** Rows with one name where the other rows of the column have two: who acts alone. */
export function aloneIn(grid: Grid): Flaw[] {
  const columns = grid.columns.filter(
    ({ parts }) => parts.objects.some((id) => OFFICERS.has(id)) && parts.attributes[0] !== '证号',
  )
  // Two columns of one name each are two persons.
  if (columns.length !== 1) return []
  const [column] = columns
  const counts = grid.rows.map((row) => ({ row, names: namesIn(written(row, column!)) }))
  const several = counts.filter(({ names }) => names.length > 1).length
  if (several === 0 || several < counts.length * 0.5) return []
  return counts
    .filter(({ names }) => names.length === 1)
    .map(({ row, names }) => flawAt('人数', row, column, `${column!.name}只有${names[0]!}一人`))
}

/** As it was typed: blanks between names are all that divides some of them. */
const written = (row: GridRow, column: Column): string => String(raw(row, column) ?? cell(row, column))

const namesIn = (text: string): string[] =>
  text
    .split(/[、,，;；/\s]+/u)
    .map((part) =>
      plain(part)
        .replace(/\([^)]*\)|[-—].*$/gu, '')
        .trim(),
    )
    .filter((part) => NAME.test(part))
