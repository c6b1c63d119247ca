import { dayOf } from '../core/day.ts'
import type { Field } from '../core/ledger.ts'
import { plain } from '../language/text.ts'
import { daysIn } from '../language/written-days.ts'

/** Which end of a stretch a column is: 2021年5月10日至6月12日 holds two columns in one cell. */
export type End = 'from' | 'to'

const JOIN = /^\s*起?\s*(?:至|到|止|[-—–~]{1,2})\s*(?:(\d{1,2})\s*[月./-]\s*)?(\d{1,2})\s*[日号]?\s*止?\s*$/u
const LONGEST = 60
/** 2020.6.19—6.30(7个工作日): how long it is, and what else is said of it. */
const NOTED = /\s*\((?!.*20\d{2})[^()]{1,40}\)$/u

/** An end of the one stretch that a cell states: two days in order, the second perhaps without its year or month. */
export function endIn(value: string, end: End): Field {
  const text = plain(value).trim().replace(NOTED, '')
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

/** Whether a text is a stretch: two days, months or years with a sign between them. */
export const isSpan = (text: string): boolean =>
  text.length <= LONGEST && (endIn(text, 'from').state === 'day' || SPAN.test(text))

const SPAN =
  /^(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}\s*(?:月|[./-]\s*\d{1,2}日?)?\s*(?:至|到|[-—–~]{1,2})\s*(?:(?:19|20)\d{2}\s*[年./-]\s*)?\d{1,2}\s*(?:月|[./-]\s*\d{1,2}日?)?(?:\(.{0,20}\))?$/u
