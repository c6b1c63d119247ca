import type { Note, Passage, Reading, Table } from '../../../core/evidence.ts'
import { note, whole } from '../../reader.ts'

/** What readers of spreadsheets find, whatever the format. */
export type WorkbookText = {
  readonly tables: readonly Table[]
  /** What text boxes on the sheets say. */
  readonly passages: readonly Passage[]
  /** Formulas that nobody has calculated. */
  readonly formulas: number
  readonly pictures: number
  readonly properties: Reading['properties']
}

export function workbookReading(book: WorkbookText): Reading {
  const { tables, passages, properties } = book
  return whole({ ...seen(book), pages: tables.length, passages, tables, properties, notes: notesOf(book) })
}

/** For `withPictures`: those are told that have not been read, and are told by nobody else. */
export const workbookWith =
  (book: WorkbookText) =>
  (read: number, told = 0): Reading =>
    workbookReading({ ...book, pictures: Math.max(0, book.pictures - read - told) })

const isEmpty = ({ tables, passages }: WorkbookText): boolean =>
  passages.length === 0 && tables.every(({ rows }) => rows.length === 0)

/** A workbook of nothing but pictures is a scan in a wrapper. */
function seen(book: WorkbookText): Partial<Reading> {
  if (isEmpty(book) && book.pictures > 0) return { extent: 'unread', pagesRead: 0 }
  return { extent: book.formulas > 0 ? 'partly' : 'whole', pagesRead: book.tables.length }
}

function notesOf(book: WorkbookText): Note[] {
  const { formulas, pictures } = book
  const notes: Note[] = []
  if (formulas > 0)
    notes.push(note('partly', `有${formulas}个公式单元格没有计算结果：请用 Excel 或 WPS 打开并保存一次后重新放入`))
  if (isEmpty(book) && pictures > 0)
    notes.push(
      note('no-text', `表内只有${pictures}张图片，图片里的文字未能读取：请换成可以选中文字的版本，或由人工核对`),
    )
  else if (isEmpty(book)) notes.push(note('no-text', '工作簿里没有内容：请核对是否放错了文件'))
  else if (pictures > 0) notes.push(note('not-read', `表内有${pictures}张图片，图片里的文字没有读取：请由人工核对`))
  return notes
}
