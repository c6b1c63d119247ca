export { resolveUnit } from './resolve-unit.ts'

import type { Indicator, IndicatorSystem, Part, Roster, Sureness, Unit } from '../core/system.ts'
import { PARTS, SURENESS } from '../core/system.ts'
import { type Token, tokensOf } from './phrase.ts'

/** `why` is a Chinese sentence without a full stop. */
export type Concern = { readonly part: Part; readonly sure: Sureness; readonly why: string }

/** Whether a unit is of a group, and by what that is known: 本单位答复, 本单位有《行政处罚案件台账》，. */
export type Belongs = { readonly belongs: boolean; readonly why: string }

/**
 * How an indicator concerns a unit: named before a group, a group before a candidate, the surest first. What the unit
 * answered of a group (`answered`) stands for the list.
 */
export function partOf(
  { roster }: Pick<IndicatorSystem, 'roster'>,
  unit: Unit,
  { id, units }: Indicator,
  answered: ReadonlyMap<string, Belongs> = new Map(),
): Concern {
  if (id === 'package') return { part: 'named', sure: 'certain', why: '对全部报送单位的整体要求' }
  const concerns = tokensIn(roster, units.as).flatMap((token) => concernOf(unit, token, answered))
  const best = concerns.toSorted((a, b) => rank(a) - rank(b))[0]
  if (!best) return { part: 'none', sure: 'certain', why: `责任单位为“${units.as}”，没有列入本单位` }
  if (units.cell !== 'absent') return best
  return {
    part: best.part,
    sure: best.sure === 'certain' ? 'likely' : best.sure,
    why: `公布文本的责任单位栏为空，按“${units.as}”推定（${units.why}）：${best.why}`,
  }
}

const rank = ({ part, sure }: Concern): number => PARTS.indexOf(part) * SURENESS.length + SURENESS.indexOf(sure)

/** One audit asks about one roster and some hundred phrases, over and over. */
const phrases = new WeakMap<Roster, Map<string, readonly Token[]>>()

function tokensIn(roster: Roster, phrase: string): readonly Token[] {
  const known = phrases.get(roster) ?? new Map<string, readonly Token[]>()
  phrases.set(roster, known)
  const tokens = known.get(phrase) ?? tokensOf(roster, phrase)
  known.set(phrase, tokens)
  return tokens
}

function concernOf(
  unit: Unit,
  { written, unit: named, group }: Token,
  answered: ReadonlyMap<string, Belongs>,
): Concern[] {
  if (named) return named.name === unit.name ? [{ part: 'named', sure: 'certain', why: namedAs(unit, written) }] : []
  if (!group) return []
  const answer = answered.get(group.name)
  if (answer?.belongs === false) return []
  if (answer) return [{ part: 'group', sure: 'certain', why: `${answer.why}属于“${written}”` }]
  const member = group.members.find((other) => other.unit === unit.name)
  const why = member?.why ? `：${member.why}` : ''
  if (group.holds === 'listed')
    return member ? [{ part: 'group', sure: member.sure, why: `列入“${written}”名单${why}` }] : []
  if (group.holds === 'candidates') {
    if (unit.kind !== 'department' && !member) return []
    return [
      { part: 'candidate', sure: member?.sure ?? 'unsure', why: `责任单位写作“${written}”，没有点名本单位${why}` },
    ]
  }
  const kind = group.holds === 'towns' ? 'town' : 'department'
  return unit.kind === kind || member
    ? [{ part: 'group', sure: member?.sure ?? 'certain', why: `属于“${written}”${why}` }]
    : []
}

const namedAs = ({ name }: Unit, written: string): string =>
  written === name ? `责任单位列有“${name}”` : `责任单位列有“${written}”，即${name}`
