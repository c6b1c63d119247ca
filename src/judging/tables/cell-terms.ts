import { addDays, addMonths, type Day, daysBetween, written, yearOf } from '../../core/day.ts'
import { rowWords } from '../../language/row-words.ts'
import { plain } from '../../language/text.ts'
import { daysIn, numberOf } from '../../language/written-days.ts'
import { dayInYear } from '../../records/table-year.ts'
import { cell } from './cells.ts'
import { extensionOf } from './extension.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import type { Clock } from './limits.ts'
import { rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'
import { saidIn } from './undone.ts'

/**
 * Rows against the term that stands in a cell of their own: 30日内, 两个月, 15个工作日. Whatever its heads are called, the day
 * to the left of it is when the term began, and the day to the right when what it is for was done; that most rows keep to it
 * shows that it is so.
 */
export function pastCellTerms(grid: Grid, clock: Clock): Flaw[] {
  return grid.columns.flatMap((column) => {
    const ends = isTerms(grid, column) ? endsOf(grid, column) : undefined
    if (!ends) return []
    const rows = grid.rows.flatMap((row) => ran(row, { ...ends, term: column }, clock) ?? [])
    const kept = rows.filter(({ isKept }) => isKept).length
    const isPlain = kept >= MANY || (kept > 0 && isSaid(column.head.text, rowWords().limiting))
    if (kept < rows.filter(({ isOpen }) => !isOpen).length * MOST) return []
    return rows.flatMap(({ flaw }) => (flaw ? [{ ...flaw, plain: flaw.plain && isPlain }] : []))
  })
}

const MANY = 2
const MOST = 0.6

type Counted = { readonly count: number; readonly unit: 'day' | 'workday' | 'month'; readonly text: string }

const TERM =
  /^[^\d一二两三四五六七八九十半,。;]{0,6}?(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)\s*个?\s*(工作日|自然日|月|日|天|周)(?:之?内|以内)?[^\d,。;]{0,8}$/u

/** A term written out with its unit; a bare figure may be a number of anything. */
export function termIn(given: string): Counted | undefined {
  const text = plain(given).replace(/[()]/gu, '').trim()
  const [, figure, unit] = TERM.exec(text) ?? []
  if (figure === undefined || unit === undefined) return undefined
  if (figure === '半') return unit === '月' ? { count: 15, unit: 'day', text } : undefined
  const count = /^\d/u.test(figure) ? Number(figure) : numberOf(figure.replace('两', '二'))
  if (!(count > 0)) return undefined
  if (unit === '月') return { count, unit: 'month', text }
  if (unit === '周') return { count: count * 7, unit: 'day', text }
  return { count, unit: unit === '工作日' ? 'workday' : 'day', text }
}

/** A bare figure is a term where its head says of what it is a number (规定工作日, 法律给的天数), and not how long it took. */
function termUnder({ head, parts }: Column, given: string): Counted | undefined {
  const spelt = termIn(given)
  const text = plain(given).trim()
  if (spelt || !FIGURE.test(text)) return spelt
  const { spent, limiting } = rowWords()
  const [unit] = UNIT.exec(head.text) ?? []
  if (unit === undefined || parts.turns.时态 === '实际' || isSaid(head.text, spent)) return undefined
  return isSaid(head.text, limiting)
    ? {
        count: Number(text),
        unit: unit === '工作日' ? 'workday' : 'day',
        text: `${text}${unit === '工作日' ? '个' : ''}${unit}`,
      }
    : undefined
}
const FIGURE = /^[1-9]\d{0,2}$/u
const UNIT = /工作日|天/u

function isTerms(grid: Grid, column: Column): boolean {
  if (isSaid(column.head.text, rowWords().lasting) || NO_TERMS.has(column.parts.attributes[0] ?? '')) return false
  const filled = grid.rows
    .slice(0, 100)
    .map((row) => cell(row, column))
    .filter((text) => !isNothing(text))
  const terms = filled.filter((text) => termUnder(column, text) !== undefined)
  const days = filled.filter((text) => DAY.test(plain(text)))
  return terms.length >= MANY && terms.length + days.length >= filled.length * MOST
}

/** 6月5日前, beside 30日内: a day of the year in which it began, or of the next. */
const DAY = /^(\d{1,2}月\d{1,2}日)(?:以前|之前|前|止)?$/u

function dayAfter(given: string, begun: Day): Day | undefined {
  const said = DAY.exec(plain(given).replace(/\s/gu, ''))?.[1]
  if (said === undefined) return undefined
  const days = [yearOf(begun), yearOf(begun) + 1].flatMap((year) => dayInYear(said, year) ?? [])
  return days.find((day) => day >= begun)
}

const NO_TERMS = new Set(['编号', '证号', '金额', '数量', '名称'])

type Ends = { readonly from: Column; readonly to: Column; readonly isDay: boolean }

function endsOf(grid: Grid, term: Column): Ends | undefined {
  const days = rolesOf(grid).days.filter(({ as }) => as === 'act')
  const from = days.findLast(({ column }) => column.at < term.at)?.column
  if (!from) return undefined
  const to = days.find(({ column }) => column.at > term.at)?.column
  if (to) return { from, to, isDay: true }
  const said = grid.columns.find(
    (column) => column.at > term.at && grid.rows.some((row) => daysIn(cell(row, column)).length === 1),
  )
  if (said) return { from, to: said, isDay: false }
  // With nothing behind it, it is of the two days before.
  const [begun, done] = days.filter(({ column }) => column.at < term.at).slice(-2)
  return begun && done && { from: begun.column, to: done.column, isDay: true }
}

type Ran = { readonly isKept: boolean; readonly isOpen: boolean; readonly flaw: Flaw | undefined }

function ran(row: GridRow, { from, to, isDay, term }: Ends & { readonly term: Column }, clock: Clock): Ran | undefined {
  const days = rolesOf(row.grid).days
  const spanAt = (column: Column) => {
    const one = days.find((day) => day.column === column)
    return one ? spanOf(row, one) : undefined
  }
  const begun = spanAt(from)?.to
  const counted = termUnder(term, cell(row, term))
  if (begun === undefined) return undefined
  const due = counted ? dueOf(begun, counted, clock) : dayAfter(cell(row, term), begun)
  if (due === undefined) return undefined
  const said = counted?.text ?? cell(row, term)
  const text = cell(row, to)
  const done = isDay ? spanAt(to)?.from : daysIn(text)[0]?.day
  if (done === undefined && !isLeft(text, clock.acts, row)) return undefined
  const last = done ?? clock.asOf
  if (done !== undefined && done < begun) return undefined
  if (last <= due) return done === undefined ? undefined : { isKept: true, isOpen: false, flaw: undefined }
  const { until, said: isSaidLater } = extensionOf(row, due, clock.calendar)
  if (until !== undefined && last <= until) return { isKept: true, isOpen: false, flaw: undefined }
  const count =
    counted?.unit === 'workday'
      ? `${clock.calendar.workdaysBetween(begun, last) ?? ''}个工作日`
      : `${daysBetween(begun, last)}日`
  const words =
    done === undefined
      ? `${from.name}${written(begun)}，${term.name}“${said}”已过，${to.name}${text === '' ? '空白' : `“${text}”`}`
      : `${from.name}至${to.name}${count}，超过${term.name}“${said}”`
  const flaw = flawAt('期限', row, to, words, !isSaidLater)
  return { isKept: false, isOpen: done === undefined, flaw: done === undefined ? { ...flaw, open: true } : flaw }
}

/** Nothing stands there, or that it is still to come. */
function isLeft(text: string, acts: ReadonlySet<string>, row: GridRow): boolean {
  if (saidIn(row, acts).some(({ state }) => state === 'excused' || state === 'done')) return false
  const { pending, undone } = rowWords()
  return isNothing(text) || [...pending, ...undone].some((word) => text.startsWith(word))
}

const isNothing = (text: string): boolean => /^[\s—–\-/\\无]*$/u.test(text)

function dueOf(from: Day, { count, unit }: Counted, { calendar }: Clock): Day | undefined {
  if (unit === 'workday') return calendar.addWorkdays(from, count)
  return unit === 'month' ? addMonths(from, count) : addDays(from, count)
}

const isSaid = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word))
