import type { Passage, Table } from '../../../core/evidence.ts'
import { aligned, type CellEdges, type EdgeRow } from '../tables/edge-grid.ts'
import { gridOf, rowLines } from '../tables/grid.ts'
import { DEEPEST, type Item, inside, isContainer, textIn } from './records.ts'

const OUTLINE_REFERENCE = 3998
const GROUP = 0xf003
const SHAPE = 0xf004
const OPTIONS: readonly number[] = [0xf00b, 0xf122]
const CHILD_ANCHOR = 0xf00f
const TABLE_PROPERTY = 0x039f
const PICTURE_PROPERTY = 0x0104
type Found = { readonly passages: Passage[]; readonly tables: Table[]; readonly pictures: Map<number, number> }

/** Gathers what one slide says, its notes behind it. */
export class SlideWords {
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
