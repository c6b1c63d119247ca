import type { Passage, Table } from '../../../core/evidence.ts'
import { Alternatives } from '../containers/alternatives.ts'
import type { XmlSink } from '../containers/xml.ts'
import { Leaves } from '../shared/leaves.ts'
import { type GridCell, gridOf, rowLines } from '../tables/grid.ts'
import { WordBoxes } from './docx-boxes.ts'
import type { Numbered, WordNumbers } from './numbers.ts'

type Cell = GridCell & { span: number; merge: GridCell['merge']; readonly paragraphs: string[] }
type Grid = { rows: Cell[][]; column: number }

const PAGE = '\f'

/** Deleted and moved-away text, what a paragraph was like before, field codes, how signs are pronounced. */
const SKIPPED = new Set('del moveFrom pPrChange instrText delInstrText delText comment rt'.split(' '))

/**
 * Gathers a Word part's paragraphs and tables in reading order. A table's rows are passages too, cells joined by tabs,
 * so that searching the text finds them. Feed it part after part.
 */
export class WordText implements XmlSink {
  readonly passages: { readonly body: Passage[]; readonly margins: Passage[] } = { body: [], margins: [] }
  readonly tables: Table[] = []
  /** Insertions, deletions and moves that nobody has accepted or refused. */
  changes = 0
  hidden = 0
  /** Only those that stand in the part itself. */
  comments = 0

  #tags: string[] = []
  #skips: boolean[] = []
  #skipped = 0
  #vanished = false
  #margin = false
  #side = false
  #leaves = new Leaves()
  readonly #alternatives = new Alternatives()
  readonly #boxes = new WordBoxes()
  // A text box is a paragraph inside a paragraph, a table may stand in a table's cell.
  #paragraphs: string[] = []
  #grids: Grid[] = []
  readonly #numbers: WordNumbers | undefined
  #numbered: { style?: string; list?: string; level?: number }[] = []

  constructor(numbers?: WordNumbers) {
    this.#numbers = numbers
  }

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    const parent = this.#tags.at(-1)
    this.#tags.push(tag)
    if (['ins', 'del', 'moveFrom', 'moveTo'].includes(tag) && attributes.has('author') && tag !== 'moveTo')
      this.changes++
    const second = this.#alternatives.open(tag, attributes)
    const skips = second || SKIPPED.has(tag) || (tag === 'annotation' && this.#isRemark(attributes.get('type') ?? ''))
    this.#skips.push(skips)
    if (skips) this.#skipped++
    if (this.#tags.length === 1) {
      this.#margin = tag === 'hdr' || tag === 'ftr'
      this.#side = this.#margin || tag === 'footnotes' || tag === 'endnotes'
    }
    if (this.#skipped > 0) return

    this.#append(this.#boxes.open(tag, parent, attributes))
    if (tag === 'p') this.#openParagraph()
    else if (tag === 'r') this.#vanished = false
    else if (tag === 'vanish') this.#vanish(attributes)
    else if (tag === 'br' || tag === 'cr') this.#append(attributes.get('type') === 'page' ? PAGE : '\n')
    else if (breaksPage(tag, parent, attributes)) this.#turn()
    // Under `pPr` the same tag defines a tab stop.
    else if (tag === 'tab' && parent === 'r') this.#append('\t')
    else if (tag === 'noBreakHyphen') this.#append('-')
    else if (!this.#describe(tag, parent, attributes.get('val') ?? '')) this.#openTable(tag, attributes)
  }

  text(text: string): void {
    if (this.#skipped > 0 || this.#tags.at(-1) !== 't') return
    if (this.#vanished) this.hidden++
    else this.#append(this.#boxes.text(text))
  }

  close(tag: string): void {
    this.#tags.pop()
    this.#alternatives.close(tag)
    if (this.#skips.pop()) this.#skipped--
    if (this.#skipped > 0) return
    this.#append(this.#boxes.close(tag))
    if (tag === 'r') this.#vanished = false
    else if (tag === 'p') this.#closeParagraph(this.#withNumber(this.#paragraphs.pop() ?? '', this.#numbered.pop()))
    else if (tag === 'tbl') this.#closeTable(this.#grids.pop())
  }

  #openParagraph(): void {
    this.#paragraphs.push('')
    this.#numbered.push({})
  }

  /** Whether the tag says what number the paragraph bears. */
  #describe(tag: string, parent: string | undefined, value: string): boolean {
    const numbered = this.#numbered.at(-1)
    if (!numbered) return false
    if (tag === 'pStyle' && parent === 'pPr') numbered.style = value
    else if (tag === 'numId' && parent === 'numPr') numbered.list = value
    else if (tag === 'ilvl' && parent === 'numPr') numbered.level = Math.trunc(Number(value)) || 0
    else return false
    return true
  }

  /** An empty paragraph counts as well; its number is told only where it is what a cell holds. */
  #withNumber(text: string, numbered: Numbered | undefined): string {
    const label = (numbered && this.#numbers?.next(numbered)) ?? ''
    if (label === '') return text
    if (text.trim() === '') return this.#grids.length > 0 ? label.trim() : text
    const start = text.search(/\S/)
    return text.slice(0, start) + label + text.slice(start)
  }

  /** The XML of 2003 keeps comments and deleted text among the text. */
  #isRemark(type: string): boolean {
    if (type === 'Word.Deletion' || type === 'Word.Insertion') this.changes++
    if (type === 'Word.Comment') this.comments++
    return type === 'Word.Deletion' || type === 'Word.Comment'
  }

  #vanish(attributes: ReadonlyMap<string, string>): void {
    const inRun = this.#tags.at(-2) === 'rPr' && this.#tags.at(-3) === 'r'
    if (inRun && !['0', 'false', 'off'].includes(attributes.get('val') ?? '')) this.#vanished = true
  }

  #append(text: string): void {
    const last = this.#paragraphs.length - 1
    if (last >= 0) this.#paragraphs[last] += text
  }

  #closeParagraph(text: string): void {
    const cell = this.#grids.at(-1)?.rows.at(-1)?.at(-1)
    if (cell) {
      if (text.trim() !== '') cell.paragraphs.push(text.replaceAll(PAGE, '\n').trim())
      return
    }
    for (const [index, stretch] of text.split(PAGE).entries()) {
      if (index > 0) this.#leaves.turn()
      for (const line of stretch.split('\n')) this.#say(line)
    }
    if (this.#paragraphs.length === 0) this.#leaves.settle()
  }

  /** Before the first word of a paragraph the page turns at once; inside one, or a table, behind it. */
  #turn(): void {
    const begins = this.#paragraphs.every((text) => text.trim() === '') && this.#grids.length === 0
    if (begins && this.#tags.at(-1) !== 'sectPr') this.#leaves.turn()
    else this.#leaves.turnAfter()
  }

  #say(text: string): void {
    if (text.trim() === '') return
    const mark = this.#side ? {} : this.#leaves.mark
    this.passages[this.#margin ? 'margins' : 'body'].push({ text: text.trim(), at: {}, ...mark })
  }

  #openTable(tag: string, attributes: ReadonlyMap<string, string>): void {
    if (tag === 'tbl') this.#grids.push({ rows: [], column: 0 })
    const grid = this.#grids.at(-1)
    const row = grid?.rows.at(-1)
    if (!grid) return
    if (tag === 'tr') {
      grid.rows.push([])
      grid.column = 0
    } else if (tag === 'gridBefore') grid.column = countOf(attributes)
    else if (tag === 'tc') row?.push({ left: grid.column++, span: 1, merge: 'none', paragraphs: [] })
    else if (tag === 'gridSpan') widen(grid, row?.at(-1), countOf(attributes))
    else if (tag === 'vMerge' || tag === 'vmerge')
      join(row?.at(-1), attributes.get('val') === 'restart' ? 'restart' : 'continue')
  }

  #closeTable(grid: Grid | undefined): void {
    if (!grid || grid.rows.length === 0) return
    const outer = this.#grids.at(-1)?.rows.at(-1)?.at(-1)
    this.tables.push({ ...gridOf(grid.rows, `表${this.tables.length + 1}`), ...this.#leaves.mark })
    for (const row of grid.rows)
      for (const line of rowLines(row)) {
        if (outer) outer.paragraphs.push(line)
        else this.#say(line)
      }
    if (!outer) this.#leaves.settle()
  }
}

/** The last section's properties stand behind all text; those in a paragraph end a section with it. */
function breaksPage(tag: string, parent: string | undefined, attributes: ReadonlyMap<string, string>): boolean {
  if (tag === 'pageBreakBefore') return parent === 'pPr' && !['0', 'false', 'off'].includes(attributes.get('val') ?? '')
  return tag === 'lastRenderedPageBreak' || (tag === 'sectPr' && parent === 'pPr')
}

const countOf = (attributes: ReadonlyMap<string, string>): number =>
  Math.min(1000, Math.max(0, Math.trunc(Number(attributes.get('val'))) || 0))

function widen(grid: Grid, cell: Cell | undefined, span: number): void {
  if (!cell || span < 1) return
  grid.column += span - cell.span
  cell.span = span
}

function join(cell: Cell | undefined, merge: Cell['merge']): void {
  if (cell) cell.merge = merge
}
