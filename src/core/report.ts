import type { Day } from './day.ts'
import type { Extent, Format } from './evidence.ts'
import type { Outcome, Severity } from './outcome.ts'
import type { Place } from './place.ts'
import type { Problem } from './problem.ts'
import type { Part, UnitKind } from './system.ts'

/** An outcome about one rule for one unit, said in words, with the places that prove it. */
export type Finding = {
  /** Stable across runs, renamed folders and shifted rows: the rule's id and the verdict's subject. */
  readonly id: string
  readonly indicator: string
  readonly rule: string
  readonly kind: string
  readonly outcome: Outcome
  readonly severity: Severity
  readonly message: string
  readonly remedy: string
  readonly expected: string
  readonly actual: string
  readonly basis: string
  /** The plan's slip that this rule works around, in words; empty where there is none. */
  readonly erratum: string
  readonly cites: readonly Place[]
}

export type IndicatorResult = {
  readonly id: string
  readonly level1: string
  readonly text: string
  readonly part: Part
  readonly outcome: Outcome
  /** Why it is what it is where no finding says so: no rules yet, not claimed, not the unit's. */
  readonly note: string
}

export type FileResult = {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly format: Format
  readonly read: Extent
  readonly pages: number
  readonly pagesRead: number
  readonly matches: readonly { readonly indicator: string; readonly material: string; readonly why: string }[]
  readonly facts: {
    readonly documentNumber?: string
    readonly title?: string
    readonly issuer?: string
    readonly issued?: Day
  }
}

export type Counts = Readonly<Record<Outcome, number>>

/** The contract that everything else hangs on (schemas/report.schema.json). */
export type Report = {
  readonly format: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly system: { readonly id: string; readonly version: string; readonly name: string; readonly sha256: string }
  readonly unit: { readonly name: string; readonly kind: UnitKind }
  readonly asOf: Day
  /** How `asOf` came about and what lies between it and the cycle, in words. */
  readonly clock: string
  readonly summary: {
    readonly indicators: Counts
    readonly findings: Counts
    readonly files: {
      readonly total: number
      readonly read: number
      readonly partly: number
      readonly unread: number
      readonly unmatched: number
    }
  }
  readonly indicators: readonly IndicatorResult[]
  readonly findings: readonly Finding[]
  readonly files: readonly FileResult[]
  readonly problems: readonly Problem[]
}
