import type { Note, Passage, Reading } from '../../../core/evidence.ts'
import type { ProblemCode } from '../../../core/problem.ts'
import { clipped } from '../../../language/text.ts'
import { note, type Reader, type ReadOptions, whole } from '../../reader.ts'
import { blurredNotes, NO_ENGINE, NOTHING_SEEN, sealsOn, tablesTogether, together } from '../../sight/ocr/merge.ts'
import { type Passed, passedNotes } from '../../sight/ocr/passed.ts'
import { lookAtPages } from '../../sight/ocr/pdf-pages.ts'
import { sealsOnPages } from '../../sight/ocr/pdf-seals.ts'
import { withAttached } from '../containers/attached.ts'
import { lettersIn } from '../shared/letters.ts'
import { isUnread, type PdfDocument, type PdfPage } from './engine.ts'
import { distrustedNotes, givesWay, meantAcross } from './layers.ts'
import { openPdf } from './open.ts'
import { pdfProperties } from './properties.ts'
import { signaturesIn } from './signatures.ts'
import { type PageTable, tablesOn, wholeTables } from './tables.ts'

export const pdf: Reader = {
  name: 'pdf',
  version: 14,
  formats: ['pdf'],

  async read(bytes, _format, options = { ocr: 'off' }) {
    const document = await openPdf(bytes)
    try {
      return await reading(document, bytes, options)
    } finally {
      await document.close()
    }
  },
}

async function reading(
  document: PdfDocument,
  bytes: Uint8Array,
  { ocr, onPage, steps }: ReadOptions,
): Promise<Reading> {
  const { pages, passed } = await pagesOf(document, steps)
  const properties = pdfProperties(await document.info())
  const attached = await document.attached()
  const signatures = signaturesIn(bytes)

  const silent = pages.flatMap(({ num, unread }) => (unread ? num : []))
  const doubted = pages.flatMap(({ num, unread, laid }) => (unread || laid ? num : []))
  const wanted = (ocr === 'off' ? [] : ocr === 'all' ? pages.map(({ num }) => num) : doubted).filter(
    (page) => !passed.has(page),
  )
  for (const page of wanted) {
    const why = steps?.passed(page)
    if (why && silent.includes(page)) passed.set(page, why)
  }
  const tell = (page: number) => onPage?.(page, pages.length)
  const looked = await lookAtPages(bytes, wanted, tell, steps)
  const pictured = pages.flatMap(({ num, unread, pictured }) =>
    pictured && !unread && !looked.pages.has(num) ? num : [],
  )
  const sealed = ocr === 'off' ? [] : await sealsOnPages(bytes, pictured, tell, steps)
  const unread = silent.filter((page) => !looked.pages.has(page))
  const blurred = silent.filter((page) => looked.pages.get(page)?.blurred)
  const replaced = pages.filter((page) => {
    const seen = looked.pages.get(page.num)
    return seen !== undefined && seen.passages.length > 0 && (page.laid ? givesWay(textOf(page), seen) : page.unread)
  })
  // Two recognitions of one page are not to be mixed.
  const added = (page: Page) => (page.laid && !replaced.includes(page) ? undefined : looked.pages.get(page.num))
  const passages = pages.flatMap((page) => together(page.lines, added(page), page.unread || replaced.includes(page)))
  const distrusted = replaced.filter((page) => page.laid || lettersIn(textOf(page)) >= FEW).map(({ num }) => num)
  const across = [...new Set(pages.flatMap((page) => page.across))].join('；')

  const read = whole({
    extent: unread.length + blurred.length === 0 ? 'whole' : unread.length === pages.length ? 'unread' : 'partly',
    pages: pages.length,
    pagesRead: pages.length - unread.length,
    passages,
    tables: wholeTables(
      pages.flatMap((page) => tablesTogether(page.tables, added(page), page.unread || replaced.includes(page))),
    ),
    properties: {
      ...properties,
      ...(across && { watermark: clipped(across, LONGEST) }),
      ...(looked.engine && { ocr: looked.engine }),
    },
    ...((looked.engine || sealed.length > 0) && {
      seals: sealsOn([...looked.pages.values(), ...sealed], pages.length),
    }),
    ...(signatures.length > 0 && { signatures }),
    notes: [
      ...passedNotes(passed, pages.length),
      ...remarks(unread, passed, pages.length, {
        asked: wanted.length > 0,
        engine: looked.engine,
        text: passages.length > 0,
      }),
      ...blurredNotes(blurred, pages.length, '扫描件'),
      ...distrustedNotes(distrusted),
    ],
  })
  return withAttached(
    read,
    attached.map((name) => name || '未命名'),
  )
}

type Page = {
  readonly num: number
  readonly lines: readonly Passage[]
  readonly tables: readonly PageTable[]
  readonly unread: boolean
  readonly pictured: boolean
  /** Its text is somebody's recognition, laid under a picture of it. */
  readonly laid: boolean
  readonly across: readonly string[]
}

const textOf = ({ lines }: Page): string => lines.map(({ text }) => text).join('')

/** So many letters were meant to be the page's text. */
const FEW = 10
const LONGEST = 300

type Pages = { readonly pages: readonly Page[]; readonly passed: Map<number, ProblemCode> }

async function pagesOf(document: PdfDocument, steps: ReadOptions['steps']): Promise<Pages> {
  const pages: Page[] = []
  const passed = new Map<number, ProblemCode>()
  for (let num = 1; num <= document.pages; num++) {
    const why = steps?.text(num)
    if (why) passed.set(num, why)
    const page = why ? HELD_BACK : await pageOf(document, num)
    const tables = page.drawn ? tablesOn(num, page.drawn, pages.at(-1)?.tables.at(-1)) : []
    pages.push({
      num,
      lines: linesOf([page.text, ...meantAcross(page.across ?? [])].join('\n'), num),
      tables,
      unread: isUnread(page),
      pictured: page.pictured === true,
      laid: page.doubt === 'laid',
      across: page.across ?? [],
    })
  }
  return { pages, passed }
}

const HELD_BACK: PdfPage = { text: '', ink: 'pictures' }

/** A page that cannot be read keeps something back; that must not cost the other pages. */
async function pageOf(document: PdfDocument, num: number): Promise<PdfPage> {
  try {
    return await document.page(num)
  } catch {
    return HELD_BACK
  }
}

const linesOf = (text: string, page: number): Passage[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, at: { page } }))

const BLANK = note('no-text', '文件是空白的，没有文字：请核对是否放错了文件')
const PAGELESS = note('no-text', '文件里没有页面：请用原来的软件打开核对，重新导出后放入')

type Tried = { readonly asked: boolean; readonly engine: string | null; readonly text: boolean }

function remarks(silent: readonly number[], passed: Passed, total: number, { asked, engine, text }: Tried): Note[] {
  const unread = silent.filter((page) => !passed.has(page))
  if (unread.length === 0 && passed.size > 0) return []
  if (unread.length === 0) return text ? [] : engine ? [NOTHING_SEEN] : [total === 0 ? PAGELESS : BLANK]
  const why = asked && !engine ? `${NO_ENGINE}；` : ''
  if (unread.length === total)
    return [
      note('no-text', `没有文字层（多为扫描件），里面的文字未能读取：${why}请换成可以选中文字的版本，或由人工核对`),
    ]
  const shown = unread.slice(0, 20).join('、') + (unread.length > 20 ? `等${unread.length}` : '')
  const told = `第${shown}页没有文字层（多为扫描件），未能读取：${why}请换成可以选中文字的版本，或由人工核对这些页`
  return [note('partly', told, { page: unread[0]! })]
}
