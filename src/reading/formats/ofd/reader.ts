import type { ElectronicSignature, Note, Passage } from '../../../core/evidence.ts'
import { note, type Reader, whole } from '../../reader.ts'
import { withAttached } from '../containers/attached.ts'
import { openZip, type Zip } from '../containers/zip.ts'
import { type Line, linesOf } from '../tables/page-words.ts'
import { entryOf, type OfdDocument, ofdDocument, parseAside, parsePart } from './document.ts'
import { OfdPage } from './page.ts'
import { ofdSignatures } from './signatures.ts'

/** GB/T 33190: fixed pages, as the document exchange of government bodies sends them. */
export const ofd: Reader = {
  name: 'ofd',
  version: 2,
  formats: ['ofd'],

  async read(bytes) {
    const zip = await openZip(bytes)
    const entry = await entryOf(zip)
    const passages: Passage[] = []
    const silent: number[] = []
    const signatures: ElectronicSignature[] = []
    const attached: string[] = []
    let pages = 0
    for (const { root, signed } of entry.documents) {
      const document = await ofdDocument(zip, root)
      const first = pages
      attached.push(...document.attached)
      for (const [index, path] of document.pages.entries()) {
        const at = { page: ++pages }
        const { lines, isRead } = await pageOf(zip, path, document, document.notes.get(document.ids[index] ?? '') ?? [])
        passages.push(...lines.map(({ text }) => ({ text, at })))
        if (!isRead) silent.push(pages)
      }
      if (signed) signatures.push(...(await ofdSignatures(zip, signed, (id) => numberOf(document, id, first))))
    }
    const reading = whole({
      extent: silent.length === 0 ? 'whole' : silent.length === pages ? 'unread' : 'partly',
      pages,
      pagesRead: pages - silent.length,
      passages,
      properties: entry.properties,
      ...(signatures.length > 0 && { signatures }),
      notes: silent.length > 0 ? [silence(silent, pages)] : passages.length === 0 ? [BLANK] : [],
    })
    return withAttached(reading, attached)
  },
}

const numberOf = ({ ids }: OfdDocument, id: string, first: number): number | undefined => {
  const index = ids.indexOf(id)
  return index < 0 ? undefined : first + index + 1
}

const FEW = 30

/** A page of drawings without a word, or of a picture and hardly a word, is not read. */
async function pageOf(
  zip: Zip,
  path: string,
  { templates }: OfdDocument,
  notes: readonly string[],
): Promise<{ lines: Line[]; isRead: boolean }> {
  const page = new OfdPage()
  if (!(await parsePart(zip, path, page))) return { lines: [], isRead: false }
  const signs = page.words.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
  const isRead = signs === 0 ? page.images + page.paths === 0 : signs >= FEW || page.images === 0
  for (const id of page.templates) await parsePart(zip, templates.get(id) ?? '', page)
  for (const part of notes) await parseAside(zip, part, page)
  return { lines: linesOf(page.words), isRead }
}

const BLANK = note('no-text', '文件里没有文字：请核对是否放错了文件')

function silence(pages: readonly number[], total: number): Note {
  if (pages.length === total)
    return note('no-text', '没有文字层（多为扫描件），里面的文字未能读取：请转换为 PDF 后与原件一并放入，或由人工核对')
  const shown = pages.slice(0, 20).join('、') + (pages.length > 20 ? `等${pages.length}` : '')
  const message = `第${shown}页没有文字层（多为扫描件），未能读取：请转换为 PDF 后与原件一并放入，或由人工核对这些页`
  return note('partly', message, { page: pages[0]! })
}
