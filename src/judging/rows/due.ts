import type { Calendar } from '../../core/calendar.ts'
import type { Day } from '../../core/day.ts'
import { addDays, addMonths } from '../../core/day.ts'
import type { Span } from '../../core/span.ts'

/** The last day of a period. `sure` is false where no calendar says whether that day is a holiday. */
export type Due = { readonly day: Day; readonly sure: boolean }

/**
 * The start is not counted (民法典第二百零一条); where the last day is a holiday, the first working day after it is the
 * last (第二百零三条). `more` days (working days, where the span counts those) are added to it. Undefined for working days
 * of a year without a schedule, and for hours.
 */
export function dueAfter(calendar: Calendar, start: Day, { count, unit }: Span, more = 0): Due | undefined {
  if (unit === 'hour') return undefined
  if (unit === 'workday') {
    const day = calendar.addWorkdays(start, count + more)
    return day && { day, sure: true }
  }
  return rolled(calendar, unit === 'month' ? addDays(addMonths(start, count), more) : addDays(start, count + more))
}

function rolled(calendar: Calendar, last: Day): Due {
  // No holiday of the State Council's schedules is longer than ten days; a month is a bound, not a guess.
  for (let day = last, tries = 0; tries < 31; day = addDays(day, 1), tries++) {
    const works = calendar.isWorkday(day)
    if (works === undefined) return { day: last, sure: false }
    if (works) return { day, sure: true }
  }
  return { day: last, sure: false }
}
