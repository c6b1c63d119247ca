import type { Indicator, Part } from '../core/system.ts'
import type { Prior } from './assign.ts'
import type { Folder } from './grade.ts'
import type { Placement } from './mapping.ts'
import type { WordId } from './vocabulary.ts'
import type { Wanted, Wants } from './wants.ts'

/** How much likelier a paper serves an indicator under whose number, or in whose range, it lies. */
const HERE = 1.5
const RANGE = 1.25
const SPOKEN = 1.1
/** Under another indicator's number of a package that goes by the plan. */
const ELSEWHERE = 0.7
const WHOLE = { root: 1.2, inside: 0.6, numbered: 0 }

const OWED: Record<Part, number> = { named: 1, group: 1, candidate: 0.9, none: 0.75 }

export function priorOf(
  indicators: readonly Indicator[],
  { wanted }: Wants,
  owed: (indicator: Indicator) => Part,
  followed: boolean,
): (placements: readonly Placement[]) => Prior {
  const parts = new Map(
    indicators.map((indicator) => [indicator.id, indicator.id === 'package' ? 1 : OWED[owed(indicator)]]),
  )
  const words = new Map<string, Set<WordId>>()
  for (const { id } of indicators) words.set(id, matterOf(wanted.filter(({ indicator }) => indicator === id)))
  return (placements) => {
    const numbered = placements.some(({ indicator, topics }) => indicator !== 'package' && !topics)
    const at = (id: string) => placements.find(({ indicator }) => indicator === id)
    return {
      of: (id) => {
        const here = at(id)
        if (id === 'package') return here ? WHOLE.root : numbered ? WHOLE.numbered : WHOLE.inside
        if (here && !here.topics) return (here.among ?? 1) > 1 ? RANGE : HERE
        const part = parts.get(id) ?? 1
        return part * (here ? SPOKEN : numbered && followed ? ELSEWHERE : 1)
      },
      folder: (id): Folder | undefined => {
        const here = at(id)
        if (!here || id === 'package') return undefined
        // A list of numbers offers its papers to all of them and says of none what it is about.
        if ((here.among ?? 1) > 1) return undefined
        const strength = here.topics ? 0.3 : 0.5
        return { words: words.get(id) ?? new Set(), strength }
      },
    }
  }
}

/** What a good part of an indicator's materials speak of: its number stands for that, and for no more. */
function matterOf(wanted: readonly Wanted[]): Set<WordId> {
  const counts = new Map<WordId, number>()
  for (const { ways } of wanted)
    for (const word of new Set(ways.flatMap(({ slots }) => slots.flat()))) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Set(
    [...counts].flatMap(([word, count]) =>
      count >= Math.max(2, wanted.length * 0.4) || wanted.length < 3 ? [word] : [],
    ),
  )
}
