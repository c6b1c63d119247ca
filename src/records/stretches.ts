import { dayOf } from '../core/day.ts'
import type { Field, LedgerSpec } from '../core/ledger.ts'
import { plain } from '../language/text.ts'
import { daysIn } from '../language/written-days.ts'
import type { Head, Header } from './headers.ts'

/** Which end of a stretch a column is: 2021年5月10日至6月12日 holds two columns in one cell. */
export type End = 'from' | 'to'

/** One column of a stretch stands for its two ends; a ledger's own columns go first. */
export function withStretches(
  columns: Map<string, Head>,
  { heads }: Header,
  { columns: specs }: LedgerSpec,
): Map<string, Head> {
  const names = new Set(specs.map(({ name }) => name))
  for (const from of names) {
    const what = /^(.{2,12})开始日期$/u.exec(from)?.[1]
    const to = `${what}截止日期`
    if (!what || !names.has(to) || columns.has(from) || columns.has(to)) continue
    const called = new RegExp(`^(?:向社会)?(?:公开)?${what}(?:的)?(?:起止|期间|期限)?(?:日期|时间|期限)?$`, 'u')
    const taken = new Set(columns.values())
    const [head, other] = heads.filter((one) => !taken.has(one) && one.names.some((name) => called.test(name)))
    if (head && !other) columns.set(from, head).set(to, head)
  }
  return columns
}

/** The columns that share one head as the ends of a stretch. */
export function endsIn(columns: ReadonlyMap<string, Head>): ReadonlyMap<string, End> {
  const ends = new Map<string, End>()
  for (const [from, head] of columns) {
    const to = from.replace(/开始日期$/u, '截止日期')
    if (to !== from && columns.get(to) === head) ends.set(from, 'from').set(to, 'to')
  }
  return ends
}

const JOIN = /^\s*起?\s*(?:至|到|止|[-—–~]{1,2})\s*(?:(\d{1,2})\s*[月./-]\s*)?(\d{1,2})\s*[日号]?\s*止?\s*$/u
const LONGEST = 60

/** An end of the one stretch that a cell states: two days in order, the second perhaps without its year or month. */
export function endIn(value: string, end: End): Field {
  const text = plain(value).trim()
  const unreadable: Field = { state: 'unreadable', text: value }
  if (text.length > LONGEST) return unreadable
  const [first, second, third] = daysIn(text)
  if (!first || third) return unreadable
  const last = second?.day ?? shortened(first.day, JOIN.exec(text.slice(first.end)))
  if (!last || last < first.day) return unreadable
  return { state: 'day', day: end === 'from' ? first.day : last, text: value }
}

function shortened(first: string, join: RegExpExecArray | null) {
  if (!join) return undefined
  const [year, month] = first.split('-').map(Number)
  return dayOf(year ?? 0, Number(join[1] ?? month), Number(join[2]))
}
