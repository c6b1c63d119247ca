import type { Change, Changed, FieldChange } from '../core/change.ts'
import type { LedgerSpec } from '../core/ledger.ts'
import type { Indicator, IndicatorSystem, Rule } from '../core/system.ts'
import { entry, isObject } from './values.ts'

/** Everything that is not the same in both, in the order of the system's files; nothing where their hashes agree. */
export function changesBetween(a: IndicatorSystem, b: IndicatorSystem): Change[] {
  const why = (id: string) => b.extension?.off.find((one) => one.id === id)?.why ?? ''
  const plainly = <T extends object>(of: Changed, key: keyof T & string) => ({
    of,
    id: key,
    name: 'name',
    indicator: null,
    why,
  })
  return [
    ...systemChanges(a, b),
    ...compared(a.milestones, b.milestones, plainly('milestone', 'id')),
    ...compared(a.parameters, b.parameters, plainly('parameter', 'id')),
    ...compared(a.errata, b.errata, { ...plainly('erratum', 'id'), name: 'printed' }),
    ...compared(a.roster.units, b.roster.units, plainly('unit', 'name')),
    ...compared(a.roster.groups, b.roster.groups, plainly('group', 'name')),
    ...ledgerChanges(a.ledgers, b.ledgers),
    ...titleChanges(a, b, ''),
    ...indicatorChanges([a.package, ...a.indicators], [b.package, ...b.indicators], why, (id) =>
      titleChanges(a, b, id),
    ),
  ]
}

function systemChanges(a: IndicatorSystem, b: IndicatorSystem): Change[] {
  const own = ({ id, version, name, source, cycle }: IndicatorSystem) => ({
    id,
    version,
    name,
    source,
    ...Object.fromEntries(Object.entries(cycle).map(([key, value]) => [`cycle.${key}`, value])),
  })
  const fields = fieldsOf(own(a), own(b), [])
  return fields.length > 0
    ? [{ of: 'system', id: b.id, name: b.name, indicator: null, change: 'changed', why: '', fields }]
    : []
}

type Way = {
  readonly of: Changed
  /** The keys that hold an item's identity and its name. */
  readonly id: string
  readonly name: string
  readonly indicator: string | null
  /** Compared elsewhere. */
  readonly skips?: readonly string[]
  /** Put before the identity: `28.` or `L01.` */
  readonly prefix?: string
  why(id: string): string
}

function compared(a: readonly object[], b: readonly object[], way: Way): Change[] {
  const key = (item: object) => String(entry(item, way.id) ?? '')
  const [before, after] = [a, b].map((items) => new Map(items.map((item) => [key(item), item])))
  const about = (item: object) => {
    const id = `${way.prefix ?? ''}${key(item)}`
    return { of: way.of, id, name: String(entry(item, way.name) ?? ''), indicator: way.indicator }
  }
  const kept = b.flatMap((item): Change[] => {
    const old = before?.get(key(item))
    if (!old) return [{ ...about(item), change: 'added', why: '', fields: [] }]
    const fields = fieldsOf(old, item, [way.id, ...(way.skips ?? [])])
    return fields.length > 0 ? [{ ...about(item), change: 'changed', why: '', fields }] : []
  })
  const gone = a
    .filter((item) => !after?.has(key(item)))
    .map((item): Change => ({ ...about(item), change: 'removed', why: way.why(about(item).id), fields: [] }))
  return [...kept, ...gone]
}

function fieldsOf(a: object, b: object, skips: readonly string[]): FieldChange[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !skips.includes(key))
  return keys.flatMap((key) => {
    const [from, to] = [entry(a, key), entry(b, key)]
    return same(lawsIn(from), lawsIn(to)) ? [] : [{ key, kind: null, from, to }]
  })
}

/** A law is the same whatever the cycle lets its quotation say of when it came into force. */
const lawsIn = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((one: unknown) => (entry(one, 'law') ? { ...Object(one), text: '' } : one)) : value

function ledgerChanges(a: readonly LedgerSpec[], b: readonly LedgerSpec[]): Change[] {
  const whole: Way = { of: 'ledger', id: 'id', name: 'name', indicator: null, skips: ['columns'], why: () => '' }
  const columns = b.flatMap((spec) => {
    const old = a.find(({ id }) => id === spec.id)
    const way: Way = { of: 'column', id: 'name', name: 'name', indicator: null, prefix: `${spec.id}.`, why: () => '' }
    return old ? compared(old.columns, spec.columns, way) : []
  })
  return [...compared(a, b, whole), ...columns]
}

/** How many titles speak for an indicator ('': for none) that did not before, and the other way round. */
function titleChanges(a: IndicatorSystem, b: IndicatorSystem, id: string): Change[] {
  const [before, after] = [titlesOf(a, id), titlesOf(b, id)]
  const counts = [
    ['more', [...after].filter((title) => !before.has(title)).length],
    ['fewer', [...before].filter((title) => !after.has(title)).length],
  ] as const
  const fields = counts.flatMap(([key, to]) => (to > 0 ? [{ key, kind: null, from: null, to }] : []))
  return fields.length > 0
    ? [{ of: 'titles', id, name: '', indicator: id || null, change: 'changed', why: '', fields }]
    : []
}

const titlesOf = ({ examples = [] }: IndicatorSystem, id: string): ReadonlySet<string> =>
  new Set(examples.flatMap(({ title, ids }) => ((id === '' ? ids.length === 0 : ids.includes(id)) ? [title] : [])))

function indicatorChanges(
  a: readonly Indicator[],
  b: readonly Indicator[],
  why: Way['why'],
  titles: (id: string) => readonly Change[],
): Change[] {
  const before = new Map(a.map((indicator) => [indicator.id, indicator]))
  const after = new Set(b.map(({ id }) => id))
  const way = { of: 'indicator', id: 'id', name: 'text', indicator: null, why } as const
  const skips = ['materials', 'rules']
  const kept = b.flatMap((indicator) => {
    const old = before.get(indicator.id)
    const own = compared(old ? [old] : [], [indicator], { ...way, skips })
    if (!old)
      return [
        ...own,
        ...demandChanges({ ...indicator, materials: [], rules: [] }, indicator, why),
        ...titles(indicator.id),
      ]
    // One line says that nothing is asked any more; what was asked is in the edition before.
    const off = why(indicator.id)
    if (off && indicator.rules.length === 0)
      return own.map((change): Change => ({ ...change, change: 'removed', why: off, fields: [] }))
    return [...own, ...demandChanges(old, indicator, why), ...titles(indicator.id)]
  })
  const gone = a.filter(({ id }) => !after.has(id))
  return [...kept, ...compared(gone, [], way)].map((change) =>
    change.of === 'indicator' ? { ...change, indicator: change.id } : change,
  )
}

function demandChanges(a: Indicator, b: Indicator, why: Way['why']): Change[] {
  const materials: Way = { of: 'material', id: 'id', name: 'name', indicator: b.id, prefix: `${b.id}.`, why }
  return [
    ...compared(a.materials, b.materials, materials),
    ...compared(a.rules, b.rules, {
      of: 'rule',
      id: 'id',
      name: 'name',
      indicator: b.id,
      skips: ['params'],
      why,
    }).filter(({ change }) => change !== 'changed'),
    ...b.rules.flatMap((rule) => {
      const old = a.rules.find(({ id }) => id === rule.id)
      return old ? ruleChange(old, rule, b.id) : []
    }),
  ]
}

function ruleChange(a: Rule, b: Rule, indicator: string): Change[] {
  // Parameters of two kinds have nothing in common but their names.
  const params = a.kind === b.kind ? fieldsOf(a.params, b.params, []).map((field) => ({ ...field, kind: b.kind })) : []
  const fields = [...fieldsOf(a, b, ['params']), ...params]
  return fields.length > 0
    ? [{ of: 'rule', id: b.id, name: b.name, indicator, change: 'changed', why: '', fields }]
    : []
}

/** The order of keys decides nothing; the order of a list may. */
function same(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.keys(a), Object.keys(b)]
  return (
    left.length === right.length && left.every((key) => Object.hasOwn(b, key) && same(entry(a, key), entry(b, key)))
  )
}
