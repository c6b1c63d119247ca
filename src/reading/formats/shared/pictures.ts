import type { Passage, Reading } from '../../../core/evidence.ts'
import { note, type ReadOptions } from '../../reader.ts'
import { type Embedded, isPaper, lookInto, pictureFormat } from '../../sight/ocr/embedded.ts'
import { NO_ENGINE } from '../../sight/ocr/merge.ts'
import { isPageOfDrawing } from '../containers/metafiles.ts'
import type { Zip } from '../containers/zip.ts'
import { photoFacts } from '../image/photo.ts'
import { wholeTables } from '../pdf/tables.ts'

/** A scanned sheet has so many pixels at least, its shorter and its longer side. */
const [ACROSS, DOWN] = [700, 1000]
/** What carries more of them is a book of pictures. */
const MOST = 60

/**
 * What stands on the page-sized pictures that a document carries: a signed page that was scanned and pasted in. Photographs
 * of people and places are left alone, except where there is hardly any other text. `made` makes the reading when so many
 * of the pictures have been read – none, or all that are of a page – and so many are told here not to have been.
 */
export async function withPictures(
  made: (read: number, told?: number) => Reading,
  pictures: readonly Embedded[],
  options: ReadOptions,
): Promise<Reading> {
  const unseen = made(0)
  const large = pictures.filter(isLarge)
  if (large.length === 0) return unseen
  const scant = unseen.extent !== 'whole'
  const looked =
    options.ocr === 'off'
      ? undefined
      : await lookInto(large.slice(0, MOST), options, scant ? () => true : (pixels) => isPaper(pixels))
  if (!looked?.engine) return told(made, large.length, options.ocr === 'off' ? '' : `${NO_ENGINE}；`)

  const passages = looked.seen.flatMap(({ passages, page }) => passages.map((one) => placed(one, page)))
  const tables = wholeTables(looked.seen.flatMap((one) => one.tables)).map((table) => ({
    ...table,
    name: `图中${table.name}`,
  }))
  const left = looked.left + Math.max(0, large.length - MOST)
  const isRead = passages.length > 0 && left === 0
  const own = isRead ? made(looked.seen.length) : left > 0 ? told(made, left) : unseen
  return {
    ...own,
    passages: [...own.passages, ...passages],
    tables: [...own.tables, ...tables.map(({ page, ...table }) => (page ? { ...table, page } : table))],
    properties: { ...unseen.properties, ...(passages.length > 0 && { ocr: looked.engine }) },
    notes: isRead ? own.notes.filter(({ code }) => code !== 'no-text') : own.notes,
  }
}

/** Recognition numbers pages; a document without pages has none. */
function placed({ at, ...passage }: Passage, page: number): Passage {
  const { page: _, ...rest } = at
  return { ...passage, at: page > 0 ? { ...rest, page } : rest }
}

/** Where there is nothing but pictures, that has been said. */
function told(made: (read: number, told?: number) => Reading, count: number, why = ''): Reading {
  const unseen = made(0)
  if (unseen.notes.some(({ code }) => code === 'no-text')) return unseen
  const reading = made(0, count)
  const message = `文件里有${count}张大幅图片，图片里的文字没有读取：${why}图片是扫描页的，请另存为 PDF 后放入，或由人工核对`
  return { ...reading, extent: 'partly', notes: [...reading.notes, note('not-read', message)] }
}

function isLarge({ bytes, large }: Embedded): boolean {
  const format = pictureFormat(bytes)
  const facts = format && photoFacts(bytes, format)
  if (!facts) return large ?? isPageOfDrawing(bytes)
  return Math.min(facts.width, facts.height) >= ACROSS && Math.max(facts.width, facts.height) >= DOWN
}

/** The pictures of an Office file, in the order of their names, which is that in which they were put in. */
export async function picturesIn(zip: Zip, folder: RegExp): Promise<Embedded[]> {
  const names = zip.names.filter((name) => folder.test(name) && PICTURE.test(name)).sort(byNumber)
  const found: Embedded[] = []
  for (const name of names.slice(0, MOST * 2)) {
    const bytes = await zip.read(name).catch(() => undefined)
    if (bytes) found.push({ bytes, page: 0 })
  }
  return found
}

export const PICTURE = /\.(?:jpe?g|png|tiff?|bmp|gif|emf|wmf)$/i

const byNumber = (a: string, b: string): number => numberIn(a) - numberIn(b) || (a < b ? -1 : 1)

const numberIn = (name: string): number => Number(/(\d{1,9})\.[^.]*$/.exec(name)?.[1] ?? 0)
