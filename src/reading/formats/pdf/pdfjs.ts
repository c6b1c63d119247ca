import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFParse } from 'pdf-parse'
import { needed } from '../../own/packages.ts'
import { recovered } from '../shared/mojibake.ts'
import { type Layers, layersOf, looksDoubled, outOfLevel, overlap, printedOnce } from '../shared/signs.ts'
import { isTrusted } from '../shared/trust.ts'
import type { Word } from '../tables/page-words.ts'
import { type Matrix, mayRule, type Operators, pointOn, rulingsOf, TURNS } from '../tables/rulings.ts'
import {
  type Drawn,
  damaged,
  encrypted,
  filledAt,
  type Ink,
  isGarbled,
  isScant,
  type PdfEngine,
  type PdfPage,
  withFilled,
} from './engine.ts'

import { signsOf } from './pdfjs-signs.ts'

/** pdf.js, by way of pdf-parse. It knows every character map and asks for no glyphs, but takes its time. */
export const pdfjs: PdfEngine = async (bytes) => {
  const parser = await openParser(bytes)
  try {
    const { total, info } = await parser.getInfo()
    return {
      pages: total,
      // It mends without a word.
      mended: false,
      info: async () => info,
      attached: () => attachedTo(parser),
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
  const { PDFParse, own } = await needed('pdf-parse', async () => ({
    PDFParse: (await import('pdf-parse')).PDFParse,
    own: dirname(createRequire(createRequire(import.meta.url).resolve('pdf-parse')).resolve('pdfjs-dist/package.json')),
  }))
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

async function attachedTo(parser: PDFParse): Promise<string[]> {
  const document: unknown = Reflect.get(parser, 'doc')
  const found = holdsFiles(document) ? await orNothing(document.getAttachments()) : undefined
  return Object.values(found ?? {}).flatMap((one) =>
    typeof one === 'object' && one !== null && 'filename' in one ? String(one.filename) : [],
  )
}

const holdsFiles = (value: unknown): value is { getAttachments(): Promise<Readonly<Record<string, unknown>> | null> } =>
  typeof value === 'object' && value !== null && 'getAttachments' in value && typeof value.getAttachments === 'function'

async function pageOf(parser: PDFParse, number: number): Promise<PdfPage> {
  // The default joiner adds “-- 1 of 10 --” to every page.
  const given = (await parser.getText({ partial: [number], pageJoiner: '' })).pages[0]?.text ?? ''
  const document: unknown = Reflect.get(parser, 'doc')
  const page = hasPages(document) ? await document.getPage(number) : undefined
  const turn = TURNS[((page?.rotate ?? 0) / 90) & 3]!
  const filled = page ? await filledOn(page, turn) : []
  const layers = page && (await layersOn(page, given, turn))
  const text = withFilled(recovered(layers?.text ?? given), filled)
  const across = layers && layers.across.length > 0 && { across: layers.across }
  const few = isScant(text)
  const table = mayHoldTable(text)
  if (!few && !table) return { text, ink: 'marks', ...across, ...doubtOf(text) }
  const operators = page && (await orNothing(page.getOperatorList()))
  // A page that cannot be drawn keeps something back; that must not cost its text.
  if (!page || !operators) return { text, ink: 'pictures' }
  const drawn = table ? await orNothing(drawnOn(page, operators, turn)) : undefined
  return {
    text,
    ink: few ? inkOf(operators) : 'marks',
    ...(drawn && { drawn: { ...drawn, words: [...drawn.words, ...filled] } }),
    ...across,
    ...doubtOf(text),
  }
}

const doubtOf = (text: string) => (isGarbled(text) || !isTrusted(text)) && ({ doubt: 'garbled' } as const)

/** Undefined where all of the page's text is level and printed once. */
async function layersOn(page: Page, text: string, turn: Matrix): Promise<Layers | undefined> {
  const content = await orNothing(page.getTextContent())
  const items = content?.items.filter(isItem) ?? []
  const isSlanted = items.some(({ transform: [a = 1, b = 0] }) => slantOf(a, b) > 0)
  // As the page has them: whichever way it is turned, its lines lie beside one another.
  const isLevel = items.every(({ transform: [a = 1, b = 0] }) => a > 0 && Math.abs(b) < a)
  const overlaps = isLevel && overlap(items.map((item) => wordOf(item, SAME)))
  if (!isSlanted && !looksDoubled(text) && !overlaps) return undefined
  const operators = await orNothing(page.getOperatorList())
  return operators && layersOf(signsOf(operators, turn))
}

const SAME: Matrix = [1, 0, 0, 1, 0, 0]

const slantOf = (a: number, b: number): number => outOfLevel((Math.atan2(b, a) * 180) / Math.PI)

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
  getAnnotations(): Promise<readonly unknown[]>
  getTextContent(): Promise<{ readonly items: readonly unknown[] }>
}

const hasPages = (value: unknown): value is { getPage(page: number): Promise<Page> } =>
  typeof value === 'object' && value !== null && 'getPage' in value && typeof value.getPage === 'function'

/** pdf.js throws anything at all over a broken page. */
async function orNothing<T>(promised: Promise<T>): Promise<T | undefined> {
  try {
    return await promised
  } catch {
    return undefined
  }
}

async function drawnOn(page: Page, operators: Operators, turn: Matrix): Promise<Drawn | undefined> {
  const rulings = rulingsOf(operators, turn)
  if (!mayRule(rulings)) return undefined
  const { items } = await page.getTextContent()
  const level = items.filter(isItem).filter(({ transform: [a = 1, b = 0] }) => slantOf(a, b) === 0)
  return { rulings, words: printedOnce(level.map((item) => wordOf(item, turn))) }
}

/** What was written into the fields of a form, and on top of the page. */
async function filledOn(page: Page, turn: Matrix): Promise<Word[]> {
  const notes = (await orNothing(page.getAnnotations())) ?? []
  return notes.filter(isNote).flatMap(({ subtype, fieldType, fieldValue, contentsObj, rect }) => {
    const written = subtype === 'Widget' && (fieldType === 'Tx' || fieldType === 'Ch')
    const stated = written ? fieldValue : subtype === 'FreeText' ? contentsObj?.str : undefined
    const text = (Array.isArray(stated) ? stated : [stated]).filter((one) => typeof one === 'string').join('\n')
    const [left = 0, low = 0, right = 0, high = 0] = rect
    return text === '' ? [] : filledAt(text, [...pointOn(turn, left, low), ...pointOn(turn, right, high)])
  })
}

type Note = {
  readonly subtype: string
  readonly rect: readonly number[]
  readonly fieldType?: unknown
  readonly fieldValue?: unknown
  readonly contentsObj?: { readonly str?: unknown }
}

const isNote = (note: unknown): note is Note =>
  typeof note === 'object' && note !== null && 'subtype' in note && 'rect' in note && Array.isArray(note.rect)

type Item = {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

const isItem = (item: unknown): item is Item =>
  typeof item === 'object' && item !== null && 'str' in item && 'transform' in item && String(item.str).trim() !== ''

function wordOf({ str, transform, width, height }: Item, turn: Matrix): Word {
  const [, , c = 0, d = 0, e = 0, f = 0] = transform
  const [x, y] = pointOn(turn, e, f)
  return { text: recovered(str), x, y, width, height: height || Math.hypot(c, d) || 1 }
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
