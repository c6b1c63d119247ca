import type { Row } from '../core/evidence.ts'
import { isDitto } from '../language/ditto.ts'
import { textOf } from './cell.ts'

/** For cells that only say 同上: the row that each repeats, by column and row index. */
export type Dittos = ReadonlyMap<number, ReadonlyMap<number, Row>>

export function dittosOf(rows: readonly Row[]): Dittos {
  const last = new Map<number, Row>()
  const found = new Map<number, Map<number, Row>>()
  for (const row of rows) {
    for (const [at, value] of row.values.entries()) {
      if (!isDitto(value)) {
        if (textOf(value).trim() !== '') last.set(at, row)
        continue
      }
      const above = last.get(at)
      const column = found.get(at) ?? new Map<number, Row>()
      if (above) found.set(at, column.set(row.index, above))
    }
  }
  return found
}
