import type { Outcome } from './outcome.ts'
import type { Place } from './place.ts'

export type Data = Readonly<Record<string, string | number>>

/**
 * What is not there: papers (ids of materials, any of which would do) or parts of them, a ledger, or columns of a ledger
 * that is there.
 */
export type Lack = {
  readonly materials?: readonly string[]
  readonly parts?: readonly string[]
  readonly ledger?: string
  readonly columns?: readonly string[]
  /** The unit itself did so in another year: the duty is its own. */
  readonly shown?: true
}

/** What a unit did in one year of several it has to do in the others. */
export const shown = <M extends string>(verdict: Verdict<M>): Verdict<M> =>
  verdict.lacks ? { ...verdict, lacks: { ...verdict.lacks, shown: true } } : verdict

/**
 * What a kind concluded about one subject of a rule. `message` is a key of the kind's `messages`, never prose.
 * `subject` tells apart the verdicts of one rule ("2021", "张三"); it is part of the finding's identity, so it holds
 * no row number and no path.
 */
export type Verdict<M extends string = string> = {
  readonly outcome: Outcome
  readonly message: M
  readonly data: Data
  readonly cites: readonly Place[]
  readonly subject: string
  readonly expected: string
  readonly actual: string
  /** Only where something is not there, or not enough of it. Whether that is held against the unit, the audit decides. */
  readonly lacks?: Lack
}

type More = {
  readonly cites?: readonly Place[]
  readonly subject?: string | number
  readonly expected?: string
  readonly actual?: string
  readonly lacks?: Lack
}

const verdict =
  (outcome: Outcome) =>
  <const M extends string>(message: M, data: Data = {}, more: More = {}): Verdict<M> => ({
    outcome,
    message,
    data,
    cites: more.cites ?? [],
    subject: String(more.subject ?? ''),
    expected: more.expected ?? '',
    actual: more.actual ?? '',
    ...(more.lacks && { lacks: more.lacks }),
  })

export const met = verdict('met')
export const gap = verdict('gap')
export const unclear = verdict('unclear')
export const exempt = verdict('exempt')
