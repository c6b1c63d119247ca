import { type Day, yearOf } from '../../core/day.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { mainEvent, rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'

/**
 * Meetings of a year that is over, of which none was chaired by who has to (`posts`): 区委书记, but no 副书记. A table without a
 * column of who chaired says nothing.
 */
export function unchaired(grid: Grid, posts: readonly string[], asOf: Day): Flaw[] {
  const chairs = posts.length > 0 ? grid.columns.filter(isOfChair) : []
  const [chair] = chairs
  if (!chair || chairs.length > 1) return []
  const years = new Map<number, GridRow[]>()
  for (const row of grid.rows) {
    const year = yearIn(row)
    // A meeting of nobody knows when, or of nobody knows whom, may be the one.
    if (year === undefined || cell(row, chair) === '') return []
    years.set(year, [...(years.get(year) ?? []), row])
  }
  return [...years].flatMap(([year, rows]) => {
    if (year >= yearOf(asOf) || rows.some((row) => isBy(cell(row, chair), posts))) return []
    return rows.map((row) =>
      flawAt('人员', row, chair, `${chair.name}“${cell(row, chair)}”，${year}年没有一次由${posts[0]}主持`),
    )
  })
}

const isOfChair = (column: Column): boolean =>
  mainEvent(column) === '主持' && !NO_PERSONS.has(column.parts.attributes[0] ?? '')
const NO_PERSONS = new Set(['日期', '编号', '备注', '数量'])

const isBy = (text: string, posts: readonly string[]): boolean =>
  posts.some((post) => [...text.matchAll(new RegExp(post, 'gu'))].some(({ index }) => text[index - 1] !== '副'))

function yearIn(row: GridRow): number | undefined {
  const day = rolesOf(row.grid).days.flatMap((one) => spanOf(row, one)?.from ?? [])[0]
  if (day !== undefined) return yearOf(day)
  const column = row.grid.columns.find(({ parts }) => parts.attributes[0] === '年度')
  const said = /^(20\d{2})/u.exec(column ? cell(row, column) : '')?.[1]
  return said === undefined ? row.grid.year : Number(said)
}
