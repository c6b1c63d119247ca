import type { Kind, Params, Values } from './kind.ts'
import type { Indicator, IndicatorSystem, Rule } from './system.ts'

export type About = {
  readonly system: IndicatorSystem
  readonly indicator: Indicator
  readonly rule: Rule
  /** How a clerk is told of another kind; undefined for one that this edition of the tool does not know. */
  nameOf(kind: string): string | undefined
}

/** How people are told of a kind. All of it Chinese. */
export type KindWords<V> = {
  readonly name: string
  /** What no rule of the kind can see. */
  readonly limits: string
  /** The parameters that authors use most, as Markdown, for their guide. */
  readonly usual: string
  /** What a rule of the kind asks, a line each; what does not concern this rule is false. */
  asks(values: V, about: About): readonly (string | false)[]
}

/** A kind as the registry holds it. */
export type ExplainedKind = Kind & { readonly words: KindWords<never> }

/** Lays its words beside a kind: they stand in its folder, and whoever explains asks the registry for them. */
export const explained = <const K extends { readonly params: Params }>(
  kind: K,
  words: KindWords<Values<K['params']>>,
): K & { readonly words: KindWords<Values<K['params']>> } => ({ ...kind, words })
