import { plain } from '../../language/text.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'

/**
 * Bodies with fewer rows than each has to have, in a roster of one person a row: 磨滩镇 with one where the other towns have
 * two. Where most have fewer, the roster is kept in another way.
 */
export function fewEach(grid: Grid, heads: readonly string[], least: number): Flaw[] {
  const column = grid.columns.find(({ head }) => heads.includes(plain(head.labels.at(-1) ?? '')))
  const person = grid.columns.find(isOfPerson)
  if (!column || !person) return []
  const bodies = new Map<string, GridRow[]>()
  let last = ''
  for (const row of grid.rows) {
    // A blank below a name goes on with it.
    last = cell(row, column) || last
    if (last !== '' && cell(row, person) !== '') bodies.set(last, [...(bodies.get(last) ?? []), row])
  }
  const few = [...bodies].filter(([, rows]) => rows.length < least)
  if (bodies.size < FEWEST || few.length > bodies.size * FEW) return []
  return few.map(([body, rows]) => flawAt('人数', rows[0]!, person, `${body}只有${rows.length}名，少于${least}名`))
}

const FEWEST = 3
const FEW = 0.4

const isOfPerson = ({ parts }: Column): boolean => parts.attributes[0] === '姓名'
