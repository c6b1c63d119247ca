import type { Block } from '../core/block.ts'
import type { Finding, Report } from '../core/report.ts'
import type { Past, Since } from '../core/since.ts'
import { countOf } from '../core/verdict-line.ts'
import { isOpen } from './once.ts'

/** As much of a report as the next one is held against. */
export type LastReport = Pick<Report, 'asOf'> & {
  readonly blocks: readonly Pick<Block, 'id' | 'class' | 'indicators' | 'what' | 'items' | 'findings'>[]
  readonly findings: readonly Pick<Finding, 'id' | 'rule' | 'indicator'>[]
}

type Told = LastReport['blocks'][number]

/** One thing to do, how many it counts for, and the findings that say it. */
type Thing = Past & { readonly block: string; readonly weight: number; readonly findings: readonly string[] }

/** What became right, what is new and what is still open since a report. Both count things as their headlines do. */
export function sinceOf(last: LastReport, now: Report): Since {
  const [before, after] = [thingsOf(last), thingsOf(now)]
  const [knownOf, seen] = [findingsOf(before), findingsOf(after)]
  const rules = new Map(last.findings.map(({ id, rule }) => [id, rule]))
  const fates = before.map((thing) => ({ thing, fate: fateOf(thing, now, seen, rules) }))
  const of = (wanted: Fate) => fates.flatMap(({ thing, fate }) => (fate === wanted ? [thing] : []))
  const fresh = after.filter(({ findings }) => !findings.some((id) => knownOf.has(id)))
  return {
    asOf: last.asOf,
    fewer: sum(before) - sum(after),
    mended: of('mended'),
    gone: of('gone'),
    fresh: new Set(fresh.map(({ block }) => block)),
    freshCount: sum(fresh),
    open: sum(after) - sum(fresh),
  }
}

/** A table of indicators without anything holds a thing for each of them. */
function thingsOf({ blocks, findings }: Pick<LastReport, 'blocks' | 'findings'>): Thing[] {
  const indicators = new Map(findings.map(({ id, indicator }) => [id, indicator]))
  return blocks.filter(isTask).flatMap((block): Thing[] => {
    const { class: kind, items, what, id } = block
    if (kind !== 'demanded' || items.length !== block.findings.length || items.length < 2)
      return [{ ...block, block: id, weight: countOf([block]) }]
    return block.findings.map((finding) => {
      const own = indicators.get(finding)
      return { block: id, weight: 1, what, indicators: own === undefined ? [] : [own], findings: [finding] }
    })
  })
}

const isTask = ({ class: kind }: Told): boolean => kind === 'proved' || kind === 'demanded' || kind === 'question'

const findingsOf = (things: readonly Thing[]): ReadonlySet<string> =>
  new Set(things.flatMap(({ findings }) => findings))

const sum = (things: readonly Thing[]): number => things.reduce((total, { weight }) => total + weight, 0)

type Fate = 'open' | 'mended' | 'gone'

/** Silence proves nothing: a thing is mended only where each of its rules was judged again and is met. */
function fateOf({ findings }: Thing, now: Report, seen: ReadonlySet<string>, rules: ReadonlyMap<string, string>): Fate {
  const byId = new Map(now.findings.map((one) => [one.id, one]))
  const isStill = (id: string) => {
    const own = byId.get(id)
    return seen.has(id) || (own !== undefined && (isOpen(own) || seen.has(own.waitsFor ?? '')))
  }
  if (findings.some(isStill)) return 'open'
  const isMet = (id: string) => {
    const own = byId.get(id)
    const said = own ? [own] : now.findings.filter(({ rule }) => rule === rules.get(id))
    return said.length > 0 && said.every(({ outcome }) => outcome === 'met')
  }
  return findings.length > 0 && findings.every(isMet) ? 'mended' : 'gone'
}
