import type { Note, Passage, Reading, Table } from '../../../core/evidence.ts'
import { note, whole } from '../../reader.ts'
import { lettersIn } from './letters.ts'

/** What readers of word processors' files find, whatever the format. */
export type DocumentText = {
  readonly body: readonly Passage[]
  /** Headers and footers. */
  readonly margins: readonly Passage[]
  readonly tables: readonly Table[]
  readonly properties: Reading['properties']
  /** Insertions, deletions and moves that nobody has accepted or refused. */
  readonly changes: number
  readonly comments: number
  /** Stretches of text that are formatted as hidden. */
  readonly hidden: number
  readonly pictures: number
}

export function documentReading(text: DocumentText): Reading {
  const { changes, comments, pictures, tables } = text
  const passages = distinct(text)
  return whole({
    ...seen(passages, pictures),
    passages,
    tables,
    properties: {
      ...text.properties,
      ...(changes > 0 && { 'tracked-changes': changes }),
      ...(comments > 0 && { comments }),
      ...(pictures > 0 && { pictures }),
    },
    notes: notesOf(passages, text),
  })
}

/** For `withPictures`: what hung on the words of pictures does so no more when they have been read. */
export const documentWith =
  (text: DocumentText) =>
  (read: number): Reading =>
    documentReading(read > 0 ? { ...text, pictures: 0 } : text)

/** The same header stands in several parts; it is one passage. */
function distinct({ body, margins }: DocumentText): Passage[] {
  return [...body, ...new Map(margins.map((passage) => [passage.text, passage])).values()]
}

const FEW = 30

/** A document of pictures and hardly a word is a scan in a wrapper. */
function seen(passages: readonly Passage[], pictures: number): Pick<Reading, 'extent' | 'pagesRead'> {
  if (pictures === 0) return { extent: 'whole', pagesRead: 1 }
  const signs = passages.reduce((sum, { text }) => (sum < FEW ? sum + lettersIn(text, FEW) : sum), 0)
  if (signs >= FEW) return { extent: 'whole', pagesRead: 1 }
  return { extent: signs === 0 ? 'unread' : 'partly', pagesRead: 0 }
}

function notesOf(passages: readonly Passage[], { changes, comments, hidden, pictures }: DocumentText): Note[] {
  const notes: Note[] = []
  if (seen(passages, pictures).extent !== 'whole')
    notes.push(note('no-text', `正文是${pictures}张图片，图片里的文字未能读取：请换成可以选中文字的版本，或由人工核对`))
  else if (passages.length === 0) notes.push(note('no-text', '文件里没有文字：请核对是否放错了文件'))
  if (changes > 0 || comments > 0) notes.push(note('tracked-changes', draftSigns(changes, comments)))
  if (hidden > 0) notes.push(note('not-read', `有${hidden}处隐藏文字，未计入正文：请核对是否需要保留`))
  return notes
}

function draftSigns(changes: number, comments: number): string {
  const left = [changes > 0 ? `${changes}处修订` : '', comments > 0 ? `${comments}条批注` : ''].filter(Boolean)
  return `留有${left.join('、')}${changes > 0 ? '，按接受修订后的文字读取' : ''}：请换成定稿`
}
