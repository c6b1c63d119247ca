import type { Evidence } from '../core/evidence.ts'
import type { Seal } from '../core/fact.ts'

const CLEAR = 0.75

/** The seals that were seen on its pages. What is seen is likely at best: that it is red and round does not make it real. */
export function sealsOf({ path, seals }: Pick<Evidence, 'path' | 'seals'>): readonly Seal[] | null {
  if (!seals) return null
  return seals.map(({ page, pages, kind, box, sizeMm, certainty }) => ({
    at: { file: path, page },
    certainty: certainty >= CLEAR ? 'likely' : 'weak',
    kind,
    sizeMm,
    ...(pages && { pages }),
    box,
  }))
}
