import { cellWord } from '../../language/cell-words.ts'
import { plain } from '../../language/text.ts'
import { cell } from './cells.ts'
import type { Column, GridRow } from './grid.ts'

const FIGURE = /^[¥约]?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,6})?\s*(?:万元|元|%|[\p{Script=Han}]{0,2})?$/u

export function amountIn(text: string): number | undefined {
  const found = FIGURE.exec(plain(text).trim())
  return found ? Number(`${found[1]!.replaceAll(',', '')}${found[2] ?? ''}`) : undefined
}

export type Paid = { readonly paid: number; readonly promised: number; readonly column: Column }

/** What was paid of what was promised, where a table has one column for each, of one unit. */
export function paidOf(row: GridRow): Paid | undefined {
  const amounts = row.grid.columns.filter(({ parts }) => parts.attributes[0] === '金额')
  const paid = amounts.filter(isPaid)
  const promised = amounts.filter((column) => !isPaid(column))
  if (paid.length !== 1 || promised.length !== 1) return undefined
  if (paid[0]!.parts.notes.join() !== promised[0]!.parts.notes.join()) return undefined
  const [a, b] = [amountIn(cell(row, paid[0]!)), amountIn(cell(row, promised[0]!))]
  return a === undefined || b === undefined || b === 0 ? undefined : { paid: a, promised: b, column: paid[0]! }
}

const PAID = new RegExp(`^${cellWord('paid')}`, 'u')

const isPaid = ({ parts, head }: Column): boolean => parts.turns.应当 === '已' || PAID.test(head.labels.at(-1) ?? '')
