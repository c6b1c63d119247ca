/** What two systems may differ in. `column` is a ledger's: its id is `L01.公布日期`. */
export const CHANGED = [
  'system',
  'milestone',
  'parameter',
  'erratum',
  'unit',
  'group',
  'ledger',
  'column',
  'indicator',
  'material',
  'rule',
  'titles',
] as const
export type Changed = (typeof CHANGED)[number]

/** One key of the thing that differs. `kind` is that of the rule whose parameter it is; null for a key that all share. */
export type FieldChange = {
  readonly key: string
  readonly kind: string | null
  readonly from: unknown
  readonly to: unknown
}

export type Change = {
  readonly of: Changed
  readonly id: string
  readonly name: string
  /** The indicator it belongs to, or `package`; null for what belongs to none. */
  readonly indicator: string | null
  readonly change: 'added' | 'removed' | 'changed'
  /** Why the later system does not ask it any more, where it says so. */
  readonly why: string
  readonly fields: readonly FieldChange[]
}
