import type { Row, Table } from '../core/evidence.ts'
import { type Affair, affairNamed } from '../language/affairs.ts'
import { plain } from '../language/text.ts'
import { textOf } from './cell.ts'
import type { Header } from './headers.ts'
import { vocabulary } from './vocabulary.ts'

/** The rows of one kind of a register of several, with the header that they stand under. */
export type OfKind = { readonly kind: string; readonly table: Table }

const MOST_KINDS = 8
const NEARLY_ALL = 0.9

/**
 * A register of several affairs, which a column tells apart (类别: 行政许可, 行政处罚, 行政强制), as a table of each, in the
 * order in which they come. What is kept of one affair alone is told apart by nothing: 案件来源 names where a case came from.
 */
export function byKind(table: Table, header: Header): OfKind[] {
  const below = table.rows.slice(header.last + 1)
  for (const { column, labels } of header.heads) {
    const { attributes, events } = vocabulary().parts(labels)
    if (attributes[0] !== '种类' || events.length > 1) continue
    const kinds = kindsIn(below, column)
    if (kinds)
      return [...kinds].map(([kind, rows]) => ({ kind, table: { ...table, rows: [...head(table, header), ...rows] } }))
  }
  return []
}

/** A few kinds come again and again. */
function remembering<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (known.has(text)) return known.get(text)!
    const found = of(text)
    known.set(text, found)
    return found
  }
}

const head = ({ rows }: Table, { last }: Header): readonly Row[] => rows.slice(0, last + 1)

function kindsIn(rows: readonly Row[], column: number): Map<string, Row[]> | undefined {
  const found = new Map<string, Row[]>()
  const affairs = new Set<Affair>()
  const affairOf = remembering(affairNamed)
  let filled = 0
  let known = 0
  for (const row of rows) {
    const kind = plain(textOf(row.values[column])).trim()
    if (kind === '') continue
    filled++
    const of = affairOf(kind)
    if (of === undefined) {
      // However the others read, these are too many.
      if (filled - known > rows.length * (1 - NEARLY_ALL) + 1) return undefined
      continue
    }
    known++
    affairs.add(of)
    const own = found.get(kind)
    if (own) own.push(row)
    else found.set(kind, [row])
    if (found.size > MOST_KINDS) return undefined
  }
  return affairs.size > 1 && found.size <= MOST_KINDS && known >= filled * NEARLY_ALL ? found : undefined
}
