import type { Source } from './basis.ts'
import type { Block } from './block.ts'
import type { Day } from './day.ts'
import type { Extent, Format } from './evidence.ts'
import type { Outcome, Severity } from './outcome.ts'
import type { Place } from './place.ts'
import type { Problem } from './problem.ts'
import type { Part, UnitKind } from './system.ts'
import type { Data, Lack } from './verdict.ts'

/** An outcome about one rule for one unit, said in words, with the places that prove it. */
export type Finding = {
  /** Stable across runs, renamed folders and shifted rows: the rule's id and the verdict's subject. */
  readonly id: string
  readonly indicator: string
  readonly rule: string
  readonly kind: string
  readonly outcome: Outcome
  readonly severity: Severity
  /** The message's name in its kind, and what fills it: the sentence for programmes. */
  readonly key: string
  readonly data: Data
  readonly message: string
  readonly remedy: string
  readonly expected: string
  readonly actual: string
  readonly basis: string
  /** The plan's slip that this rule works around, in words; empty where there is none. */
  readonly erratum: string
  readonly cites: readonly Place[]
  /** What is not there, or not enough of it. */
  readonly lacks?: Lack
  /** The plan's or a law's own words that demand it. */
  readonly demanded?: string
  /** Where the package keeps papers of that kind, for what is not there and has no place. */
  readonly folder?: string
  /** The finding that tells this one too. */
  readonly waitsFor?: string
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
  readonly format: 2
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
  /** What there is to do, each thing once, in the order in which it is told. */
  readonly blocks: readonly Block[]
  readonly findings: readonly Finding[]
  /** What the rules rest on that hold something against the unit or ask it: where it was read, and when. */
  readonly sources: readonly Source[]
  readonly files: readonly FileResult[]
  readonly problems: readonly Problem[]
}
