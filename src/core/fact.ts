import type { Act } from './act.ts'
import type { Day } from './day.ts'
import type { PageBox, SealKind } from './evidence.ts'
import type { Place } from './place.ts'

/** `certain`: stands where the standard puts it. `likely`: derived. `weak`: repaired, recognised badly, or one of several. */
export const CERTAINTIES = ['certain', 'likely', 'weak'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/**
 * A typed value that the evidence states. `why` says in Chinese how it was found, where that is not plain. `unconfirmed`:
 * recognised in one place of a picture only, where a figure may be misread with confidence.
 */
export type Fact<T> = {
  readonly value: T
  readonly at: Place
  readonly certainty: Certainty
  readonly why?: string
  readonly unconfirmed?: true
}

/** “合法性审核率达100%”: a figure that a text claims. `percent` as printed: 100, 91.7. */
export type Claim = {
  readonly subject: string
  readonly percent: number
  /** The text's own words, where it says all and no figure: 全部达到60学时. */
  readonly said?: string
  /** The heading above it and what stands before it, for what a bare 满意率 is a rate of. */
  readonly context?: string
  readonly at: Place
}

/** A round red seal and the like. Filled by readers that see pixels; empty where nothing looked. */
export type Seal = {
  readonly at: Place
  readonly certainty: Certainty
  readonly kind?: SealKind
  readonly sizeMm?: number
  /** Of a seal across the edges of several pages, all of them. */
  readonly pages?: readonly number[]
  readonly box?: PageBox
}

/**
 * A stretch of a sentence that says of something that it is not, or is not ours, or (both empty) counts it as none; and
 * for which days, null where it does not say. Which matter that is, the system's denials tell.
 */
export type Denial = {
  readonly sentence: string
  /** From the last comma before the denial, and what the denial reaches. */
  readonly clause: string
  readonly scope: string
  readonly ours: boolean
  /** What its section is headed with: 二、关于普遍停产停业。没有要求关门。 */
  readonly heading: string
  readonly from: Day | null
  readonly to: Day | null
  readonly at: Place
}

/** A spot of a paper that asks for a name, a day or a result and holds none: 乙方（盖章）：, 年 月 日, 审查结论. */
export type Blank = { readonly what: 'name' | 'day' | 'result'; readonly label: string; readonly at: Place }

/** How long a contract or certificate runs. `open`: it says that it goes on by itself. */
export type Term = {
  readonly from: Day | null
  readonly to: Day
  readonly at: Place
  readonly certainty: Certainty
  readonly open: boolean
}

/** What one file says of itself as an official document. Null where it does not say. */
export type DocumentFacts = {
  readonly number: Fact<string> | null
  readonly title: Fact<string> | null
  readonly issuer: Fact<string> | null
  readonly issued: Fact<Day> | null
  /** Numbers of other documents that this one cites. */
  readonly cited: readonly Fact<string>[]
  readonly claims: readonly Claim[]
  /** 征求意见稿, 送审稿, ×年×月, tracked changes …: signs that this is not the final text. */
  readonly drafts: readonly Fact<string>[]
  /** XX项, 2022年2月30日: what nobody can have meant to write. */
  readonly slips: readonly Fact<string>[]
  /** 主送机关. */
  readonly addressee: Fact<string> | null
  /** 特此说明 and the like: after it only a signature can come. */
  readonly closing: Fact<string> | null
  readonly blanks: readonly Blank[]
  readonly term: Term | null
  /** What it records that was done. */
  readonly acts: readonly Act[]
  /** Null: nobody looked (no pixels, no signature), so its absence proves nothing. */
  readonly seals: readonly Seal[] | null
  readonly denials: readonly Denial[]
}

export const NO_FACTS: DocumentFacts = {
  number: null,
  title: null,
  issuer: null,
  issued: null,
  cited: [],
  claims: [],
  drafts: [],
  slips: [],
  addressee: null,
  closing: null,
  blanks: [],
  term: null,
  acts: [],
  seals: null,
  denials: [],
}
