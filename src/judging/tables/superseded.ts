import { type Day, latest, written, yearOf } from '../../core/day.ts'
import { rowWords } from '../../language/row-words.ts'
import { plain } from '../../language/text.ts'
import { daysIn } from '../../language/written-days.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Grid, GridRow } from './grid.ts'
import { rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'

/**
 * Rows of a list that rest on an edition of a law – 《行政处罚法》(2017年修正) – that a newer one had replaced by the day the row or
 * the list was last brought up to date. A list without a day shows nothing.
 */
export function onSuperseded(grid: Grid): Flaw[] {
  const grounds = grid.columns.filter(({ parts }) => parts.attributes[0] === '依据')
  if (grounds.length === 0) return []
  const told = latest(grid.names.slice(0, grid.near).flatMap((name) => daysIn(plain(name)).map(({ day }) => day)))
  return grid.rows.flatMap((row) => {
    const day = updatedOn(row) ?? told
    if (day === undefined) return []
    for (const column of grounds) {
      const found = oldEditionIn(cell(row, column), day)
      if (!found) continue
      const words = `${column.name}“${cell(row, column)}”，${found.law}的新本${written(found.since)}已经施行（施行日期未核实）`
      return [flawAt('依据', row, column, words)]
    }
    return []
  })
}

const updatedOn = (row: GridRow): Day | undefined =>
  latest(rolesOf(row.grid).days.flatMap((one) => (one.as === 'act' ? (spanOf(row, one)?.to ?? []) : [])))

/** 《中华人民共和国行政处罚法》(2017年修正): the law by its whole name, and the year of the edition behind it. */
function oldEditionIn(text: string, day: Day): { readonly law: string; readonly since: Day } | undefined {
  const words = plain(text)
  for (const entry of rowWords().superseded) {
    const [law = '', begun = ''] = entry.split(' ')
    const since = daysIn(begun)[0]?.day
    if (since === undefined || !words.includes(law)) continue
    const found = new RegExp(`[《国]${law}》?[(（]?(?:\\p{Script=Han}{0,4})(\\d{4})年?[修版公通第]`, 'u').exec(words)
    if (found && day >= since && Number(found[1]) < yearOf(since)) return { law, since }
  }
  return undefined
}
