import type { Document, Telling } from '../core/package.ts'
import { clipped, plain } from '../language/text.ts'
import { oneOf } from '../language/words.ts'
import { type NumberedRow, numberedRows } from './declared-tables.ts'
import type { Outline } from './outline.ts'

/** So many rows, of so many indicators, make a table the list of what the office hands in. */
const FEWEST = 6
const WIDEST = 15
/** Most of its rows say where the papers are. */
const PLACED = 0.6
const WEIGHT = 9

const UNCOLLECTED = new RegExp(oneOf('naming', 'uncollected'), 'u')
const ANOTHERS = new RegExp(oneOf('naming', 'anothers'), 'u')
const DASH = /^[-—–/\\_\s]*$/u

/**
 * What the office's own list of its papers owns up to: 46 │ —— │ 没有材料. The row of an indicator has nothing where all
 * others say where their papers are, and says itself that there are none. That something is another's, or that it never
 * happened, is no such row.
 */
export function tellingsByCatalogue(documents: readonly Document[], outline: Outline): Telling[] {
  return documents.flatMap(({ evidence: { path, tables } }) =>
    tables.flatMap((table) => {
      const rows = numberedRows(path, table, outline)
      const column = rows.length >= FEWEST && widthOf(rows) >= WIDEST ? placeColumn(rows) : undefined
      if (column === undefined) return []
      return rows.flatMap(({ ids, at, others }): Telling[] => {
        const said = others.find((text) => UNCOLLECTED.test(plain(text)))
        const isBare = others.every((text, nth) => text === said || nth !== column || DASH.test(text))
        if (said === undefined || !isBare || others.some((text) => ANOTHERS.test(plain(text)))) return []
        return ids.map((indicator) => ({
          file: path,
          indicator,
          material: '',
          weight: WEIGHT,
          at: { ...at, quote: clipped(said, 80) },
          why: `材料目录第${indicator}项写明没有材料`,
          admits: true,
          whole: true,
        }))
      })
    }),
  )
}

const widthOf = (rows: readonly NumberedRow[]): number => new Set(rows.flatMap(({ ids }) => ids)).size

/** The column that is filled in most rows with something other than a dash. */
function placeColumn(rows: readonly NumberedRow[]): number | undefined {
  const counts = (rows[0]?.others ?? []).map(
    (_, column) => rows.filter(({ others }) => !DASH.test(others[column] ?? '')).length,
  )
  const most = Math.max(0, ...counts)
  return most >= rows.length * PLACED ? counts.indexOf(most) : undefined
}
