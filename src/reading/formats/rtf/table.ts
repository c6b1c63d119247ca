import { aligned, type CellEdges, type EdgeRow } from '../tables/edge-grid.ts'
import type { GridCell } from '../tables/grid.ts'

/** Gathers the rows of an RTF table: every row tells the edges of its cells first, then what stands in them. */
export class RtfTable {
  #inside = false
  #paragraphs: string[] = []
  #cells: string[][] = []
  #edges: CellEdges[] = []
  #merge: CellEdges['merge'] = 'none'
  #joined = false
  #rows: EdgeRow[] = []

  /** The paragraph in hand belongs to a cell. */
  isOpen(): boolean {
    return this.#inside
  }

  /** What comes now stands after the table. */
  isBehind(): boolean {
    return !this.#inside && this.#cells.length === 0
  }

  word(word: string, number: number): void {
    if (word === 'pard') this.#inside = false
    else if (word === 'intbl') this.#inside = true
    else if (word === 'trowd') this.#edges = []
    else if (word === 'clvmgf') this.#merge = 'restart'
    else if (word === 'clvmrg') this.#merge = 'continue'
    else if (word === 'clmgf' || word === 'clmrg') this.#joined = true
    else if (word === 'cellx') this.#endEdge(number)
    else if (word === 'row') this.#endRow()
  }

  addParagraph(text: string): void {
    if (text.trim() !== '') this.#paragraphs.push(text.trim())
  }

  endCell(text: string): void {
    this.addParagraph(text)
    this.#cells.push(this.#paragraphs)
    this.#paragraphs = []
  }

  /** The table as a grid; undefined where there was none. */
  end(): GridCell[][] | undefined {
    if (this.#rows.length === 0) return undefined
    const grid = aligned(this.#rows)
    this.#rows = []
    return grid
  }

  #endEdge(right: number): void {
    const left = this.#edges.at(-1)?.right ?? 0
    this.#edges.push({ left, right, joined: this.#joined, merge: this.#merge })
    this.#merge = 'none'
    this.#joined = false
  }

  #endRow(): void {
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, edges: [...this.#edges] })
    this.#cells = []
  }
}
