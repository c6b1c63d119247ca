import { type Day, earliest } from '../../core/day.ts'
import { rowWords } from '../../language/row-words.ts'
import { vocabulary } from '../../records/vocabulary.ts'
import { cell } from './cells.ts'
import type { Column, GridRow } from './grid.ts'
import { rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'

/** 当前环节“调查取证”: a row that its own table says is still at an early step. */
export function earlyStage(row: GridRow): string | undefined {
  const { stages, early } = rowWords()
  const column = row.grid.columns.find((one) => isOf(one, stages))
  const text = column ? cell(row, column) : ''
  if (text === '' || text.length > 20) return undefined
  const { events } = vocabulary().parts([text])
  return events.some((id) => early.includes(id)) && events.every((id) => early.includes(id) || LIGHT.has(id))
    ? `${column!.name}“${text}”`
    : undefined
}

/** They say how a step is done, and not which. */
const LIGHT = new Set(['送达', '办理', '登记', '报告', '报送'])

/** Until when a table tells how things stand: the day that a system was asked, where its rows print it. */
export function toldUntil(row: GridRow, asOf: Day): Day {
  const { taken } = rowWords()
  const days = rolesOf(row.grid).days.filter(({ column }) => isOf(column, taken))
  return earliest([asOf, ...days.flatMap((one) => spanOf(row, one)?.to ?? [])])!
}

const isOf = ({ head }: Column, words: readonly string[]): boolean => {
  const leaf = head.labels.at(-1) ?? ''
  return words.some((word) => leaf.includes(word))
}
