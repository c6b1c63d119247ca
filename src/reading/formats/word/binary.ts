import { Unreadable } from '../../reader.ts'
import type { Compound } from '../containers/compound.ts'
import { fontNames } from './binary-fonts.ts'
import { boxIn } from './binary-forms.ts'
import { listsIn } from './binary-lists.ts'
import {
  before,
  characterSprms,
  type Marks,
  marksIn,
  type ParagraphMarks,
  paragraphIn,
  paragraphSprms,
  runsOf,
  sprmsAt,
} from './binary-properties.ts'
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
