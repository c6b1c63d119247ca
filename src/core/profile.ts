/**
 * How the papers of each indicator are called, learnt from titles that people have labelled: which single signs and pairs
 * of signs speak for which of them. A plain value, so that it can be made once and kept.
 */
export type Profiles = {
  /** Ids of indicators; the last may be '' for papers that prove nothing. */
  readonly ids: readonly string[]
  /** By sign or pair: how rare it is, then index and weight of each indicator for which it speaks, in turn. */
  readonly grams: Readonly<Record<string, readonly number[]>>
}

export const NO_PROFILES: Profiles = { ids: [], grams: {} }

/** A title that somebody has labelled; no ids: it proves nothing. */
export type Example = { readonly title: string; readonly ids: readonly string[] }
