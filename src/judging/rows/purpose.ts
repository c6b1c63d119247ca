import { type Day, yearOf } from '../../core/day.ts'
import type { Ledger, LedgerRow } from '../../core/ledger.ts'
import type { Where } from '../../core/where.ts'
import type { Case } from './cases.ts'

/** The columns without which nobody can tell that a row counts; what only leaves rows out (是否延期 not 是) is none. */
export const deciding = (where: Where): string[] =>
  where.filter(({ tests }) => tests.some(({ test }) => test !== 'not' && test !== 'absent')).map(({ column }) => column)

/**
 * The cases that are kept for what a rule asks. A register without the column that it begins with (受理日期), where another
 * one of the same years has it, is kept for another purpose – what was published, what was filed: its rows are no cases of
 * this rule; nor are those of a list without a single day, which only names what there is. Without such another register
 * they are, and the column is lacking.
 */
export function keptFor(
  cases: readonly Case[],
  tables: readonly Ledger[],
  columns: readonly string[],
): readonly Case[] {
  const filled = tables.filter(({ rows }) => rows.length > 0)
  const asked = columns.filter((column) => filled.some((table) => !table.columns.includes(column)))
  if (asked.length === 0) return cases
  const whole = filled.filter((table) => asked.every((column) => table.columns.includes(column)))
  if (whole.length === 0) return cases
  const years = new Set(whole.flatMap((table) => [...yearsIn(table)]))
  return cases.filter(
    ({ rows }) =>
      !rows.every((row) => lacks(row, asked) && (isWithin(yearsOf(row), years) || yearsIn(row.ledger).size === 0)),
  )
}

const lacks = (row: LedgerRow, columns: readonly string[]): boolean =>
  columns.some((column) => row.field(column).state === 'absent')

const isWithin = (own: readonly number[], years: ReadonlySet<number>): boolean =>
  own.length > 0 && own.every((year) => years.has(year))

// Many rules ask the same tables, whose rows do not change while a package is judged.
const known = new WeakMap<Ledger, ReadonlySet<number>>()

function yearsIn(table: Ledger): ReadonlySet<number> {
  const found = known.get(table) ?? new Set(table.rows.flatMap(yearsOf))
  known.set(table, found)
  return found
}

function yearsOf(row: LedgerRow): number[] {
  return row.ledger.spec.columns.flatMap(({ name, type }) => {
    if (type !== 'day' && type !== 'time') return []
    const field = row.field(name)
    const day: Day | undefined = field.state === 'day' || field.state === 'time' ? field.day : undefined
    return day === undefined ? [] : [yearOf(day)]
  })
}
