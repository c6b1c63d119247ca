import type { Row } from '../core/evidence.ts'
import { isDitto } from '../language/ditto.ts'
import { textOf } from './cell.ts'

/** For cells that only say 同上: the row that each repeats, by column and row index. */
export type Dittos = ReadonlyMap<number, ReadonlyMap<number, Row>>

export function dittosOf(rows: readonly Row[]): Dittos {
  const last: (Row | undefined)[] = []
  const found = new Map<number, Map<number, Row>>()
  for (const row of rows) {
    for (let at = 0; at < row.values.length; at++) {
      const value = row.values[at]
      if (!isDitto(value)) {
        if (typeof value === 'number' || textOf(value) !== '') last[at] = row
        continue
      }
      const above = last[at]
      const column = found.get(at) ?? new Map<number, Row>()
      if (above) found.set(at, column.set(row.index, above))
    }
  }
  return found
}
