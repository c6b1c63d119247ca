import { saysUndone } from '../../language/negation.ts'
import { bare } from '../../language/text.ts'
import { flagOf } from '../../records/flag.ts'
import { cell, type GridRow } from './grid.ts'

/** Whether a row says that it is one of a kind: 是 under 是否社会高度关注, or 检察机关提起的公益诉讼 in a cell. */
export const isAmong = (row: GridRow, kinds: readonly string[]): boolean =>
  kinds.length === 0 ||
  row.grid.columns.some((column) => {
    const text = cell(row, column)
    const kind = kinds.find((kind) => bare(column.head.text).includes(bare(kind)))
    // 分歧大不大 is answered by 大.
    if (kind !== undefined) return flagOf(text) === true || (text.length <= 2 && text !== '' && kind.endsWith(text))
    return kinds.some((kind) => text.includes(kind)) && !DENIED.test(text) && !saysUndone(text)
  })

const DENIED = /^(?:非|不|无|其他|一般|普通)/u
