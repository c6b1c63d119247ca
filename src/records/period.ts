import { addDays, addMonths, type Day, dayOf } from '../core/day.ts'
import { cellWord } from '../language/cell-words.ts'
import { plain } from '../language/plain.ts'

/** From its first day to its last. */
export type Period = { readonly from: Day; readonly to: Day }

const MONTH = new RegExp(
  `^(?:((?:19|20)\\d{2})\\s*(?:年|[./-]))?\\s*(\\d{1,2})\\s*月?份?${cellWord('monthParts')}?(?:\\(.{0,40}\\))?$`,
  'u',
)
const QUARTER = /^(?:((?:19|20)\d{2})\s*年?)?\s*第?\s*([一二三四1-4])\s*季度?(?:\(.{0,40}\))?$/u
const HALF = /^(?:((?:19|20)\d{2})\s*年?)?\s*([上下])半年(?:\(.{0,40}\))?$/u

/** 2021年3月, 2021.3, 3月 of a table that is of one year, 2021年第一季度, 上半年. */
export function periodOf(text: string, year: number | undefined): Period | undefined {
  const signs = plain(text).trim()
  if (signs.length > 60) return undefined
  const months = monthsIn(signs)
  const of = months?.year ?? year
  const from = months && of !== undefined ? dayOf(of, months.first, 1) : undefined
  return from && { from, to: addDays(addMonths(from, months!.count), -1) }
}

function monthsIn(signs: string): { year?: number; first: number; count: number } | undefined {
  const month = MONTH.exec(signs)
  // A bare figure is any number.
  if (month && (month[1] || signs.includes('月')))
    return { ...(month[1] && { year: Number(month[1]) }), first: Number(month[2]), count: 1 }
  const quarter = QUARTER.exec(signs)
  if (quarter) {
    const nth = '一二三四'.indexOf(quarter[2]!) + 1 || Number(quarter[2])
    return { ...(quarter[1] && { year: Number(quarter[1]) }), first: nth * 3 - 2, count: 3 }
  }
  const half = HALF.exec(signs)
  return half ? { ...(half[1] && { year: Number(half[1]) }), first: half[2] === '上' ? 1 : 7, count: 6 } : undefined
}
