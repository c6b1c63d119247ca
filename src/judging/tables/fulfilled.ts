import { type Day, yearOf } from '../../core/day.ts'
import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { plain } from '../../language/text.ts'
import { amountIn } from './amounts.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isNoted, isRemark } from './remarks.ts'
import { mainEvent, rolesOf, widely } from './roles.ts'
import { spanOf } from './sequence.ts'

/** Two columns of figures of one unit: how much there was to do, and how much of it was done. */
type Pair = { readonly due: Column; readonly done: Column }

/**
 * Rows in which less was done than there was to do (抽查22户、公示0户; 承诺150万元、已兑现90万元), in a table where the two are
 * the same nearly everywhere: arithmetic knows the pair, and the event of its head that it is of what the rule asks.
 */
export function unfulfilled(grid: Grid, acts: ReadonlySet<string>, asOf: Day): Flaw[] {
  return grid.columns
    .filter((column) => isOf(column, acts))
    .flatMap((done) => {
      const due = dueOf(grid, done)
      return due ? grid.rows.flatMap((row) => flawIn(row, { due, done }, asOf)) : []
    })
}

const isOf = (column: Column, acts: ReadonlySet<string>): boolean => {
  const event = mainEvent(column)
  const [attribute] = column.parts.attributes
  return event !== null && widely(event).some((id) => acts.has(id)) && (attribute === undefined || OF.has(attribute))
}
const OF = new Set(['数量', '人数', '金额', '情况', '结果'])

/** The nearest column on the left that is never less, and in most rows the same. */
function dueOf({ columns, rows }: Grid, done: Column): Column | undefined {
  return columns
    .filter((column) => column.at < done.at && column.parts.notes.join() === done.parts.notes.join())
    .findLast((due) => {
      const pairs = rows.flatMap((row) => {
        const figures = figuresOf(row, { due, done })
        return figures ? [figures] : []
      })
      const same = pairs.filter(([a, b]) => a === b && a > 0)
      return (
        pairs.length >= rows.length * NEARLY_ALL &&
        same.length >= Math.max(FEWEST, pairs.length * MOST) &&
        new Set(same.map(([a]) => a)).size > 1 &&
        pairs.every(([a, b]) => b <= a)
      )
    })
}

const [NEARLY_ALL, FEWEST, MOST] = [0.7, 3, 0.6]

/** What is blank among the done is nothing. */
function figuresOf(row: GridRow, { due, done }: Pair): readonly [number, number] | undefined {
  const a = amountIn(cell(row, due))
  const b = cell(row, done) === '' ? 0 : amountIn(cell(row, done))
  return a === undefined || b === undefined ? undefined : [a, b]
}

function flawIn(row: GridRow, pair: Pair, asOf: Day): Flaw[] {
  const [due, done] = figuresOf(row, pair) ?? [0, 0]
  if (done >= due || isNotYet(row, done, asOf) || isExcused(row)) return []
  const remarks = row.grid.columns.filter(isRemark)
  const said = remarks.flatMap((column) => (isUsual(row, column) ? [] : [cell(row, column)])).join('；')
  const words = `${pair.due.name}${cell(row, pair.due)}，${pair.done.name}${cell(row, pair.done) || '空白'}${said && `（${said}）`}`
  return [
    flawAt(
      '办理',
      row,
      pair.done,
      words,
      said === '' || (OF_MONEY.has(pair.done.parts.attributes[0] ?? '') && isDiverted(said)),
    ),
  ]
}

const OF_MONEY = new Set(['金额'])
const DIVERTED = new RegExp(cellWord('diverted'), 'u')
const RETURNED = new RegExp(cellWord('returned'), 'u')
/** 余1000元抵付油料款: the rest was not paid in later, it was spent. */
const isDiverted = (said: string): boolean => DIVERTED.test(plain(said)) && !RETURNED.test(plain(said))

/** 已缴清 stands in every row: it says of this one no more than of the others. */
function isUsual(row: GridRow, column: Column): boolean {
  const own = cell(row, column)
  return own === '' || row.grid.rows.filter((other) => cell(other, column) === own).length > row.grid.rows.length * 0.5
}

/** Its term is still to come; in a year that is not over nothing is late but what has not been begun. */
function isNotYet(row: GridRow, done: number, asOf: Day): boolean {
  const limits = rolesOf(row.grid).days.filter(({ as }) => as === 'limit')
  return isStillDue(row, asOf) || (done > 0 && limits.length === 0 && row.grid.year === yearOf(asOf))
}

/** Its own day has not passed. */
export const isStillDue = (row: GridRow, asOf: Day): boolean =>
  rolesOf(row.grid).days.some((one) => one.as === 'limit' && (spanOf(row, one)?.to ?? '') >= asOf)

/** The row says that nothing was to be done, or a note below the table speaks of it. */
function isExcused(row: GridRow): boolean {
  const { excused, withdrawn, waived } = rowWords()
  const ended = [excused, withdrawn, waived]
  return isNoted(row) || row.grid.columns.some((column) => ended.some((words) => holdsAny(cell(row, column), words)))
}
