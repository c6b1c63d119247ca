import { cellWord } from '../../language/cell-words.ts'
import { plain } from '../../language/text.ts'
import { textOf } from '../../records/cell.ts'
import { amountIn } from './amounts.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isRemarked } from './remarks.ts'

/** Columns whose total is not the sum of its rows, where the table has one total of just these rows. */
export function wrongSums(grid: Grid, totals: readonly GridRow[]): Flaw[] {
  const [total, ...others] = totals
  // Sections with sums of their own, and totals of several years, are another arithmetic.
  if (!total || others.length > 0 || grid.rows.includes(total)) return []
  if (grid.asides.some(({ values }) => values.some((value) => typeof value === 'string' && SUBTOTAL.test(value))))
    return []
  // What stands below the total (平均办理时限) is none of it.
  const rows = grid.rows.filter(({ index }) => index < total.index)
  return rows.length < 2 ? [] : grid.columns.flatMap((column) => wrongIn(grid, column, rows, total))
}

const SUBTOTAL = new RegExp(cellWord('subtotals'), 'u')

function wrongIn(grid: Grid, column: Column, rows: readonly GridRow[], total: GridRow): Flaw[] {
  if (NO_SUM.test(column.head.labels.at(-1) ?? '')) return []
  if (!COUNTED.has(column.parts.attributes[0] ?? '') && column.parts.attributes.length > 0) return []
  const amounts = rows.flatMap((row) => amountIn(cell(row, column)) ?? [])
  const stated = amountIn(cell(total, column))
  if (stated === undefined || amounts.length < rows.length || cell(total, column).includes('%')) return []
  const sum = Math.round(amounts.reduce((all, amount) => all + amount, 0) * 100) / 100
  // 20 under 二届3次, 2021: how many rows there are, and no sum of what stands in them.
  if (stated === rows.length || amounts.every(isYear) || Math.abs(sum - stated) < 0.011) return []
  const words = `合计“${column.name}”${stated}，各行相加为${sum}`
  return [flawAt('数字', total, column, words, isPlain({ grid, column, rows, total, off: stated - sum }))]
}

/** 平均分, 最高分: what stands in the line of sums is none of it. */
const NO_SUM = new RegExp(`${cellWord('unsummed')}|[率比]$`, 'u')

const isYear = (amount: number): boolean => Number.isInteger(amount) && amount >= 1990 && amount <= 2100

const COUNTED = new Set(['数量', '人数', '金额', '学时'])

type Wrong = {
  readonly grid: Grid
  readonly column: Column
  readonly rows: readonly GridRow[]
  readonly total: GridRow
  readonly off: number
}

/**
 * Money of a table long enough, whose total counts all its rows, is wrong as it stands: unless a note speaks of the
 * difference or says that more is in it, or what is too little is what stands in rows that a remark takes out.
 */
function isPlain({ grid, column, rows, total, off }: Wrong): boolean {
  if (rows.length < FEWEST || !isMoney(grid, column) || countsOthers(total, rows.length)) return false
  const below = grid.rows.filter(({ index }) => index > total.index)
  const notes = [...grid.asides, ...below, total].flatMap(({ values }) => values.map(textOf).map(plain))
  if (notes.some((note) => MORE.test(note) || figuresIn(note).includes(Math.abs(off)))) return false
  const apart = rows.filter(isRemarked).map((row) => amountIn(cell(row, column)) ?? 0)
  return !isMadeOf(apart, -off)
}

const FEWEST = 5

/** 已退金额, and whatever else is no count in a table whose head says 单位:元. */
function isMoney(grid: Grid, { parts }: Column): boolean {
  const [attribute] = parts.attributes
  return attribute === '金额' || (attribute === undefined && grid.names.some((name) => IN_MONEY.test(plain(name))))
}
const IN_MONEY = new RegExp(`${cellWord('unitOf')}\\s*:?[^;。]{0,8}${cellWord('money')}`, 'u')

/** 合计39件 under forty rows: one of them is none of it. */
const countsOthers = ({ values }: GridRow, rows: number): boolean =>
  values.some((value) => {
    const counted = COUNTED_IN.exec(plain(textOf(value)).trim())
    return counted !== null && Number(counted[1]) !== rows && Number(counted[1]) > rows * SIMILAR
  })
const SIMILAR = 0.7
const COUNTED_IN = new RegExp(`^(?:${cellWord('totals')})?(\\d{1,4})\\p{Script=Han}{1,2}$`, 'u')

const MORE = new RegExp(`(?<!${cellWord('notIn')})${cellWord('alsoIn')}`, 'u')

const figuresIn = (note: string): number[] =>
  [...note.matchAll(/\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/gu)].map(([text]) => Number(text.replaceAll(',', '')))

/** Whether some of the few amounts make the sum. */
function isMadeOf(amounts: readonly number[], sum: number): boolean {
  if (sum <= 0) return false
  const sums = new Set([0])
  for (const amount of amounts.slice(0, MOST_APART)) for (const one of [...sums]) sums.add(one + amount)
  return [...sums].some((one) => one > 0 && Math.abs(one - sum) < 0.011)
}
const MOST_APART = 10
