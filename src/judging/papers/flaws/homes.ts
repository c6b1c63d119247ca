import type { Match, Package } from '../../../core/package.ts'

/** Where a paper is told of: under the indicator that its unit put it under, else under those that it serves. */
export type Home = { readonly indicator: string; readonly sure: boolean }

const known = new WeakMap<readonly Match[], Map<string, readonly Home[]>>()

/** `package` where it neither lies nor serves anywhere. */
export function homesOf(file: string, { matches, nearMisses }: Package): readonly Home[] {
  const byFile = known.get(matches) ?? new Map<string, readonly Home[]>()
  known.set(matches, byFile)
  const homes =
    byFile.get(file) ??
    found(
      matches.filter((match) => match.file === file && match.indicator !== 'package'),
      nearMisses.filter((near) => near.file === file),
      matches.some((match) => match.file === file && match.indicator === 'package' && match.material !== null),
    )
  byFile.set(file, homes)
  return homes
}

function found(own: readonly Match[], near: readonly { readonly indicator: string }[], isWhole: boolean): Home[] {
  const serves = ({ material, was }: Match) => material !== null || was !== undefined
  const ways = [
    own.filter((match) => match.placed && serves(match)),
    own.filter((match) => match.placed),
    own.filter((match) => serves(match) && (match.sure || match.by === 'draft') && match.by !== 'section'),
    own.filter(serves),
  ]
  const best = ways.findIndex((some) => some.length > 0)
  if (best >= 0) {
    const homes = distinct(ways[best]!.map(({ indicator }) => ({ indicator, sure: best < 3 })))
    // A section that surely serves, in a paper that serves nothing else, is where all of it is told.
    return homes.length === 1 && ways[best]!.some((match) => match.sure && match.by === 'section')
      ? homes.map((home) => ({ ...home, sure: true }))
      : homes
  }
  if (isWhole) return [{ indicator: 'package', sure: true }]
  if (near.length > 0) return distinct(near.map(({ indicator }) => ({ indicator, sure: false })))
  return [{ indicator: 'package', sure: false }]
}

const distinct = (homes: readonly Home[]): Home[] => [...new Map(homes.map((home) => [home.indicator, home])).values()]
