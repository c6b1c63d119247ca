import type { Calendar } from './calendar.ts'
import type { Day } from './day.ts'
import type { Evidence } from './evidence.ts'
import type { DocumentFacts } from './fact.ts'
import type { Ledger, LedgerSpec } from './ledger.ts'
import type { Place } from './place.ts'
import type { DenialSpec, Parameter, Unit } from './system.ts'

/** A file with what was recognised in it. */
export type Document = {
  readonly evidence: Evidence
  readonly facts: DocumentFacts
  /** The file that this is one of several documents of; its own path is then no file's. */
  readonly partOf?: string
  /** From an earlier run, so that its text need not be read again to be judged. */
  readonly kept?: Kept
}

/** What rules ask of every text: its first short lines where it has no title, and which pairs of signs stand in it. */
export type Kept = { readonly headings: readonly string[]; readonly grams: string; readonly voices: Voices }

/** What in a text says what the paper and its parts are about. */
export type Voices = {
  readonly opening: string
  /** The few lines of a photograph. */
  readonly captions: readonly string[]
  readonly sections: readonly { readonly head: string; readonly text: string }[]
  readonly sheets: readonly { readonly name: string; readonly title: string; readonly head: string }[]
  readonly stretches: readonly Stretch[]
}

/** A paragraph with the head that it stands under, both plain; the head is empty where there is none. */
export type Stretch = { readonly head: string; readonly text: string; readonly page?: number }

/**
 * A paper's text speaks of what a material would show, though the paper is another one: an account of several matters, the
 * minutes of a meeting. It proves nothing, and nobody may say that the matter stands nowhere in the package.
 */
export type Telling = {
  readonly file: string
  readonly indicator: string
  readonly material: string
  /** How plainly, to be compared with other tellings. */
  readonly weight: number
  /** With the words that tell. */
  readonly at: Place
  readonly why: string
  /** The unit's own report owns up that there is none. */
  readonly admits?: true
  /** And that of the whole indicator there is nothing. */
  readonly whole?: true
}

/**
 * Which material of which indicator a file serves. `material` is null when the file lies under the indicator but is none
 * of its materials. `sure` is true for the unit's own mapping and for a title or header match; false asks a person.
 */
export type Match = {
  readonly file: string
  readonly indicator: string
  readonly material: string | null
  readonly sure: boolean
  /** The unit itself put the file here, by its folder or by audit.yaml; otherwise it was found by its content. */
  readonly placed?: true
  /** The folder's words speak of this indicator and of no other, though it states no number. */
  readonly topic?: true
  /** The material that it would be, were it the unit's own paper; `material` is null then. */
  readonly was?: string
  /** One of its sections only; or it would be sure, were it no draft; or it is called like such papers, in its own words. */
  readonly by?: 'section' | 'draft' | 'likeness'
  readonly why: string
  /** What would make it sure, where it is not. */
  readonly needs?: readonly Need[]
}

/** What a paper lacks to be a material for certain. */
export type Need =
  /** Its name should say one of each of these. */
  | { readonly kind: 'words'; readonly words: readonly (readonly string[])[] }
  /** It is a paper of other kinds than the material is. */
  | { readonly kind: 'genre'; readonly is: readonly string[]; readonly genres: readonly string[] }
  /** 送审稿, 模板: the word that says so. */
  | { readonly kind: 'final' | 'filled'; readonly word: string }
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  /** Its name should be the material's; its text should speak of the matter; it has no table; it could not be read. */
  | { readonly kind: 'title' | 'text' | 'table' | 'readable' }

/** A file that is nearly a material: "found X, expected Y, because …", in Chinese. */
export type NearMiss = {
  readonly file: string
  readonly indicator: string
  readonly material: string
  readonly why: string
  readonly needs?: readonly Need[]
}

/** 不适用 or 零报告, from audit.yaml or from a document of the unit. */
export type Declaration = {
  readonly indicator: string
  readonly declares: '不适用' | '零报告'
  readonly reason: string
  readonly by: string
  readonly on: Day | null
  readonly at: Place
}

/** The unit says that there was none of a matter: by which denial of the system, in which words, and for which days. */
export type Nothing = {
  readonly of: DenialSpec
  readonly file: string
  readonly sentence: string
  readonly from: Day | null
  readonly to: Day | null
  readonly at: Place
}

/** 2021年调处矛盾纠纷64件: so many of a ledger's records, says a report; null: open, or not said. */
export type Count = {
  readonly ledger: string
  readonly indicator: string
  readonly number: number
  readonly from: Day | null
  readonly to: Day | null
  readonly file: string
  readonly quote: string
  readonly at: Place
}

/** What texts call the rate that a rule computes, or that is whole where the rule finds nothing. */
export type ClaimedAs = {
  readonly rule: string
  readonly names: readonly string[]
  /** The one it reads, or one of its indicator; null where there is none. */
  readonly ledger: string | null
  /** From how many hundredths on a claim says that the rule is met. */
  readonly enough: number
}

/** A person's answer to a rule that asks one; without effect after `until`. */
export type Answer = {
  readonly rule: string
  readonly answer: '符合' | '不符合'
  readonly reason: string
  readonly by: string
  readonly on: Day
  readonly until: Day | null
  readonly at: Place
}

/** Everything that a rule may look at: one unit's package on one day. No file, no clock, no network. */
export type Package = {
  readonly unit: Unit
  readonly asOf: Day
  readonly cycle: { readonly from: Day; readonly to: Day }
  readonly calendar: Calendar
  readonly parameters: readonly Parameter[]
  readonly documents: readonly Document[]
  /** The documents that begin on a later page of a file; what searches all texts has them in `documents` already. */
  readonly parts?: readonly Document[]
  readonly ledgers: readonly Ledger[]
  /** The ledgers that the system knows, found or not. */
  readonly specs?: readonly LedgerSpec[]
  /** All units that the system knows, so that another's paper is told from the unit's own. */
  readonly roster?: readonly Unit[]
  readonly matches: readonly Match[]
  readonly nearMisses: readonly NearMiss[]
  readonly declarations: readonly Declaration[]
  readonly answers: readonly Answer[]
  /** What the unit says it had none of. */
  readonly nothings?: readonly Nothing[]
  /** What its papers speak of in passing. */
  readonly tellings?: readonly Telling[]
  readonly counts?: readonly Count[]
  readonly claimedAs?: readonly ClaimedAs[]
  /** Files that speak of the whole unit: self-reports, yearly reports, statements. */
  readonly accounts?: ReadonlySet<string>
}

/** The files of a package and the papers that are bound into them. */
export const papersOf = ({ documents, parts = [] }: Pick<Package, 'documents' | 'parts'>): readonly Document[] => [
  ...documents,
  ...parts,
]
