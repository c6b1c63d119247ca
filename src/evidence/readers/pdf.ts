import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFParse } from 'pdf-parse'
import type { Note, Passage, Reading, Table } from '../../core/evidence.ts'
import { NO_ENGINE, NOTHING_SEEN, sealsOn, together } from '../ocr/merge.ts'
import { lookAtPages } from '../ocr/pdf-pages.ts'
import { pdfProperties } from '../pdf-properties.ts'
import { signaturesIn } from '../pdf-signatures.ts'
import { mayHoldTable, pdfTables, type TablePage } from '../pdf-tables.ts'
import { note, type Reader, type ReadOptions, Unreadable, whole } from '../reader.ts'
import type { Operators } from '../rulings.ts'

export const pdf: Reader = {
  name: 'pdf',
  version: 3,
  formats: ['pdf'],

  async read(bytes, _format, options = { ocr: 'off' }) {
    const { PDFParse } = await import('pdf-parse')
    // pdf.js takes the buffer away from whoever hands it over, so it gets a copy.
    const parser = new PDFParse({ data: bytes.slice(), verbosity: 0, ...resources() })
    try {
      return await reading(parser, bytes, options)
    } catch (error) {
      throw refused(error)
    } finally {
      await parser.destroy()
    }
  },
}

/**
 * Old Chinese PDFs embed neither fonts nor character maps. Without these folders pdf.js returns an empty text, without
 * an error, and the file would be taken for a scan. They must be those of pdf-parse's own pdfjs-dist.
 */
function resources() {
  const here = createRequire(import.meta.url)
  const pdfjs = dirname(createRequire(here.resolve('pdf-parse')).resolve('pdfjs-dist/package.json'))
  const folder = (name: string) => join(pdfjs, name) + sep
  return {
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
  }
}

async function reading(parser: PDFParse, bytes: Uint8Array, { ocr, onPage }: ReadOptions): Promise<Reading> {
  // The default joiner adds “-- 1 of 10 --” to every page.
  const { pages } = await parser.getText({ pageJoiner: '' })
  const properties = pdfProperties((await parser.getInfo()).info)
  const signatures = signaturesIn(bytes)

  const silent: number[] = []
  for (const { num, text } of pages) if (await isUnread(parser, num, text)) silent.push(num)

  const wanted = ocr === 'off' ? [] : ocr === 'all' ? pages.map(({ num }) => num) : silent
  const looked = await lookAtPages(parser, bytes, wanted, (page) => onPage?.(page, pages.length))
  const unread = silent.filter((page) => !looked.pages.has(page))
  const passages = pages.flatMap(({ num, text }) =>
    together(linesOf(text, num), looked.pages.get(num), silent.includes(num)),
  )

  return whole({
    extent: unread.length === 0 ? 'whole' : unread.length === pages.length ? 'unread' : 'partly',
    pages: pages.length,
    pagesRead: pages.length - unread.length,
    passages,
    tables: await tablesIn(parser, pages),
    properties: { ...properties, ...(looked.engine && { ocr: looked.engine }) },
    ...(looked.engine && { seals: sealsOn([...looked.pages.values()], pages.length) }),
    ...(signatures.length > 0 && { signatures }),
    notes: remarks(unread, pages.length, {
      asked: wanted.length > 0,
      engine: looked.engine,
      text: passages.length > 0,
    }),
  })
}

async function tablesIn(parser: PDFParse, pages: readonly { num: number; text: string }[]): Promise<Table[]> {
  const document: unknown = Reflect.get(parser, 'doc')
  const worth = pages.filter(({ text }) => mayHoldTable(text)).map(({ num }) => num)
  return hasPages(document) ? pdfTables(worth, (page) => document.getPage(page)) : []
}

const linesOf = (text: string, page: number): Passage[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, at: { page } }))

const FEW = 30

/** Pages of little text are looked at: a blank one is read, a picture with a printed page number is not. */
async function isUnread(parser: PDFParse, page: number, text: string): Promise<boolean> {
  const signs = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const visible = text.match(/\S/gu)?.length ?? 0
  // A font without a character map gives private-use signs and boxes instead of letters.
  if (signs * 2 < visible && signs < 200) return true
  return signs < FEW && (await draws(parser, page, signs === 0 ? INK : PICTURES))
}

// Numbers of pdf.js's OPS: images and image masks; with paths, shadings and glyphs.
const PICTURES: readonly number[] = [83, 84, 85, 86, 87, 88, 89, 90]
const INK: readonly number[] = [...PICTURES, 20, 21, 22, 23, 24, 25, 26, 27, 44, 45, 46, 47, 62]

async function draws(parser: PDFParse, page: number, operators: readonly number[]): Promise<boolean> {
  const document: unknown = Reflect.get(parser, 'doc')
  if (!hasPages(document)) return true
  const drawn = await operatorsOf(document, page)
  if (!drawn) return true
  const { fnArray, argsArray } = drawn
  // pdf.js 5 packs painting into `constructPath`, whose first argument is the painting operator.
  return fnArray.some((operator, at) => operators.includes(operator === 91 ? Number(argsArray[at]?.[0]) : operator))
}

/** A page that cannot be drawn keeps something back; that must not cost the other pages. */
async function operatorsOf(document: Pages, page: number): Promise<Operators | undefined> {
  try {
    return await (await document.getPage(page)).getOperatorList()
  } catch {
    return undefined
  }
}

type Pages = { getPage(page: number): Promise<TablePage> }

const hasPages = (value: unknown): value is Pages =>
  typeof value === 'object' && value !== null && 'getPage' in value && typeof value.getPage === 'function'

type Tried = { readonly asked: boolean; readonly engine: string | null; readonly text: boolean }

function remarks(unread: readonly number[], total: number, { asked, engine, text }: Tried): Note[] {
  if (unread.length === 0) return engine && !text ? [NOTHING_SEEN] : []
  const why = asked && !engine ? `${NO_ENGINE}；` : ''
  if (unread.length === total)
    return [
      note('no-text', `没有文字层（多为扫描件），里面的文字未能读取：${why}请换成可以选中文字的版本，或由人工核对`),
    ]
  const shown = unread.slice(0, 20).join('、') + (unread.length > 20 ? `等${unread.length}` : '')
  const told = `第${shown}页没有文字层（多为扫描件），未能读取：${why}请换成可以选中文字的版本，或由人工核对这些页`
  return [note('partly', told, { page: unread[0]! })]
}

function refused(error: unknown): unknown {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException')
    return new Unreadable('encrypted', '文件加了密码，无法读取：请去掉打开密码后重新放入', { cause: error })
  if (
    [
      'InvalidPDFException',
      'UnknownErrorException',
      'FormatError',
      'ResponseException',
      'XRefParseException',
      'MissingDataException',
    ].includes(name)
  )
    return new Unreadable('damaged', '文件已损坏或不完整，无法打开：请重新导出或重新扫描后放入', { cause: error })
  return error
}
