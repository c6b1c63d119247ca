import type { Match, Package } from '../core/package.ts'
import type { Place } from '../core/place.ts'
import type { Indicator, IndicatorSystem, Part, Sureness, Unit } from '../core/system.ts'
import { indexOf } from '../judging/desk/scope-index.ts'
import { breached } from '../judging/kinds/acts/breaches.ts'
import { aboutOf, isAbout, recorded } from '../judging/kinds/acts/found.ts'
import { issuedWithin } from '../judging/kinds/acts/issuers.ts'
import { lastWord } from '../judging/kinds/acts/meetings.ts'
import { isTabled } from '../judging/kinds/tables/opens.ts'
import { partOf } from '../system/responsibility.ts'
import { knownGroups } from './duties.ts'

/** Whether an indicator is a unit's, and why nothing is asked of it where it is not. */
export type Claim = {
  readonly part: Part
  /** Rules are judged. */
  readonly judged: boolean
  /** What is missing may be called a gap. */
  readonly certain: boolean
  /** The plan itself names the unit, or a group that it surely belongs to. */
  readonly named: boolean
  /** Nothing lies under it, and papers of its kin show that it may be the unit's: it is asked, never accused. */
  readonly kin: readonly Place[]
  /** In Chinese; empty where the indicator is plainly the unit's. */
  readonly note: string
}

/**
 * A candidate owes nothing until the unit's own package shows that the indicator is its business: a folder or a mapping of
 * its own, a ledger or a table of the matter with rows, or a paper that serves nothing the unit owes. Only what the unit itself put there makes a
 * lack certain; content found elsewhere opens the indicator, but what is then missing is unclear. A statement (零报告) shows
 * no relevance: it says there is none.
 */
export function claimOf(system: IndicatorSystem, unit: Unit, indicator: Indicator, found: Package): Claim {
  if (indicator.id === 'package') return { part: 'named', judged: true, certain: true, named: true, kin: [], note: '' }
  const answered = knownGroups(system, unit, found)
  const { part, sure, why } = partOf(system, unit, indicator, answered)
  const named = isSure(part, sure)
  if (part === 'none') {
    // What the list says, the unit denied: the indicator stays in the report, with the reason.
    const listed = partOf(system, unit, indicator)
    if (listed.part !== 'none')
      return {
        part: listed.part,
        judged: false,
        certain: false,
        named,
        kin: [],
        note: '本单位答复不属于责任单位栏所列的这一类',
      }
    return { part, judged: false, certain: false, named, kin: [], note: why }
  }
  const excused = indicator.exempts.find(({ kind }) => kind === unit.kind)
  if (excused) return { part, judged: false, certain: false, named, kin: [], note: excused.why }
  const relevant = relevanceOf(indicator, found, (id) => isOwed(system, unit, id))
  const speaks = isSpokenOf(indicator, found)
  const likely = part !== 'candidate' && isShown(indicator, found)
  const shown =
    relevant !== 'none' ||
    speaks ||
    likely ||
    isRecorded(indicator, found) ||
    isListed(indicator, found) ||
    isTabled(indicator, found)
  const kin = named || shown ? [] : kinOf(indicator, found)
  if (kin.length > 0) return { part, judged: true, certain: false, named, kin, note: why }
  if (!named && !shown)
    return {
      part,
      judged: false,
      certain: false,
      named,
      kin: [],
      note: '责任单位栏未点名本单位，也未见放在本指标下的材料或相关台账：列为待认领，请与指标资料组确认',
    }
  const certain = relevant === 'placed' || named || isListed(indicator, found)
  return { part, judged: true, certain, named, kin: [], note: certain ? '' : why }
}

/** The unit itself says something of it: that it does not apply, or that there was none. */
function isSpokenOf({ id, materials }: Indicator, { declarations, matches }: Package): boolean {
  const statements = new Set(materials.flatMap((material) => (material.nature === 'statement' ? [material.id] : [])))
  return (
    declarations.some(({ indicator }) => indicator === id) ||
    matches.some(
      ({ indicator, material, sure }) => indicator === id && sure && material !== null && statements.has(material),
    )
  )
}

/** Its own list of papers has it, and says that there are none. */
const isListed = ({ id }: Indicator, { tellings = [] }: Package): boolean =>
  tellings.some(({ indicator, whole }) => indicator === id && whole)

/** Some paper of its own, whatever it is called and bound into, records what the indicator is about. */
const isRecorded = ({ rules }: Indicator, found: Package): boolean =>
  rules.some(({ kind, params: { check, about, words } }) => {
    if (kind !== 'acts') return false
    // Who spoke first on its own decision: minutes show that it takes such, and what is amiss in them.
    if (check === 'last-word') return lastWord({ package: found }).some(({ outcome }) => outcome === 'gap')
    if (check === 'breach') return breached({ package: found }, texts(words)).some(({ outcome }) => outcome === 'gap')
    if (check === 'issuer') return issuedWithin({ package: found }).some(({ outcome }) => outcome === 'gap')
    if (check !== 'consultation') return false
    return recorded({ package: found }, 'consultation').some(({ act }) => isAbout(act.of, aboutOf(about)))
  })

/** Papers of its own that surely serve an indicator of the same business. */
function kinOf({ kin }: Indicator, { matches }: Package): Place[] {
  const files = matches.flatMap(({ indicator, material, sure, file }) =>
    kin.includes(indicator) && sure && material !== null ? [file] : [],
  )
  return [...new Set(files)].sort().map((file) => ({ file }))
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** A likely member of a group does what the group does, where its own ledger or paper shows it. */
function isShown({ id, rules, materials }: Indicator, { ledgers, matches }: Package): boolean {
  const read = new Set(rules.map(({ params }) => params.ledger))
  const statements = new Set(materials.flatMap((one) => (one.nature === 'statement' ? [one.id] : [])))
  return (
    ledgers.some(({ spec, rows }) => rows.length > 0 && read.has(spec.name)) ||
    matches.some(
      ({ indicator, material, sure, by }) =>
        indicator === id && (sure || by === 'draft') && material !== null && !statements.has(material),
    )
  )
}

/** A name read into an empty cell is an assumption of ours, and a doubtful member of a group may be none. */
const isSure = (part: Part, sure: Sureness): boolean => (part === 'named' || part === 'group') && sure === 'certain'

/** The plan names the unit, or a group that it belongs to. */
function isOwed(system: IndicatorSystem, unit: Unit, id: string): boolean {
  const indicator = system.indicators.find((one) => one.id === id)
  const part = indicator && partOf(system, unit, indicator).part
  return part === 'named' || part === 'group'
}

function relevanceOf(
  indicator: Indicator,
  found: Package,
  isOwed: (indicator: string) => boolean,
): 'placed' | 'found' | 'none' {
  const { matches, ledgers } = found
  const filled = new Set(ledgers.filter(({ rows }) => rows.length > 0).map(({ file }) => file))
  const natures = new Map(indicator.materials.map(({ id, nature, ledger }) => [id, { nature, ledger }]))
  const own = matches.filter((match) => match.indicator === indicator.id)
  const shows = ({ material, file }: Match) => {
    const asked = material === null ? undefined : natures.get(material)
    if (asked?.ledger) return filled.has(file)
    return asked?.nature !== 'statement'
  }
  if (own.some((match) => match.placed && shows(match))) return 'placed'
  const { placed, put } = indexOf(found)
  return own.some((match) => {
    // A draft is no evidence, but shows whose business it is.
    if (!(match.sure || match.by === 'draft') || match.material === null || !shows(match)) return false
    if (match.topic || natures.get(match.material)?.ledger) return true
    // A paper without a place of its own that serves nothing the unit owes is there for this.
    return !put.has(match.file) && ![...(placed.get(match.file) ?? [])].some(isOwed)
  })
    ? 'found'
    : 'none'
}
