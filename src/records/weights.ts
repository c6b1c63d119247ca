import { type Matter, type Target, topicsOf } from './matters.ts'

/** What tells ledgers apart. */
export type Weights = {
  /** How much a column tells of which ledger a table is, 0…1: 立案日期 much, 名称 and 日期 hardly anything. */
  readonly columns: ReadonlyMap<Target, number>
  /** Topics that hardly any other ledger is of. */
  readonly own: ReadonlyMap<Matter, ReadonlySet<string>>
  /** Topics that tell some other ledger, and that neither it nor any of its columns speaks of. */
  readonly foreign: ReadonlyMap<Matter, ReadonlySet<string>>
  /** Topics that many ledgers are of, which tell none of them: 案件, 事项. */
  readonly common: ReadonlySet<string>
}

/** As many ledgers at most may be of a topic that is to tell them. */
const FEW = 2
/** From so many on a topic tells nothing. */
const MANY = 5

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
  const columns = new Map(
    matters.flatMap((matter) =>
      matter.targets.map((target) => [target, 1 / Math.sqrt(signs.get(signOf(target, matter))?.size ?? 1)] as const),
    ),
  )
  const { own, common } = ownTopics(matters)
  const weights = { columns, own, common, foreign: foreignTopics(matters, own) }
  known.set(matters, weights)
  return weights
}

function ownTopics(matters: readonly Matter[]): Pick<Weights, 'own' | 'common'> {
  const topics = new Map(matters.map((matter) => [matter, new Set(matter.names.flatMap((name) => name.topics))]))
  const among = new Map<string, number>()
  for (const own of topics.values()) for (const topic of own) among.set(topic, (among.get(topic) ?? 0) + 1)
  return {
    own: new Map(
      [...topics].map(([matter, own]) => [matter, new Set([...own].filter((one) => among.get(one)! <= FEW))]),
    ),
    common: new Set([...among].flatMap(([topic, count]) => (count >= MANY ? [topic] : []))),
  }
}

function foreignTopics(
  matters: readonly Matter[],
  own: ReadonlyMap<Matter, ReadonlySet<string>>,
): Map<Matter, ReadonlySet<string>> {
  const telling = [...new Set([...own.values()].flatMap((topics) => [...topics]))]
  return new Map(
    matters.map((matter) => {
      const said = matter.targets.flatMap((target) => target.said.flatMap(topicsOf))
      const spoken = new Set([...said, ...matter.names.flatMap(({ topics }) => topics)])
      return [matter, new Set(telling.filter((topic) => !spoken.has(topic) && !matter.own.has(topic)))]
    }),
  )
}

/** What is left of a column's name when the ledger's own matter is taken away: 处罚决定日期 is a 决定 of a day. */
function signOf({ said, columns }: Target, { own }: Matter): string {
  const [parts] = said
  if (!parts) return columns.join()
  const topics = [...parts.events, ...parts.objects].filter((topic) => !own.has(topic))
  return `${parts.attributes[0] ?? ''} ${topics.at(-1) ?? ''} ${parts.rest}`
}
