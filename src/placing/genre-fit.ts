import type { Material } from '../core/system.ts'
import { type Genre, genres as kinds } from '../language/genres.ts'

const [KIN, UNKNOWN, REPORTED] = [0.75, 0.6, 0.9]

/** Whether a paper is of a kind that is asked for. What says that nothing happened serves statements alone, and empty tables. */
export function genreFit(
  { nature }: Pick<Material, 'nature'>,
  asked: readonly Genre[] | null,
  said: ReadonlySet<Genre>,
  forms: ReadonlySet<Genre>,
  denied: boolean,
): number {
  if (nature === 'statement') {
    if (denied || said.has('说明')) return 1
    return [...said].some((genre) => asked?.includes(genre)) ? REPORTED : 0
  }
  if (denied) return nature === 'ledger' && forms.has('台账') ? KIN : 0
  if (asked === null) return said.size === 0 ? 0.9 : 1
  return formFit(asked, said, forms)
}

function formFit(asked: readonly Genre[], said: ReadonlySet<Genre>, forms: ReadonlySet<Genre>): number {
  let best = 0
  for (const [found, most] of [
    [said, 1],
    [forms, said.size === 0 || said.has('材料') ? 1 : KIN],
  ] as const)
    for (const genre of found) {
      if (asked.includes(genre)) best = Math.max(best, most)
      else if (asked.some((one) => kinds().kin.get(one)?.includes(genre))) best = Math.max(best, KIN * most)
    }
  if (best === 0 && said.size === 0 && forms.size === 0) return UNKNOWN
  return best === 0 && [...said].every((genre) => genre === '材料') && forms.size === 0 ? UNKNOWN : best
}
