/** What a column may hold, by what its cells look like. */
export const VALUE_KINDS = [
  'day',
  'time',
  'year',
  'month',
  'span',
  'amount',
  'percent',
  'flag',
  'number',
  'person',
  'organ',
  'link',
  'word',
  'text',
] as const
export type ValueKind = (typeof VALUE_KINDS)[number]

/** One thing that labels speak of, and the words for it: anywhere in a label, at its end only, at its beginning only. */
export type Wording = {
  readonly id: string
  readonly words: readonly string[]
  readonly ends: readonly string[]
  readonly starts: readonly string[]
}

/** What a column is (日期, 文号, 是否), whatever it is of. */
export type AttributeWords = Wording & {
  readonly values: readonly ValueKind[]
  /** Attributes that clerks put the same thing under, now and then. */
  readonly near: readonly string[]
}

/** What happened (决定, 送达), or what is spoken of (当事人, 决定书). */
export type TopicWords = Wording & {
  /** The wider topic that it is one kind of: 法制审核 is a 审核. */
  readonly of: string | null
  readonly near: readonly string[]
  /** It mostly goes with another one: 告知书送达日期 is the day of 告知. */
  readonly light: boolean
  /** Any office's tables speak of it: it tells no ledger. */
  readonly everyday: boolean
}

/** Two events that are a third one together: what a 审核 received was sent to it. */
export type Together = { readonly first: string; readonly then: readonly string[]; readonly is: string }

/** Ways that exclude one another: 起 and 止, 计划 and 实际. */
export type TurnWords = {
  readonly of: string
  /** The way that is meant where a label says none. */
  readonly usual: string | null
  readonly ways: readonly Wording[]
}

/** What clerks write into cells and around tables. */
export type MarkWords = {
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly none: readonly string[]
  readonly unknown: readonly string[]
  readonly inapplicable: readonly string[]
  readonly spot: readonly string[]
  /** In a column of days: it has not come to that yet. */
  readonly open: readonly string[]
  readonly total: readonly string[]
  readonly foot: readonly string[]
  readonly sample: readonly string[]
  readonly apart: readonly string[]
}

/** The words by which rows of any table are looked at. Events are named as in `events`. */
export type RowWords = {
  readonly order: readonly {
    readonly first: readonly string[]
    readonly then: readonly string[]
    readonly but?: readonly string[]
    /** The other way round it cannot have been. */
    readonly certain?: boolean
  }[]
  readonly afterwards: readonly string[]
  readonly starts: readonly string[]
  readonly finishes: readonly string[]
  readonly flagged: readonly string[]
  readonly recorded: readonly string[]
  readonly criminal: readonly string[]
  readonly handing: readonly string[]
  readonly handed: readonly string[]
  readonly unhanded: readonly string[]
  readonly crimes: readonly string[]
  readonly minor: readonly string[]
  readonly extending: readonly string[]
  /** For which a limit is put off without being extended: 国庆放假,顺延. */
  readonly holidays: readonly string[]
  readonly undone: readonly string[]
  readonly refusing: readonly string[]
  readonly handedIn: readonly string[]
  readonly originals: readonly string[]
  readonly equal: readonly string[]
  readonly holding: readonly string[]
  readonly ending: readonly string[]
  readonly ended: readonly string[]
  readonly handlers: readonly string[]
  readonly checkers: readonly string[]
  readonly verdicts: readonly string[]
  readonly pending: readonly string[]
  readonly awaiting: readonly string[]
  readonly spent: readonly string[]
  readonly underway: readonly string[]
  readonly stages: readonly string[]
  readonly early: readonly string[]
  readonly taken: readonly string[]
  readonly late: readonly string[]
  readonly uncounted: readonly string[]
  readonly times: readonly string[]
  readonly restarting: readonly string[]
  readonly listed: readonly string[]
  readonly withdrawn: readonly string[]
  readonly struck: readonly string[]
  /** How a cell says that a step was given up, or nobody asked for it: 放弃听证. */
  readonly waived: readonly string[]
  readonly another: readonly string[]
  readonly natural: readonly string[]
  readonly bodies: readonly string[]
  readonly bodyEnds: readonly string[]
  readonly bearing: readonly string[]
  readonly excused: readonly string[]
  readonly displeased: readonly string[]
  readonly nameless: readonly string[]
  readonly norms: readonly string[]
  readonly again: readonly string[]
  readonly signing: readonly string[]
  readonly madeUp: readonly string[]
  readonly signed: readonly string[]
  /** How a cell says that it was tried and did not come off. */
  readonly vain: readonly string[]
  /** Two rows under one number that are one matter. */
  readonly oneMatter: readonly string[]
  readonly spared: readonly string[]
  readonly ungrounded: readonly string[]
  readonly keeping: readonly string[]
  readonly dropping: readonly string[]
  readonly heads: readonly string[]
  readonly offices: readonly string[]
  readonly staff: readonly string[]
  readonly renewed: readonly string[]
  readonly limiting: readonly string[]
  readonly lasting: readonly string[]
  readonly lacking: readonly string[]
  /** How a row says that there was nothing to be entered: 零报告. */
  readonly nil: readonly string[]
  readonly urgent: readonly string[]
  readonly adjusted: readonly string[]
  readonly repealed: readonly string[]
  readonly superseded: readonly string[]
  /** How a row says that its term was cut short. */
  readonly shortened: readonly string[]
  /** How a line over or under a table says how it is filled in. */
  readonly legend: readonly string[]
  readonly droppedLists: readonly string[]
  readonly abolished: readonly string[]
  readonly declaring: readonly string[]
  readonly inForce: readonly string[]
  readonly wanted: readonly string[]
  readonly issuing: readonly string[]
  readonly committees: readonly string[]
  readonly grassroots: readonly string[]
  readonly placed: readonly string[]
  readonly waiving: readonly string[]
  readonly uses: readonly string[]
  readonly instead: readonly string[]
  readonly entitled: readonly string[]
}

/** The words by which papers and tables are understood: data, kept in `words/` by people who do not program. */
export type Lexicon = {
  readonly attributes: readonly AttributeWords[]
  readonly events: readonly TopicWords[]
  readonly objects: readonly TopicWords[]
  readonly together: readonly Together[]
  readonly turns: readonly TurnWords[]
  readonly marks: MarkWords
}
