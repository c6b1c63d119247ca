import type { Document, Match, NearMiss, Package } from '../../core/package.ts'
import type { IndicatorSystem } from '../../core/system.ts'
import { flawsIn } from '../../judging/papers/flaws/flaws.ts'
import type { About } from '../../placing/about.ts'
import type { SeenPaper } from './seen.ts'

/** What is made of one document of a package. */
export function paperOf(document: Document, about: About, found: Package, system: IndicatorSystem): SeenPaper {
  const { path } = document.evidence
  const file = document.partOf ?? path
  const isOwn = document.partOf === undefined
  const names = namesOf(system)
  const named = ({ indicator, material, why, needs = [] }: Match | NearMiss) => ({
    indicator,
    material: material === null ? null : (names.get(`${indicator} ${material}`) ?? material),
    why,
    needs,
  })
  return {
    ...about,
    serves: found.matches
      .filter((one) => one.file === path)
      .map((one) => ({ ...named(one), sure: one.sure && one.material !== null })),
    near: found.nearMisses.filter((one) => one.file === path).map(named),
    nothings: isOwn
      ? (found.nothings ?? [])
          .filter((one) => one.file === file)
          .map(({ of, sentence, from, to, at }) => ({
            matter: of.name,
            sentence,
            from,
            to,
            states: [...new Set([...of.answers, ...of.states])],
            at,
          }))
      : [],
    declarations: isOwn ? found.declarations.filter(({ at }) => at.file === file) : [],
    flaws: (flawsIn(found).get(path) ?? []).map(({ kind, sure, words }) => ({ kind, sure, words })),
  }
}

const namesOf = (system: IndicatorSystem): ReadonlyMap<string, string> =>
  new Map(
    [system.package, ...system.indicators].flatMap(({ id, materials }) =>
      materials.map((material) => [`${id} ${material.id}`, material.name] as const),
    ),
  )
