import type { Package } from '../../core/package.ts'
import type { Finding } from '../../core/report.ts'
import { type Indicator, levelOf } from '../../core/system.ts'
import { isOpen } from '../once.ts'
import { type Claimed, homelyIn } from './homely.ts'
import { isLack, placesOf } from './lack.ts'
import { hasNothing } from './nothing.ts'
import { spokenIn } from './spoken.ts'
import { tabledFor } from './tabled.ts'
import { noted, owned, tellingsFor, toldOfAll } from './tellings.ts'
import { askedOf, type Known, told } from './told.ts'
import { grouped, things } from './words.ts'

/** What the rules of an indicator miss is told once: nothing at all, or all that is demanded and not there. */
export function settled(findings: readonly Finding[], claimed: readonly Claimed[], found: Package): Finding[] {
  const byIndicator = grouped(findings, ({ indicator }) => indicator)
  const homely = homelyIn(claimed, found)
  const changed = new Map<string, Finding>()
  for (const one of claimed)
    for (const finding of settledOf(byIndicator.get(one.indicator.id) ?? [], one, {
      ...found,
      homely: homely.get(levelOf(one.indicator)) ?? [],
    }))
      changed.set(finding.id, finding)
  return findings.map((one) => changed.get(one.id) ?? one)
}

function settledOf(own: readonly Finding[], { indicator, claim }: Claimed, found: Known): Finding[] {
  const heard = (found.tellings ?? []).filter((one) => one.indicator === indicator.id)
  const spokenOf = heard.filter(({ admits }) => !admits)
  // Its own list of papers says that there are none: whatever lies near is none of it.
  const isOwned = heard.some(({ whole }) => whole)
  if (claim.kin.length > 0 && !isOwned)
    return hasNothing(own, indicator, found) ? askedOf(own, claim.kin, indicator, found) : []
  if ((claim.named || isOwned) && hasNothing(own, indicator, found)) {
    const lacks = own.filter(isLack)
    if (isOwned) return told(own, lacks, 'owned', indicator, found).map((one) => owned(one, heard, indicator, found))
    const isTold = spokenOf.length > 0 && placesOf(lacks).length === 0
    return isTold
      ? toldOfAll(own, spokenOf, indicator, found)
      : told(own, lacks, 'none', indicator, found).map((one) => owned(one, heard, indicator, found))
  }
  const open = own.filter((one) => isLack(one) && isOpen(one))
  const held = open.filter((one) => !isWaived(one, own, indicator) && (claim.named || isOfSeries(one, own)))
  const rest = open.filter((one) => !held.includes(one))
  const quiet = rest.map((one): Finding => ({ ...one, outcome: 'noted', remedy: '' }))
  // Too few of what a table counts is no paper that might stand elsewhere.
  const isCounted = ({ kind, cites }: Finding) => kind === 'count' && cites.length > 0
  const tabled = new Map(
    held.flatMap((one) => {
      const isPlain = one.outcome === 'gap' && !isCounted(one) && one.data.period === ''
      const some = isPlain ? [...tabledFor(one, indicator, found), ...spokenIn(one, indicator, found)] : []
      return some.length > 0 ? [[one, some] as const] : []
    }),
  )
  const heardOf = (one: Finding) => [...tellingsFor(one, spokenOf), ...(tabled.get(one) ?? [])]
  const said = held.filter((one) => one.outcome === 'gap' && !isCounted(one) && heardOf(one).length > 0)
  const gaps = held.filter((one) => one.outcome === 'gap' && !said.includes(one))
  const asked = held.filter(({ outcome }) => outcome === 'unclear')
  return [
    ...quiet,
    ...said.map((one) => noted(one, things([one]).join('、'), heardOf(one), found)),
    ...told(own, gaps, 'lacking', indicator, found).map((one) => owned(one, heard, indicator, found)),
    ...told(own, asked, 'lacking-near', indicator, found),
  ]
}

/** Another rule is content with any one of several papers, and has one. */
function isWaived({ lacks }: Finding, own: readonly Finding[], { rules }: Indicator): boolean {
  return own.some(({ outcome, rule, kind }) => {
    const params = rules.find(({ id }) => id === rule)?.params
    const either = params?.need === 'any' && Array.isArray(params.materials) ? params.materials.map(String) : []
    return kind === 'documents' && outcome === 'met' && (lacks?.materials ?? []).some((id) => either.includes(id))
  })
}

/** One of several stretches of time, of which another one has what is asked for: the unit itself does this. */
function isOfSeries(one: Finding, own: readonly Finding[]): boolean {
  const period = String(one.data.period ?? '')
  return period !== '' && own.some((other) => other.rule === one.rule && other.outcome === 'met' && isLike(other, one))
}

/** The same thing of another stretch. */
const isLike = ({ data }: Finding, one: Finding): boolean =>
  data.period !== one.data.period && (data.material ?? data.name) === (one.data.material ?? one.data.name)
