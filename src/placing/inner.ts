import type { Place } from '../core/place.ts'
import { genreEnding } from '../language/genres.ts'
import { clipped, plain } from '../language/text.ts'
import { oneOf, wordLists } from '../language/words.ts'
import { headingOf } from './heading.ts'
import type { Name, Subject } from './subject.ts'

/** A title that stands inside a paper, and where. */
export type Inner = { readonly name: Name; readonly at: Place }

const AGENDA = new RegExp(
  `^(?:[第(]?[一二三四五六七八九十\\d]{1,3}[)、.项])?${oneOf('naming', 'agenda')}.{0,3}:(.{4,80})$`,
  'u',
)
const MINUTES = wordLists('naming').get('minutes')?.[0] ?? ''
const ABOUT = new RegExp(`^${oneOf('naming', 'about')}[^。;；:：]{4,60}$`, 'u')
const MOST = 60

/**
 * What is spoken of inside: 关于…的请示 that a dossier binds behind other papers, and the matters on the agenda of minutes.
 * They place nothing, but where one of them is called like what is asked for, nobody may say that it is nowhere.
 */
export function innerTitles({ document, voices, names }: Subject, bodies: readonly string[]): Inner[] {
  const file = document.evidence.path
  const own = new Set(names.map(({ text }) => text))
  // A title of its own line is what the paragraphs under it stand under.
  const lines = voices.stretches.flatMap(({ head, text, page }) => [head, text].map((one) => ({ one, page })))
  const seen = new Set<string>()
  const found = lines.flatMap(({ one, page }): Inner[] => {
    const line = plain(one).trim()
    if (own.has(line) || seen.has(line)) return []
    seen.add(line)
    const [, matter] = AGENDA.exec(line) ?? []
    const title = matter === undefined ? titleIn(line) : `${matter.split(/[。;]/u)[0]}${MINUTES}`
    if (title === undefined) return []
    const name: Name = { by: 'title', text: title, heading: headingOf(title, bodies), hits: [] }
    return [{ name, at: { file, ...(page === undefined ? {} : { page }), quote: clipped(line, 80) } }]
  })
  return found.slice(0, MOST)
}

const titleIn = (line: string): string | undefined =>
  ABOUT.test(line) && genreEnding(line) !== undefined ? line : undefined
