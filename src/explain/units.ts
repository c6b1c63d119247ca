import type { Group, Indicator, Roster, Sureness } from '../core/system.ts'

/** Whose indicator it is, as printed and as applied, what the groups of the cell mean, and of whom nothing is asked. */
export function dutyWords(roster: Roster, { id, units, exempts }: Indicator): string[] {
  if (id === 'package') return ['每个报送单位']
  return [
    ...(units.cell === 'absent'
      ? [`公布文本此栏为空，按“${units.as}”执行（${units.why}）；因属推定，缺少材料的只列存疑，不判缺口`]
      : [`${units.printed}${units.cell === 'merged' ? '（原表与上行合并）' : ''}`]),
    ...groupsIn(roster.groups, units.as).map((group) => groupWords(roster, group)),
    ...exempts.map(({ kind, why }) => `${kind === 'town' ? '各镇' : '区级部门'}不作要求：${why}`),
  ]
}

/** Longer names first: 有行政执法权的区级部门 is not 区级部门. */
function groupsIn(groups: readonly Group[], phrase: string): Group[] {
  const names = groups
    .flatMap((group) => [group.name, ...group.aliases].map((name) => ({ name, group })))
    .toSorted((a, b) => b.name.length - a.name.length)
  const found = new Map<Group, number>()
  let rest = phrase
  for (const { name, group } of names) {
    const at = rest.indexOf(name)
    if (at < 0) continue
    found.set(group, Math.min(at, found.get(group) ?? at))
    rest = rest.replaceAll(name, '　'.repeat(name.length))
  }
  return [...found].toSorted(([, a], [, b]) => a - b).map(([group]) => group)
}

function groupWords({ units }: Roster, { name, holds, members, note }: Group): string {
  const count = (kind: 'town' | 'department') => units.filter((unit) => unit.kind === kind).length
  const listed = members.map(({ unit, sure }) => `${unit}${MARKS[sure]}`).join('、')
  const said = {
    towns: `全部${count('town')}个镇`,
    departments: `全部${count('department')}个区级部门`,
    listed,
    candidates: '没有列明是哪些单位：本单位有相关材料或台账的，按责任单位审核；没有的，列为待认领，不判缺口',
  }[holds]
  const more = holds === 'candidates' && note !== '' ? note : [said, note].filter(Boolean).join('。')
  return `“${name}”：${more}`
}

const MARKS: Readonly<Record<Sureness, string>> = { certain: '', likely: '（推定）', unsure: '（未核实）' }
