import type { Package } from '../core/package.ts'
import type { Group, IndicatorSystem, Rule, Unit } from '../core/system.ts'
import { answerTo } from '../judging/desk/answers.ts'
import type { Belongs } from '../system/responsibility.ts'

/** The group that a rule asks about: whether the unit is one of it. */
export const groupOf = ({ params: { group } }: Rule): string | undefined =>
  typeof group === 'string' ? group : undefined

/** It is only asked where neither the list nor the unit's own records make it sure. */
export function isAsked({ roster }: IndicatorSystem, unit: Unit, rule: Rule, found: Package): boolean {
  const name = groupOf(rule)
  if (name === undefined) return true
  const group = roster.groups.find((one) => one.name === name)
  const member = group?.members.find((one) => one.unit === unit.name)
  if (!group || !member || member.sure === 'certain') return false
  if (member.sure === 'unsure') return true
  // Who answered is shown what he answered.
  return answerTo(found, rule.id) !== undefined || !shownBy(group, found)
}

/** What is known of the unit's groups, by name: what its own records show, and before that what it answered. */
export function knownGroups(system: IndicatorSystem, unit: Unit, found: Package): ReadonlyMap<string, Belongs> {
  const shown = system.roster.groups.flatMap((group): [string, Belongs][] => {
    // Of whom the plan says nothing at all, nothing is demanded before it is asked.
    const listed = group.members.some((one) => one.unit === unit.name && one.sure !== 'unsure')
    const by = listed ? shownBy(group, found) : undefined
    return by ? [[group.name, { belongs: true, why: `本单位有《${by}》，` }]] : []
  })
  const answered = system.package.rules.flatMap((rule): [string, Belongs][] => {
    const name = groupOf(rule)
    const answer = name === undefined ? undefined : answerTo(found, rule.id)
    const isValid = answer && (answer.until === null || answer.until >= found.asOf)
    return name !== undefined && isValid ? [[name, { belongs: answer.answer === '符合', why: '本单位答复' }]] : []
  })
  return new Map([...shown, ...answered])
}

/** The ledger of the unit's own acts in which one has its day. */
const shownBy = (group: Group, { ledgers }: Package): string | undefined =>
  group['shown-by'].find(({ ledger: name, day }) =>
    ledgers.some(({ spec, rows }) => spec.name === name && rows.some((row) => row.field(day).state === 'day')),
  )?.ledger
