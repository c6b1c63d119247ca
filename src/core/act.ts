import type { Day } from './day.ts'
import type { Place } from './place.ts'

/** Who spoke or presided: 镇长赵某 has both, 区长 a post alone. */
/** `assumed`: nobody says that it is the head of the body; it stands first among those present. */
export type Speaker = { readonly name: string; readonly post: string; readonly assumed?: true }

/** One matter of a meeting, and whether its head spoke first or last on it. */
export type Item = {
  readonly text: string
  /** What stands in 《》, without its stage. */
  readonly of: readonly string[]
  readonly first: Place | null
  readonly last: Place | null
  readonly at: Place
}

/**
 * What a paper records that was done, with its days: a draft laid open, an opinion on its legality, a meeting, a report on
 * one's duties. Papers that speak of the same 《…》 tell one story.
 */
export type Act =
  | {
      readonly kind: 'consultation'
      readonly of: readonly string[]
      readonly from: Day | null
      readonly until: Day | null
      /** Why it is shorter, in the notice's words. */
      readonly shortened: string | null
      /** Whether businesses are concerned: it says so, it speaks of them, or neither. */
      readonly market: 'said' | 'perhaps' | 'no'
      readonly at: Place
    }
  | {
      readonly kind: 'opinion'
      readonly of: readonly string[]
      /** Numbers of the decisions that it is about. */
      readonly numbers: readonly string[]
      readonly received: Day | null
      readonly issued: Day | null
      /** 合法性: of rules and decisions; 法制: of acts of enforcement. */
      readonly about: '合法性' | '法制'
      readonly at: Place
    }
  | {
      readonly kind: 'meeting'
      readonly day: Day
      readonly chair: Speaker
      readonly items: readonly Item[]
      /** What the whole is about, for meetings that name no item. */
      readonly text: string
      /** What stands above its time, and its agenda: what this meeting of a book of minutes is about. */
      readonly headed?: readonly string[]
      readonly at: Place
    }
  | {
      readonly kind: 'account'
      readonly who: Speaker
      readonly year: number | null
      /** Where it speaks of the duty for the rule of law; null where it does not. */
      readonly law: Place | null
      readonly at: Place
    }

export type ActOf<K extends Act['kind']> = Extract<Act, { readonly kind: K }>
