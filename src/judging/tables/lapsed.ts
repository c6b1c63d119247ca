import { addDays, addMonths, type Day, dayOf, latest, written } from '../../core/day.ts'
import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { plain } from '../../language/text.ts'
import { daysIn } from '../../language/written-days.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isRemarked } from './remarks.ts'
import { nameOf } from './row-name.ts'

/**
 * Rows whose own term is over – 聘期 2019.6-2022.6, 合同期 2021.7-2022.6 – in a table of what holds now: most of its terms
 * still run. A table of all contracts there ever were shows nothing, nor does a row that another one goes on with.
 */
export function lapsed(grid: Grid, asOf: Day, isOfContracts = false): Flaw[] {
  const until = toldBy(grid, asOf)
  return grid.columns.flatMap((column) => {
    if (!holds(column.head.text, rowWords().holding)) return []
    // 有效期 is of a certificate, and another rule's.
    if (isOfContracts && !CONTRACT.test(column.head.text)) return []
    const ends = grid.rows.flatMap((row) => {
      const end = endIn(cell(row, column), column)
      return end === undefined ? [] : [{ row, end }]
    })
    const running = ends.filter(({ end }) => end >= until)
    if (ends.length < FEW || running.length < ends.length * MOST) return []
    return ends.flatMap(({ row, end }) => {
      if (end >= until || isFollowed(row, end, ends) || saysWhy(row)) return []
      const words = `${column.name}“${cell(row, column)}”，${written(end)}已届满，未见续期`
      return [flawAt('期限', row, column, words, !isRemarked(row))]
    })
  })
}

const CONTRACT = new RegExp(cellWord('contracts'), 'u')
const FEW = 3
const MOST = 0.6

/** 截至2021年12月31日: a table of then says nothing of now. */
function toldBy({ names, near }: Grid, asOf: Day): Day {
  const told = names.slice(0, near).filter((name) => holds(name, rowWords().taken))
  const day = latest(told.flatMap((name) => daysIn(plain(name)).map((one) => one.day)))
  return day !== undefined && day < asOf ? day : asOf
}

const PART = /(20\d{2})\s*[.年/-]\s*(\d{1,2})(?!\d)(?:\s*[.月/-]\s*(\d{1,2})(?!\d))?/gu

/** The last day of a stretch, or the one under 到期日; a month ends with its last day. */
function endIn(given: string, { head, parts }: Column): Day | undefined {
  const text = plain(given)
  const found = [...text.matchAll(PART)]
  const last = found.at(-1)
  const isEnd = parts.turns.两端 === '止' || holds(head.text, rowWords().ending) || /^[至到]/u.test(text)
  if (!last || found.length > 2 || (found.length === 1 && !isEnd)) return undefined
  const [, year, month, day] = last
  if (day !== undefined) return dayOf(Number(year), Number(month), Number(day))
  const first = dayOf(Number(year), Number(month), 1)
  return first && addDays(addMonths(first, 1), -1)
}

type Ended = { readonly row: GridRow; readonly end: Day }

/** The same one stands there again, with a later term. */
const isFollowed = (row: GridRow, end: Day, all: readonly Ended[]): boolean => {
  const name = keyOf(row)
  return all.some((other) => other.row !== row && other.end > end && keyOf(other.row) === name)
}

const keyOf = (row: GridRow): string => nameOf(row).replace(/^第\d+行/u, '')

/** 已续聘, 换届后不再担任, 终止: it was gone on with, or is meant to be over. */
const saysWhy = (row: GridRow): boolean =>
  row.grid.columns.some((column) => holds(cell(row, column), [...rowWords().renewed, ...rowWords().ended]))

const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word))
