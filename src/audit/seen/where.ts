import type { Document, Package } from '../../core/package.ts'
import type { Indicator, IndicatorSystem } from '../../core/system.ts'
import { kindredOf } from '../../judging/papers/kindred.ts'
import { describer } from '../../placing/about.ts'
import { partOf } from '../../system/responsibility.ts'
import { paperOf } from './paper.ts'
import type { SeenPaper, Wanting } from './seen.ts'

/** Where a file of a package stands, and what would change that. */
export type Standing = SeenPaper & {
  readonly file: string
  readonly parts: readonly (SeenPaper & { readonly page: number | null })[]
  /** Materials that the package still lacks and that this file is called nearly like. */
  readonly kindred: readonly Wanting[]
  /** Where it lies under an indicator and is none of its materials: all that is asked for there. */
  readonly asked: readonly { readonly indicator: string; readonly materials: readonly string[] }[]
}

/** Undefined where the package has no such file. What an archive holds stands under `包.zip!/`. */
export function standingOf(found: Package, system: IndicatorSystem, file: string): readonly Standing[] {
  const about = describer(system, found.unit)
  const paper = (document: Document) => paperOf(document, about(document), found, system)
  const own = found.documents.filter(({ evidence: { path } }) => path === file || path.startsWith(`${file}!/`))
  return own.map((document) => {
    const { path } = document.evidence
    const seen = paper(document)
    return {
      file: path,
      ...seen,
      parts: (found.parts ?? [])
        .filter(({ partOf: whole }) => whole === path)
        .map((part) => ({ page: part.evidence.passages[0]?.at.page ?? null, ...paper(part) })),
      kindred: kindredTo(document, seen, found, system),
      asked: seen.serves
        .filter(({ material }) => material === null)
        .map(({ indicator }) => ({ indicator, materials: materialsOf(system, indicator) })),
    }
  })
}

const materialsOf = ({ indicators }: IndicatorSystem, id: string): string[] =>
  indicators.find((one) => one.id === id)?.materials.map(({ name }) => name) ?? []

/** Of the materials that nothing serves, those that the audit would take this file for when it looks for what is missing. */
function kindredTo(document: Document, seen: SeenPaper, found: Package, system: IndicatorSystem): Wanting[] {
  if (seen.serves.some(({ sure, material }) => sure && material !== null)) return []
  const told = new Set([...seen.serves, ...seen.near].map(({ indicator, material }) => `${indicator} ${material}`))
  const owed = system.indicators.filter((indicator) => partOf(system, found.unit, indicator).part !== 'none')
  return owed.flatMap((indicator) =>
    lackingIn(indicator, found).flatMap((material): Wanting[] => {
      const kindred = kindredOf({ package: found, indicator }, [material], (one) => one === document)
      if (!kindred?.documents.includes(document) || told.has(`${indicator.id} ${material.name}`)) return []
      return [{ indicator: indicator.id, material: material.name, why: kindred.why, needs: [{ kind: 'title' }] }]
    }),
  )
}

const lackingIn = ({ id, materials }: Indicator, { matches }: Package): Indicator['materials'] =>
  materials.filter(
    (material) => !matches.some((one) => one.sure && one.indicator === id && one.material === material.id),
  )
