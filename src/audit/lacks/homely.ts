import type { Package } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import { type Indicator, levelOf } from '../../core/system.ts'
import type { Claim } from '../claim.ts'

export type Claimed = { readonly indicator: Indicator; readonly claim: Claim }

/**
 * Papers that an office calls in its own words: of no title that any material has, yet their text is about something here.
 * Beside such papers nobody may say that a thing of the same 二级指标 is nowhere.
 */
export function homelyIn(
  claimed: readonly Claimed[],
  { documents, matches, tellings = [] }: Package,
): Map<string, Place[]> {
  const levels = new Map(claimed.map(({ indicator }) => [indicator.id, levelOf(indicator)]))
  const titled = new Set(
    matches.flatMap(({ file, material, by, sure }) =>
      material !== null && (by === undefined || (by === 'likeness' && sure)) ? [file] : [],
    ),
  )
  const read = new Set(documents.map(({ evidence }) => evidence.path))
  const found = new Map<string, Set<string>>()
  const spoken = tellings.filter(({ admits }) => !admits)
  for (const { file, indicator } of [...matches.filter(({ by }) => by === 'section'), ...spoken]) {
    const level = levels.get(indicator)
    if (level !== undefined && read.has(file) && !titled.has(file))
      found.set(level, (found.get(level) ?? new Set()).add(file))
  }
  return new Map([...found].map(([level, files]) => [level, [...files].sort().map((file) => ({ file }))]))
}
