import { addDays, written } from '../../core/day.ts'
import { rowWords } from '../../language/row-words.ts'
import { raw } from './cells.ts'
import { type Span, spanIn } from './days.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Grid, GridRow } from './grid.ts'
import { type DayColumn, rolesOf, widely } from './roles.ts'

/** Which order a rule demands; in any other one a slip of the pen is likelier. */
export type Demanded = {
  readonly first: readonly string[]
  readonly then: readonly string[]
  /** Of the kinds of `then`, those that are none here. */
  readonly but?: readonly string[]
}

/** 目录公布日期 is the day of a yearly list, not of what stands in it. */
const LIST = '目录'

type Pair = {
  readonly earlier: DayColumn
  readonly later: DayColumn
  readonly isDemanded: boolean
  /** A case closed before it was opened: whichever of the two days is wrong, one is. */
  readonly isCertain: boolean
}

/** Rows in which something was done before what has to come first. */
export function outOfOrder(grid: Grid, demanded: Demanded): Flaw[] {
  const acts = rolesOf(grid).days.filter(
    ({ as, event, column }) => as === 'act' && event !== null && !column.name.includes(LIST),
  )
  const pairs = acts.flatMap((earlier) =>
    acts.flatMap((later): Pair[] => {
      if (earlier === later || earlier.end === '起' || later.end === '止') return []
      const isDemanded = comes(earlier, later, demanded)
      const orders = rowWords().order.filter((one) => comes(earlier, later, one))
      const isCertain = orders.some(({ certain }) => certain)
      return isDemanded || orders.length > 0 ? [{ earlier, later, isDemanded, isCertain }] : []
    }),
  )
  if (pairs.length === 0) return []
  return grid.rows.flatMap((row) => flawIn(row, pairs, acts) ?? [])
}

export function comes(earlier: DayColumn, later: DayColumn, { first, then, but = [] }: Demanded): boolean {
  const [a, b] = [earlier.event!, later.event!]
  const { afterwards } = rowWords()
  if (afterwards.includes(a) || a === b || but.includes(b)) return false
  return widely(a).some((id) => first.includes(id)) && widely(b).some((id) => then.includes(id))
}

function flawIn(row: GridRow, pairs: readonly Pair[], acts: readonly DayColumn[]): Flaw | undefined {
  const wrong = pairs.flatMap((pair) => {
    const [a, b] = [spanOf(row, pair.earlier), spanOf(row, pair.later)]
    if (!a || !b || b.to >= a.from || isMadeUp(row, pair.earlier, a, b)) return []
    // 限期拆除决定, 法制审核, 强制执行决定: of two decisions the later one is meant.
    const others = acts.filter((one) => one !== pair.later && one.event === pair.later.event)
    const isAnother = others.some((one) => (spanOf(row, one)?.from ?? '') >= a.to)
    return isAnother && !pair.isDemanded ? [] : [{ ...pair, a, b }]
  })
  const worst = wrong.find(({ isDemanded }) => isDemanded) ?? wrong.find(({ isCertain }) => isCertain) ?? wrong[0]
  if (!worst) return undefined
  const { earlier, later, a, b, isDemanded, isCertain } = worst
  const words = `${later.column.name}${written(b.to)}，早于${earlier.column.name}${written(a.from)}`
  return flawAt('先后', row, earlier.column, words, isDemanded || isCertain)
}

/** What could not wait was approved within a day, and the row says so. */
function isMadeUp(row: GridRow, { event }: DayColumn, a: Span, b: Span): boolean {
  if (event !== '审批' || addDays(b.to, 1) < a.from) return false
  return row.values.some((value) => rowWords().urgent.some((word) => String(value ?? '').includes(word)))
}

export const spanOf = (row: GridRow, { column }: DayColumn): Span | undefined => spanIn(raw(row, column), row.grid.year)
