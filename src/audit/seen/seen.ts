import type { TableNote } from '../../core/ledger.ts'
import type { Declaration, Need } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import type { FlawKind } from '../../judging/papers/flaws/flaw.ts'
import type { About } from '../../placing/about.ts'

/** A material of an indicator. `material` is null where the file only lies under the indicator. */
export type Wanting = {
  readonly indicator: string
  readonly material: string | null
  readonly why: string
  /** What would make it sure; empty where it is, or where nobody can say. */
  readonly needs: readonly Need[]
}

export type Serving = Wanting & { readonly sure: boolean }

/** That there was none of a matter: in which words, for which days, and whose statement that is. */
export type SeenNothing = {
  readonly matter: string
  readonly sentence: string
  readonly from: string | null
  readonly to: string | null
  readonly states: readonly string[]
  readonly at: Place
}

export type SeenFlaw = { readonly kind: FlawKind; readonly sure: boolean; readonly words: string }

/** What is made of one paper: a file, or one of several that are bound into it. */
export type SeenPaper = About & {
  readonly serves: readonly Serving[]
  readonly near: readonly Wanting[]
  readonly nothings: readonly SeenNothing[]
  readonly declarations: readonly Declaration[]
  readonly flaws: readonly SeenFlaw[]
}

/** A head and the column that it is taken for; how surely, 0…1. */
export type SeenColumn = {
  readonly head: string
  readonly column: string
  readonly certainty: number
  readonly why: string
  readonly cell: string
}

export type SeenTable = {
  readonly name: string
  readonly page: number | null
  /** What it is taken for: several where a column tells affairs apart, or registers stand one below the other; none where it is of no matter that the system knows. */
  readonly ledgers: readonly SeenLedger[]
}

/** What of a table belongs to one ledger. */
export type SeenLedger = {
  readonly matter: { readonly id: string; readonly name: string; readonly why: string }
  readonly columns: readonly SeenColumn[]
  /** May be these columns, and is to be asked. */
  readonly asked: readonly SeenColumn[]
  /** Heads that are read as no column. */
  readonly unread: readonly string[]
  readonly records: number
  readonly notes: readonly TableNote[]
}

export type SeenFile = SeenPaper & {
  readonly file: string
  readonly parts: readonly (SeenPaper & { readonly page: number | null; readonly pages: number })[]
  readonly tables: readonly SeenTable[]
}
