import type { Lexicon } from '../core/lexicon.ts'

/** What the words of all tables share: which attribute may stand for which, which topic is a kind of which. */
export type Relations = {
  /** How surely an attribute of a header may be one of a column; 1 where they are one, 0 where they never are. */
  attribute(header: string, column: string): number
  /** The same for what happened, or what is spoken of. */
  topic(header: string, column: string): number
  isLight(event: string): boolean
  /** Whether any office's tables speak of it. */
  isEveryday(topic: string): boolean
  /** A topic and those that it is a kind of. */
  wide(topic: string): readonly string[]
  /** Whether two ways of a turn go together; undefined is not said. */
  turn(of: string, header: string | undefined, column: string | undefined): number
}

const NEAR = 0.62
const KIND = 0.85
const KIND_NEAR = 0.55

export function relationsOf({ attributes, events, objects, turns }: Lexicon): Relations {
  const nearAttributes = pairs(attributes)
  const topics = [...events, ...objects]
  const nearTopics = pairs(topics)
  const wider = new Map(topics.flatMap(({ id, of }) => (of === null ? [] : [[id, of] as const])))
  const light = new Set(events.filter((event) => event.light).map(({ id }) => id))
  const everyday = new Set(topics.filter((one) => one.everyday).map(({ id }) => id))
  const usual = new Map(turns.map((turn) => [turn.of, turn.usual]))
  const isNear = (near: Pairs, a: string, b: string): boolean => near.get(a)?.has(b) ?? false
  const topic = (a: string, b: string): number => {
    if (wider.get(a) === b || wider.get(b) === a) return KIND
    if (isNear(nearTopics, a, b)) return NEAR
    const [over, under] = [wider.get(a), wider.get(b)]
    return (over && isNear(nearTopics, over, b)) || (under && isNear(nearTopics, a, under)) ? KIND_NEAR : 0
  }
  // Asked millions of times of some hundred words.
  const asked = new Map<string, Map<string, number>>()
  return {
    attribute: (a, b) => (a === b ? 1 : isNear(nearAttributes, a, b) ? NEAR : 0),
    topic(a, b) {
      if (a === b) return 1
      const known = asked.get(a) ?? new Map<string, number>()
      asked.set(a, known)
      const found = known.get(b) ?? topic(a, b)
      known.set(b, found)
      return found
    },
    isLight: (event) => light.has(event),
    isEveryday: (topic) => everyday.has(topic),
    wide(topic) {
      const over = wider.get(topic)
      return over === undefined ? [topic] : [topic, over]
    },
    turn(of, a, b) {
      if (a === b) return 1
      if (a !== undefined && b !== undefined) return 0
      const said = a ?? b
      if (usual.get(of) === said) return 1
      if (usual.get(of)) return 0.15
      return a === undefined ? 0.6 : 0.7
    },
  }
}

type Pairs = ReadonlyMap<string, ReadonlySet<string>>

function pairs(of: readonly { readonly id: string; readonly near: readonly string[] }[]): Pairs {
  const found = new Map<string, Set<string>>()
  const enter = (a: string, b: string) => found.set(a, (found.get(a) ?? new Set()).add(b))
  for (const { id, near } of of)
    for (const other of near) {
      enter(id, other)
      enter(other, id)
    }
  return found
}
