import type { Merge, Row, Table, Value } from '../../../core/evidence.ts'

/**
 * The two parts of a table that goes on over a page, with a row that the page cut in two made whole. It is one row only
 * where the second part gives nothing but more of texts that the first part has: not its first cell, not a day or a figure.
 */
export function unsplit(first: Table, next: Table): readonly [Table, Table] {
  const at = repeatedHeads(first, next)
  const [last, rest] = [first.rows.at(-1), next.rows[at]]
  if (!last || !rest || first.rows.length <= at || !isRest(rest, last)) return [first, next]
  if (isMerged(first.merges, last.index) || isMerged(next.merges, rest.index)) return [first, next]
  return [{ ...first, rows: [...first.rows.slice(0, -1), joined(last, rest)] }, without(next, at)]
}

/** A header printed again on the next page. */
function repeatedHeads(first: Table, next: Table): number {
  const same = next.rows.findIndex((row, at) => {
    const other = first.rows[at]
    return (
      !other || row.values.length !== other.values.length || row.values.some((value, i) => value !== other.values[i])
    )
  })
  return same < 0 ? next.rows.length : same
}

function isRest({ values }: Row, { values: before }: Row): boolean {
  const filled = values.flatMap((value, column) => (value === null ? [] : [column]))
  const blank = before.filter((value, column) => value !== null && values[column] == null).length
  return (
    filled.length > 0 &&
    values[0] === null &&
    before[0] !== null &&
    blank >= 2 &&
    blank > filled.length &&
    filled.every((column) => isLong(before[column] ?? null) && isWording(values[column] ?? null))
  )
}

/** A text that a cell needs more than one line for, and that has not come to its end. */
const isLong = (value: Value): boolean => typeof value === 'string' && value.length >= 8 && !/[。！？]$/u.test(value)

/** Words, and not a day, a figure or a flag: those are the next row's. */
const isWording = (value: Value): boolean =>
  typeof value === 'string' && value.length >= 2 && /\p{Script=Han}/u.test(value) && !/^[\d年月日.\-/%]+$/u.test(value)

const isMerged = (merges: readonly Merge[], row: number): boolean =>
  merges.some(({ top, bottom }) => top <= row && row <= bottom)

function joined(last: Row, rest: Row): Row {
  const values = last.values.map((value, at) => {
    const more = rest.values[at] ?? null
    return more === null ? value : `${value ?? ''}${more}`
  })
  if (!last.certainties || !rest.certainties) return { ...last, values }
  const certainties = last.certainties.map((sure, at) => Math.min(sure, rest.certainties?.[at] ?? 1))
  return { ...last, values, certainties }
}

function without(table: Table, at: number): Table {
  const up = (row: number) => (row > at ? row - 1 : row)
  const rows = table.rows.filter((_, row) => row !== at).map((row) => ({ ...row, index: up(row.index) }))
  return { ...table, rows, merges: table.merges.map((one) => ({ ...one, top: up(one.top), bottom: up(one.bottom) })) }
}
