import { cell } from './cells.ts'
import type { Column, GridRow } from './grid.ts'

/** 按时回复 0 of 件数 0: there was nothing to be done, and the nought under a question is a figure. */
export const isNilIn = (row: GridRow, column: Column): boolean =>
  cell(row, column) === '0' && row.grid.columns.some((one) => one !== column && cell(row, one) === '0')
