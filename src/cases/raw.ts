import type { Day } from '../core/day.ts'
import type { Extent, Format } from '../core/evidence.ts'
import type { Certainty } from '../core/fact.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Declaration } from '../core/package.ts'
import type { UnitKind } from '../core/system.ts'

/** `off`: the rule is not judged at all, on that day or of such a unit. */
export const EXPECTATIONS = ['met', 'gap', 'unclear', 'noted', 'exempt', 'off'] as const satisfies readonly (
  | Outcome
  | 'off'
)[]
export type Expectation = (typeof EXPECTATIONS)[number]

/** The outcomes that the cases of every rule show. */
export const SHOWN = ['met', 'gap', 'unclear'] as const
export type Shown = (typeof SHOWN)[number]

export type Cell = string | number | null

/** A row of a ledger as it stands in the table, by columns; `times` repeats it, `in` names another file. */
export type RawRow = { readonly times: number; readonly in: string | null; readonly [column: string]: Cell }

export type RawPaper = {
  /** Id or name; null lies in the package and serves nothing. */
  readonly material: string | null
  readonly title: string | null
  readonly number: string | null
  readonly issuer: string | null
  readonly issued: Day | null
  readonly dated: Certainty
  readonly text: string | readonly string[]
  /** The text is filled up to so many characters. */
  readonly chars: number | null
  readonly table: readonly (readonly Cell[])[]
  readonly draft: boolean
  readonly sealed: boolean | null
  readonly read: Extent
  readonly format: Format
  readonly sure: boolean
  /** Nearly the material, and why it is not. */
  readonly near: string | null
  readonly times: number
}

export type RawDeclares = {
  readonly declares: Declaration['declares']
  readonly reason: string
  readonly by: string
  readonly on: Day | null
}

export type RawAnswer = {
  readonly answer: '符合' | '不符合'
  readonly reason: string
  readonly by: string
  readonly on: Day | null
  readonly until: Day | null
}

/** What another rule found before: a rule that gathers sees it. `message` is `rate.claim-differs`. */
export type RawEarlier = {
  readonly message: string
  readonly outcome: Outcome
  readonly indicator: string
  readonly says: string
}

export type RawCase = {
  readonly name: string
  readonly expect: Expectation
  readonly says: string
  readonly subject: string | null
  readonly 'as-of': Day | null
  readonly unit: UnitKind | null
  readonly certain: boolean
  readonly rows: Readonly<Record<string, readonly RawRow[]>>
  readonly lacks: Readonly<Record<string, readonly string[]>>
  readonly documents: readonly RawPaper[]
  readonly claims: Readonly<Record<string, string | number>>
  readonly declares: Declaration['declares'] | RawDeclares | null
  readonly answers: readonly (RawAnswer['answer'] | RawAnswer)[]
  readonly parameters: Readonly<Record<string, string | number | null>>
  readonly earlier: readonly RawEarlier[]
}

export type RawRuleCases = {
  readonly rule: string
  readonly impossible: Readonly<Partial<Record<Shown, string>>>
  readonly cases: readonly RawCase[]
}
