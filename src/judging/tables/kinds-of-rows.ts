import { cellWord } from '../../language/cell-words.ts'
import { saysUndone } from '../../language/negation.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare } from '../../language/text.ts'
import { flagOf } from '../../records/flag.ts'
import { cell } from './cells.ts'
import type { Column, Grid, GridRow } from './grid.ts'

/** Whether a row says that it is one of a kind: 是 under 是否社会高度关注, or 检察机关提起的公益诉讼 in a cell. */
export const isAmong = (row: GridRow, kinds: readonly string[]): boolean =>
  kinds.length === 0 ||
  askedIn(row.grid, kinds).some(({ column, kind }) => {
    const text = cell(row, column)
    // 分歧大不大 is answered by 大.
    if (kind !== undefined) return flagOf(text) === true || (text.length <= 2 && text !== '' && kind.endsWith(text))
    return (holdsAny(text, kinds) || isDegree(column, text, kinds)) && !DENIED.test(text) && !saysUndone(text)
  })

/** 较大 under 争议程度 says 争议较大. */
function isDegree(column: Column, text: string, kinds: readonly string[]): boolean {
  if (text === '' || text.length > DEGREE) return false
  const head = bare(column.head.text)
  return kinds.some(
    (kind) => kind.endsWith(text) && kind.length - text.length > 1 && head.includes(kind.slice(0, -text.length)),
  )
}
const DEGREE = 3

/** A column, and of which kind its head asks whether a row is. */
type Asked = { readonly column: Column; readonly kind: string | undefined }

const known = new WeakMap<readonly string[], WeakMap<Grid, readonly Asked[]>>()

function askedIn(grid: Grid, kinds: readonly string[]): readonly Asked[] {
  const grids = known.get(kinds) ?? new WeakMap<Grid, readonly Asked[]>()
  known.set(kinds, grids)
  const found =
    grids.get(grid) ??
    grid.columns.map((column) => ({
      column,
      kind: kinds.find((kind) => bare(column.head.text).includes(bare(kind))),
    }))
  grids.set(grid, found)
  return found
}

const DENIED = new RegExp(`^${cellWord('otherwise')}`, 'u')
