import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFParse } from 'pdf-parse'
import type { Word } from '../page-words.ts'
import { mayRule, type Operators, pointOn, rulingsOf, TURNS } from '../rulings.ts'
import { type Drawn, damaged, encrypted, type Ink, isGarbled, isScant, type PdfEngine, type PdfPage } from './engine.ts'

/** pdf.js, by way of pdf-parse. It knows every character map and asks for no glyphs, but takes its time. */
export const pdfjs: PdfEngine = async (bytes) => {
  const parser = await openParser(bytes)
  try {
    const { total, info } = await parser.getInfo()
    return {
      pages: total,
      info: async () => info,
      page: (number) => pageOf(parser, number),
      close: () => parser.destroy(),
    }
  } catch (error) {
    await parser.destroy()
    throw refused(error)
  }
}

/**
 * Old Chinese PDFs embed neither fonts nor character maps. Without these folders pdf.js returns an empty text, without
 * an error, and the file would be taken for a scan. They must be those of pdf-parse's own pdfjs-dist.
 */
export async function openParser(bytes: Uint8Array): Promise<PDFParse> {
  const { PDFParse } = await import('pdf-parse')
  const here = createRequire(import.meta.url)
  const own = dirname(createRequire(here.resolve('pdf-parse')).resolve('pdfjs-dist/package.json'))
  const folder = (name: string) => join(own, name) + sep
  return new PDFParse({
    // pdf.js takes the buffer away from whoever hands it over, so it gets a copy.
    data: bytes.slice(),
    verbosity: 0,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
  })
}

async function pageOf(parser: PDFParse, number: number): Promise<PdfPage> {
  // The default joiner adds “-- 1 of 10 --” to every page.
  const text = (await parser.getText({ partial: [number], pageJoiner: '' })).pages[0]?.text ?? ''
  const few = isScant(text)
  const table = mayHoldTable(text)
  if (!few && !table) return { text, ink: 'marks' }
  const document: unknown = Reflect.get(parser, 'doc')
  const page = hasPages(document) ? await document.getPage(number) : undefined
  const operators = page && (await operatorsOf(page))
  // A page that cannot be drawn keeps something back; that must not cost its text.
  if (!page || !operators) return { text, ink: 'pictures' }
  const drawn = table ? await drawnOn(page, operators) : undefined
  return {
    text,
    ink: few ? inkOf(operators) : 'marks',
    ...(drawn && { drawn }),
    ...(isGarbled(text) && { doubt: 'garbled' as const }),
  }
}

/**
 * Whether a page's text can come from a table: two lines at least have a gap. To draw a page costs three times what its
 * text costs, and Chinese prose has few gaps.
 */
export const mayHoldTable = (text: string): boolean => (text.match(/^.*\S[ \t]+\S/gm)?.length ?? 0) >= 2

// Numbers of pdf.js's OPS: images and image masks; paths, shadings and glyphs.
const PICTURES: readonly number[] = [83, 84, 85, 86, 87, 88, 89, 90]
const MARKS: readonly number[] = [20, 21, 22, 23, 24, 25, 26, 27, 44, 45, 46, 47, 62]

function inkOf({ fnArray, argsArray }: Operators): Ink {
  // pdf.js 5 packs painting into `constructPath`, whose first argument is the painting operator.
  const painted = fnArray.map((operator, at) => (operator === 91 ? Number(argsArray[at]?.[0]) : operator))
  if (painted.some((operator) => PICTURES.includes(operator))) return 'pictures'
  return painted.some((operator) => MARKS.includes(operator)) ? 'marks' : 'nothing'
}

type Page = {
  readonly rotate: number
  getOperatorList(): Promise<Operators>
  getTextContent(): Promise<{ readonly items: readonly unknown[] }>
}

const hasPages = (value: unknown): value is { getPage(page: number): Promise<Page> } =>
  typeof value === 'object' && value !== null && 'getPage' in value && typeof value.getPage === 'function'

async function operatorsOf(page: Page): Promise<Operators | undefined> {
  try {
    return await page.getOperatorList()
  } catch {
    // pdf.js throws anything at all over a broken page.
    return undefined
  }
}

async function drawnOn(page: Page, operators: Operators): Promise<Drawn | undefined> {
  const turn = TURNS[(page.rotate / 90) & 3]!
  const rulings = rulingsOf(operators, turn)
  if (!mayRule(rulings)) return undefined
  const { items } = await page.getTextContent()
  return { rulings, words: items.filter(isItem).map((item) => wordOf(item, turn)) }
}

type Item = {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

const isItem = (item: unknown): item is Item =>
  typeof item === 'object' && item !== null && 'str' in item && 'transform' in item && String(item.str).trim() !== ''

function wordOf({ str, transform, width, height }: Item, turn: (typeof TURNS)[number]): Word {
  const [, , c = 0, d = 0, e = 0, f = 0] = transform
  const [x, y] = pointOn(turn, e, f)
  return { text: str, x, y, width, height: height || Math.hypot(c, d) || 1 }
}

function refused(error: unknown): unknown {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return encrypted(error)
  return BROKEN.includes(name) ? damaged(error) : error
}

const BROKEN: readonly string[] = [
  'InvalidPDFException',
  'UnknownErrorException',
  'FormatError',
  'ResponseException',
  'XRefParseException',
  'MissingDataException',
]
