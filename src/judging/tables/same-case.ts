import { affairsIn } from '../../language/affairs.ts'
import { bare } from '../../language/text.ts'
import { cell, type Grid, type GridRow } from './grid.ts'

/** What a case is known by in another table: its numbers, and whom it concerns. */
export function identitiesOf(row: GridRow): string[] {
  return row.grid.columns.flatMap((column) => {
    const text = bare(cell(row, column))
    if (column.parts.attributes[0] === '编号') return isNumber(text) ? [text] : []
    return column.parts.objects.some((id) => PARTIES.has(id)) &&
      text.length >= SHORTEST &&
      /\p{Script=Han}{4}/u.test(text)
      ? [text]
      : []
  })
}

const PARTIES = new Set(['当事人', '对象', '企业'])
/** A shorter name is that of many. */
const SHORTEST = 5
const isNumber = (text: string): boolean => /\d/u.test(text) && text.length >= 6

/** Whether a row of another table is of one of these cases. */
export const bears = (row: GridRow, identities: readonly string[]): boolean =>
  row.grid.columns.some((column) => {
    const text = bare(cell(row, column))
    return identities.some((one) => text.includes(one))
  })

/** What a table is kept of, by what stands over it and on its sheet, else by its file's name. */
export function affairsOf({ names, near }: Grid): ReadonlySet<string> {
  const own = affairsIn(names.slice(0, near).join('|'))
  return own.size > 0 ? own : affairsIn(names.join('|'))
}
