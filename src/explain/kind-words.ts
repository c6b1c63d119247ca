import type { Params, Values } from '../core/kind.ts'
import type { Indicator, IndicatorSystem, Rule } from '../core/system.ts'
import { titled } from '../language/prose.ts'

export type About = { readonly system: IndicatorSystem; readonly indicator: Indicator; readonly rule: Rule }

/** How a clerk is told of a kind: its name, what a rule of it asks, and what no such rule can see. */
export type KindWords = {
  readonly name: string
  asks(about: About): string[]
  readonly limits: string
}

export const words = <const P extends Params>(
  { params }: { readonly params: P },
  name: string,
  limits: string,
  says: (values: Values<P>, about: About) => (string | false)[],
): KindWords => ({
  name,
  limits,
  asks(about) {
    if (Object.keys(params).some((key) => !Object.hasOwn(about.rule.params, key))) return []
    // Loading decoded them by these very parameters.
    return says(about.rule.params as Values<P>, about).filter((line) => line !== false)
  },
})

/** The materials by their names: 《甲》、《乙》. */
export function papers({ indicator }: About, ids: readonly string[], last = '、'): string {
  const names = ids.map((id) => titled(indicator.materials.find((material) => material.id === id)?.name ?? id))
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}${last}${names.at(-1)}`
}
