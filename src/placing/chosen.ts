import type { Match } from '../core/package.ts'
import type { Indicator } from '../core/system.ts'
import type { Placement } from './mapping.ts'
import type { Served } from './serve.ts'
import type { wantsOf } from './wants.ts'

/** How a file lies under an indicator: by the unit's own number, or in a folder called after it and no other. */
export function lying(here: Placement | undefined): { placed?: true; topic?: true } {
  if (!here) return {}
  if (!here.topics) return { placed: true }
  return here.topics === 1 ? { topic: true } : {}
}

export const ownWord = (placements: readonly Placement[], wanted: ReturnType<typeof wantsOf>['wanted']): Served[] =>
  placements.flatMap(({ indicator, material }) =>
    material === null
      ? []
      : wanted
          .filter((one) => one.indicator === indicator && one.material.id === material)
          .map((one): Served => ({ wanted: one, how: 'sure', why: '' })),
  )

/**
 * A paper that is plainly for an indicator of another unit is that, and not the next best of the unit's own; where it is
 * as plainly one of its own, it is its own.
 */
export const ownFirst = (all: readonly Served[], isOwed: (one: Served) => boolean): Served[] =>
  all.some((one) => one.how === 'sure' && isOwed(one)) ? all.filter(isOwed) : [...all]

const BEST = { sure: 0, unsure: 1, near: 2 }

/** Each material once, by its best reading. */
export function distinct(served: readonly Served[]): Served[] {
  const best = new Map<string, Served>()
  for (const one of served) {
    const key = `${one.wanted.indicator} ${one.wanted.material.id}`
    const other = best.get(key)
    if (!other || BEST[one.how] < BEST[other.how]) best.set(key, one)
  }
  return [...best.values()]
}

export function unrecognised(
  file: string,
  { indicator, own, why }: Placement,
  indicators: readonly Indicator[],
): Match {
  const asks = indicators.some(({ id, materials }) => id === indicator && materials.length > 0)
  return { file, indicator, material: null, sure: own, placed: true, why: asks ? `${why}，但与所列材料均不相符` : why }
}
