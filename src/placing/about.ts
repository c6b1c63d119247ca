import type { Document } from '../core/package.ts'
import type { IndicatorSystem, Unit } from '../core/system.ts'
import type { Genre } from '../language/genres.ts'
import { bodiesOf } from '../language/issuers.ts'
import { subjectOf } from './subject.ts'
import { wantsOf } from './wants.ts'

/** What a paper says of itself by its names: its kinds of paper, what it is about, and whether it is a finished one. */
export type About = {
  readonly kinds: readonly Genre[]
  /** Words of the system's topics; what says nothing alone is left out. */
  readonly topics: readonly string[]
  /** 征求意见稿, 模板: empty where it says neither. */
  readonly draft: string
  readonly blank: string
  /** It says that something did not happen. */
  readonly denies: boolean
}

/** Describes papers in the words of a system. */
export function describer(system: IndicatorSystem, unit: Unit): (document: Document) => About {
  const { vocabulary } = wantsOf([system.package, ...system.indicators])
  const reader = { vocabulary, bodies: bodiesOf(system.roster, unit.name) }
  return (document) => {
    const { names, forms } = subjectOf(document, reader)
    const headings = names.map(({ heading }) => heading)
    const said = new Set(names.flatMap(({ hits }) => hits.map(({ word }) => word)))
    const kinds = new Set(headings.flatMap(({ genres }) => [...genres]))
    return {
      kinds: kinds.size > 0 ? [...kinds] : [...forms],
      topics: [...said].filter((word) => !vocabulary.general[word]).map((word) => spelt(vocabulary.words[word]!)),
      draft: headings.find(({ draft }) => draft)?.draft ?? '',
      blank: headings.find(({ blank }) => blank)?.blank ?? '',
      denies: headings.some(({ denied }) => denied),
    }
  }
}

const spelt = (word: string): string => word.replaceAll('*', '…')
