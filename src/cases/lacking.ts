import type { IndicatorSystem, Rule } from '../core/system.ts'
import { type RuleCases, SHOWN, type Shown } from './load.ts'

/** A rule of which some outcome is neither shown by a case nor said to be impossible. */
export type Lacking = { readonly rule: Rule; readonly outcomes: readonly Shown[] }

export function lackingIn(system: IndicatorSystem, all: readonly RuleCases[]): Lacking[] {
  const known = new Map(all.map((own) => [own.rule.id, own]))
  return [system.package, ...system.indicators].flatMap((indicator) =>
    indicator.rules.flatMap((rule) => {
      const own = known.get(rule.id)
      const outcomes = SHOWN.filter(
        (outcome) => !own || (!Object.hasOwn(own.impossible, outcome) && !isShown(own, outcome)),
      )
      return outcomes.length > 0 ? [{ rule, outcomes }] : []
    }),
  )
}

/** Where nothing demands what a rule looks for, its absence is noted: that is what its cases show instead. */
const isShown = ({ rule, cases }: RuleCases, outcome: Shown): boolean =>
  cases.some(
    ({ case: { expect } }) => expect === outcome || (outcome !== 'met' && expect === 'noted' && rule.demanded === null),
  )
