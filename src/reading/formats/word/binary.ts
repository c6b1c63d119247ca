import { Unreadable } from '../../reader.ts'
import type { Compound } from '../containers/compound.ts'
import type { CellEdges } from '../tables/edge-grid.ts'
import { fontNames } from './binary-fonts.ts'
import { boxIn } from './binary-forms.ts'
import { listsIn } from './binary-lists.ts'
import type { WordNumbers } from './numbers.ts'

/** The text of a binary Word file, character by character as the pieces put it together, with what is said of each. */
export type WordBinary = {
  readonly text: string
  /** The stretches of `text`, in this order in the file. */
  readonly stories: Readonly<Record<Story, readonly [number, number]>>
  /** Of the character there. */
  marks(at: number): Marks
  /** Of the paragraph that ends with the character there. */
  paragraph(at: number): ParagraphMarks
  /** The name of its font of that number; empty where the file names none. */
  fontName(font: number): string
  /** What a form's box that is kept there shows; undefined where no box is. */
  boxAt(data: number): string | undefined
  /** How its paragraphs are numbered. */
  readonly numbers: WordNumbers
  readonly comments: number
}

const STORIES = ['body', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'boxes', 'headerBoxes'] as const
export type Story = (typeof STORIES)[number]

/**
 * `symbol`: what stands there is not the character but this letter of a font of pictures. `font`: that of the run itself.
 * `data`: where in the stream of data lies what the sign stands for.
 */
export type Marks = {
  readonly deleted: boolean
  readonly inserted: boolean
  readonly hidden: boolean
  readonly font?: number
  readonly data?: number
  readonly symbol?: { readonly font: number; readonly code: number }
}

/** `cells` of the row that the paragraph ends: their edges in twentieths of a point, and how they join with others. */
export type ParagraphMarks = {
  readonly depth: number
  /** The list that numbers it, and how deep in it. */
  readonly list?: string
  readonly level?: number
  /** It begins on a new page. */
  readonly breaksPage: boolean
  readonly endsRow: boolean
  readonly endsInnerCell: boolean
  readonly cells: readonly CellEdges[]
}
/** Throws `Unreadable`, or a `RangeError` where the file is cut off. */
export function wordBinary(file: Compound): WordBinary {
  const word = bufferOf(file, 'WordDocument')
  insist(word)
  const table = bufferOf(file, word.readUInt16LE(0x0a) & 0x0200 ? '1Table' : '0Table')
  const pieces = piecesOf(word, table)
  const text = pieces.map(({ text }) => text).join('')
  const fileOffset = (at: number): number => {
    const piece = pieces[before(pieces, at, ({ start }) => start)]
    return piece ? piece.offset + (at - piece.start) * piece.width : 0
  }
  const characters = runsOf(word, table, 0xfa, (page, count, i) => characterSprms(page, count, i))
  const paragraphs = runsOf(word, table, 0x102, (page, count, i) => paragraphSprms(page, count, i))
  const data = file.own.has('Data') ? bufferOf(file, 'Data') : Buffer.alloc(0)

  return {
    text,
    stories: storiesOf(word),
    marks: (at) => marksIn(sprmsAt(characters, fileOffset(at))),
    paragraph: (at) => paragraphIn(sprmsAt(paragraphs, fileOffset(at)), data),
    fontName: fontNames(word, table),
    boxAt: (place) => boxIn(data, place),
    numbers: listsIn(word, table),
    comments: Math.max(0, Math.floor((word.readUInt32LE(0xbe) - 4) / 34)),
  }
}

function bufferOf(file: Compound, name: string): Buffer {
  const bytes = file.read(name)
  if (!bytes) throw new RangeError(`no stream ${name}`)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** Word 6 and 95, and the same for Chinese and Japanese, which the makers gave numbers of their own. */
const OLD = [0xa5dc, 0xa59c, 0xa697, 0xa698, 0xa699]

function insist(word: Buffer): void {
  const magic = word.readUInt16LE(0)
  if (OLD.includes(magic))
    throw new Unreadable(
      'unsupported',
      '这是 Word 95 或更早版本的文件，暂不能读取：请用 Word 或 WPS 另存为 docx 后放入',
    )
  if (magic !== 0xa5ec) throw new RangeError('no Word document')
  if (word.readUInt16LE(0x0a) & 0x8100)
    throw new Unreadable('encrypted', '文件加了密码，无法读取：请去掉打开密码后重新放入')
}

function storiesOf(word: Buffer): WordBinary['stories'] {
  let end = 0
  const stretch = (at: number): readonly [number, number] => {
    const start = end
    end += word.readUInt32LE(at)
    return [start, end]
  }
  return {
    body: stretch(0x4c),
    footnotes: stretch(0x50),
    headers: stretch(0x54),
    macros: stretch(0x58),
    comments: stretch(0x5c),
    endnotes: stretch(0x60),
    boxes: stretch(0x64),
    headerBoxes: stretch(0x68),
  }
}

const LONGEST = 32_000_000

const tooLong = () =>
  new Unreadable('too-large', '文件解开后过大，不像正常的办公文件，没有读取：请核实文件来源，另存为新文件后重新放入')

type Piece = { readonly start: number; readonly offset: number; readonly width: 1 | 2; readonly text: string }

/** A file that was saved fast keeps its text in pieces all over the place; the table puts them in order. */
function piecesOf(word: Buffer, table: Buffer): Piece[] {
  let at = word.readUInt32LE(0x1a2)
  while (table.readUInt8(at) === 1) at += 3 + table.readUInt16LE(at + 1)
  if (table.readUInt8(at) !== 2) throw new RangeError('no piece table')
  const size = table.readUInt32LE(at + 1)
  const count = Math.floor((size - 4) / 12)
  at += 5
  if (at + size > table.length) throw new RangeError('piece table cut off')
  // Pieces may share their bytes, so a small file can claim any length of text.
  if (table.readUInt32LE(at + count * 4) > LONGEST) throw tooLong()

  const latin = new TextDecoder('windows-1252')
  return Array.from({ length: count }, (_, i): Piece => {
    const [start, end] = [table.readUInt32LE(at + i * 4), table.readUInt32LE(at + i * 4 + 4)]
    const place = table.readUInt32LE(at + (count + 1) * 4 + i * 8 + 2)
    const width = place & 0x4000_0000 ? 1 : 2
    const offset = width === 1 ? (place & 0x3fff_ffff) >>> 1 : place & 0x3fff_ffff
    const last = offset + (end - start) * width
    if (end < start || last > word.length) throw new RangeError('piece beyond the end')
    const bytes = word.subarray(offset, last)
    return { start, offset, width, text: width === 1 ? latin.decode(bytes) : bytes.toString('utf16le') }
  })
}

/** The index of the last item that starts at or before a value. */
function before<T>(items: readonly T[], value: number, start: (item: T) => number): number {
  let [low, high] = [0, items.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (start(items[middle]!) <= value) low = middle
    else high = middle - 1
  }
  return low
}

type Run = { readonly from: number; readonly to: number; readonly sprms: Buffer }

const PAGE = 512

/** Properties stand in pages of 512 bytes, which a table of the table stream lists. */
function runsOf(
  word: Buffer,
  table: Buffer,
  listed: number,
  sprmsOf: (page: Buffer, count: number, i: number) => Buffer,
): Run[] {
  const [at, size] = [word.readUInt32LE(listed), word.readUInt32LE(listed + 4)]
  const count = Math.max(0, Math.floor((size - 4) / 8))
  const runs: Run[] = []
  for (let i = 0; i < count; i++) {
    const start = (table.readUInt32LE(at + (count + 1) * 4 + i * 4) & 0x3f_ffff) * PAGE
    if (start + PAGE > word.length) throw new RangeError('property page cut off')
    const page = word.subarray(start, start + PAGE)
    const held = page.readUInt8(PAGE - 1)
    for (let j = 0; j < held; j++)
      runs.push({ from: page.readUInt32LE(j * 4), to: page.readUInt32LE(j * 4 + 4), sprms: sprmsOf(page, held, j) })
  }
  return runs.sort((a, b) => a.from - b.from)
}

const EMPTY = Buffer.alloc(0)

function characterSprms(page: Buffer, count: number, i: number): Buffer {
  const at = page.readUInt8((count + 1) * 4 + i) * 2
  return at === 0 ? EMPTY : page.subarray(at + 1, at + 1 + page.readUInt8(at))
}

function paragraphSprms(page: Buffer, count: number, i: number): Buffer {
  const at = page.readUInt8((count + 1) * 4 + i * 13) * 2
  if (at === 0) return EMPTY
  const words = page.readUInt8(at)
  // The style's index comes first.
  return words > 0 ? page.subarray(at + 3, at + words * 2) : page.subarray(at + 4, at + 2 + page.readUInt8(at + 1) * 2)
}

function sprmsAt(runs: readonly Run[], offset: number): Buffer {
  const run = runs[before(runs, offset, ({ from }) => from)]
  return run && run.from <= offset && offset < run.to ? run.sprms : EMPTY
}

const known = new WeakMap<Buffer, Marks>()

function marksIn(sprms: Buffer): Marks {
  const found = known.get(sprms)
  if (found) return found
  const marks: { -readonly [Name in keyof Marks]: Marks[Name] } = { deleted: false, inserted: false, hidden: false }
  for (const { code, operand } of each(sprms)) {
    const on = operand.length > 0 && (operand.readUInt8(0) & 1) === 1
    if (code === 0x0800) marks.deleted = on
    else if (code === 0x0801) marks.inserted = on
    else if (code === 0x083c) marks.hidden = on
    else if (code === 0x4a4f && operand.length >= 2) marks.font = operand.readUInt16LE(0)
    else if (code === 0x6a03 && operand.length >= 4) marks.data = operand.readUInt32LE(0)
    else if (code === 0x6a09 && operand.length >= 4)
      marks.symbol = { font: operand.readUInt16LE(0), code: operand.readUInt16LE(2) }
  }
  known.set(sprms, marks)
  return marks
}

const OUTSIDE: ParagraphMarks = { depth: 0, breaksPage: false, endsRow: false, endsInnerCell: false, cells: [] }

function paragraphIn(sprms: Buffer, data: Buffer): ParagraphMarks {
  const found: { -readonly [Name in keyof ParagraphMarks]: ParagraphMarks[Name] } = { ...OUTSIDE }
  if (sprms.length === 0) return OUTSIDE
  for (const { code, operand } of each(sprms)) {
    if (code === 0x2416) found.depth = Math.max(found.depth, operand.readUInt8(0) & 1)
    else if (code === 0x6649) found.depth = operand.readInt32LE(0)
    else if (code === 0x260a) found.level = operand.readUInt8(0)
    else if (code === 0x460b) found.list = String(operand.readInt16LE(0))
    else if (code === 0x2407) found.breaksPage = operand.readUInt8(0) === 1
    else if (code === 0x2417) found.endsRow = operand.readUInt8(0) === 1
    else if (code === 0x244b) found.endsInnerCell = operand.readUInt8(0) === 1
    else if (code === 0xd608) found.cells = cellsOf(operand)
    // Wide rows keep their definition in another stream.
    else if (code === 0x6646 || code === 0x6645) Object.assign(found, hugeCells(data, operand.readUInt32LE(0)))
  }
  return found
}

function hugeCells(data: Buffer, at: number): Partial<ParagraphMarks> {
  if (at + 2 > data.length) return {}
  const sprms = data.subarray(at + 2, at + 2 + data.readUInt16LE(at))
  const defined = [...each(sprms)].find(({ code }) => code === 0xd608)
  return defined ? { cells: cellsOf(defined.operand) } : {}
}

const FLAGS = { joined: 0x03, continued: 0x20, restarted: 0x40 }

function cellsOf(definition: Buffer): CellEdges[] {
  const count = definition.readUInt8(0)
  const edge = (i: number) => definition.readInt16LE(1 + i * 2)
  return Array.from({ length: Math.min(count, 63) }, (_, i) => {
    const at = 1 + (count + 1) * 2 + i * 20
    const flags = at + 2 <= definition.length ? definition.readUInt16LE(at) : 0
    return {
      left: edge(i),
      right: edge(i + 1),
      joined: (flags & FLAGS.joined) !== 0,
      merge: flags & FLAGS.restarted ? 'restart' : flags & FLAGS.continued ? 'continue' : 'none',
    }
  })
}

type Sprm = { readonly code: number; readonly operand: Buffer }

const SIZES = [1, 1, 2, 4, 2, 2, 0, 3]

/** A property's code says how long its operand is. */
function* each(sprms: Buffer): Generator<Sprm> {
  for (let at = 0; at + 2 < sprms.length; ) {
    const code = sprms.readUInt16LE(at)
    const [head, size] = lengthOf(sprms, at + 2, code)
    yield { code, operand: sprms.subarray(at + 2 + head, at + 2 + head + size) }
    at += 2 + head + size
  }
}

function lengthOf(sprms: Buffer, at: number, code: number): readonly [number, number] {
  if (code >> 13 !== 6) return [0, SIZES[code >> 13] ?? 1]
  // The definition of a table row has a length of two bytes, which counts one too many.
  if (code === 0xd608) return at + 2 <= sprms.length ? [2, Math.max(0, sprms.readUInt16LE(at) - 1)] : [0, 1]
  return [1, sprms.readUInt8(at)]
}
