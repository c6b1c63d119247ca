import type { Document, Telling } from '../core/package.ts'
import type { Indicator } from '../core/system.ts'
import { admits } from '../language/admitted.ts'
import { paragraphsOf } from '../language/paragraphs.ts'
import { clipped } from '../language/text.ts'
import { oneOf } from '../language/words.ts'
import { isAccount } from './accounts.ts'

const INDICATOR = oneOf('naming', 'indicators')
/** 13.创建以来没有…, 第13项：…, 指标13 …: the number that a paragraph begins with, and what it says. */
const NUMBERED = new RegExp(
  `^\\s*(?:第|${INDICATOR})?\\s*(\\d{1,3})\\s*(?:号?${INDICATOR}|项|条|号)?\\s*[.．、:：,，]?\\s*(?=\\p{Script=Han})(.{4,})`,
  'u',
)
/** So many make a paper an answer to the indicators; fewer are a clerk's own points. */
const FEWEST = 12
const WEIGHT = 8

/**
 * What a paper says that goes through the indicators by their numbers: each of its paragraphs is about its own, whatever
 * the words. The numbers have to ascend, and to pass what any list of points would come to. It is of no material: it proves
 * nothing, and nobody may say that there is nothing at all of the indicator in the package.
 */
export function tellingsByNumber(documents: readonly Document[], indicators: readonly Indicator[]): Telling[] {
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  return documents.filter(isAccount).flatMap((document) => {
    return answersIn(document, known).map(
      ({ id, text, at }): Telling => ({
        file: document.evidence.path,
        indicator: id,
        material: '',
        weight: WEIGHT,
        at: { ...at, quote: clipped(text, 80) },
        why: `逐项说明写到第${id}项`,
        ...(admits(text) && { admits: true }),
      }),
    )
  })
}

function answersIn(document: Document, known: ReadonlyMap<string, Indicator>) {
  const said = paragraphsOf(document.evidence).flatMap(({ text, at }) => {
    const [, id, words] = NUMBERED.exec(text) ?? []
    return id !== undefined && words !== undefined && known.has(id) ? [{ id, text: words, at }] : []
  })
  const rising = said.filter(({ id }, nth) => nth === 0 || Number(id) > Number(said[nth - 1]!.id))
  const isWhole =
    rising.length >= FEWEST && rising.length >= said.length * 0.9 && skips(rising.map(({ id }) => Number(id)))
  return isWhole ? rising : []
}

/** A list of points counts 1, 2, 3; who answers what is his own leaves numbers out. */
const skips = (numbers: readonly number[]): boolean => numbers.at(-1)! > numbers.length + 3
