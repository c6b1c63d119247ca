import type { Day } from '../../core/day.ts'
import { rowWords } from '../../language/row-words.ts'
import { plain } from '../../language/text.ts'
import { flagOf } from '../../records/flag.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { isStillDue } from './fulfilled.ts'
import type { Column, Grid } from './grid.ts'
import { isRemarked } from './remarks.ts'

/** Rows in which what ought to have been (应列席 6) was not done once (实列席 0). */
export function doneNever(grid: Grid, asOf: Day): Flaw[] {
  return grid.columns.flatMap((due) => {
    const done = counterpartOf(grid, due)
    // What is still to be paid has a day of its own.
    if (!done || due.parts.attributes[0] === '金额') return []
    return grid.rows.flatMap((row) => {
      const [of, made] = [figureIn(cell(row, due)), figureIn(cell(row, done))]
      if (of === undefined || of === 0 || made !== 0 || isStillDue(row, asOf)) return []
      return [flawAt('办理', row, done, `${due.name}${of}，${done.name}0`, !isRemarked(row))]
    })
  })
}

/** 实到 beside 应到, 已办 beside 应办: the same head but for that sign. */
function counterpartOf({ columns }: Grid, { head }: Column): Column | undefined {
  const leaf = plain(head.labels.at(-1) ?? '')
  if (!leaf.includes('应')) return undefined
  const names = ['实', '已', '实际'].map((sign) => leaf.replace('应', sign))
  return columns.find((one) => names.includes(plain(one.head.labels.at(-1) ?? '')))
}

/** Rows that are marked 一致 though the figure that was handed in and the one of the original differ. */
export function falselyEqual(grid: Grid): Flaw[] {
  const { handedIn, originals, equal } = rowWords()
  const [given, original, verdict] = [handedIn, originals, equal].map((words) =>
    grid.columns.filter(({ head }) => words.some((word) => head.text.includes(word))),
  )
  const figures = (columns: readonly Column[] | undefined) => columns?.find((column) => isOfFigures(grid, column))
  const [a, b, c] = [figures(given), figures(original), verdict?.[0]]
  if (!a || !b || !c || a === b) return []
  return grid.rows.flatMap((row) => {
    const said = cell(row, c)
    const [one, other] = [figureIn(cell(row, a)), figureIn(cell(row, b))]
    const isEqual = equal.some((word) => said.startsWith(word)) || flagOf(said) === true
    if (!isEqual || one === undefined || other === undefined || one === other) return []
    return [
      flawAt('数字', row, c, `${a.name}${cell(row, a)}，${b.name}${cell(row, b)}，仍填“${said}”`, !isRemarked(row)),
    ]
  })
}

const isOfFigures = (grid: Grid, column: Column): boolean =>
  grid.rows.filter((row) => figureIn(cell(row, column)) !== undefined).length >= grid.rows.length * MOST
const MOST = 0.6

/** 36, 36场, 98.4%, 100%(46/46): the figure that stands first. */
function figureIn(text: string): number | undefined {
  const found = /^(\d{1,9}(?:\.\d{1,4})?)(?![\d.\-/年])/u.exec(plain(text).trim())
  return found ? Number(found[1]) : undefined
}
