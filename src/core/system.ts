import type { Basis } from './basis.ts'
import type { Day } from './day.ts'
import type { LedgerSpec } from './ledger.ts'
import type { Severity } from './outcome.ts'
import type { Example, Profiles } from './profile.ts'

export const UNIT_KINDS = ['department', 'town'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** How sure an outside statement is: read in the source, a reasoned proposal, or background knowledge (未核实). */
export const SURENESS = ['certain', 'likely', 'unsure'] as const
export type Sureness = (typeof SURENESS)[number]

export type Unit = {
  readonly name: string
  readonly kind: UnitKind
  readonly aliases: readonly string[]
  readonly sure: Sureness
  readonly note: string
}

/** A phrase of the plan that stands for many units. `candidates` owe nothing until their own data show relevance. */
export type Group = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly holds: 'listed' | 'towns' | 'departments' | 'candidates'
  readonly members: readonly { readonly unit: string; readonly sure: Sureness; readonly why: string }[]
  /** Ledgers of its own acts: a likely member that records the day of one there is surely of the group. */
  readonly 'shown-by': readonly { readonly ledger: string; readonly day: string }[]
  readonly note: string
}

export type Roster = { readonly units: readonly Unit[]; readonly groups: readonly Group[] }

export const CELLS = ['explicit', 'merged', 'absent'] as const

/** The 责任单位 cell: as printed, how it was printed, and how it is applied. `as` differs from `printed` only where it was absent. */
export type UnitCell = {
  readonly printed: string
  readonly cell: (typeof CELLS)[number]
  readonly as: string
  readonly why: string
}

/** How an indicator concerns a unit. */
export const PARTS = ['named', 'group', 'candidate', 'none'] as const
export type Part = (typeof PARTS)[number]

export const NATURES = ['institutional', 'process', 'ledger', 'statement', 'photo', 'screenshot'] as const
export type Nature = (typeof NATURES)[number]

/** What an indicator asks for. It is known by topic and kind of paper; a ledger by its headers as well. */
export type Material = {
  readonly id: string
  readonly name: string
  readonly need: 'required' | 'supporting'
  readonly nature: Nature
  /**
   * What it is about: each line one way to say it, words that must all be there, `|` between words of which one will do.
   * Words of words/topics.yaml stand for all their spellings.
   */
  readonly topic: readonly string[]
  /** The kinds of paper (文种) that it may be, by the classes of words/genres.yaml; empty is what its nature usually is. */
  readonly genre: readonly string[]
  /** Titles that the topic cannot tell. */
  readonly titles: readonly string[]
  /** A title that holds one of these is some other document. */
  readonly except: readonly string[]
  readonly ledger: string | null
  /** Columns of the ledger without which a table is kept for something else: a case book without 公示日期 shows no publication. */
  readonly shows: readonly string[]
  readonly issuers: readonly string[]
  readonly formats: readonly string[]
  readonly note: string
}

/** A quotation for all that the rule looks for, or one for each material that is demanded. */
export type Demanded = string | Readonly<Record<string, string>>

/** A slip of the plan: shown to the unit, never used against it. */
export type Erratum = {
  readonly id: string
  readonly indicators: readonly string[]
  readonly printed: string
  readonly applied: string
  readonly why: string
}

export type Rule = {
  /** `28.reviewed`: the indicator's id and the rule's. */
  readonly id: string
  readonly name: string
  readonly kind: string
  /** Checked and decoded by the kind's parameters. */
  readonly params: Readonly<Record<string, unknown>>
  readonly severity: Severity
  /** The plan's or a law's own words that demand what the rule looks for; without them its absence is no gap. */
  readonly demanded: Demanded | null
  readonly basis: readonly Basis[]
  readonly erratum: string | null
  /** In force for units of these kinds. */
  readonly for: readonly UnitKind[]
  /** A dated variant: judged when `asOf` lies inside. Null is open. */
  readonly from: Day | null
  readonly until: Day | null
  readonly remedy: string | null
  readonly note: string
}

export type Indicator = {
  readonly id: string
  readonly level1: string
  readonly level2: string
  readonly text: string
  readonly units: UnitCell
  readonly materials: readonly Material[]
  readonly rules: readonly Rule[]
  /** Unit kinds of which nothing is asked here, with the reason that the report gives. */
  readonly exempts: readonly { readonly kind: UnitKind; readonly why: string }[]
  /** Indicators by whose papers a unit that the plan does not name shows that this one may be its business: it is asked. */
  readonly kin: readonly string[]
}

/** The 二级指标 that an indicator belongs to; its number alone would not tell it from that of another 一级指标. */
export const levelOf = ({ level1, level2 }: Pick<Indicator, 'level1' | 'level2'>): string => `${level1} ${level2}`

export type Milestone = { readonly id: string; readonly name: string; readonly due: string; readonly source: string }

/** An outside figure or a threshold that the plan leaves open. Null: 待对照. */
export type Parameter = {
  readonly id: string
  readonly name: string
  readonly value: string | number | null
  readonly source: string
  readonly verified: boolean
}

/** With the day on which it was compared with its source. */
export type SystemParameter = Parameter & { readonly checked: Day | null }

/** The period that evidence must fall in, both ends included; `to` is the submission day. */
export type Cycle = { readonly from: Day; readonly to: Day; readonly note: string }

/** What an edition that builds on another one says of it: on which, and what it does not ask any more, with the reason. */
export type Extension = {
  /** The systems below it, nearest first. */
  readonly of: readonly { readonly id: string; readonly version: string }[]
  /** Ids of indicators ("17") and rules (`28.review-limit`). */
  readonly off: readonly { readonly id: string; readonly why: string }[]
}

/**
 * A way to say that there was nothing of a matter, and which demands that answers. `of`: things of which there were none
 * (未制发〔规范性文件〕); `all`: one word of each class stands in what is denied. `answers`: indicators of which nothing
 * more is asked; `states`: indicators whose statement it is; `ledgers`: rules that count in these fall away.
 */
export type DenialSpec = {
  readonly id: string
  readonly name: string
  readonly of: readonly string[]
  readonly acts: readonly string[]
  readonly all: readonly (readonly string[])[]
  readonly answers: readonly string[]
  readonly states: readonly string[]
  readonly ledgers: readonly string[]
  /** Others do it to the unit (复议, 诉讼): that the duty is not the unit's says nothing of whether it happened. */
  readonly befalls: boolean
  /** Columns of those ledgers that name whose a record is: what others did contradicts nobody who says that he did not. */
  readonly makers: readonly string[]
}

export type IndicatorSystem = {
  readonly id: string
  readonly version: string
  readonly name: string
  readonly source: string
  readonly cycle: Cycle
  readonly milestones: readonly Milestone[]
  readonly parameters: readonly SystemParameter[]
  readonly errata: readonly Erratum[]
  readonly roster: Roster
  readonly ledgers: readonly LedgerSpec[]
  readonly denials: readonly DenialSpec[]
  /** Labelled titles (titles.tsv), by title. */
  readonly examples?: readonly Example[]
  /** How papers of each indicator are called, learnt from these and from the indicators' own words. */
  readonly profiles?: Profiles
  /** The demands on the package as a whole, as an indicator with the id `package`. */
  readonly package: Indicator
  readonly indicators: readonly Indicator[]
  /** Only of a system that extends another. */
  readonly extension?: Extension
  /** SHA-256 over the resolved rule set: two reports with the same hash were judged alike. */
  readonly sha256: string
}
