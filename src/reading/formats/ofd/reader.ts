import type { ElectronicSignature, Note, Passage, Reading } from '../../../core/evidence.ts'
import { clipped } from '../../../language/text.ts'
import { note, type Reader, type ReadOptions, whole } from '../../reader.ts'
import { type Embedded, lookInto } from '../../sight/ocr/embedded.ts'
import { NO_ENGINE } from '../../sight/ocr/merge.ts'
import { withAttached } from '../containers/attached.ts'
import { openZip, type Zip } from '../containers/zip.ts'
import { meantAcross } from '../pdf/layers.ts'
import { wholeTables } from '../pdf/tables.ts'
import { entryOf, ofdDocument } from './document.ts'
import { type OfdSheet, sheetsOf } from './sheet.ts'
import { ofdSignatures } from './signatures.ts'

/** GB/T 33190: fixed pages, as the document exchange of government bodies sends them. */
export const ofd: Reader = {
  name: 'ofd',
  version: 3,
  formats: ['ofd'],

  async read(bytes, _format, options = { ocr: 'off' }) {
    const zip = await openZip(bytes)
    const entry = await entryOf(zip)
    const sheets: OfdSheet[] = []
    const signatures: ElectronicSignature[] = []
    const attached: string[] = []
    for (const { root, signed } of entry.documents) {
      const document = await ofdDocument(zip, root)
      const first = sheets.length
      attached.push(...document.attached)
      sheets.push(...(await sheetsOf(zip, document, first)))
      const pageOf = (id: string) => numberOf(document.ids, id, first)
      if (signed) signatures.push(...(await ofdSignatures(zip, signed, pageOf)))
    }
    const read = await reading(zip, sheets, options)
    return withAttached(
      {
        ...read,
        properties: { ...entry.properties, ...read.properties },
        ...(signatures.length > 0 && { signatures }),
      },
      attached,
    )
  },
}

function numberOf(ids: readonly string[], id: string, first: number): number | undefined {
  const index = ids.indexOf(id)
  return index < 0 ? undefined : first + index + 1
}

async function reading(zip: Zip, sheets: readonly OfdSheet[], options: ReadOptions): Promise<Reading> {
  const silent = sheets.filter(({ isRead }) => !isRead)
  const looked = await lookInto(options.ocr === 'off' ? [] : await picturesOf(zip, silent), options)
  const seen = (page: number) => looked.seen.filter((one) => one.page === page)
  const unread = silent.filter(({ page }) => seen(page).length === 0).map(({ page }) => page)
  const lacking = sheets.filter(({ page, lacks }) => lacks && !unread.includes(page)).map(({ page }) => page)
  const passages = sheets.flatMap(({ page, lines, across }): Passage[] => [
    ...[...lines, ...meantAcross(across)].map((text) => ({ text, at: { page } })),
    ...seen(page).flatMap((one) => one.passages),
  ])
  const across = [...new Set(sheets.flatMap((sheet) => sheet.across))].join('；')
  const seals = looked.seen.flatMap((one) => one.seals ?? [])
  const pages = sheets.length
  return whole({
    extent: unread.length + lacking.length === 0 ? 'whole' : unread.length === pages ? 'unread' : 'partly',
    pages,
    pagesRead: pages - unread.length,
    passages,
    tables: wholeTables(looked.seen.flatMap((one) => one.tables)),
    properties: { ...(across && { watermark: clipped(across, 300) }), ...(looked.engine && { ocr: looked.engine }) },
    ...(seals.length > 0 && { seals }),
    notes: [
      ...(unread.length > 0 ? [silence(unread, pages, options.ocr !== 'off' && !looked.engine)] : []),
      ...(lacking.length > 0 ? [lackingNote(lacking)] : []),
      ...(passages.length === 0 && unread.length === 0 && lacking.length === 0 ? [BLANK] : []),
    ],
  })
}

async function picturesOf(zip: Zip, sheets: readonly OfdSheet[]): Promise<Embedded[]> {
  const pictures: Embedded[] = []
  for (const { page, pictures: parts } of sheets)
    for (const part of parts) {
      const bytes = await zip.read(part)
      if (bytes) pictures.push({ bytes, page })
    }
  return pictures
}

const BLANK = note('no-text', '文件里没有文字：请核对是否放错了文件')

const shownOf = (pages: readonly number[]): string =>
  pages.slice(0, 20).join('、') + (pages.length > 20 ? `等${pages.length}` : '')

function silence(pages: readonly number[], total: number, noEngine: boolean): Note {
  const why = noEngine ? `${NO_ENGINE}；` : ''
  if (pages.length === total)
    return note(
      'no-text',
      `没有文字层（多为扫描件），里面的文字未能读取：${why}请转换为 PDF 后与原件一并放入，或由人工核对`,
    )
  const message = `第${shownOf(pages)}页没有文字层（多为扫描件），未能读取：${why}请转换为 PDF 后与原件一并放入，或由人工核对这些页`
  return note('partly', message, { page: pages[0]! })
}

function lackingNote(pages: readonly number[]): Note {
  const message = `第${shownOf(pages)}页引用的版头、模板或图元在文件里找不到，这些部分没有读取：请用 OFD 阅读器打开核对，转换为 PDF 后与原件一并放入`
  return note('partly', message, { page: pages[0]! })
}
