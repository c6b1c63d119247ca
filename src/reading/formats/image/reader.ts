import type { Format, Reading } from '../../../core/evidence.ts'
import { NOTHING, note, type Reader, type ReadOptions, Unreadable, whole } from '../../reader.ts'
import { blurredNotes, NO_ENGINE, NOTHING_SEEN, sealsOn } from '../../sight/ocr/merge.ts'
import { passedNotes } from '../../sight/ocr/passed.ts'
import { lookAtPicture } from '../../sight/ocr/pictures.ts'
import { wholeTables } from '../pdf/tables.ts'
import { type PhotoFacts, photoFacts } from './photo.ts'

export const image: Reader = {
  name: 'image',
  version: 8,
  formats: ['jpg', 'png', 'tiff', 'bmp', 'webp', 'gif'],

  async read(bytes, format, options = { ocr: 'off' }) {
    const facts = photoFacts(bytes, format)
    if (!facts) throw new Unreadable('damaged', '图片已损坏或不完整，无法打开：请重新导出或从原处复制后放入')
    return (options.ocr !== 'off' && (await recognised(bytes, format, facts, options))) || registered(facts, options)
  },
}

/** What was looked at is read, text or none: a photograph of a meeting has nothing more to give. */
async function recognised(
  bytes: Uint8Array,
  format: Format,
  facts: PhotoFacts,
  options: ReadOptions,
): Promise<Reading | undefined> {
  const looked = await lookAtPicture(bytes, format, options)
  if (!looked) return undefined
  const { engine, pages, seen, passed } = looked
  const skipped = passedNotes(passed, pages)
  if (seen.length === 0)
    return {
      ...NOTHING,
      pages,
      properties: facts,
      notes: passed.size < pages ? [...skipped, note('damaged', BROKEN)] : skipped,
    }

  const passages = seen.flatMap((page) => page.passages)
  const blurred = seen.flatMap((one) => (one.blurred ? one.page : []))
  const sharp = seen.flatMap(({ sharpness }) => sharpness ?? [])
  return whole({
    extent: seen.length < pages || blurred.length > 0 ? 'partly' : 'whole',
    pages,
    pagesRead: seen.length,
    passages,
    tables: wholeTables(seen.flatMap(({ tables }) => tables)),
    properties: { ...facts, ...(sharp.length > 0 && { sharpness: Math.min(...sharp) }), ocr: engine },
    seals: sealsOn(seen, pages),
    notes: [
      ...skipped,
      ...(seen.length + passed.size < pages ? [note('damaged', BROKEN_PAGES)] : []),
      ...blurredNotes(blurred, pages, '图片'),
      ...(passages.length === 0 ? [NOTHING_SEEN] : []),
    ],
  })
}

/** The headers were sound, so it is the pixels that are not. */
const BROKEN = '图片的内容已损坏或不完整，无法显示：请重新导出或从原处复制后放入'
const BROKEN_PAGES = '图片中有的页已损坏，无法显示，其余各页已读取：请重新扫描或从原处复制后放入'

function registered(facts: PhotoFacts, { ocr }: ReadOptions): Reading {
  return { ...NOTHING, pages: 1, properties: facts, notes: [note('not-read', told(facts, ocr !== 'off'))] }
}

function told({ width, height, taken }: PhotoFacts, asked: boolean): string {
  const when = taken ? `拍摄于${taken}` : '没有拍摄日期'
  const why = asked ? `${NO_ENGINE}；` : ''
  return `图片只作登记（${width}×${height}像素，${when}），图里的文字没有读取：${why}请由人工核对`
}
