import type { Fault } from '../../core/problem.ts'
import { faultAt, type Origins, placeName } from '../origins.ts'
import { itemsOf, listAt } from '../values.ts'
import { hint, quoted } from '../words.ts'

const EVENTS = ['afterwards', 'starts', 'finishes', 'flagged']
const SPELT = [
  'extending',
  'undone',
  'pending',
  'underway',
  'stages',
  'taken',
  'late',
  'excused',
  'ungrounded',
  'keeping',
  'dropping',
]

/** Of `rows.yaml`: events that `events.yaml` does not have, words twice in a list or on both sides, an order both ways. */
export function checkRows(rows: object | undefined, events: readonly string[], origins: Origins): Fault[] {
  if (!rows) return []
  const orders = itemsOf(rows, 'order')
  const named = [
    ...EVENTS.map((key) => [rows, key] as const),
    ...orders.flatMap((one) => [[one, 'first'] as const, [one, 'then'] as const]),
  ]
  const known = new Set(events)
  return [
    ...named.flatMap(([holder, key]) => unknown(listAt(holder, key) ?? [], known, origins)),
    ...[...named, ...SPELT.map((key) => [rows, key] as const)].flatMap(([holder, key]) =>
      twice(listAt(holder, key) ?? [], origins),
    ),
    ...bothWays(orders, origins),
    ...opposed(listAt(rows, 'keeping') ?? [], listAt(rows, 'dropping') ?? [], origins),
  ]
}

const unknown = (list: readonly unknown[], known: ReadonlySet<string>, origins: Origins): Fault[] =>
  list.flatMap((id, at) =>
    typeof id !== 'string' || known.has(id)
      ? []
      : [faultAt(origins, list, at, `events.yaml 里没有${quoted(id)}这件事${hint(id, [...known])}`)],
  )

function twice(list: readonly unknown[], origins: Origins): Fault[] {
  return list.flatMap((word, at) => {
    const first = list.indexOf(word)
    if (typeof word !== 'string' || first === at) return []
    return [faultAt(origins, list, at, `${quoted(word)}重复，已写在 ${placeName(origins, list, first)}`)]
  })
}

/** What has to come before itself can never be right. */
function bothWays(orders: readonly object[], origins: Origins): Fault[] {
  const places = new Map<string, string>()
  const faults: Fault[] = []
  for (const one of orders)
    for (const a of listAt(one, 'first') ?? [])
      for (const [at, b] of (listAt(one, 'then') ?? []).entries()) {
        if (typeof a !== 'string' || typeof b !== 'string') continue
        const list = listAt(one, 'then') ?? []
        const other = a === b ? placeName(origins, list, at) : places.get(`${b} ${a}`)
        if (other) faults.push(faultAt(origins, list, at, `${quoted(a)}应在${quoted(b)}之前，而 ${other} 写的相反`))
        places.set(`${a} ${b}`, placeName(origins, list, at))
      }
  return faults
}

const opposed = (keeping: readonly unknown[], dropping: readonly unknown[], origins: Origins): Fault[] =>
  dropping.flatMap((word, at) =>
    typeof word === 'string' && keeping.includes(word)
      ? [faultAt(origins, dropping, at, `${quoted(word)}既写作保留，又写作取消`)]
      : [],
  )
