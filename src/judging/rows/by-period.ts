import { type Day, yearOf } from '../../core/day.ts'
import type { LedgerRow } from '../../core/ledger.ts'
import type { Period } from '../desk/years.ts'
import type { Case } from './cases.ts'
import { dayIn, monthIn, yearIn } from './cells.ts'

type Dating = { readonly date?: string | null; readonly year?: string | null }

/** Cases that count in a period, and cases that perhaps do. */
export type InPeriod = { readonly sure: readonly Case[]; readonly maybe: readonly Case[] }

type Cases = { readonly chosen: readonly Case[]; readonly perhaps: readonly Case[] }

/** The cases of each period. What cannot be placed may belong to any. */
export function byPeriod(
  { chosen, perhaps }: Cases,
  periods: readonly Period[],
  dating: Dating,
): (period: Period) => InPeriod {
  const [sure, maybe] = [placed(chosen, periods, dating), placed(perhaps, periods, dating)]
  const loose = [...sure.loose, ...maybe.loose]
  return (period) => ({ sure: sure.in.get(period) ?? [], maybe: [...(maybe.in.get(period) ?? []), ...loose] })
}

type Spot = Period | 'loose' | 'outside'

/**
 * Puts cases into periods by a day or a year column. `loose` are those whose time cannot be told, or that two files tell
 * differently; what lies outside every period is left out. Without a column every case is in the whole cycle.
 */
function placed(
  cases: readonly Case[],
  periods: readonly Period[],
  dating: Dating,
): { in: Map<Period, Case[]>; loose: Case[] } {
  const found = new Map<Period, Case[]>(periods.map((period) => [period, []]))
  const loose: Case[] = []
  const spotOf = spotting(periods, dating)
  for (const item of cases) {
    const spots = new Set(item.rows.map(spotOf))
    const [spot] = spots
    if (spots.size !== 1 || !spot || spot === 'loose') loose.push(item)
    else if (spot !== 'outside') found.get(spot)?.push(item)
  }
  return { in: found, loose }
}

/** Where a row belongs. Of a row with a year and no day nobody can tell the month. */
function spotting(periods: readonly Period[], { date, year: yearColumn }: Dating): (row: LedgerRow) => Spot {
  const whole = periods.find(({ year }) => year === null)
  const bySubject = new Map(periods.map((period) => [period.subject, period]))
  return (row) => {
    if (!date && !yearColumn) return whole ?? 'loose'
    const day = (date && dayIn(row.field(date))) || (yearColumn && dayIn(row.field(yearColumn)))
    if (day && whole) return within(day, whole)
    if (day) return bySubject.get(day.slice(0, 7)) ?? within(day, bySubject.get(day.slice(0, 4)))
    const month = (date && monthIn(row.field(date))) || (yearColumn && monthIn(row.field(yearColumn)))
    if (month && bySubject.has(month)) return bySubject.get(month)!
    const year = yearColumn ? yearIn(row.field(yearColumn)) : month ? Number(month.slice(0, 4)) : undefined
    if (year === undefined) return 'loose'
    if (whole) return year >= yearOf(whole.from) && year <= yearOf(whole.to) ? whole : 'outside'
    return bySubject.get(String(year)) ?? (periods.some((period) => period.year === year) ? 'loose' : 'outside')
  }
}

const within = (day: Day, period: Period | undefined): Spot =>
  period && day >= period.from && day <= period.to ? period : 'outside'
