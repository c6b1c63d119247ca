import type { Scope } from '../../core/kind.ts'
import type { Place } from '../../core/place.ts'
import { isDenied } from '../../language/negation.ts'
import { paragraphsOf, sentencesOf } from '../../language/paragraphs.ts'
import { rowWords } from '../../language/row-words.ts'
import { clipped } from '../../language/text.ts'
import { matchedTo } from '../desk/scope.ts'
import { nameOf } from './absent.ts'
import { flawsIn } from './flaws/flaws.ts'

/** A sentence of a paper that makes another one due. */
export type Called = { readonly paper: string; readonly says: string; readonly at: Place }

/**
 * The sentences of the unit's own sound papers in which a word of every class stands: 15个工作日内 | 报送 | 整改情况. One that
 * says that none is due calls for nothing.
 */
export function callingSentences(
  scope: Scope,
  materials: readonly string[],
  classes: readonly (readonly string[])[],
): Called[] {
  if (classes.length === 0) return []
  const flaws = flawsIn(scope.package)
  const papers = materials.flatMap((id) => matchedTo(scope, id)).filter(({ match }) => match.sure)
  const documents = [...new Set(papers.map(({ document }) => document))]
  return documents
    .filter(({ evidence }) => !flaws.has(evidence.path))
    .flatMap((document) => {
      const says = paragraphsOf(document.evidence)
        .flatMap(({ text, at }) => sentencesOf(text).map((sentence) => ({ sentence, at })))
        .find(({ sentence }) => calls(sentence, classes))
      return says
        ? [{ paper: nameOf(document), says: says.sentence, at: { ...says.at, quote: clipped(says.sentence, 80) } }]
        : []
    })
}

function calls(sentence: string, classes: readonly (readonly string[])[]): boolean {
  const words = classes.map((some) => some.find((word) => sentence.includes(word)))
  return words.every((word) => word !== undefined && !isDenied(sentence, word) && !isSpared(sentence, word))
}

/** 无需报送 */
const isSpared = (sentence: string, word: string): boolean =>
  rowWords().spared.some((spared) => sentence.includes(`${spared}${word}`))
