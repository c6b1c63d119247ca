import { addDays, type Day, latest } from '../../core/day.ts'
import { saysUndone } from '../../language/negation.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isAmong } from './kinds-of-rows.ts'
import { mainEvent, rolesOf, widely } from './roles.ts'
import { spanOf } from './sequence.ts'
import { saidIn } from './undone.ts'

/** Rows that say of themselves that what the indicator demands was not done, though nothing is still running. */
export function openActs(grid: Grid, acts: ReadonlySet<string>, asOf: Day, only: readonly string[] = []): Flaw[] {
  if (acts.size === 0) return []
  return grid.rows.flatMap((row) => {
    if (!isAmong(row, only)) return []
    const all = saidIn(row, acts)
    const open = all.find(({ state }) => state === 'undone' || state === 'late')
    if (!open || all.some(({ state }) => state === 'excused') || isExcused(open.text) || isRunning(row, asOf)) return []
    return [flawAt('办理', row, open.column, `${open.column.name}“${open.text}”`)]
  })
}

/** 不予立案,2022.4.11退回,已按行政处罚程序处理: the cell goes on to say why. */
const isExcused = (text: string): boolean =>
  holdsAny(
    text,
    rowWords().excused.filter((word) => word.length > 1),
  )

/**
 * Rows of the kind that the act is asked of, in which every column of the act is empty or says that there is none, while other
 * rows have it: of those a dash says as much as a blank.
 */
export function lackingAmong(grid: Grid, acts: ReadonlySet<string>, asOf: Day, only: readonly string[]): Flaw[] {
  if (only.length === 0 || acts.size === 0) return []
  const columns = grid.columns.filter((column) => isOfAct(column, acts))
  const [first] = columns
  const having = grid.rows.filter((row) => columns.some((column) => isThere(cell(row, column))))
  if (first === undefined || having.length === 0) return []
  return grid.rows.flatMap((row) => {
    if (having.includes(row) || !isAmong(row, only) || isOpen(row, columns, asOf)) return []
    const text = cell(row, first)
    return [flawAt('办理', row, first, `${first.name}${text === '' ? '空白' : `“${text}”`}`)]
  })
}

const isOfAct = (column: Column, acts: ReadonlySet<string>): boolean => {
  const event = mainEvent(column)
  return event !== null && widely(event).some((id) => acts.has(id)) && !BESIDE.has(column.parts.attributes[0] ?? '')
}
const BESIDE = new Set(['备注', '说明', '原因', '是否'])

const isThere = (text: string): boolean =>
  !/^[\s—–\-−/\\]*$/u.test(text) && !rowWords().lacking.includes(text) && !saysUndone(text)

/** It may still come, or the row says why it never will. */
function isOpen(row: GridRow, columns: readonly Column[], asOf: Day): boolean {
  const { excused, withdrawn, pending } = rowWords()
  const texts = row.grid.columns.map((column) => cell(row, column))
  if (texts.some((text) => holdsAny(text, excused) || holdsAny(text, withdrawn))) return true
  if (texts.some((text) => pending.some((word) => text.startsWith(word)))) return true
  const days = rolesOf(row.grid).days.filter((one) => one.as === 'act' && !columns.includes(one.column))
  const after = days.filter((one) => one.column.at > Math.max(...columns.map(({ at }) => at)))
  if (after.some((one) => spanOf(row, one))) return false
  const last = latest(days.flatMap((one) => spanOf(row, one)?.to ?? []))
  return last === undefined || addDays(last, YOUNG) >= asOf
}
const YOUNG = 90

const isRunning = (row: GridRow, asOf: Day): boolean =>
  rolesOf(row.grid).days.some((one) => one.as !== 'act' && (spanOf(row, one)?.to ?? '') >= asOf)
