import type { Cell, CellValue } from 'exceljs'
import type { Value } from '../../../core/evidence.ts'

/** What is counted while the cells of a workbook are read: all of them, and the formulas without a result. */
export type Count = { cells: number; formulas: number }

/** A cell of exceljs as one plain value. */
export function cellValue(cell: Cell, count: Count): Value {
  const { value } = cell
  if (typeof value !== 'object' || value === null || value instanceof Date) return plainValue(value, cell)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('') || null
  if ('formula' in value || 'sharedFormula' in value) {
    if (value.result !== undefined && value.result !== null) return plainValue(value.result, cell)
    count.formulas++
    // A formula nobody calculated has no value. Its text is no figure, but it keeps the cell from vanishing.
    return `=${formulaOf(cell)}`
  }
  return plainValue('error' in value ? value : 'text' in value ? value.text : null, cell)
}

/** Shifting a shared formula can fail; the cell stays a formula all the same. */
function formulaOf(cell: Cell): string {
  try {
    return cell.formula
  } catch {
    return ''
  }
}

function plainValue(value: CellValue, cell: Cell): Value {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number') return numberAs(value, cell.numFmt)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return dayAs(value)
  return value && typeof value === 'object' && 'error' in value ? value.error : null
}

function numberAs(value: number, format: string | undefined): Value {
  return isPercentFormat(format) ? percentValue(value) : value
}

export const isPercentFormat = (format: string | undefined): boolean =>
  format?.replace(/"[^"]*"|\[[^\]]*\]/g, '').includes('%') ?? false

/** `aaaa` and `aaa` show a day as 星期一 and 一. */
export const isWeekday = (format: string): boolean => /a{3}/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

/** 0.07 * 100 is a little over 7; twelve digits hide that and keep every figure that anybody typed. */
export const percentValue = (value: number): string => `${Number((value * 100).toPrecision(12))}%`

/** exceljs gives the clock of the sheet as UTC. A time without a day lies in 1899. */
function dayAs(value: Date): Value {
  const time = Math.round(value.getTime() / 1000) * 1000
  if (Number.isNaN(time) || Math.abs(time) > 8.64e15) return null
  const [day, clock] = [new Date(time).toISOString().slice(0, 10), new Date(time).toISOString().slice(11, 16)]
  if (time < Date.UTC(1900, 0, 1)) return clock
  return clock === '00:00' ? day : `${day} ${clock}`
}
