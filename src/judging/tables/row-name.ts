import { cellPlace } from '../../core/evidence.ts'
import type { Place } from '../../core/place.ts'
import { clipped } from '../../language/text.ts'
import { cell } from './cells.ts'
import type { Column, GridRow } from './grid.ts'

export const placeOf = (row: GridRow, column?: Column): Place => {
  const text = column ? cell(row, column) : ''
  return cellPlace(
    row.grid.file,
    row.grid.table,
    row.index,
    column?.at ?? 0,
    text === '' ? undefined : clipped(text, 60),
  )
}

/** How messages call a row: what it is about, else where it stands. */
export function nameOf(row: GridRow): string {
  const { columns } = row.grid
  // A bare number counts things (应办事项数), and names none.
  const worded = columns.filter((column) => !/^[\d.,%\-—~]*$/u.test(cell(row, column)))
  const named =
    worded.find(({ parts }) => parts.attributes[0] === '名称' || parts.attributes[0] === '姓名') ??
    worded.find(({ parts }) => NAMING.has(parts.objects.at(-1) ?? '')) ??
    columns.find((column) => isWordy(cell(row, column)))
  const text = named ? cell(row, named) : ''
  const place = `第${row.index + 1}行`
  return text === '' ? place : `${place} ${clipped(text, 24)}`
}

const NAMING = new Set([
  '事项',
  '项目',
  '文件',
  '政策措施',
  '案由',
  '当事人',
  '合同',
  '收费项目',
  '对象',
  '企业',
  '工单',
])
const isWordy = (text: string): boolean => text.length >= 2 && text.length <= 40 && /\p{Script=Han}{2}/u.test(text)
