import { plain } from '../../language/text.ts'
import { textOf } from '../../records/cell.ts'
import { cell } from './cells.ts'
import type { Column, GridRow } from './grid.ts'

const REMARKS = new Set(['备注', '说明', '原因'])

/** Whether a column holds what is said of a row besides. */
export const isRemark = ({ parts }: Column): boolean => REMARKS.has(parts.attributes[0] ?? '')

/** Something in words is said of the row besides: a tick or a figure is none. */
export const isRemarked = (row: GridRow): boolean =>
  row.grid.columns.some((column) => isRemark(column) && /\p{Script=Han}{2}/u.test(cell(row, column)))

/** 冷月明2020年12月调入，2020年不计: a note under the table names the row, by one of its first cells or its person. */
export function isNoted(row: GridRow): boolean {
  const notes = row.grid.asides.flatMap(({ values }) => values.map(textOf).map(plain))
  if (notes.length === 0) return false
  const texts = row.grid.columns.map((column) => cell(row, column))
  const persons = row.grid.columns.flatMap((column) => (isOfPerson(column) ? cell(row, column) : []))
  const names = [
    ...texts.slice(0, NAMING).filter((text) => text.length >= LONG && !/^[\d.\-/年月日]+$/u.test(text)),
    ...persons.filter((text) => /^\p{Script=Han}{2,4}$/u.test(text)),
  ]
  return notes.some((note) => names.some((name) => note.includes(name)))
}

const isOfPerson = ({ parts }: Column): boolean =>
  parts.attributes[0] === '姓名' || (parts.attributes.length === 0 && parts.objects.includes('负责人'))

const NAMING = 3
const LONG = 3
