import type { Document } from '../../../core/package.ts'
import { isBlankForm } from './blank-form.ts'
import type { Flaw } from './flaw.ts'

/** A number left open, a day that is in no calendar: whatever the paper is for, somebody has to mend it. */
export function slip(document: Document): Flaw | undefined {
  const { slips } = document.facts
  if (slips.length === 0 || isBlankForm(document)) return undefined
  const words = slips.map(({ value, why }) => `“${value}”${why ?? ''}`)
  return {
    kind: 'slip',
    sure: false,
    words: [...new Set(words)].slice(0, 3).join('、'),
    at: slips.slice(0, 4).map(({ at }) => at),
  }
}
