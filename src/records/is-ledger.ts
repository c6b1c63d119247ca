import type { ColumnSpec, LedgerSpec } from '../core/ledger.ts'
import type { Fit } from './fit.ts'
import { vocabulary } from './vocabulary.ts'

export const neededOf = ({ columns }: LedgerSpec) => columns.filter(({ needed }) => needed)

/** Its name and some of what it holds, or so much of it that no name is needed. */
export function isLedger({ spec, columns, missing, titled, told, share, used, explained, telling }: Fit): boolean {
  if (used < 2) return false
  // What has nothing of what the ledger is known by is called so, and is none.
  if (missing.length > 0 && missing.length === neededOf(spec).length) return false
  // Records of persons name them: a list of courses is none of who attended.
  const whose = spec.key.find((name) => !spec.columns.some((column) => column.name === name && column.type === 'year'))
  if (whose !== undefined && isPerson(whose) && !columns.has(whose)) return false
  // Records have their day; a list of what there is has none but that until which something is good.
  const dated = neededOf(spec).filter((column) => isDay(column) && !column.until)
  if (titled < 0.8 && dated.length > 0 && !spec.columns.some((column) => isDay(column) && columns.has(column.name)))
    return false
  // Every column, but each of them doubtful, is none.
  const whole = missing.length === 0 && neededOf(spec).length > 1 && told >= 0.8
  // A clerk keeps few of the columns that rules ask for; what he keeps is the ledger's for the greater part.
  const own = used >= 3 && explained >= 0.5
  if (titled >= 0.8) return told >= 0.8 && (share >= 0.2 || own)
  if (titled >= 0.6) return whole || (told >= 1.4 && (share >= 0.3 || own))
  if (!telling && !whole) return false
  if (titled >= 0.35) return whole || (told >= 1.4 && share >= 0.5) || (told >= 2 && own && used >= 4)
  if (told >= 3) return share >= 0.35 || (used >= 4 && explained >= 0.6)
  return whole ? share >= 0.6 : told >= 2 && share >= 0.7
}

export const isPerson = (name: string): boolean => vocabulary().parts([name]).attributes[0] === '姓名'
export const isDay = ({ type }: ColumnSpec): boolean => type === 'day' || type === 'time'

export const isNearly = ({ columns, titled, share }: Fit): boolean =>
  (columns.size >= 2 && share >= 0.4) || (titled >= 0.8 && columns.size >= 1)
