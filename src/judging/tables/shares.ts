import { comparedTo, type Percent, percentName, percentText } from '../../core/percent.ts'
import { cellWord } from '../../language/cell-words.ts'
import { bare } from '../../language/text.ts'
import { amountIn } from './amounts.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isRemarked } from './remarks.ts'
import { wrongSums } from './sums.ts'

/** A share that a table of figures states: which heads it is known by, and its threshold. */
export type Wanted = { readonly words: readonly string[]; readonly atLeast: Percent }

/**
 * The total row's share, recomputed from the columns that make it, against the threshold; that of each whole year, where
 * rows are of years; and of every row, where nothing may be missing.
 */
export function belowShare(grid: Grid, { words, atLeast }: Wanted): Flaw[] {
  const isEvery = comparedTo(1, 1, atLeast) === 0
  const whole = isEvery ? grid.rows : [...totalsOf(grid), ...yearsOf(grid)]
  return grid.columns
    .filter((column) => isRate(column, words))
    .flatMap((column) => {
      const made = madeOf(grid, column)
      return whole.flatMap((row) => {
        const share = made ? countsOf(row, made) : statedIn(row, column)
        if (!share || comparedTo(share.part, share.of, atLeast) >= 0) return []
        const shown = made ? `${share.part}/${share.of}，即${percentText(share.part, share.of)}` : cell(row, column)
        return [flawAt('比率', row, column, `${column.name}${shown}，低于${percentName(atLeast)}`)]
      })
    })
}

export const isRate = ({ head, parts }: Column, words: readonly string[]): boolean =>
  (parts.attributes[0] === '比率' || parts.attributes[0] === '满意度' || /率|度$|\//u.test(head.labels.at(-1) ?? '')) &&
  words.some((word) => bare(head.text).includes(bare(word)))

const TOTAL = new RegExp(`^${cellWord('totals')}`, 'u')

/** Its total rows; a table of a single row is its own. */
export function totalsOf({ rows, asides }: Grid): readonly GridRow[] {
  const sums = asides.filter(({ values }) =>
    values.some((value) => typeof value === 'string' && TOTAL.test(bare(value))),
  )
  return sums.length > 0 ? sums : rows.length === 1 ? rows : []
}

/** Rows of one whole year each, by the column that says of which: 2022上半年 is none yet. */
function yearsOf({ rows, columns }: Grid): readonly GridRow[] {
  const column = columns.find(({ parts }) => parts.attributes[0] === '年度')
  return column ? rows.filter((row) => YEAR.test(cell(row, column)) && row.grid.rows.length > 1) : []
}
const YEAR = /^20\d{2}(?:年度?)?$/u

type Made = { readonly part: Column; readonly of: Column }

const known = new WeakMap<Column, Made | null>()

/** Of which two columns a rate is made: those that make it in nearly every row. */
export function madeOf(grid: Grid, rate: Column): Made | undefined {
  const found = known.get(rate)
  if (found !== undefined) return found ?? undefined
  const made = search(grid, rate)
  known.set(rate, made ?? null)
  return made
}

function search(grid: Grid, rate: Column): Made | undefined {
  const amounts = grid.columns.filter((column) => column !== rate && isAmount(grid, column))
  const stated = grid.rows.flatMap((row) => {
    const share = statedIn(row, rate)
    return share ? [{ row, percent: share.part }] : []
  })
  if (stated.length < 2) return undefined
  let best: { readonly made: Made; readonly fits: number; readonly rank: number } | undefined
  for (const part of amounts)
    for (const of of amounts) {
      if (part === of) continue
      const fits = stated.filter(({ row, percent }) => isMade(row, part, of, percent)).length
      // Where all is done any two columns make 100%: 完成率 is made of 完成(项), and a wrong one is among its own rows.
      const rank = fits + (isNamedFor(rate, part) ? stated.length * NAMED_FOR : 0)
      if (fits > 0 && rank > (best?.rank ?? 0)) best = { made: { part, of }, fits, rank }
    }
  return best?.made
}

/** How many of the rows may disagree with a pair that the rate is named for, before another pair is taken. */
const NAMED_FOR = 0.3

/** 完成率 and 完成(项), 结果公示率 and 结果公示(户). */
function isNamedFor(rate: Column, part: Column): boolean {
  const own = bare(rate.head.labels.at(-1) ?? '').replace(/[率比例]+$/u, '')
  return own.length >= 2 && bare(part.head.text).includes(own)
}

const isAmount = (grid: Grid, column: Column): boolean =>
  grid.rows.filter((row) => amountIn(cell(row, column)) !== undefined && !cell(row, column).includes('%')).length >=
  grid.rows.length * 0.7

function isMade(row: GridRow, part: Column, of: Column, percent: number): boolean {
  const counts = countsOf(row, { part, of })
  return counts !== undefined && counts.part <= counts.of && Math.abs((counts.part / counts.of) * 100 - percent) <= 0.51
}

export function countsOf(row: GridRow, { part, of }: Made): { part: number; of: number } | undefined {
  const [a, b] = [amountIn(cell(row, part)), amountIn(cell(row, of))]
  return a === undefined || b === undefined || b <= 0 ? undefined : { part: a, of: b }
}

/** 89.2%, or 0.892 in a column of shares. */
function statedIn(row: GridRow, column: Column): { part: number; of: number } | undefined {
  const text = cell(row, column)
  const [, part, of] = /^(\d{1,4})\/(\d{1,4})$/u.exec(text) ?? []
  if (part !== undefined && Number(of) > 0 && Number(part) <= Number(of)) return { part: Number(part), of: Number(of) }
  const figure = /^(\d{1,3}(?:\.\d{1,4})?)\s*%?$/u.exec(text)
  if (!figure) return undefined
  const value = Number(figure[1])
  return { part: text.includes('%') || value > 1 ? value : value * 100, of: 100 }
}

const COUNTED_IN = '(?:[数人票件份].{0,2})?$'
const SATISFIED = new RegExp(`^${cellWord('degrees')}?${cellWord('content')}${COUNTED_IN}`, 'u')
const ANSWERED = new RegExp(cellWord('answered'), 'u')
const ANSWERS = new RegExp(
  `^(?:(?:${cellWord('degrees')}|${cellWord('against')})?${cellWord('content')}|${cellWord('neutral')})${COUNTED_IN}`,
  'u',
)

/** A survey by answers: those who were content, of all who answered. */
export function discontent(grid: Grid, atLeast: Percent): Flaw[] {
  const leaf = (column: Column): string => bare(column.head.labels.at(-1) ?? '')
  const content = grid.columns.filter((column) => SATISFIED.test(leaf(column)) && isAmount(grid, column))
  const answers = grid.columns.filter((column) => ANSWERS.test(leaf(column)) && isAmount(grid, column))
  if (content.length === 0 || answers.length < 2) return []
  const all = grid.columns.find((column) => ANSWERED.test(leaf(column)) && isAmount(grid, column))
  return [...totalsOf(grid), ...yearsOf(grid)].flatMap((row) => {
    const sum = (columns: readonly Column[]) =>
      columns.reduce((total, column) => total + (amountIn(cell(row, column)) ?? 0), 0)
    const [part, of] = [sum(content), (all && amountIn(cell(row, all))) ?? sum(answers)]
    if (of <= 0 || part > of || comparedTo(part, of, atLeast) >= 0) return []
    return [
      flawAt(
        '比率',
        row,
        content[0],
        `满意和基本满意${part}，共${of}，即${percentText(part, of)}，低于${percentName(atLeast)}`,
      ),
    ]
  })
}

/** Figures of a table that contradict one another: a rate that its columns do not make, a total that is no sum. */
export function contradictory(grid: Grid): readonly Flaw[] {
  const found = flaws.get(grid) ?? [...wrongRates(grid), ...wrongSums(grid, totalsOf(grid))]
  flaws.set(grid, found)
  return found
}

// No rule asks it in another way.
const flaws = new WeakMap<Grid, readonly Flaw[]>()

function wrongRates(grid: Grid): Flaw[] {
  return grid.columns.flatMap((rate) => {
    if (rate.parts.attributes[0] !== '比率') return []
    const made = madeOf(grid, rate)
    if (!made) return []
    return [...grid.rows, ...totalsOf(grid).filter((row) => !grid.rows.includes(row))].flatMap((row) => {
      const [counts, stated] = [countsOf(row, made), statedIn(row, rate)]
      if (!counts || !stated || Math.abs((counts.part / counts.of) * 100 - stated.part) <= 0.6) return []
      const right = percentText(counts.part, counts.of)
      // What its own name makes and every other row bears out was put too high.
      return [
        flawAt(
          '数字',
          row,
          rate,
          `${rate.name}填${cell(row, rate)}，按${counts.part}/${counts.of}应为${right}`,
          // Who writes too little accuses nobody but himself of a slip; all of it, though some is left, is none.
          (stated.part === 100 || isNamedFor(rate, made.part)) &&
            stated.part > (counts.part / counts.of) * 100 &&
            !isRemarked(row),
        ),
      ]
    })
  })
}
