import type { Passage, Table } from '../../../core/evidence.ts'
import { Alternatives } from '../containers/alternatives.ts'
import type { XmlSink } from '../containers/xml.ts'
import { type GridCell, gridOf, rowLines } from '../tables/grid.ts'

type Cell = { span: number; tall: boolean; across: boolean; under: boolean; paragraphs: string[] }

/** Gathers the paragraphs and tables of a slide, of its notes, or of a diagram on it. */
export class SlideText implements XmlSink {
  readonly passages: Passage[] = []
  readonly tables: Table[] = []
  pictures = 0
  page = 1

  readonly #alternatives = new Alternatives()
  #skips: boolean[] = []
  #skipped = 0
  #text: string | undefined
  #reading = false
  #numbers = false
  #rows: Cell[][] = []

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    const skips = this.#alternatives.open(tag, attributes) || tag === 'oleObj'
    this.#skips.push(skips)
    if (skips) this.#skipped++
    if (this.#skipped > 0) return
    if (tag === 'p') this.#text = ''
    // The number of the slide is a field whose text is what the author's programme last put there.
    else if (tag === 'fld') this.#numbers = attributes.get('type') === 'slidenum'
    else if (tag === 't') this.#reading = true
    else if (tag === 'br') this.#append('\n')
    else if (tag === 'pic') this.pictures++
    else if (tag === 'tbl') this.#rows = []
    else if (tag === 'tr') this.#rows.push([])
    else if (tag === 'tc') this.#rows.at(-1)?.push(cellOf(attributes))
  }

  text(text: string): void {
    if (this.#skipped === 0 && this.#reading && !this.#numbers) this.#append(text)
  }

  close(tag: string): void {
    this.#alternatives.close(tag)
    if (this.#skips.pop()) this.#skipped--
    if (this.#skipped > 0) return
    if (tag === 'fld') this.#numbers = false
    if (tag === 't') this.#reading = false
    else if (tag === 'p') this.#closeParagraph()
    else if (tag === 'tbl') this.#closeTable()
  }

  #append(text: string): void {
    if (this.#text !== undefined) this.#text += text
  }

  #closeParagraph(): void {
    const text = (this.#text ?? '').trim()
    this.#text = undefined
    if (text === '') return
    const cell = this.#rows.at(-1)?.at(-1)
    if (cell) cell.paragraphs.push(text)
    else for (const line of text.split('\n')) this.#say(line)
  }

  #say(line: string): void {
    if (line.trim() !== '') this.passages.push({ text: line.trim(), at: { page: this.page } })
  }

  #closeTable(): void {
    const rows = this.#rows.map(gridRow)
    this.#rows = []
    if (rows.length === 0) return
    this.tables.push(gridOf(rows, `表${this.tables.length + 1}`, this.page))
    for (const line of rows.flatMap(rowLines)) this.#say(line)
  }
}

function cellOf(attributes: ReadonlyMap<string, string>): Cell {
  const number = (name: string) => Math.min(1000, Math.max(1, Math.trunc(Number(attributes.get(name))) || 1))
  const flag = (name: string) => ['1', 'true'].includes(attributes.get(name) ?? '')
  return {
    span: number('gridSpan'),
    tall: number('rowSpan') > 1,
    across: flag('hMerge'),
    under: flag('vMerge'),
    paragraphs: [],
  }
}

/** Covered cells are written down, each under the one that covers it. */
function gridRow(cells: readonly Cell[]): GridCell[] {
  return cells.flatMap(({ span, tall, across, under, paragraphs }, left): GridCell[] =>
    across ? [] : [{ left, span, merge: under ? 'continue' : tall ? 'restart' : 'none', paragraphs }],
  )
}
