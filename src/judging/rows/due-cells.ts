import type { Scope } from '../../core/kind.ts'
import type { LedgerRow } from '../../core/ledger.ts'
import type { Span } from '../../core/span.ts'
import { cellWord } from '../../language/cell-words.ts'
import { plain } from '../../language/text.ts'
import { daysIn } from '../../language/written-days.ts'
import { dayIn } from './cells.ts'
import { type Due, dueAfter } from './due.ts'

/** 两个月内, 2个月, 15个工作日, 自收到之日起30日内. */
const TERM = new RegExp(
  `^(?:自?${cellWord('received')}[\\p{Script=Han}]{0,6}?(?:之?日起|后|起))?\\s*(\\d{1,3}|[一二两三四五六七八九十])\\s*个?\\s*(工作日|月|日|天)(?:之内|以内|内)?$`,
  'u',
)
const UNITS: Readonly<Record<string, Span['unit']>> = { 工作日: 'workday', 月: 'month', 日: 'day', 天: 'day' }
/** 10月9日前, 最迟2021年3月1日: a day by which, and no other word. */
const BY = new RegExp(`^${cellWord('latest')}?(?:之前|以前|前${cellWord('answering')}?|止|截止)?$`, 'u')

/** The last day that a cell of a due day gives in other words than a day: a term from the column that it runs from, or 某日前. */
export function dueIn(row: LedgerRow, column: string, { package: { calendar } }: Scope): Due | undefined {
  const field = row.field(column)
  if (field.state !== 'unreadable') return undefined
  const text = plain(field.text).trim()
  const [day, ...others] = daysIn(text)
  if (day && others.length === 0)
    return BY.test((text.slice(0, day.start) + text.slice(day.end)).trim()) ? { day: day.day, sure: true } : undefined
  const from = row.ledger.spec.columns.find(({ name }) => name === column)?.runs
  const start = from === undefined ? undefined : dayIn(row.field(from))
  const span = spanIn(text)
  return start && span && dueAfter(calendar, start, span)
}

function spanIn(text: string): Span | undefined {
  const [, written, unit = ''] = TERM.exec(text) ?? []
  if (written === undefined) return undefined
  const count = /^\d/u.test(written) ? Number(written) : NUMERALS.indexOf(written) + 1 || 2
  return { count, unit: UNITS[unit] ?? 'day' }
}

/** 两 is none of them, and two. */
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
