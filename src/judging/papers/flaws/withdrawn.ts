import type { Match, Package } from '../../../core/package.ts'
import { flawsIn } from './flaws.ts'

/** Another unit's paper is evidence for nothing of this one; where it would have served is kept, so that it is told there. */
export function withdrawn(found: Package): readonly Match[] {
  const flaws = flawsIn(found)
  return found.matches.map((match): Match => {
    const foreign = flaws.get(match.file)?.find(({ kind, sure }) => kind === 'foreign' && sure)
    if (!foreign || match.material === null) return match
    return { ...match, material: null, was: match.material, why: `${match.why}，但${foreign.words}，不是本单位的材料` }
  })
}
