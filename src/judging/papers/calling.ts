import type { Table } from '../../core/evidence.ts'
import type { Scope } from '../../core/kind.ts'
import type { Document } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import { isDenied, saysDone } from '../../language/negation.ts'
import { paragraphsOf, sentencesOf } from '../../language/paragraphs.ts'
import { fileName } from '../../language/prose.ts'
import { rowWords } from '../../language/row-words.ts'
import { clipped } from '../../language/text.ts'
import { matchedTo } from '../desk/scope.ts'
import { nameOf } from './absent.ts'
import { flawsIn } from './flaws/flaws.ts'
import { speaksOf } from './topics.ts'

/** A sentence of a paper that makes another one due. */
export type Called = { readonly paper: string; readonly says: string; readonly at: Place }

/**
 * Where another paper of the unit's, its name, a table or a sentence of it, speaks of what is due (评查发现问题整改销号账):
 * nobody may say then that nothing came of it. What the unit says of itself as a whole is no such paper.
 */
export function answeredBy(
  { package: found }: Scope,
  callers: readonly Called[],
  topics: readonly string[],
  words: readonly string[],
): Place[] {
  const calling = new Set(callers.map(({ at }) => at.file))
  const elsewhere = found.documents
    .filter(({ evidence: { path } }) => !calling.has(path) && !found.accounts?.has(path))
    .flatMap(({ evidence, facts }): Place[] => {
      const names = [fileName(evidence.path), facts.title?.value ?? '', ...evidence.tables.flatMap(namesOf)]
      if (names.some((name) => speaksOf(topics, name))) return [{ file: evidence.path }]
      const told = paragraphsOf(evidence)
        .flatMap(({ text, at }) => sentencesOf(text).map((sentence) => ({ sentence, at })))
        .find(({ sentence }) => speaksOf(topics, sentence))
      return told ? [{ ...told.at, quote: clipped(told.sentence, 80) }] : []
    })
  return [...notedOn(found.documents, callers, words), ...elsewhere]
}

/** What a clerk notes behind the demand on the paper that came: 已于7月11日书面反馈. */
const notedOn = (documents: readonly Document[], callers: readonly Called[], words: readonly string[]): Place[] =>
  callers.flatMap(({ at, says }) => {
    const evidence = documents.find((one) => one.evidence.path === at.file)?.evidence
    const sentences = (evidence ? paragraphsOf(evidence) : []).flatMap(({ text, at }) =>
      sentencesOf(text).map((sentence) => ({ sentence, at })),
    )
    const from = sentences.findIndex(({ sentence }) => sentence === says)
    const noted = sentences.slice(from + 1).find(({ sentence }) => saysDone(sentence, words))
    return from >= 0 && noted ? [{ ...noted.at, quote: clipped(noted.sentence, 80) }] : []
  })

/** What a table is called: its sheet, and what stands alone over it. */
const namesOf = ({ name, rows }: Table): string[] => [
  name,
  ...rows.slice(0, 3).flatMap(({ values }) => {
    const filled = values.filter((value) => value !== null && value !== '')
    return filled.length === 1 ? [String(filled[0])] : []
  }),
]

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
        // A row of a table says what was done of what, and demands nothing.
        .filter(({ raw }) => !raw.includes('\t'))
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
