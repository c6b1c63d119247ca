import type { Passage, Table } from '../../../core/evidence.ts'
import { Leaves } from '../shared/leaves.ts'
import { gridOf, rowLines } from '../tables/grid.ts'
import { RtfTable } from './table.ts'
import type { Flow } from './words.ts'

const PAGES = new Set(['page', 'sect', 'pagebb'])

/** The texts that run beside one another, with their paragraphs, and the tables of the running one. */
export class RtfFlows {
  readonly body: Passage[] = []
  readonly notes: Passage[] = []
  readonly margins: Passage[] = []
  readonly tables: Table[] = []

  #text: Record<Flow, string> = { text: '', box: '', note: '', margin: '' }
  #table = new RtfTable()
  #leaves = new Leaves()

  say(flow: Flow, text: string): void {
    if (flow === 'text' && this.#table.isBehind()) this.endTable()
    this.#text[flow] += text
  }

  /** A word that parts the running text into pages and cells. */
  part(word: string, number: number): void {
    if (PAGES.has(word) && !this.#table.isOpen()) this.#leaves.turn()
    if (word === 'cell') {
      this.#table.endCell(this.#text.text)
      this.#text.text = ''
    } else this.#table.word(word, number)
  }

  endParagraph(flow: Flow): void {
    if (flow === 'text' && this.#table.isOpen()) {
      this.#table.addParagraph(this.#text.text)
      this.#text.text = ''
    } else this.endLine(flow)
  }

  endLine(flow: Flow): void {
    const into = { text: this.body, box: this.body, note: this.notes, margin: this.margins }[flow]
    const mark = flow === 'text' ? this.#leaves.mark : {}
    for (const line of this.#text[flow].split('\n'))
      if (line.trim() !== '') into.push({ text: line.trim(), at: {}, ...mark })
    this.#text[flow] = ''
  }

  endTable(): void {
    const grid = this.#table.end()
    if (!grid) return
    const { mark } = this.#leaves
    this.tables.push({ ...gridOf(grid, `表${this.tables.length + 1}`), ...mark })
    for (const line of grid.flatMap(rowLines)) this.body.push({ text: line, at: {}, ...mark })
  }
}
