import { isImage } from '../core/evidence.ts'
import type { Document, Voices } from '../core/package.ts'
import type { Genre } from '../language/genres.ts'
import { paperWord } from '../language/paper-words.ts'
import { plain } from '../language/text.ts'
import { oneOf } from '../language/words.ts'
import { type Heading, headingOf } from './heading.ts'
import { headingsIn, stemOf } from './names.ts'
import { isSigned } from './stretches.ts'
import type { Hit, Vocabulary, WordId } from './vocabulary.ts'
import { voicesIn } from './voices.ts'
import { solid } from './wording.ts'

/** A name under which a paper goes, with the words of topics that stand in it. */
export type Name = {
  readonly by: 'title' | 'file' | 'sheet' | 'heading' | 'caption'
  /** As shown to people. */
  readonly text: string
  readonly heading: Heading
  readonly hits: readonly Hit[]
}

/** What is said of a paper elsewhere than in its names, and how much that counts. */
export type Context = ReadonlyMap<WordId, number>

/** A paper or a part of one, prepared for many comparisons. */
export type Subject = {
  readonly document: Document
  readonly voices: Voices
  readonly names: readonly Name[]
  readonly context: Context
  /** What the file is by its form: a table, a saved page, a picture. */
  readonly forms: ReadonlySet<Genre>
  /** A screenshot: what it shows is not what it is. */
  readonly isShot: boolean
  /** Words in the names of the paper that this is a section of. */
  readonly within?: ReadonlySet<WordId>
}

/** The inmost folder says more than those around it; what most papers of one folder speak of, a dossier is about. */
const SPOKEN = { subject: 0.6, opening: 0.65, folder: 0.5, outer: 0.3, head: 0.45, beside: 0.6 }

const RULED = /规(?:字)?[〔([]/u

/** Words that tell a screenshot from a photograph. */
const SHOT = new RegExp(`${oneOf('naming', 'shots')}|screenshot`, 'iu')

export type Reader = { readonly vocabulary: Vocabulary; readonly bodies: readonly string[] }

export function subjectOf(document: Document, { vocabulary, bodies }: Reader): Subject {
  const { evidence, facts, partOf, kept } = document
  const voices = kept?.voices ?? voicesIn(evidence)
  const name = (by: Name['by'], text: string): Name => {
    const heading = headingOf(text.slice(0, 160), bodies)
    return { by, text: plain(text).slice(0, 80), heading, hits: vocabulary.hitsIn(heading.matter) }
  }
  const title = facts.title ? [name('title', facts.title.value)] : []
  const file = partOf === undefined ? [name('file', stemOf(evidence.path))] : []
  const sheets = voices.sheets.flatMap(({ name: own, title: first }) =>
    [own, first].filter((text) => text.length >= 2 && text !== facts.title?.value).map((text) => name('sheet', text)),
  )
  const captions = facts.title ? [] : voices.captions.filter(isCaption).map((text) => name('caption', text))
  const headings =
    facts.title || captions.length > 0
      ? []
      : (kept?.headings ?? headingsIn(evidence))
          .filter((line, at) => isCaption(line) && !(at > 0 && isSigned(plain(line).trim())))
          .slice(0, 3)
          .map((text) => name('heading', text))
  const names = [...title, ...file, ...sheets, ...captions, ...headings]
  const first = names[0]
  // 规〔2021〕1号 is a number that only 规范性文件 bear.
  if (first && RULED.test(facts.number?.value ?? '')) {
    const numbered = name('title', '行政规范性文件')
    names.push({
      ...numbered,
      text: facts.number!.value,
      heading: { ...numbered.heading, genres: first.heading.genres },
    })
  }
  const isShot = isImage(evidence) && SHOT.test(stemOf(evidence.path))
  return { document, voices, names, context: contextOf(), forms: formsOf(), isShot }

  function contextOf(): Context {
    const context = new Map<WordId, number>()
    const say = (text: string, strength: number) => {
      for (const { word, says } of vocabulary.hitsIn(solid(without(text, bodies))))
        context.set(word, Math.max(context.get(word) ?? 0, strength * says))
    }
    for (const { heading } of names) say(heading.subject, SPOKEN.subject)
    for (const clause of clausesOf(voices.opening)) say(clause, SPOKEN.opening)
    for (const { head } of [...voices.sheets, ...voices.sections]) say(head, SPOKEN.head)
    const folders = (partOf ?? evidence.path).split('/').slice(0, -1)
    for (const [at, folder] of folders.entries()) say(folder, at === folders.length - 1 ? SPOKEN.folder : SPOKEN.outer)
    if (partOf !== undefined) say(stemOf(partOf), SPOKEN.folder)
    return context
  }

  function formsOf(): Set<Genre> {
    const forms = new Set<Genre>()
    if (['xlsx', 'xls', 'et', 'csv', 'ods'].includes(evidence.format)) forms.add('台账')
    if (['html', 'mht'].includes(evidence.format)) forms.add('页面')
    if (isImage(evidence)) {
      if (isShot) forms.add('页面')
      else if ('taken' in evidence.properties || voices.captions.length > 0) forms.add('照片')
      else for (const form of isTall(evidence.properties) ? ['页面', '照片'] : ['照片', '页面']) forms.add(form)
    }
    return forms
  }
}

/** Running text and the path of a page's menu name nothing. */
const isCaption = (text: string): boolean => !RUNNING.test(plain(text)) || /^《[^《》]*》$/u.test(text)
const RUNNING = new RegExp(`[。;>》]|^${paperWord('menuStarts')}`, 'u')

const isTall = ({ width, height }: Readonly<Record<string, string | number>>): boolean =>
  Number(height) > 1.5 * Number(width)

const clausesOf = (text: string): string[] => text.split(/[。;:!?]/u)

/** Who issued or did it says nothing of what it is about. */
export const without = (text: string, bodies: readonly string[]): string => {
  let rest = plain(text)
  for (const body of bodies) if (body.length >= 4 && rest.includes(body)) rest = rest.replaceAll(body, ' ')
  return rest
}

/** What a good part of the papers beside it speak of, a paper of the same dossier is about too. */
export function besideEachOther(subjects: readonly Subject[], { vocabulary: { frames } }: Reader): Subject[] {
  const folders = new Map<string, Subject[]>()
  const folderOf = ({ document: { evidence, partOf = evidence.path } }: Subject) =>
    partOf.slice(0, partOf.lastIndexOf('/') + 1)
  for (const subject of subjects) {
    const own = folders.get(folderOf(subject))
    if (own) own.push(subject)
    else folders.set(folderOf(subject), [subject])
  }
  return subjects.map((subject) => {
    const folder = folderOf(subject)
    const others = (folders.get(folder) ?? []).filter((other) => other !== subject)
    if (folder === '' || others.length === 0 || others.length > MOST) return subject
    const counts = new Map<WordId, number>()
    for (const { names } of others)
      for (const word of framesIn(names, frames)) counts.set(word, (counts.get(word) ?? 0) + 1)
    const context = new Map(subject.context)
    for (const [word, count] of counts)
      if (count >= others.length * SHARE) context.set(word, Math.max(context.get(word) ?? 0, SPOKEN.beside))
    return { ...subject, context }
  })
}

const framesIn = (names: readonly Name[], frames: ReadonlySet<WordId>): ReadonlySet<WordId> =>
  new Set(names.flatMap(({ hits }) => hits.flatMap(({ word }) => (frames.has(word) ? [word] : []))))

/** A part lies where its file lies, and in the same dossier as the other parts. */
export function boundWith(part: Subject, others: readonly Subject[], { vocabulary: { frames } }: Reader): Subject {
  const context = new Map(part.context)
  for (const other of others) {
    for (const [word, strength] of other.context)
      if (frames.has(word)) context.set(word, Math.max(context.get(word) ?? 0, Math.min(strength, SPOKEN.beside)))
    for (const word of framesIn(other.names, frames)) context.set(word, Math.max(context.get(word) ?? 0, SPOKEN.beside))
  }
  return { ...part, context }
}

/** A folder of more papers than these is no dossier. */
const MOST = 15
const SHARE = 0.2
