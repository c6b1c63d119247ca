import { rowWords } from '../../language/row-words.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid } from './grid.ts'
import { isAmong } from './kinds-of-rows.ts'
import { mainEvent, widely } from './roles.ts'

/**
 * Rows of the kinds in `only` at which nobody but staff was present: 职务 “政策法规股股长;委托代理人”. Who is only named may be
 * a head.
 */
export function unled(grid: Grid, acts: ReadonlySet<string>, only: readonly string[]): Flaw[] {
  const columns = grid.columns.filter((column) => isOfWho(column, acts))
  if (columns.length === 0 || only.length === 0) return []
  return grid.rows.flatMap((row) => {
    if (!isAmong(row, only)) return []
    const said = columns.map((column) => ({ column, text: cell(row, column), posts: postsIn(cell(row, column)) }))
    if (said.some(({ posts }) => posts.includes('head'))) return []
    const staff = said.find(({ posts }) => posts.includes('staff'))
    return staff ? [flawAt('人员', row, staff.column, `${staff.column.name}“${staff.text}”，没有负责人`)] : []
  })
}

/** 职务, or who came: 出庭人员, 出庭情况 ▸ 行政机关出庭人员. */
function isOfWho(column: Column, acts: ReadonlySet<string>): boolean {
  if (column.parts.attributes[0] === '职务') return true
  const event = mainEvent(column)
  return event !== null && widely(event).some((id) => acts.has(id)) && !NO_PERSONS.has(column.parts.attributes[0] ?? '')
}
const NO_PERSONS = new Set(['日期', '期限', '是否', '比率', '数量', '编号'])

/** 副局长(分管执法) heads the office; 政策法规股股长, 办公室主任 and 委托律师 do not. */
const postsIn = (text: string): ('head' | 'staff')[] =>
  text.split(/[、,，;；/\s]+/u).flatMap((one) => {
    const { heads, offices, staff } = rowWords()
    const post = heads.find((word) => one.includes(word))
    const at = post === undefined ? -1 : one.lastIndexOf(post)
    const isOfOffice = at > 0 && offices.some((word) => one.slice(0, at).replace(/副$/u, '').endsWith(word))
    if (post !== undefined && !isOfOffice) return ['head']
    return isOfOffice || staff.some((word) => one.includes(word)) ? ['staff'] : []
  })
