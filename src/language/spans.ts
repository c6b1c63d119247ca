import { addMonths, type Day, yearOf } from '../core/day.ts'

/** Days from … to, both counted; null is open. */
type Stretch = { readonly from: Day | null; readonly to: Day | null }

/** Whether statements of one matter cover the days together. One of last year's end still speaks; one that is a year older than the period's end does not. */
export function spans(said: readonly Stretch[], from: Day, until: Day): boolean {
  const first = yearOf(from)
  const last = addMonths(until, -12)
  const covers = (year: number) =>
    said.some((one) => (one.from === null || yearOf(one.from) <= year) && (one.to === null || yearOf(one.to) >= year))
  for (let year = first; year <= yearOf(last) - 1; year++) if (!covers(year)) return false
  return (
    said.some((one) => (one.to === null || one.to >= last) && (one.from === null || one.from <= until)) && covers(first)
  )
}
