import { plain } from '../../language/text.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { type Column, cell, type Grid, type GridRow, raw } from './grid.ts'

const NAME = /^[\p{Script=Han}·]{2,4}$/u
const OFFICERS = new Set(['执法人员', '审核人员'])

/** What two officers have to do together; a 人员 of such an event is an officer too (谁办的, 检查人). */
const TOGETHER = new Set(['办理', '检查', '核实', '施行'])

/** The columns that name who acted. */
export const officersOf = (grid: Grid): Column[] =>
  grid.columns.filter(
    ({ parts }) =>
      (parts.objects.some((id) => OFFICERS.has(id)) && parts.attributes[0] !== '证号') ||
      (parts.objects.length === 0 && parts.attributes[0] === '人员' && parts.events.some((id) => TOGETHER.has(id))),
  )

/**
 * Rows with one name where the other rows of the column have two: who acts alone. Assistants, who may only help, are not
 * counted.
 */
export function aloneIn(grid: Grid, assistants: ReadonlyMap<string, GridRow>): Flaw[] {
  const columns = officersOf(grid)
  // Two columns of one name each are two persons.
  if (columns.length !== 1) return []
  const [column] = columns
  const counts = grid.rows.map((row) => ({ row, names: namesIn(written(row, column!)) }))
  const several = counts.filter(({ names }) => names.length > 1).length
  if (several === 0 || several < counts.length * 0.5) return []
  return counts.flatMap(({ row, names }) => {
    const [first, ...others] = names.filter((name) => !assistants.has(name))
    if (names.length === 0 || others.length > 0) return []
    const also = names.filter((name) => assistants.has(name))
    const who = first ? `只有${first}一人` : '没有执法人员'
    return [flawAt('人数', row, column, `${column!.name}${who}${also.map((name) => `，${name}是辅助人员`).join('')}`)]
  })
}

/** As it was typed: blanks between names are all that divides some of them. */
export const written = (row: GridRow, column: Column): string => String(raw(row, column) ?? cell(row, column))

export const namesIn = (text: string): string[] =>
  text
    .split(/[、,，;；/\s]+/u)
    .map((part) =>
      plain(part)
        .replace(/\([^)]*\)|[-—].*$/gu, '')
        .trim(),
    )
    .filter((part) => NAME.test(part))
