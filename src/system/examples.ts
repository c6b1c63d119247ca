import type { Example, Profiles } from '../core/profile.ts'
import type { Indicator, Roster } from '../core/system.ts'
import { cleanedOf } from '../language/issuers.ts'
import { profilesOf } from '../language/profiles.ts'

/**
 * Sorted, as their order decides nothing. What an edition does not ask any more has no papers; a title that spoke of
 * nothing else is not known to prove nothing, so it goes as well.
 */
export function examplesOf(titles: readonly Example[], off: ReadonlySet<string>): Example[] {
  return titles
    .flatMap(({ title, ids }) => {
      const kept = ids.filter((id) => !off.has(id))
      return kept.length === 0 && ids.length > 0 ? [] : [{ title, ids: kept }]
    })
    .sort((a, b) => (a.title < b.title ? -1 : 1))
}

/** From the titles, and from what the plan itself says of each indicator. */
export function learnt(examples: readonly Example[], indicators: readonly Indicator[], roster: Roster): Profiles {
  return profilesOf([...examples, ...indicators.flatMap(clausesOf)], cleanedOf(roster, ''))
}

const clausesOf = ({ id, text }: Indicator): Example[] =>
  text
    .split(/[。；;，]/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length > SHORT)
    .map((clause) => ({ title: clause, ids: [id] }))

/** A clause as short as this says nothing of its own. */
const SHORT = 4
