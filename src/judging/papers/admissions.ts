import type { Scope } from '../../core/kind.ts'
import type { Document } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import { paragraphsOf, sentencesOf } from '../../language/paragraphs.ts'
import { clipped } from '../../language/text.ts'
import { oneOf, wordLists } from '../../language/words.ts'
import { yearsIn } from '../desk/years.ts'
import { isDraft, nameOf } from './absent.ts'
import { foreign } from './flaws/foreign.ts'
import { speaksOf } from './topics.ts'

/** A sentence in which the unit's own account says that it did not do something in a year. */
export type Admission = { readonly paper: string; readonly words: string; readonly at: Place }

let never: RegExp | undefined

const neverDone = (): RegExp => {
  never ??= new RegExp(`(?:${oneOf('acts', 'neverDone')})[^,、:]{0,6}?(?:${oneOf('acts', 'carrying')})`, 'u')
  return never
}

/**
 * 2021年因机构调整，未组织案卷评查: of this year, of what the materials are about, of the office itself, and not because there
 * was nothing to do it with.
 */
export function admittedIn(scope: Scope, materials: readonly string[], year: number): Admission | undefined {
  const topics = topicsOf(scope, materials)
  if (topics.length === 0) return undefined
  for (const document of scope.package.documents) {
    if (!isAccount(document) || isDraft(document) || foreign(document, scope.package)) continue
    const [own, other] = yearsIn(titleOf(document))
    for (const { text, at } of paragraphsOf(document.evidence))
      for (const sentence of sentencesOf(text)) {
        if (!isAdmitted(sentence, topics, year, other === undefined ? own : undefined)) continue
        return {
          paper: nameOf(document),
          words: clipped(sentence.trim(), 60),
          at: { ...at, quote: clipped(sentence.trim(), 100) },
        }
      }
  }
  return undefined
}

function isAdmitted(sentence: string, topics: readonly string[], year: number, own: number | undefined): boolean {
  const holds = (list: string) => (wordLists('acts').get(list) ?? []).some((word) => sentence.includes(word))
  if (!neverDone().test(sentence) || holds('nothingToDo') || holds('ofOthers')) return false
  let before = ''
  for (const clause of sentence.split(',')) {
    before += clause
    if (!saysUndone(clause, topics)) continue
    const said = yearsIn(before)
    return (said.length > 0 ? said.at(-1) : own) === year
  }
  return false
}

/** 没有开展案卷评查 says that it was not done, and not that there were no 案卷. */
export const saysUndone = (clause: string, topics: readonly string[]): boolean =>
  neverDone().test(clause) && speaksOf(topics, clause)

export const topicsOf = ({ indicator }: Scope, materials: readonly string[]): readonly string[] =>
  indicator.materials.flatMap(({ id, topic }) => (materials.includes(id) ? topic : []))

const titleOf = ({ facts, evidence }: Document): string =>
  facts.title?.value ?? evidence.path.slice(evidence.path.lastIndexOf('/') + 1)

/** A paper on just this (关于2020年度未开展评查的说明) explains it, and is looked at as such. */
export const isAccount = (document: Document): boolean => {
  const title = titleOf(document)
  return (wordLists('acts').get('accountTitles') ?? []).some((word) => title.includes(word)) && !neverDone().test(title)
}
