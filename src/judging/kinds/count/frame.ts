import type { Scope } from '../../../core/kind.ts'
import type { Place } from '../../../core/place.ts'
import { listed, quoted } from '../../../language/prose.ts'
import { hasAllRows, isSure } from '../../papers/absent.ts'
import type { Thing } from './counting.ts'

/** What all counts of one rule share. */
export type Frame = {
  readonly scope: Scope
  readonly materials: readonly string[]
  readonly least: number | null
  readonly most: number | null
  /** One count for each value of a column: which one. */
  readonly of: string
  /** What is counted: 条 of a ledger, 份 of papers, or the rule's own noun. */
  readonly unit: string
  readonly backs: readonly Place[]
  /** The ledger whose rows are counted; null where papers are. */
  readonly ledger: string | null
  /** What does not count here, of the same group or of other years: whoever doubts the count looks there. */
  readonly others: readonly Place[]
  readonly lacking: readonly string[]
  /** What the papers may say that there was none of, and the ledger that would show it. */
  readonly spared: { readonly by: readonly string[]; readonly unless: string | null }
}

/** Whether what is counted is all that there is. */
export const isAll = ({ scope, ledger, materials }: Frame): boolean =>
  ledger === null ? isSure(scope, materials) : hasAllRows(scope, ledger)

export const boundName = (least: number | null, most: number | null, unit: string): string =>
  [...(least === null ? [] : [`不少于${least}${unit}`]), ...(most === null ? [] : [`不超过${most}${unit}`])].join('、')

export const noteOf = (least: number | null, most: number | null, unit: string): string => {
  const bounds = [
    ...(least === null ? [] : [`已达${least}${unit}`]),
    ...(most === null ? [] : [`未超过${most}${unit}`]),
  ]
  return bounds.map((bound) => `，${bound}`).join('')
}

/** What makes the open ones open, besides their own cells. */
export const reasonOf = ({ lacking }: Frame): string => (lacking.length > 0 ? `，台账缺少${quoted(lacking)}列` : '')

export const thingNames = (things: readonly Thing[], unit: string): string =>
  listed(
    things.map(({ name }) => name),
    unit,
  )

export const placesIn = (things: readonly Thing[]): Place[] => things.flatMap(({ places }) => places)
