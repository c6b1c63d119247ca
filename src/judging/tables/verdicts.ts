import { type Day, dayOf } from '../../core/day.ts'
import { comparedTo, type Percent, percentName, percentText } from '../../core/percent.ts'
import { cellWord } from '../../language/cell-words.ts'
import { plain } from '../../language/text.ts'
import { textOf } from '../../records/cell.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isRemark } from './remarks.ts'
import { placeOf } from './row-name.ts'

/**
 * A table of one year in which each row says whether they were content: those who were, of all who said so, against the
 * share that is asked for. Told at the rows that were not content, with the line below them that claims more.
 */
export function discontentRows(grid: Grid, atLeast: Percent, asOf: Day): Flaw[] {
  const column = verdictsIn(grid)
  if (!column) return []
  const said = grid.rows.flatMap((row) => {
    const verdict = verdictOf(cell(row, column))
    return verdict === undefined ? [] : [{ row, isContent: verdict || isContentAfterAll(row, column) }]
  })
  const against = said.filter(({ isContent }) => !isContent)
  const [part, of] = [said.length - against.length, said.length]
  if (against.length === 0) return []
  const claim = claimIn(grid, part, of)
  const isBelow = comparedTo(part, of, atLeast) < 0
  const end = grid.year === undefined ? undefined : dayOf(grid.year, 12, 31)
  const isOver = end !== undefined && end <= asOf
  // A year that is not over may still be made good; what is claimed of it now is said now.
  if (!claim && !(isBelow && isOver)) return []
  const short = isBelow ? `，低于${percentName(atLeast)}` : ''
  const also = claim ? `，却写“${claim.words}”` : ''
  return against.map(({ row }, nth) => {
    const words = nth > 0 ? '' : `，${of}件中满意${part}件，即${percentText(part, of)}${short}${also}`
    const flaw = flawAt('比率', row, column, `“${column.name}”为${cell(row, column)}${words}`)
    return claim ? { ...flaw, by: placeOf(claim.row, claim.column) } : flaw
  })
}

/** Whether a rule asks for the share of those who were content. */
export const asksContent = (rates: readonly string[]): boolean => rates.some((word) => IS_CONTENT.test(word))
const IS_CONTENT = new RegExp(cellWord('content'), 'u')

const CONTENT = `(?:${cellWord('degrees')})?${cellWord('content')}`
const AGAINST = `(?:${cellWord('notContent')})${cellWord('content')}`
const VERDICT = new RegExp(`${AGAINST}|${CONTENT}`, 'gu')
const IS_AGAINST = new RegExp(`^${AGAINST}`, 'u')
const LONGEST = 20

/** 不满意→满意: what stands last is what it came to. */
function verdictOf(text: string): boolean | undefined {
  if (text.length > LONGEST) return undefined
  const last = [...plain(text).matchAll(VERDICT)].at(-1)?.[0]
  return last === undefined ? undefined : !IS_AGAINST.test(last)
}

/** The one column in which nearly all rows that say anything say that. */
function verdictsIn({ columns, rows }: Grid): Column | undefined {
  const found = columns.filter((column) => {
    if (isRemark(column)) return false
    const filled = rows.map((row) => cell(row, column)).filter((text) => text !== '')
    const verdicts = filled.filter((text) => verdictOf(text) !== undefined)
    return verdicts.length >= FEWEST && verdicts.length >= filled.length * NEARLY_ALL
  })
  return found.length === 1 ? found[0] : undefined
}
const [FEWEST, NEARLY_ALL] = [3, 0.8]

/** 重新办理后代表改签满意, in what is said besides. */
const isContentAfterAll = (row: GridRow, column: Column): boolean =>
  row.grid.columns.some((one) => one !== column && isRemark(one) && lastWord(cell(row, one)) === true)

function lastWord(text: string): boolean | undefined {
  const last = [...plain(text).matchAll(VERDICT)].at(-1)?.[0]
  return last === undefined ? undefined : !IS_AGAINST.test(last)
}

type Claim = { readonly row: GridRow; readonly column: Column; readonly words: string }

const RATE = new RegExp(`${CONTENT}[^\\d;。]{0,12}[率度]\\D{0,3}(\\d{1,3}(?:\\.\\d{1,2})?)%`, 'u')
const COUNTS = [
  new RegExp(`(?<!${cellWord('notContent')})${cellWord('content')}\\s*(\\d{1,4})[件个份条]`, 'u'),
  new RegExp(`(\\d{1,4})[件个份条](?:${CONTENT})`, 'u'),
]

/** What a line below the rows says that they do not bear out: 满意率98%, 12件满意. Who says less claims nothing. */
function claimIn(grid: Grid, part: number, of: number): Claim | undefined {
  for (const row of grid.asides)
    for (const [at, value] of row.values.entries()) {
      const text = plain(textOf(value))
      const rate = RATE.exec(text)
      const count = COUNTS.map((one) => one.exec(text)).find((one) => one !== null)
      const isMore =
        (rate && Number(rate[1]) > (part / of) * 100 + ROUNDED && Number(rate[1]) <= 100) ||
        (count && Number(count[1]) > part && Number(count[1]) <= of)
      const words = rate && isMore ? rate[0] : (count?.[0] ?? '')
      const column = grid.columns.findLast((one) => one.at <= at) ?? grid.columns[0]
      if (isMore && column) return { row, column, words }
    }
  return undefined
}
const ROUNDED = 0.6
