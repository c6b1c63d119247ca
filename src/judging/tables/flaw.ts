import type { Place } from '../../core/place.ts'
import type { Column, GridRow } from './grid.ts'
import { nameOf, placeOf } from './row-name.ts'

/** What is checked in the rows of a table, by the name that findings bear. */
export const CHECKS = [
  '先后',
  '期限',
  '办理',
  '依据',
  '填写',
  '人数',
  '人员',
  '证件',
  '情形',
  '登记',
  '移送',
  '比率',
  '数字',
] as const
export type Check = (typeof CHECKS)[number]

/** What is amiss in one row. `plain`: as it stands it can mean nothing else. */
export type Flaw = {
  readonly check: Check
  readonly row: GridRow
  readonly column: Column | undefined
  readonly words: string
  readonly plain: boolean
  /** What ought to have been done by a day is still not done. */
  readonly open?: boolean
  /** Where the office itself says what is asked. */
  readonly by?: Place
}

export const flawAt = (check: Check, row: GridRow, column: Column | undefined, words: string, plain = true): Flaw => ({
  check,
  row,
  column,
  words,
  plain,
})

export const named = ({ row, words }: Flaw): string => `${nameOf(row)}：${words}`

export const cited = ({ row, column }: Flaw): Place => placeOf(row, column)
