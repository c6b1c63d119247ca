import type { Group, Roster, Unit } from '../../core/system.ts'
import { tokensOf } from '../phrase.ts'
import type { RawCell } from '../raw.ts'
import { itemsOf, textOf } from '../values.ts'
import { hint, quoted } from '../words.ts'
import type { Check } from './check.ts'
import { unlikeNames } from './twice.ts'

/** Names that mean one thing only, and lists whose members exist. */
export function checkRoster(check: Check, file: object): void {
  const [units, groups] = [itemsOf(file, 'units'), itemsOf(file, 'groups')]
  unlikeNames(check, [...units, ...groups], 'aliases')
  const known = units.flatMap((unit) => textOf(unit, 'name') ?? [])
  for (const group of groups) {
    for (const member of itemsOf(group, 'members')) {
      const name = textOf(member, 'unit')
      if (name !== undefined && !known.includes(name))
        check.tell(member, 'unit', `units 中没有单位${quoted(name)}${hint(name, known)}`)
    }
    if (check.sound<Group>(group) && group.holds === 'listed' && group.members.length === 0)
      check.tell(group, 'holds', `${quoted(group.name)}以名单为准，却没有名单（members）`)
  }
}

/** What of the roster can be relied on; names of faulty entries count, so that phrases are not blamed for them. */
export function soundRoster(check: Check, file: object): Roster {
  const units = itemsOf(file, 'units').flatMap((item): Unit[] => (check.sound<Unit>(item) ? [item] : nameOnly(item)))
  const groups = itemsOf(file, 'groups').flatMap((item): Group[] =>
    check.sound<Group>(item)
      ? [item]
      : nameOnly(item).map(({ name }) => ({
          name,
          aliases: [],
          holds: 'candidates',
          members: [],
          'shown-by': [],
          note: '',
        })),
  )
  return { units, groups }
}

function nameOnly(item: object): Unit[] {
  const name = textOf(item, 'name')
  return name === undefined ? [] : [{ name, kind: 'department', aliases: [], sure: 'unsure', note: '' }]
}

/** Every word of the 责任单位 cell is a unit or a group. */
export function checkCell(check: Check, roster: Roster, cell: RawCell): void {
  if (cell.cell !== 'absent' && cell.as !== null && cell.as !== cell.printed)
    check.tell(cell, 'as', '责任单位栏印有内容时，不能另写 as')
  const known = [...roster.units, ...roster.groups].flatMap(({ name, aliases }) => [name, ...aliases])
  const unknown = tokensOf(roster, cell.as ?? cell.printed).filter(({ unit, group }) => !unit && !group)
  for (const { written } of unknown)
    check.tell(
      cell,
      cell.as === null ? 'printed' : 'as',
      `units.yaml 没有单位或类别${quoted(written)}${hint(written, known)}`,
    )
}

/** A rule that asks whether the unit is one of a group names one that there is. */
export function checkGroups(check: Check, file: object, holders: readonly object[]): void {
  const known = itemsOf(file, 'groups').flatMap((group) => textOf(group, 'name') ?? [])
  for (const rule of holders.flatMap((holder) => itemsOf(holder, 'rules'))) {
    const name = textOf(rule, 'group')
    if (name !== undefined && !known.includes(name))
      check.tell(rule, 'group', `units.yaml 没有类别${quoted(name)}${hint(name, known)}`)
  }
}
