import { written, yearOf } from '../../../core/day.ts'
import type { Document } from '../../../core/package.ts'
import type { Flaw } from './flaw.ts'

/** A paper that cites a number of a later year than its own day: one of the two is wrong. */
export function older({ facts: { issued, cited } }: Document): Flaw | undefined {
  if (issued?.certainty !== 'certain') return undefined
  // What is bound behind a paper may be of any year.
  const own = cited.filter(({ at }) => (at.page ?? 1) <= (issued.at.page ?? Number.POSITIVE_INFINITY))
  const later = own.find(
    ({ value, certainty }) =>
      certainty === 'certain' && Number(/[〔（(]((?:19|20)\d{2})/u.exec(value)?.[1]) > yearOf(issued.value),
  )
  if (!later) return undefined
  return {
    kind: 'older',
    sure: false,
    words: `落款为${written(issued.value)}，文中却引用${later.value}`,
    at: [issued.at, later.at],
  }
}
