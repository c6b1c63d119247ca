import type { Evidence } from '../../core/evidence.ts'
import type { Place } from '../../core/place.ts'
import { composed } from '../../language/paragraphs.ts'
import { clipped } from '../../language/text.ts'
import { wordLists } from '../../language/words.ts'

/** A text in one piece, whichever way its lines break; `at` places what stands there, with its words. */
export type Flow = { readonly text: string; at(start: number, end?: number): Place }

const LONGEST = 60_000

export function flowOf(evidence: Evidence): Flow {
  const starts: { readonly start: number; readonly at: Place }[] = []
  let text = ''
  for (const paragraph of composed(evidence)) {
    if (text.length > LONGEST) break
    starts.push({ start: text.length, at: paragraph.at })
    text += `${paragraph.text}\n`
  }
  return {
    text,
    at(start, end = start + 60) {
      const place = starts.findLast((one) => one.start <= start)?.at ?? { file: evidence.path }
      const { quote: _, ...spot } = place
      return { ...spot, quote: clipped(text.slice(start, Math.max(end, start + 10)), 80) }
    },
  }
}

/** One of the words of a list in `words/acts.yaml`, as a pattern. */
export const anyOf = (name: string): string => (wordLists('acts').get(name) ?? []).join('|')

const NAMED = /《([^《》]{2,80}(?:〈[^〈〉]*〉[^《》]*)?)》/gu

/** What stands in 《》, without the stage of a draft: laws are cited, not decided. */
export function namedIn(text: string): string[] {
  const stage = new RegExp(`[(（]?(?:${anyOf('stages')})[)）]?$`, 'u')
  const found = [...text.matchAll(NAMED)].map(([, name = '']) => name.replace(stage, '').trim())
  return [...new Set(found)].filter((name) => name.length >= 4 && !/(?<!办)法$|条例$|^中华人民共和国/u.test(name))
}
