import type { Block } from '../../core/block.ts'
import type { Place } from '../../core/place.ts'
import type { Finding } from '../../core/report.ts'
import { blockOf, type Desk, nameOf } from './about.ts'

export type Claimed = {
  readonly reports: readonly Block[]
  /** What no report claims, and what proves a claim wrong by itself. */
  readonly rest: readonly Finding[]
  /** What a report's only wrong figure is told with, by the finding that tells it. */
  readonly told: ReadonlyMap<string, readonly Finding[]>
}

/**
 * What a report claims against the tables, and each of the indicators under which it does: one report is corrected once,
 * so all of it is one thing to do. A single figure is told where its table belongs.
 */
export function claimed(findings: readonly Finding[], desk: Desk): Claimed {
  const wholes = findings.filter(({ key, kind }) => kind === 'claims' && key === 'differ')
  const reports: Block[] = []
  const told = new Map<string, Finding[]>()
  const taken = new Set<Finding>()
  for (const whole of wholes) {
    const own = findings.filter((one) => one.kind === 'claims' && one.key === 'contradicted' && isOf(one, whole))
    const [only] = own
    const rate = findings.find((one) => one.kind !== 'claims' && one.cites.some((at) => isAmong(at, whole.cites)))
    if (whole.data.count === 1 && !only && rate) told.set(rate.id, [...(told.get(rate.id) ?? []), whole])
    else if (whole.data.count === 1 && only) reports.push(blockOf([only, whole], saidOf(only, [], only), desk))
    else reports.push(blockOf([whole, ...own], saidOf(whole, own, whole), desk))
    for (const one of [whole, ...own]) taken.add(one)
  }
  return { reports, rest: findings.filter((one) => !taken.has(one)), told }
}

const saidOf = (first: Finding, items: readonly Finding[], { id, remedy }: Finding) => ({
  id: `p:${id}`,
  class: 'proved' as const,
  what: first.message,
  act: remedy,
  items: items.map(({ indicator, data, cites }) => ({
    words: `${nameOf(indicator)}：写明“${data.says}”，但${data.why}`,
    places: cites,
  })),
})

const isOf = (one: Finding, whole: Finding): boolean => one.cites[0]?.file === whole.cites[0]?.file

/** The words of the report themselves; that both look at a table says nothing. */
const isAmong = (at: Place, places: readonly Place[]): boolean =>
  at.quote !== undefined &&
  at.file === places[0]?.file &&
  places.some((one) => one.file === at.file && one.quote === at.quote)
