import { cellWord } from '../../language/cell-words.ts'
import { plain } from '../../language/text.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { nameOf } from './row-name.ts'
import { areOfOneParty } from './same-case.ts'

/** 昭交罚〔2022〕7号, 昭农(种子)罚〔2021〕4号: whose, of which year, and which. */
const NUMBER = /^([\p{Script=Han}()]{0,16})\s*[〔[(【]\s*(\d{4})\s*[〕\])】]\s*(?:第\s*)?(\d{1,5})\s*号$/u
/** JC-2021-02, 档2021-015: a file by its letters, its year and which. */
const CODE = /^([A-Za-z\p{Script=Han}]{1,8}[-—–/]?)\s*(20\d{2})\s*[-—–/]\s*(\d{1,4})(?:号|卷)?$/u
/** Of the cells of a column of numbers, so many are one. */
const MOSTLY = 0.6

type Numbered = { readonly row: GridRow; readonly series: string; readonly nth: number }

/**
 * Two cases under one number, by the papers that the rows cite: one number is for one case. Where a number of the same
 * series is skipped, it is the one that the second ought to have; where none is, it may be a slip of the list. Several parties
 * of one case share its number.
 */
export function sharedNumbers(grid: Grid): Flaw[] {
  const columns = grid.columns.flatMap((column) => {
    const numbers = numbersIn(grid, column)
    return numbers.length > 1 ? [{ column, numbers }] : []
  })
  return columns.flatMap(({ column, numbers }) => {
    const others = columns.flatMap((one) => (one.column === column ? [] : [one.column]))
    return numbers.flatMap((one, at) => {
      const first = numbers.slice(0, at).find((before) => before.series === one.series && before.nth === one.nth)
      const skipped = skippedBeside(numbers, one)
      if (!first || !areApart(first.row, one.row, others, skipped === undefined ? APART : APART - 1)) return []
      const also = skipped === undefined ? '' : `，而${skipped}号空缺`
      const words = `${column.name}“${cell(one.row, column)}”与${nameOf(first.row)}重复${also}`
      return [flawAt('填写', one.row, column, words, skipped !== undefined || isOnlyOne(numbers))]
    })
  })
}

/**
 * The same of what is no penalty, whose numbers have a rule of their own: one number of a register that two matters bear. What
 * repeats more of them numbers no single rows, and 依据 is what they go by.
 */
export const sharedBesides = (grid: Grid): Flaw[] => {
  const all = sharedNumbers(grid).filter(({ column }) => column && !column.parts.attributes.includes('依据'))
  return all.filter(
    ({ row, column }) =>
      all.filter((one) => one.column === column).length === 1 && !PENALTY.test(column ? cell(row, column) : ''),
  )
}
const PENALTY = new RegExp(cellWord('penalised'), 'u')

/** Of enough numbers all others are borne once: the second is no habit of the list. */
const isOnlyOne = (numbers: readonly Numbered[]): boolean =>
  numbers.length >= ENOUGH && new Set(numbers.map(({ series, nth }) => `${series} ${nth}`)).size === numbers.length - 1
const ENOUGH = 8

/** Whether a column holds the numbers of papers, which a rule of their own looks at. */
export const isOfPapers = (grid: Grid, column: Column): boolean => numbersIn(grid, column).length > 0

function numbersIn(grid: Grid, column: Column): Numbered[] {
  const filled = grid.rows.filter((row) => plain(String(row.values[column.at] ?? '')).trim() !== '')
  const numbers = filled.flatMap((row): Numbered[] => {
    const text = plain(String(row.values[column.at])).trim()
    const [whole, whose = '', year = '', nth] = NUMBER.exec(text) ?? CODE.exec(text) ?? []
    return whole === undefined ? [] : [{ row, series: whose + year, nth: Number(nth) }]
  })
  return numbers.length >= filled.length * MOSTLY ? numbers : []
}

/** Another name, and no other number in common: two parties of one case have one and the same file. */
const areApart = (a: GridRow, b: GridRow, numbers: readonly Column[], apart: number): boolean =>
  !areOfOneParty(a, b) &&
  differing(a, b) >= apart &&
  numbers.every((column) => cell(a, column) === '' || cell(a, column) !== cell(b, column))

/** Rows of one case differ in who it is and what he has to pay; where a number is skipped besides, in less. */
const APART = 4
const differing = (a: GridRow, b: GridRow): number =>
  a.grid.columns.filter((column) => cell(a, column) !== cell(b, column)).length

/** The number next to it that no row bears, though a later one is borne. */
function skippedBeside(numbers: readonly Numbered[], { series, nth }: Numbered): number | undefined {
  const borne = new Set(numbers.flatMap((one) => (one.series === series ? [one.nth] : [])))
  const last = Math.max(...borne)
  return [nth + 1, nth - 1].find(
    (one) => one > 0 && one <= last + 1 && !borne.has(one) && (one < last || one === nth + 1),
  )
}
