import type { Package } from '../core/package.ts'
import type { IndicatorSystem, Rule, Unit } from '../core/system.ts'
import { answerTo } from '../judging/desk/answers.ts'

/** The group that a rule asks about: whether the unit is one of it. */
export const groupOf = ({ params: { group } }: Rule): string | undefined =>
  typeof group === 'string' ? group : undefined

/** It is only asked where the list itself is not sure. */
export function isAsked({ roster }: IndicatorSystem, unit: Unit, rule: Rule): boolean {
  const name = groupOf(rule)
  if (name === undefined) return true
  const member = roster.groups.find((group) => group.name === name)?.members.find((one) => one.unit === unit.name)
  return member !== undefined && member.sure !== 'certain'
}

/** What the unit answered, by the group's name: whether it is one of it. */
export function answeredGroups({ package: whole }: IndicatorSystem, found: Package): ReadonlyMap<string, boolean> {
  return new Map(
    whole.rules.flatMap((rule): [string, boolean][] => {
      const name = groupOf(rule)
      const answer = name === undefined ? undefined : answerTo(found, rule.id)
      const isValid = answer && (answer.until === null || answer.until >= found.asOf)
      return name !== undefined && isValid ? [[name, answer.answer === '符合']] : []
    }),
  )
}
