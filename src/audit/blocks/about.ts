import type { Block, BlockItem } from '../../core/block.ts'
import { SEVERITIES, type Severity } from '../../core/outcome.ts'
import type { Place } from '../../core/place.ts'
import type { Finding } from '../../core/report.ts'
import type { Indicator, Rule } from '../../core/system.ts'
import { clipped } from '../../language/text.ts'

/** What blocks look up: where an indicator stands in the plan, and what a rule rests on. */
export type Desk = {
  readonly order: ReadonlyMap<string, number>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly rules: ReadonlyMap<string, Rule>
}

export const deskOf = (indicators: readonly Indicator[]): Desk => ({
  order: new Map(indicators.map(({ id }, index) => [id, index])),
  indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
  rules: new Map(indicators.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule]))),
})

/** Findings of one key stand together, in the order in which the first of them came. */
export function grouped<T>(list: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return [...groups.values()]
}

type Said = Pick<Block, 'id' | 'class' | 'what' | 'act'> & { readonly items?: readonly BlockItem[] }

/** A block around findings: what they share is taken from them. */
export function blockOf(findings: readonly Finding[], said: Said, desk: Desk): Block {
  const { items = [] } = said
  const indicators = [...new Set(findings.map(({ indicator }) => indicator))].toSorted(
    (a, b) => (desk.order.get(a) ?? 0) - (desk.order.get(b) ?? 0),
  )
  const places = distinct([...items.flatMap(({ places }) => places), ...findings.flatMap(({ cites }) => cites)])
  const [folder] = places.length > 0 ? [] : findings.flatMap((one) => one.folder ?? [])
  return {
    id: said.id,
    class: said.class,
    severity: gravest(findings),
    indicators,
    what: said.what,
    items,
    places,
    ...(folder !== undefined && { folder }),
    basis: basisOf(findings, desk),
    act: said.act,
    findings: findings.map(({ id }) => id),
  }
}

const gravest = (findings: readonly Finding[]): Severity =>
  SEVERITIES.find((one) => findings.some(({ severity }) => severity === one)) ?? 'advised'

export const distinct = (places: readonly Place[]): Place[] => [
  ...new Map(places.map((place) => [JSON.stringify(place), place])).values(),
]

/** One line: the plan's words that demand it, else the law, else the indicator. The long form is explain's. */
function basisOf(findings: readonly Finding[], { rules, indicators }: Desk): string {
  const [first] = findings
  if (!first) return ''
  const ids = [...new Set(findings.map(({ indicator }) => indicator))]
  const head = ids.map((id) => (id === 'package' ? '方案' : id)).join('、')
  const name = ids.includes('package') ? head : `指标${head}`
  if (first.demanded !== undefined) return `${name}“${clipped(first.demanded, 40)}”`
  const [law] = rules.get(first.rule)?.basis ?? []
  if (law) return `${name}；${clipped(law.text, 60)}${law.verified ? '' : '（未核实）'}`
  return ids.length > 1 ? name : `${name}“${clipped(indicators.get(first.indicator)?.text ?? '', 30)}”`
}

export const nameOf = (indicator: string): string => (indicator === 'package' ? '整包' : indicator)
