import { written, yearOf } from '../../../core/day.ts'
import type { Document } from '../../../core/package.ts'
import type { Flaw } from './flaw.ts'

/** 2020—2022年…通报: several papers in one text, each of its own day. */
const SEVERAL = /20\d{2}年?\s*[-—–~至、]+\s*20\d{2}/u

/** A paper that cites a number of a later year than its own day: one of the two is wrong. */
export function older({ facts: { issued, cited, title } }: Document): Flaw | undefined {
  if (issued?.certainty !== 'certain' || SEVERAL.test(title?.value ?? '')) return undefined
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
