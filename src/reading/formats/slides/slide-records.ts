import type { Passage, Table } from '../../../core/evidence.ts'
import { Unreadable } from '../../reader.ts'
import type { Compound } from '../containers/compound.ts'
import { DEEPEST, type Item, inside, isContainer, itemAt, textIn } from './records.ts'
import { SlideWords } from './slide-words.ts'

export type SlideRecords = {
  readonly pages: number
  readonly passages: readonly Passage[]
  readonly tables: readonly Table[]
  readonly pictures: ReadonlyMap<number, number>
  readonly macro: boolean
}

const DOCUMENT = 1000
const SLIDE = 1006
const NOTES = 1008
const NOTES_ATOM = 1009
const SLIDE_PERSIST = 1011
const VBA_ATOM = 1024
const TEXT_HEADER = 3999
const SLIDE_LIST = 4080
const PERSIST = 6002
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
