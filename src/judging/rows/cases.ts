import type { Scope } from '../../core/kind.ts'
import type { Ledger, LedgerRow } from '../../core/ledger.ts'
import type { Place } from '../../core/place.ts'
import type { Truth } from '../../core/where.ts'
import { listed, noted, quoted } from '../../language/prose.ts'
import { rowsOf } from '../desk/scope.ts'
import type { Condition } from './conditions.ts'

/** One matter of a ledger: a row, or several of one key that two files tell differently. */
export type Case = { readonly row: LedgerRow; readonly rows: readonly LedgerRow[] }

export const isDisputed = ({ rows }: Case): boolean => rows.length > 1

/** Whether its rows answer one of the conditions differently: only then is it the files that keep it open. */
export const disagrees = ({ row, rows }: Case, ...conditions: readonly Condition[]): boolean =>
  rows.some((other) => conditions.some(({ of }) => of(other) !== of(row)))

/** It says of itself that it came to nothing or is not to be counted: what it lacks is no question. */
export const isAside = ({ rows }: Case): boolean => rows.every(({ aside }) => aside === true)

/** What all rows of a case answer alike; unknown where they do not. */
export function truthOf({ row, rows }: Case, test: (row: LedgerRow) => Truth): Truth {
  const truth = test(row)
  return rows.every((other) => other === row || test(other) === truth) ? truth : 'unknown'
}

// Many rules look at one ledger, and its rows do not change while a package is judged.
const known = new WeakMap<readonly LedgerRow[], readonly Case[]>()

export function casesOf(scope: Scope, ledger: string): readonly Case[] {
  const { rows, disputed } = rowsOf(scope, ledger)
  const found = known.get(rows) ?? grouped(rows, disputed)
  known.set(rows, found)
  return found
}

function grouped(rows: readonly LedgerRow[], disputed: readonly LedgerRow[][]): Case[] {
  const groups = new Map(disputed.flatMap((group) => group.map((row) => [row, group] as const)))
  return rows.flatMap((row) => {
    const group = groups.get(row)
    if (!group) return [{ row, rows: [row] }]
    return group[0] === row ? [{ row, rows: group }] : []
  })
}

export const namesOf = (cases: readonly Case[], unit = '件'): string =>
  listed(
    cases.map(({ row }) => noted(row.name, '')),
    unit,
  )

/** The deciding cell of each row of each case. */
export const placesOf = (
  cases: readonly Case[],
  column: (row: LedgerRow) => string | undefined = () => undefined,
): Place[] => cases.flatMap(({ rows }) => rows.map((row) => row.place(column(row))))

/** A verdict that nothing is wrong needs no more than a few places to look. */
export const sampled = (places: readonly Place[]): Place[] => places.slice(0, 20)

export const tablePlaces = (tables: readonly Ledger[]): Place[] =>
  tables.map(({ file, sheet }) => ({ file, ...(sheet && { sheet }) }))

/** Why a case is open: the deciding column of the condition by which it counts, else of the judged one that nobody can tell. */
export const openColumn =
  (counts: Condition, ...judged: readonly Condition[]) =>
  (row: LedgerRow): string | undefined =>
    counts.of(row) === 'yes'
      ? (judged.find((one) => one.of(row) === 'unknown') ?? judged[0])?.decisive(row)
      : counts.decisive(row)

/** The columns that keep cases open, as a message names them. */
export function columnsToFill(cases: readonly Case[], why: (row: LedgerRow) => string | undefined): string {
  const columns = new Set(cases.slice(0, 100).flatMap(({ rows }) => rows.flatMap((row) => why(row) ?? [])))
  return quoted([...columns].slice(0, 3)) || '相关各列'
}
