import { type Group, SURENESS, UNIT_KINDS, type Unit } from '../../core/system.ts'
import type { RawUnits } from '../raw.ts'
import { choice, file, list, listOrNone, mapping, type Schema, text, words } from './shape.ts'

const sure = choice(SURENESS, 'certain 有出处，likely 有理由的推定，unsure 未核实', { default: 'certain' })

const unit = mapping<Unit>({
  name: text('单位名称，照指标体系的叫法'),
  kind: choice(UNIT_KINDS, 'department 部门，town 镇'),
  aliases: listOrNone(text('名称'), '别的叫法'),
  sure,
  note: words('说明'),
})

const group = mapping<Group>({
  name: text('代指一类单位的说法，如“各镇”'),
  aliases: listOrNone(text('说法'), '别的说法'),
  holds: choice(
    ['listed', 'towns', 'departments', 'candidates'],
    'listed 以名单为准，towns 各镇，departments 各部门，candidates 待认领',
  ),
  members: listOrNone(mapping<Group['members'][number]>({ unit: text('单位名称'), sure, why: words('理由') }), '名单'),
  'shown-by': listOrNone(
    mapping<Group['shown-by'][number]>({ ledger: text('台账名称'), day: text('登记办理日期的列') }),
    '名单上的单位在这些台账中登记有办理日期的，就确定属于这一类',
  ),
  note: words('说明'),
})

export const unitsSchema = (): Schema =>
  file(
    'Units',
    mapping<RawUnits>({ units: list(unit, '单位', { minItems: 1 }), groups: listOrNone(group, '单位类别') }),
  )
