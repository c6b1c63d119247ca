import { UNIT_KINDS } from '../core/system.ts'
import type { Values } from './extends.ts'
import type { Merging } from './extends-merge.ts'
import { entry, isObject, itemsOf, textOf } from './values.ts'
import { hint, quoted } from './words.ts'

export type Tell = (holder: object, entry: string | null, message: string, part?: 'key' | 'value') => void

/**
 * Without the rules that the extension switches off. A whole indicator stays in its place, so that a unit sees that
 * nothing is asked there and why: it has no rules, and is 不适用 to all.
 */
export function switchedOff(values: Values, base: Values, own: Values, merge: Merging, tell: Tell): Values {
  const { rules, indicators } = orders(base, own, tell)
  const without = (holder: object, id: string): object => {
    const list = entry(holder, 'rules')
    if (!Array.isArray(list) || ![...rules.keys()].some((rule) => rule.startsWith(`${id}.`))) return holder
    return merge.changed(holder, { rules: merge.without(list, (rule) => rules.has(`${id}.${textOf(rule, 'id')}`)) })
  }
  const whole = entry(values.system, 'package')
  return {
    ...values,
    system:
      values.system && isObject(whole)
        ? merge.changed(values.system, { package: without(whole, 'package') })
        : values.system,
    indicators: values.indicators.map((indicator) => {
      const id = textOf(indicator, 'id') ?? ''
      const item = indicators.get(id)
      return item ? excused(indicator, item, merge) : without(indicator, id)
    }),
  }
}

function excused(indicator: object, item: object, merge: Merging): object {
  const why = `本版停用：${textOf(item, 'why') ?? ''}`
  return merge.changed(indicator, {
    rules: merge.beside(item, []),
    materials: merge.beside(
      item,
      itemsOf(indicator, 'materials').map((material) => merge.changed(material, { need: 'supporting' })),
    ),
    exempts: merge.beside(
      item,
      UNIT_KINDS.map((kind) => merge.beside(item, { kind, why })),
    ),
  })
}

type Orders = { readonly rules: ReadonlyMap<string, object>; readonly indicators: ReadonlyMap<string, object> }

/** What is switched off, by id. An order that names nothing, or what the extension itself writes, is told. */
function orders(base: Values, own: Values, tell: Tell): Orders {
  const [inherited, written] = [idsIn(base), idsIn(own)]
  const rules = new Map<string, object>()
  const indicators = new Map<string, object>()
  for (const item of itemsOf(own.system, 'off')) {
    const [rule, indicator] = [textOf(item, 'rule'), textOf(item, 'indicator')]
    if ((rule === undefined) === (indicator === undefined)) {
      tell(item, null, '停用的，写“rule”（规则）或者“indicator”（指标）其中一项')
      continue
    }
    const [key, id, kind] =
      rule === undefined ? (['indicator', indicator ?? '', '指标'] as const) : (['rule', rule, '规则'] as const)
    const [known, orders] = key === 'rule' ? [inherited.rules, rules] : [inherited.indicators, indicators]
    if (!known.includes(id)) tell(item, key, `所沿用的体系没有${kind}${quoted(id)}${hint(id, nearby(id, known))}`)
    else if (written[key === 'rule' ? 'rules' : 'indicators'].includes(id))
      tell(item, key, `${kind}${quoted(id)}在本体系中另有编写，不能同时停用`)
    else if (orders.has(id)) tell(item, key, `${kind}${quoted(id)}已写明停用`)
    else orders.set(id, item)
  }
  return { rules, indicators }
}

/** The rules of the same indicator, where there are any. */
function nearby(id: string, known: readonly string[]): readonly string[] {
  const own = known.filter((other) => id.includes('.') && other.startsWith(`${id.split('.')[0]}.`))
  return own.length > 0 ? own : known
}

function idsIn({ system, indicators }: Values): { readonly rules: string[]; readonly indicators: string[] } {
  const rulesOf = (id: string, holder: unknown) =>
    itemsOf(holder, 'rules').flatMap((rule) => {
      const own = textOf(rule, 'id')
      return own === undefined ? [] : [`${id}.${own}`]
    })
  return {
    indicators: indicators.flatMap((indicator) => textOf(indicator, 'id') ?? []),
    rules: [
      ...rulesOf('package', entry(system, 'package')),
      ...indicators.flatMap((indicator) => rulesOf(textOf(indicator, 'id') ?? '', indicator)),
    ],
  }
}
