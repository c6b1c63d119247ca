import type { Row, Table, Value } from '../../core/evidence.ts'
import { cellName } from '../../core/place.ts'
import { bare } from '../../language/text.ts'
import { wordsOf } from './written.ts'

/** A row that came back: its words by header, and where they stand. */
export type BackRow = {
  readonly sheet: string
  /** From 1, as the programme counts them. */
  readonly row: number
  /** What stands under each header that we know; a column that is not there is not in it. */
  readonly words: ReadonlyMap<string, string>
  readonly cells: ReadonlyMap<string, string>
  /** What stands in columns that somebody has added. */
  readonly more: ReadonlyMap<string, string>
  /** Cells of it are joined across columns: a title or a line to sign on, and no row of the table. */
  readonly joined: boolean
}

export type BackTable = {
  readonly sheet: string
  readonly headers: ReadonlySet<string>
  /** Headers that stand over two columns or more, so that nobody knows which is meant. */
  readonly twice: readonly { readonly header: string; readonly at: string }[]
  /** Columns that somebody has added, or whose head was changed. */
  readonly others: readonly { readonly name: string; readonly at: string }[]
  readonly rows: readonly BackRow[]
}

const LAST_HEAD = 30

/** The tables of a workbook that have enough of these headers, wherever they stand and whatever their sheets are called. */
export function tablesWith(tables: readonly Table[], known: readonly string[], must: readonly string[]): BackTable[] {
  const names = new Map(known.map((header) => [spelt(header), header]))
  return tables.flatMap((table) => {
    const head = headOf(table, names, must)
    return head ? [tableOf(table, head, names)] : []
  })
}

/** Broken lines and what stands in brackets are no part of a header's name. */
const spelt = (text: string): string => bare(text.replace(/[（(【[][^（）()]*[)）】\]]\s*$/u, ''))

function headOf(table: Table, names: ReadonlyMap<string, string>, must: readonly string[]): Row | undefined {
  return table.rows.slice(0, LAST_HEAD).find(({ values }) => {
    const found = new Set(values.map((value) => names.get(spelt(wordsOf(value)))))
    return must.every((header) => found.has(header)) && [...found].filter(Boolean).length >= 3
  })
}

function tableOf(table: Table, head: Row, names: ReadonlyMap<string, string>): BackTable {
  const columns = new Map<string, number>()
  const twice: { header: string; at: string }[] = []
  const others: { name: string; column: number }[] = []
  head.values.forEach((value, column) => {
    const name = wordsOf(value)
    const header = names.get(spelt(name))
    if (header === undefined) {
      if (name) others.push({ name, column })
    } else if (columns.has(header)) twice.push({ header, at: `${table.name}!${cellName(head.index, column)}` })
    else columns.set(header, column)
  })
  for (const { header } of twice) columns.delete(header)
  const rows = table.rows.filter(({ index }) => index > head.index)
  const fill = filled(table)
  const joined = new Set(
    table.merges
      .filter(({ left, right }) => right > left)
      .flatMap(({ top, bottom }) => (bottom - top < 50 ? range(top, bottom) : [])),
  )
  return {
    sheet: table.name,
    headers: new Set(columns.keys()),
    twice,
    others: others.map(({ name, column }) => ({ name, at: `${table.name}!${cellName(head.index, column)}` })),
    rows: rows.map((row) => {
      const at = (column: number) => wordsOf(fill(row, column))
      return {
        sheet: table.name,
        row: row.index + 1,
        words: new Map([...columns].map(([header, column]) => [header, at(column)])),
        cells: new Map(
          [...columns].map(([header, column]) => [header, `${table.name}!${cellName(row.index, column)}`]),
        ),
        joined: joined.has(row.index),
        more: new Map(others.flatMap(({ name, column }) => (at(column) ? [[name, at(column)]] : []))),
      }
    }),
  }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Cells that somebody has joined down the rows say the same for each of them. */
function filled({ rows, merges }: Table): (row: Row, column: number) => Value | undefined {
  const tall = merges.filter(({ top, bottom }) => bottom > top)
  const byIndex = new Map(tall.length > 0 ? rows.map((row) => [row.index, row]) : [])
  return (row, column) => {
    const own = row.values[column]
    if (tall.length === 0 || (own !== null && own !== undefined)) return own
    const merge = tall.find((m) => column >= m.left && column <= m.right && row.index > m.top && row.index <= m.bottom)
    return merge ? byIndex.get(merge.top)?.values[merge.left] : own
  }
}
