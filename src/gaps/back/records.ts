import type { Table } from '../../core/evidence.ts'
import { tablesWith } from './tables.ts'
import { wordsOf } from './written.ts'

export const RECORD_HEADERS = ['记录号', '记录段', '记录内容'] as const

/** The lines of the history that a workbook carries, in their order; null where its sheet is gone. */
export function recordsIn(tables: readonly Table[]): string[] | null {
  const found = tablesWith(tables, RECORD_HEADERS, RECORD_HEADERS)
  if (found.length === 0) return null
  const parts = found
    .flatMap(({ rows }) => rows)
    .map(
      ({ words }) => [Number(words.get('记录号')), Number(words.get('记录段')), words.get('记录内容') ?? ''] as const,
    )
    .filter(([line]) => Number.isInteger(line) && line > 0)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const lines: string[] = []
  for (const [line, , text] of parts) lines[line - 1] = (lines[line - 1] ?? '') + text
  return Array.from(lines, (line) => line ?? '')
}

const NUMBER = /清单号[：:]?\s*(\d+)-([0-9a-f]{8})/

/** The number that the list says it has, on whichever sheet is left. */
export function listNumberIn(tables: readonly Table[]): { length: number; link: string } | undefined {
  for (const { rows } of tables)
    for (const { values } of rows.slice(0, 12))
      for (const value of values) {
        const found = NUMBER.exec(wordsOf(value))
        if (found) return { length: Number(found[1]), link: found[2]! }
      }
  return undefined
}
