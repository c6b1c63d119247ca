import type { Calendar } from '../../core/calendar.ts'
import { type Day, daysBetween, written } from '../../core/day.ts'
import { cellWord } from '../../language/cell-words.ts'
import { figure } from '../../language/prose.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare, plain } from '../../language/text.ts'
import { paidOf } from './amounts.ts'
import { isTakenOut } from './aside.ts'
import { isKept } from './blanks.ts'
import { pastCellTerms } from './cell-terms.ts'
import { cell } from './cells.ts'
import { extensionOf } from './extension.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { restartedOn } from './restart.ts'
import { type DayColumn, rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'
import { earlyStage, toldUntil } from './stages.ts'
import { saidIn } from './undone.ts'

export type Clock = { readonly asOf: Day; readonly calendar: Calendar; readonly acts: ReadonlySet<string> }

/** Rows whose own limit had passed when they were done, or that are not done and have passed it. */
export function pastLimits(grid: Grid, clock: Clock): Flaw[] {
  const { days } = rolesOf(grid)
  const acts = days.filter(({ as }) => as === 'act')
  const byDay = days
    .filter(({ as }) => as === 'limit')
    .flatMap((limit) => grid.rows.flatMap((row) => pastDay(row, limit, partnerOf(limit, acts), clock) ?? []))
  const counted = pastCounts(grid, acts, clock)
  return [...byDay, ...(counted ?? pastCellTerms(grid, clock)), ...promisedTooLong(grid)]
}

/** What is done by the limit: the same event, else the one by which a row is finished. */
function partnerOf({ event }: DayColumn, acts: readonly DayColumn[]): DayColumn | undefined {
  const same = acts.find((one) => event !== null && one.event === event && one.end === null)
  if (same) return same
  const finish =
    event === null || GENERAL.has(event) || rowWords().finishes.includes(event) ? finishOf(acts, event) : undefined
  return finish ?? acts.find(({ column }) => column.parts.turns.时态 === '实际')
}

/** A limit for handling anything is one for the act that ends it. */
const GENERAL = new Set(['办理', '完成', '交办', '送达', '服务'])

function finishOf(acts: readonly DayColumn[], event: string | null): DayColumn | undefined {
  const found = rowWords().finishes.flatMap((id) => acts.filter((one) => one.event === id))
  const general = event === null || GENERAL.has(event)
  return general || event === '办结' || event === '答复' || event === '回复' ? found[0] : undefined
}

function pastDay(row: GridRow, limit: DayColumn, act: DayColumn | undefined, clock: Clock): Flaw | undefined {
  const due = spanOf(row, limit)
  if (!due) return undefined
  const done = act && spanOf(row, act)
  const last = done?.from ?? toldUntil(row, clock.asOf)
  if (last <= due.to) return undefined
  const undone = done ? undefined : whyUndone(row, limit, act, clock)
  if (!done && !undone) return undefined
  const { until, said } = extensionOf(row, due.to, clock.calendar)
  if (until !== undefined && last <= until) return undefined
  const words = done
    ? `${act!.column.name}${written(done.from)}，超过${limit.column.name}${written(due.to)}`
    : `${limit.column.name}${written(due.to)}已过，${undone}`
  const note = said && until === undefined ? `${words}，虽注明延期但未写明延至何时` : words
  const flaw = flawAt('期限', row, act?.column ?? limit.column, note, !(said && until === undefined))
  return done ? flaw : { ...flaw, open: true }
}

/** What shows that a row is not done: its day is blank, its state says so, or less was paid than promised. */
function whyUndone(row: GridRow, limit: DayColumn, act: DayColumn | undefined, { acts }: Clock): string | undefined {
  if (isTakenOut(row)) return undefined
  const all = saidIn(row, acts)
  if (all.some(({ state }) => state === 'excused')) return undefined
  const open = all.find(({ state }) => state === 'undone' || state === 'pending' || state === 'late')
  if (open) return `${open.column.name}“${open.text}”`
  const paid = paidOf(row)
  if (paid)
    return paid.paid < paid.promised
      ? `${paid.column.name}${figure(paid.paid)}，应为${figure(paid.promised)}`
      : undefined
  if (all.some(({ state }) => state === 'done')) return undefined
  if (!act) return earlyStage(row) ?? withoutResult(row, limit)
  const text = cell(row, act.column)
  if (text !== '' && !/^[—–\-/\\无\s]+$/u.test(text)) return undefined
  return `${act.column.name}${text === '' ? '空白' : `“${text}”`}`
}

/** 限改到 2021-06-30 and nothing under 结果, where nearly all others have one. */
function withoutResult(row: GridRow, { column: { at } }: DayColumn): string | undefined {
  const result = row.grid.columns.find(
    (column) => column.at > at && RESULTS.has(column.parts.attributes[0] ?? '') && isKept(row.grid, column, NEARLY_ALL),
  )
  return result && cell(row, result) === '' ? `${result.name}空白` : undefined
}
const RESULTS = new Set(['结果', '情况', '状态'])
const NEARLY_ALL = 0.75

const UNIT = /工作日/u

/** Limits that are a number of days, against the days between the first and the last act; undefined where one is not known. */
function pastCounts(grid: Grid, acts: readonly DayColumn[], { calendar }: Clock): Flaw[] | undefined {
  const limits = grid.columns.filter((column) => isCount(grid, column))
  const limit =
    limits.find(({ parts }) => parts.turns.时限 === '法定') ??
    limits.find(({ parts }) => parts.turns.时限 === undefined)
  const from = rowWords().starts.flatMap((id) => acts.filter(({ event }) => event === id))[0]
  const to = [...rowWords().finishes, '决定'].flatMap((id) => acts.filter(({ event }) => event === id))[0]
  if (!limit || !from || !to) return undefined
  return grid.rows.flatMap((row) => {
    const [most, first, b] = [countIn(cell(row, limit)), spanOf(row, from), spanOf(row, to)]
    const anew = first && restartedOn(row, first.to)
    const a = anew ? { from: anew, to: anew } : first
    if (most === undefined || most < 1 || !a || !b || b.from < a.to) return []
    const isWorkdays = unitOf(row, limit) !== 'day'
    const count = isWorkdays ? calendar.workdaysBetween(a.to, b.from) : daysBetween(a.to, b.from)
    const due = isWorkdays ? calendar.addWorkdays(a.to, most) : undefined
    if (count === undefined || count <= most) return []
    const { until, said } = extensionOf(row, due ?? b.from, calendar, from.event)
    if (until !== undefined && b.from <= until) return []
    const words = `${from.column.name}至${to.column.name}${count}个${isWorkdays ? '工作日' : '日'}，超过${limit.name}${figure(most)}`
    return [flawAt('期限', row, to.column, words, !said && anew !== null)]
  })
}

function isCount(grid: Grid, column: Column): boolean {
  const [attribute] = column.parts.attributes
  if (attribute !== '期限' && attribute !== '天数') return false
  // 用时 is how long it took, and no limit.
  if (column.parts.turns.时限 === undefined && holdsAny(bare(column.head.text), rowWords().spent)) return false
  if (rolesOf(grid).days.some((one) => one.column === column)) return false
  const filled = grid.rows
    .slice(0, 100)
    .map((row) => cell(row, column))
    .filter(Boolean)
  return filled.length > 0 && filled.filter((text) => countIn(text) !== undefined).length >= filled.length * 0.6
}

const COUNT = new RegExp(`^${cellWord('atMost')}?\\s*(\\d{1,3})\\s*(?:个?工作日|日|天|个自然日)?(?:内|以内)?$`, 'u')
const countIn = (text: string): number | undefined => {
  const found = COUNT.exec(plain(text).trim())
  return found ? Number(found[1]) : undefined
}

/** By the cell, the head's brackets, or the column beside it. */
function unitOf(row: GridRow, limit: Column): 'day' | 'workday' {
  const beside = row.grid.columns.find((column) => column.at === limit.at + 1 && column.head.text.includes('单位'))
  const said = [cell(row, limit), ...limit.parts.notes, beside ? cell(row, beside) : '']
  return !said.some((text) => UNIT.test(text)) && said.some((text) => /自然日|日历日|^天$|^日$|\d\s*天/u.test(text))
    ? 'day'
    : 'workday'
}

/** A promise may not be longer than the law. */
function promisedTooLong(grid: Grid): Flaw[] {
  const counts = grid.columns.filter((column) => isCount(grid, column))
  const law = counts.filter(({ parts }) => parts.turns.时限 === '法定')
  const promise = counts.filter(({ parts }) => parts.turns.时限 === '承诺')
  if (law.length !== 1 || promise.length !== 1) return []
  return grid.rows.flatMap((row) => {
    const [most, own] = [countIn(cell(row, law[0]!)), countIn(cell(row, promise[0]!))]
    if (most === undefined || own === undefined || most < 1 || own <= most) return []
    if (unitOf(row, law[0]!) !== unitOf(row, promise[0]!)) return []
    return [flawAt('期限', row, promise[0], `${promise[0]!.name}${own}，长于${law[0]!.name}${most}`)]
  })
}
