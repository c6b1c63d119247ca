import type { Match, Package } from '../core/package.ts'
import type { Indicator, IndicatorSystem, Part, Sureness, Unit } from '../core/system.ts'
import { partOf } from '../system/responsibility.ts'

/** Whether an indicator is a unit's, and why nothing is asked of it where it is not. */
export type Claim = {
  readonly part: Part
  /** Rules are judged. */
  readonly judged: boolean
  /** What is missing may be called a gap. */
  readonly certain: boolean
  /** In Chinese; empty where the indicator is plainly the unit's. */
  readonly note: string
}

/**
 * A candidate owes nothing until its own data show relevance: a file that it put under the indicator, a material that was
 * surely found, a ledger with rows. A group's doubtful member is judged, but what it lacks is no gap.
 */
export function claimOf(system: IndicatorSystem, unit: Unit, indicator: Indicator, found: Package): Claim {
  if (indicator.id === 'package') return { part: 'named', judged: true, certain: true, note: '' }
  const { part, sure, why } = partOf(system, unit, indicator)
  if (part === 'none') return { part, judged: false, certain: false, note: why }
  const excused = indicator.exempts.find(({ kind }) => kind === unit.kind)
  if (excused) return { part, judged: false, certain: false, note: excused.why }
  const relevant = isRelevant(indicator, found)
  if (part === 'candidate' && !relevant)
    return {
      part,
      judged: false,
      certain: false,
      note: '责任单位栏未点名本单位，也未见本单位相关材料：列为待认领，请与指标资料组确认',
    }
  return { part, judged: true, certain: relevant || isSure(part, sure), note: relevant ? '' : why }
}

const isSure = (part: Part, sure: Sureness): boolean => part === 'named' || (part === 'group' && sure === 'certain')

function isRelevant(indicator: Indicator, { matches, ledgers }: Package): boolean {
  const filled = new Set(ledgers.filter(({ rows }) => rows.length > 0).map(({ file }) => file))
  const byLedger = new Set(indicator.materials.filter(({ ledger }) => ledger).map(({ id }) => id))
  const shows = ({ material, sure, file }: Match) =>
    material === null || (sure && (!byLedger.has(material) || filled.has(file)))
  return matches.some((match) => match.indicator === indicator.id && shows(match))
}
