/** A calendar day, `YYYY-MM-DD`. Compares and sorts as text. */
export type Day = `${number}-${number}-${number}`

const DAY = 86_400_000

/** A day that the calendar has: 2022-02-30 is none. */
export function isDay(text: string): text is Day {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return found !== null && dayOf(Number(found[1]), Number(found[2]), Number(found[3])) !== undefined
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Undefined where no such day exists (2022-02-30). Month and day count from 1. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (!(Number.isInteger(year) && year >= 0 && year <= 9999 && day >= 1 && Number.isInteger(day))) return undefined
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (!(day <= (LENGTHS[month - 1] ?? 0) + Number(leap))) return undefined
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as Day
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

export const monthOf = (day: Day): number => Number(day.slice(5, 7))

// A text of five-digit years no longer sorts, so what lies beyond is the last day that can be written.
const [FIRST, LAST] = [Date.parse('0001-01-01'), Date.parse('9999-12-31')]

export function addDays(day: Day, days: number): Day {
  const time = Math.min(Math.max(Date.parse(day) + Math.trunc(days) * DAY, FIRST), LAST)
  return new Date(time).toISOString().slice(0, 10) as Day
}

/** Calendar days from one to the other, the first not counted (民法典第二百零一条). Negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/** The corresponding day of a later month, or that month's last day where there is none (民法典第二百零二条). */
export function addMonths(day: Day, months: number): Day {
  const index = Math.min(Math.max(yearOf(day) * 12 + monthOf(day) - 1 + Math.trunc(months), 12), 9999 * 12 + 11)
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return dayOf(year, month, Math.min(Number(day.slice(8)), last))!
}

export const earliest = (days: readonly Day[]): Day | undefined => days.toSorted()[0]

export const latest = (days: readonly Day[]): Day | undefined => days.toSorted().at(-1)

/** 2022年7月31日, as official documents write it (GB/T 9704: no leading zeros). */
export function written(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
