import type { Matter, Target } from './matters.ts'

/** How much a column tells of which ledger a table is, 0…1: 立案日期 much, 名称 and 日期 hardly anything. */
export type Weights = ReadonlyMap<Target, number>

const known = new WeakMap<readonly Matter[], Weights>()

export function weightsOf(matters: readonly Matter[]): Weights {
  const found = known.get(matters)
  if (found) return found
  const signs = new Map<string, Set<Matter>>()
  for (const matter of matters)
    for (const target of matter.targets) {
      const sign = signOf(target, matter)
      signs.set(sign, (signs.get(sign) ?? new Set()).add(matter))
    }
  const weights = new Map(
    matters.flatMap((matter) =>
      matter.targets.map((target) => [target, 1 / Math.sqrt(signs.get(signOf(target, matter))?.size ?? 1)] as const),
    ),
  )
  known.set(matters, weights)
  return weights
}

/** What is left of a column's name when the ledger's own matter is taken away: 处罚决定日期 is a 决定 of a day. */
function signOf({ said, columns }: Target, { own }: Matter): string {
  const [parts] = said
  if (!parts) return columns.join()
  const topics = [...parts.events, ...parts.objects].filter((topic) => !own.has(topic))
  return `${parts.attributes[0] ?? ''} ${topics.at(-1) ?? ''} ${parts.rest}`
}
