import type { Passage, Table } from '../../../core/evidence.ts'
import { Leaves } from '../shared/leaves.ts'
import { shownIn, symbolOf } from '../shared/symbols.ts'
import { aligned, type EdgeRow } from '../tables/edge-grid.ts'
import { gridOf, rowLines } from '../tables/grid.ts'
import type { WordBinary } from './binary.ts'
import type { Numbered } from './numbers.ts'

const MARK = { cell: '\x07', paragraph: '\r', page: '\f', fieldStart: '\x13', fieldResult: '\x14', fieldEnd: '\x15' }
const SIGNS: Readonly<Record<string, string>> = { '\t': '\t', '\v': '\n', '\x0e': '\n', '\x1e': '-', '\xa0': ' ' }

/** Gathers the paragraphs and tables of one story after the other; a table's rows are passages too. */
export class BinaryText {
  readonly passages: Passage[] = []
  readonly tables: Table[] = []
  /** Stretches of inserted and of deleted text. */
  changes = 0
  hidden = 0
  pictures = 0

  readonly #word: WordBinary
  #text = ''
  #fields: boolean[] = []
  #mark = ''
  #cell: string[] = []
  #cells: string[][] = []
  #rows: EdgeRow[] = []
  #leaves = new Leaves()

  constructor(word: WordBinary) {
    this.#word = word
  }

  read([start, end]: readonly [number, number]): void {
    this.#fields = []
    this.#leaves = new Leaves()
    for (let at = start; at < Math.min(end, this.#word.text.length); at++) this.#take(this.#word.text[at]!, at)
    this.#endParagraph()
    this.#endTable()
  }

  #take(sign: string, at: number): void {
    if (sign === '\x01') this.#text += this.#box(at)
    if (this.#isField(sign)) return
    if (this.#isMarked(at)) return
    if (sign === MARK.cell || sign === MARK.paragraph || sign === MARK.page) this.#end(sign, at)
    else if (this.#word.marks(at).symbol) this.#text += this.#symbol(at)
    else if (sign === '\x01') this.pictures++
    else this.#text += SIGNS[sign] ?? (sign < ' ' || sign === '\x1f' ? '' : this.#shown(sign, at))
  }

  /** A form's box stands among what its field is told to do, and shows in its place. */
  #box(at: number): string {
    const { data } = this.#word.marks(at)
    return (data !== undefined && this.#word.boxAt(data)) || ''
  }

  #shown(sign: string, at: number): string {
    const { font } = this.#word.marks(at)
    return font === undefined ? sign : shownIn(this.#word.fontName(font), sign)
  }

  #symbol(at: number): string {
    const { font, code } = this.#word.marks(at).symbol ?? { font: 0, code: 0 }
    return symbolOf(this.#word.fontName(font), code)
  }

  /** The code of a field is no text, its result is. */
  #isField(sign: string): boolean {
    if (sign === MARK.fieldStart) this.#fields.push(true)
    else if (sign === MARK.fieldResult) this.#fields[this.#fields.length - 1] = false
    else if (sign === MARK.fieldEnd) this.#fields.pop()
    else return this.#fields.includes(true)
    return true
  }

  #isMarked(at: number): boolean {
    const { deleted, inserted, hidden } = this.#word.marks(at)
    const mark = deleted ? 'deleted' : hidden ? 'hidden' : inserted ? 'inserted' : ''
    if (mark !== this.#mark) {
      if (mark === 'hidden') this.hidden++
      else if (mark !== '') this.changes++
    }
    this.#mark = mark
    return deleted || hidden
  }

  #end(sign: string, at: number): void {
    const { depth, breaksPage, endsRow, endsInnerCell, cells, list, level } = this.#word.paragraph(at)
    if (list !== undefined && sign !== MARK.page && !endsRow) this.#number({ list, level: level ?? 0 }, depth > 0)
    if (depth > 1 && endsInnerCell) this.#text += '\t'
    else if (sign === MARK.cell && endsRow) this.#endRow(cells)
    else if (sign === MARK.cell) this.#endCell()
    else if (depth > 0) this.#addToCell()
    else {
      this.#endTable()
      if (breaksPage) this.#leaves.turn()
      this.#endParagraph()
      if (sign === MARK.page) this.#leaves.turn()
    }
  }

  /** An empty paragraph counts as well; its number is told only where it is what a cell holds. */
  #number(numbered: Numbered, inCell: boolean): void {
    const label = this.#word.numbers.next(numbered)
    if (this.#text.trim() !== '') this.#text = label + this.#text.trimStart()
    else if (inCell) this.#text = label.trim()
  }

  #addToCell(): void {
    const text = this.#text.trim()
    if (text !== '') this.#cell.push(text)
    this.#text = ''
  }

  #endCell(): void {
    this.#addToCell()
    this.#cells.push(this.#cell)
    this.#cell = []
  }

  #endRow(edges: EdgeRow['edges']): void {
    this.#text = ''
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, edges })
    this.#cells = []
  }

  #endTable(): void {
    if (this.#cells.length > 0) this.#endRow([])
    if (this.#rows.length === 0) return
    const grid = aligned(this.#rows)
    this.#rows = []
    this.tables.push({ ...gridOf(grid, `表${this.tables.length + 1}`), ...this.#leaves.mark })
    for (const line of grid.flatMap(rowLines)) this.#say(line)
  }

  #endParagraph(): void {
    for (const line of this.#text.split('\n')) this.#say(line)
    this.#text = ''
  }

  #say(line: string): void {
    if (line.trim() !== '') this.passages.push({ text: line.trim(), at: {}, ...this.#leaves.mark })
  }
}
