import type { Note, Passage, Reading, Table } from '../../../core/evidence.ts'
import { note, whole } from '../../reader.ts'
import { lettersIn } from './letters.ts'

/** What readers of presentations find: places are the numbers of the slides. */
export type Slides = {
  readonly pages: number
  readonly passages: readonly Passage[]
  readonly tables: readonly Table[]
  /** Pictures by slide. */
  readonly pictures: ReadonlyMap<number, number>
  readonly properties: Reading['properties']
}

const FEW = 30

/** A slide of a picture and hardly a word is not read: its words are in the picture. */
export function slidesReading({ pages, passages, tables, pictures, properties }: Slides): Reading {
  const signs = new Map<number, number>()
  for (const { text, at } of passages) signs.set(at.page ?? 0, (signs.get(at.page ?? 0) ?? 0) + lettersIn(text, FEW))
  const silent = [...pictures.keys()].filter((page) => (signs.get(page) ?? 0) < FEW).sort((a, b) => a - b)
  const pagesRead = Math.max(0, pages - silent.length)
  return whole({
    extent: silent.length === 0 ? 'whole' : passages.length === 0 ? 'unread' : 'partly',
    pages,
    pagesRead,
    passages,
    tables,
    properties,
    notes: notesOf(silent, passages),
  })
}

/** For `withPictures`: no slide is silent any more when its picture has been read. */
export const slidesWith =
  (slides: Slides) =>
  (read: number): Reading =>
    slidesReading(read > 0 ? { ...slides, pictures: new Map() } : slides)

function notesOf(silent: readonly number[], passages: readonly Passage[]): Note[] {
  if (silent.length > 0) {
    const shown = silent.slice(0, 20).join('、') + (silent.length > 20 ? `等${silent.length}` : '')
    const message = `第${shown}页主要是图片，图片里的文字未能读取：请另存为 PDF 后放入，或由人工核对这些页`
    return [note(passages.length === 0 ? 'no-text' : 'partly', message, { page: silent[0]! })]
  }
  return passages.length === 0 ? [note('no-text', '文件里没有文字：请核对是否放错了文件')] : []
}
