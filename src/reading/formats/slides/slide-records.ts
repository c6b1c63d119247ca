import type { Passage, Table } from '../../../core/evidence.ts'
import { Unreadable } from '../../reader.ts'
import type { Compound } from '../containers/compound.ts'
import { aligned, type CellEdges, type EdgeRow } from '../tables/edge-grid.ts'
import { gridOf, rowLines } from '../tables/grid.ts'

export type SlideRecords = {
  readonly pages: number
  readonly passages: readonly Passage[]
  readonly tables: readonly Table[]
  readonly pictures: ReadonlyMap<number, number>
  readonly macro: boolean
}

/** A container holds records, an atom holds data. */
type Item = { readonly type: number; readonly instance: number; readonly from: number; readonly to: number }

const DOCUMENT = 1000
const SLIDE = 1006
const NOTES = 1008
const NOTES_ATOM = 1009
const SLIDE_PERSIST = 1011
const VBA_ATOM = 1024
const OUTLINE_REFERENCE = 3998
const TEXT_HEADER = 3999
const CHARACTERS = 4000
const BYTES = 4008
const SLIDE_LIST = 4080
const PERSIST = 6002
const GROUP = 0xf003
const SHAPE = 0xf004
const OPTIONS: readonly number[] = [0xf00b, 0xf122]
const CHILD_ANCHOR = 0xf00f
const TABLE_PROPERTY = 0x039f
const PICTURE_PROPERTY = 0x0104
const ENCRYPTED = 0xf3d1c4df

/** Throws `Unreadable`, or a `RangeError` where the file is cut off. */
export function slideRecords(file: Compound): SlideRecords {
  const bytes = bufferOf(file, 'PowerPoint Document')
  const user = file.own.has('Current User') ? bufferOf(file, 'Current User') : Buffer.alloc(0)
  if (user.length >= 20 && user.readUInt32LE(12) === ENCRYPTED)
    throw new Unreadable('encrypted', '文件加了密码，无法读取：请去掉打开密码后重新放入')

  const places = user.length >= 20 ? placesIn(bytes, user.readUInt32LE(16)) : new Map<number, number>()
  const at = (persist: number) => itemAt(bytes, places.get(persist) ?? Number.POSITIVE_INFINITY)
  const document = [...places.keys()].map(at).find((item) => item?.type === DOCUMENT)
  if (!document) throw new RangeError('no document')
  const [slides = [], , notes = []] = [0, 1, 2].map((list) => listed(bytes, document, list))

  const found = { passages: [] as Passage[], tables: [] as Table[], pictures: new Map<number, number>() }
  const notesOf = new Map(
    notes.flatMap(({ persist }) => {
      const item = at(persist)
      const atom = item && inside(bytes, item).find(({ type }) => type === NOTES_ATOM)
      return item?.type === NOTES && atom ? [[bytes.readUInt32LE(atom.from), item] as const] : []
    }),
  )
  for (const [index, { persist, id, outline }] of slides.entries()) {
    const page = new SlideWords(bytes, outline, index + 1, found)
    const slide = at(persist)
    if (slide?.type === SLIDE) page.read(slide)
    else for (const text of outline) page.say(text)
    const note = notesOf.get(id)
    if (note) page.read(note)
  }
  return { ...found, pages: slides.length, macro: hasMacros(bytes, document) }
}

function bufferOf(file: Compound, name: string): Buffer {
  const stream = file.read(name)
  if (!stream) throw new RangeError(`no stream ${name}`)
  return Buffer.from(stream.buffer, stream.byteOffset, stream.length)
}

/** Where each numbered part lies now. Every time a file is saved fast it gains an edit, the last of which counts. */
function placesIn(bytes: Buffer, last: number): Map<number, number> {
  const places = new Map<number, number>()
  const seen = new Set<number>()
  for (let edit = last; edit > 0 && !seen.has(edit); edit = bytes.readUInt32LE(edit + 16)) {
    seen.add(edit)
    const table = itemAt(bytes, bytes.readUInt32LE(edit + 20))
    if (table?.type !== PERSIST) break
    for (let at = table.from; at + 4 <= table.to; ) {
      const head = bytes.readUInt32LE(at)
      const [first, count] = [head & 0xfffff, head >>> 20]
      at += 4
      for (let i = 0; i < count && at + 4 <= table.to; i++, at += 4)
        if (!places.has(first + i)) places.set(first + i, bytes.readUInt32LE(at))
    }
  }
  return places
}

function itemAt(bytes: Buffer, at: number): Item | undefined {
  if (at + 8 > bytes.length) return undefined
  const to = at + 8 + bytes.readUInt32LE(at + 4)
  return {
    type: bytes.readUInt16LE(at + 2),
    instance: bytes.readUInt16LE(at) >> 4,
    from: at + 8,
    to: Math.min(to, bytes.length),
  }
}

function inside(bytes: Buffer, { from, to }: Item): Item[] {
  const items: Item[] = []
  for (let at = from; at + 8 <= to; ) {
    const item = itemAt(bytes, at)
    if (!item) break
    items.push({ ...item, to: Math.min(item.to, to) })
    at = item.to
  }
  return items
}

const isContainer = (bytes: Buffer, item: Item): boolean => (bytes.readUInt16LE(item.from - 8) & 15) === 15

const DEEPEST = 40

/** The atom stands in every file; its second word says whether there is anything. */
function hasMacros(bytes: Buffer, top: Item, depth = 0): boolean {
  return inside(bytes, top).some((item) => {
    if (item.type === VBA_ATOM) return item.to - item.from >= 8 && bytes.readUInt32LE(item.from + 4) !== 0
    return isContainer(bytes, item) && depth < DEEPEST && hasMacros(bytes, item, depth + 1)
  })
}

type Listed = { readonly persist: number; readonly id: number; readonly outline: string[] }

/** The slides (0) or notes (2) in their order, with the texts that stand in their placeholders. */
function listed(bytes: Buffer, document: Item, instance: number): Listed[] {
  const list = inside(bytes, document).find((item) => item.type === SLIDE_LIST && item.instance === instance)
  const slides: Listed[] = []
  for (const item of list ? inside(bytes, list) : []) {
    const outline = slides.at(-1)?.outline
    if (item.type === SLIDE_PERSIST)
      slides.push({ persist: bytes.readUInt32LE(item.from), id: bytes.readUInt32LE(item.from + 12), outline: [] })
    else if (item.type === TEXT_HEADER) outline?.push('')
    else if (outline && outline.length > 0) outline[outline.length - 1] += textIn(bytes, item) ?? ''
  }
  return slides
}

function textIn(bytes: Buffer, { type, from, to }: Item): string | undefined {
  if (type === CHARACTERS) return bytes.toString('utf16le', from, to)
  return type === BYTES ? bytes.toString('latin1', from, to) : undefined
}

type Found = { readonly passages: Passage[]; readonly tables: Table[]; readonly pictures: Map<number, number> }

/** Gathers what one slide says, its notes behind it. */
class SlideWords {
  readonly #bytes: Buffer
  readonly #outline: readonly string[]
  readonly #page: number
  readonly #found: Found

  constructor(bytes: Buffer, outline: readonly string[], page: number, found: Found) {
    this.#bytes = bytes
    this.#outline = outline
    this.#page = page
    this.#found = found
  }

  read(item: Item): void {
    for (const text of this.#textsIn(item, 0)) this.say(text)
  }

  say(text: string): void {
    // A star stands where PowerPoint puts the number of the slide.
    const lines = text.split(/[\r\n\v]/).map((line) => line.trim())
    for (const line of lines.filter((line) => line !== '' && line !== '*'))
      this.#found.passages.push({ text: line, at: { page: this.#page } })
  }

  #textsIn(top: Item, depth: number): string[] {
    if (depth > DEEPEST) return []
    return inside(this.#bytes, top).flatMap((item) => {
      const text = textIn(this.#bytes, item)
      if (text !== undefined) return [text]
      if (item.type === OUTLINE_REFERENCE) return [this.#outline[this.#bytes.readUInt32LE(item.from)] ?? '']
      if (item.type === SHAPE && this.#has(item, PICTURE_PROPERTY)) this.#seePicture()
      if (item.type === GROUP && depth > 0 && this.#isTable(item)) return this.#tableIn(item, depth)
      return isContainer(this.#bytes, item) ? this.#textsIn(item, depth + 1) : []
    })
  }

  #seePicture(): void {
    this.#found.pictures.set(this.#page, (this.#found.pictures.get(this.#page) ?? 0) + 1)
  }

  #isTable(group: Item): boolean {
    const first = inside(this.#bytes, group).find(({ type }) => type === SHAPE)
    return first !== undefined && this.#has(first, TABLE_PROPERTY)
  }

  #has(shape: Item, property: number): boolean {
    return inside(this.#bytes, shape)
      .filter(({ type }) => OPTIONS.includes(type))
      .some(({ from, to, instance }) =>
        Array.from({ length: Math.min(instance, Math.floor((to - from) / 6)) }, (_, i) => from + i * 6).some(
          (at) => (this.#bytes.readUInt16LE(at) & 0x3fff) === property && this.#bytes.readUInt32LE(at + 2) !== 0,
        ),
      )
  }

  /** A table is a group of boxes side by side; the rows and columns are where the boxes lie. */
  #tableIn(group: Item, depth: number): string[] {
    const rows = new Map<number, { cells: string[][]; edges: CellEdges[] }>()
    for (const shape of inside(this.#bytes, group).filter(({ type }) => type === SHAPE)) {
      const anchor = inside(this.#bytes, shape).find(({ type, from, to }) => type === CHILD_ANCHOR && to - from >= 16)
      const texts = this.#textsIn(shape, depth + 1)
      if (!anchor || this.#isLine(anchor)) continue
      const [left, top, right] = [0, 4, 8].map((offset) => this.#bytes.readInt32LE(anchor.from + offset))
      const row = rows.get(top!) ?? { cells: [], edges: [] }
      rows.set(top!, row)
      row.cells.push(texts.flatMap((text) => text.split(/[\r\n\v]/)).filter((line) => line.trim() !== ''))
      row.edges.push({ left: left!, right: right!, joined: false, merge: 'none' })
    }
    const grid = aligned([...rows].sort(([a], [b]) => a - b).map(([, row]): EdgeRow => row))
    this.#found.tables.push(gridOf(grid, `表${this.#found.tables.length + 1}`, this.#page))
    return grid.flatMap(rowLines)
  }

  /** The borders of a table are shapes as well. */
  #isLine({ from }: Item): boolean {
    const [left, top, right, bottom] = [0, 4, 8, 12].map((offset) => this.#bytes.readInt32LE(from + offset))
    return left === right || top === bottom
  }
}
