import type { Merge, Row, Table, Value } from '../../../core/evidence.ts'
import { Unreadable } from '../../reader.ts'
import { type OpenCell, openValue } from './value.ts'

export type Line = { readonly cells: OpenCell[]; readonly repeat: number; readonly hidden: boolean }
export type Grid = { readonly name: string; readonly hidden: boolean; readonly rows: Line[] }

const MOST_CELLS = 20_000_000

/** The sheets of a workbook as tables: cells and rows that are repeated are written out, within one limit for all. */
export class OpenSheets {
  formulas = 0
  #cells = 0

  tableOf({ name, hidden, rows }: Grid): Table {
    const found: Row[] = []
    const merges: Merge[] = []
    let index = 0
    for (const row of rows) {
      const values = this.#valuesOf(row, index, merges)
      // Sheets end with a row that is repeated a million times and holds nothing.
      for (let i = 0; i < row.repeat && values.length > 0; i++) {
        this.#count(values.length)
        found.push({ index: index + i, values, ...(row.hidden && { hidden: true }) })
      }
      index += row.repeat
    }
    merges.sort((a, b) => a.top - b.top || a.left - b.left)
    return { name, kind: 'sheet', ...(hidden && { hidden }), rows: found, merges }
  }

  #valuesOf(row: Line, index: number, merges: Merge[]): Value[] {
    const values: Value[] = []
    let left = 0
    for (const cell of row.cells) {
      if (cell.columns > 1 || cell.rows > 1)
        merges.push({ top: index, left, bottom: index + cell.rows - 1, right: left + cell.columns - 1 })
      const { value, uncalculated } = cell.covered ? { value: null, uncalculated: false } : openValue(cell)
      if (uncalculated) this.formulas++
      if (value !== null) {
        this.#count(left + cell.repeat - values.length)
        while (values.length < left) values.push(null)
        for (let i = 0; i < cell.repeat; i++) values.push(value)
      }
      left += cell.repeat
    }
    return values
  }

  #count(cells: number): void {
    this.#cells += cells
    if (this.#cells > MOST_CELLS)
      throw new Unreadable('too-large', '工作表的范围过大，未能读取：请删去多余的空白行列，另存为新文件后放入')
  }
}
