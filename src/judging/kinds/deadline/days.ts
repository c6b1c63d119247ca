import type { Day } from '../../../core/day.ts'
import { isDay, written, yearOf } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'

/** What is due, when, and what it is about. `year` is null for a fixed day. */
export type DueDay = { readonly year: number | null; readonly by: Day; readonly advised: Day | null }

/** Only a year of the cycle whose due day lies in the cycle too is asked for. */
export function dueDaysOf(
  { package: { cycle } }: Scope,
  monthDay: string,
  advised: string | null,
  after: number,
): DueDay[] {
  const first = yearOf(cycle.from)
  const years = Array.from({ length: yearOf(cycle.to) - first + 1 }, (_, index) => first + index)
  return years.flatMap((year) => {
    const [by, early] = [`${year + after}-${monthDay}`, `${year + after}-${advised}`]
    if (!isDay(by) || by < cycle.from || by > cycle.to) return []
    return [{ year, by, advised: advised !== null && isDay(early) ? early : null }]
  })
}

/** How messages call it. */
export function dataOf({ rule }: Scope, { year, by, advised }: DueDay) {
  return {
    name: rule.name,
    about: year === null ? '' : `${year}年度`,
    by: written(by),
    advised: advised ? written(advised) : '',
  }
}

export const moreOf = ({ year, by }: DueDay) => ({ subject: year === null ? '' : String(year), expected: `${by}以前` })
