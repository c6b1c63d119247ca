import type { CellObject } from '@e965/xlsx'
import type { Value } from '../../../core/evidence.ts'
import { isPercentFormat, isWeekday, percentValue } from './cell-value.ts'

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

type Count = { formulas: number; comments: number }

/**
 * A cell of SheetJS as one plain value. Days are reckoned from their serial numbers here, so no time zone has a say. `spelt`
 * is what its texts are: old workbooks often do not say that they hold GBK.
 */
export function serialCell(
  since1904: boolean,
  isDate: (format: string) => boolean,
  count: Count,
  spelt: (text: string) => string,
) {
  return (cell: CellObject): Value => {
    if (cell.c && cell.c.length > 0) count.comments++
    const value = plain(cell)
    if (value !== null || cell.f === undefined) return value
    count.formulas++
    return `=${cell.f}`
  }

  function plain({ t, v, z }: CellObject): Value {
    if (t === 'e') return ERRORS[Number(v)] ?? '#ERROR!'
    if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE'
    if (typeof v === 'string') return v === '' ? null : spelt(v)
    if (typeof v !== 'number' || !Number.isFinite(v)) return null
    const format = typeof z === 'string' ? z : 'General'
    if (isPercentFormat(format)) return percentValue(v)
    return isDate(format) || isWeekday(format) ? dayOf(v, since1904) : v
  }
}

const DAY = 86_400

function dayOf(serial: number, since1904: boolean): Value {
  const seconds = Math.round(serial * DAY)
  const clock = new Date((((seconds % DAY) + DAY) % DAY) * 1000).toISOString().slice(11, 16)
  const days = Math.floor(seconds / DAY) + (since1904 ? 1462 : 0)
  if (days === 0 && !since1904) return clock
  // Lotus took 1900 for a leap year, and Excel after it: day 60 never was.
  const time = Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * DAY * 1000
  if (days < 0 || days > 2_958_465) return serial
  const day = new Date(time).toISOString().slice(0, 10)
  return clock === '00:00' ? day : `${day} ${clock}`
}
