import { type Day, yearOf } from '../../core/day.ts'
import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { plain } from '../../language/text.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'

/**
 * Rows that rest on a law which the civil code replaced on 1 January 2021, in a list of that year or later: kept as they are
 * in a review, or listed as in force. A row that says 原…, 改为 or that it was dropped has seen it.
 */
export function onRepealed(grid: Grid, asOf: Day): Flaw[] {
  const grounds = grid.columns.filter(({ parts }) => parts.attributes[0] === '依据')
  const year = grid.year ?? latestYearIn(grid.names.slice(0, grid.near))
  if (grounds.length === 0 || yearOf(asOf) < SINCE || (year ?? 0) < SINCE) return []
  return grid.rows.flatMap((row) => {
    const column = grounds.find((one) => lawIn(cell(row, one)) !== undefined)
    if (!column || hasSeen(row, column)) return []
    const law = lawIn(cell(row, column))
    return [flawAt('依据', row, column, `${column.name}“${cell(row, column)}”，${law}已于2021年1月1日废止`)]
  })
}

const SINCE = 2021

const latestYearIn = (names: readonly string[]): number | undefined => {
  const years = names.flatMap((name) =>
    [...name.matchAll(/(?<!\d)(20\d{2})(?=年|[.\-/])/gu)].map(([, year]) => Number(year)),
  )
  return years.length === 0 ? undefined : Math.max(...years)
}

/** 劳动合同法 is not 合同法. */
function lawIn(text: string): string | undefined {
  const words = plain(text)
  return rowWords().repealed.find((law) =>
    new RegExp(`(?:^|[^\\p{Script=Han}]|${cellWord('beforeLaws')})${law}`, 'u').test(words),
  )
}

const SEEN = new RegExp(cellWord('seenRepeal'), 'u')

function hasSeen(row: GridRow, column: Column): boolean {
  const own = plain(cell(row, column))
  if (SEEN.test(own)) return true
  const { dropping, adjusted } = rowWords()
  return row.grid.columns.some((one) => {
    const text = plain(cell(row, one))
    return one !== column && [...dropping, ...adjusted].some((word) => text.includes(word))
  })
}
