import { describe, expect, test } from 'vitest'
import type { Group, Indicator, Roster, Unit, UnitCell } from '../../src/core/system.ts'
import { partOf, resolveUnit } from '../../src/system/responsibility.ts'

const unit = (name: string, kind: Unit['kind'] = 'department', aliases: readonly string[] = []): Unit => ({
  name,
  kind,
  aliases,
  sure: 'certain',
  note: '',
})
const group = (name: string, holds: Group['holds'], members: Group['members'] = []): Group => ({
  name,
  aliases: [],
  holds,
  members,
  'shown-by': [],
  note: '',
})

const justice = unit('区司法局', 'department', ['区委依法治区办', '区人力资源和社会保障局'])
const office = unit('区政府办公室')
const transport = unit('区交通运输局')
const town = unit('柳树镇', 'town')

const roster: Roster = {
  units: [justice, office, transport, town],
  groups: [
    group('各镇', 'towns'),
    group('区级各部门', 'departments'),
    group('区级相关部门', 'candidates'),
    group('有收费项目的部门', 'candidates', [{ unit: '区交通运输局', sure: 'likely', why: '收取停车费' }]),
    group('有行政执法权的区级部门', 'listed', [
      { unit: '区交通运输局', sure: 'certain', why: '指标48点名' },
      { unit: '区司法局', sure: 'likely', why: '律师管理有处罚权' },
    ]),
  ],
}

const system = { name: '青山市柳河区法治政府建设指标体系', roster }

function asked(as: string, cell: UnitCell['cell'] = 'explicit', why = ''): Indicator {
  return {
    id: '1',
    level1: '',
    level2: '',
    text: '',
    units: { printed: as, cell, as, why },
    materials: [],
    rules: [],
    exempts: [],
    kin: [],
  }
}

const PARTS: [title: string, unit: Unit, as: string, ...concern: string[]][] = [
  ['a unit by its name', justice, '区司法局、区级相关部门；各镇', 'named', 'certain', '责任单位列有“区司法局”'],
  [
    'a unit by another name',
    justice,
    '区委依法治区办；各镇',
    'named',
    'certain',
    '责任单位列有“区委依法治区办”，即区司法局',
  ],
  [
    'a unit whose other name holds 和',
    justice,
    '区人力资源和社会保障局',
    'named',
    'certain',
    '责任单位列有“区人力资源和社会保障局”，即区司法局',
  ],
  ['two units joined by 和', office, '区司法局和区政府办公室', 'named', 'certain', '责任单位列有“区政府办公室”'],
  [
    'a unit in brackets',
    justice,
    '区法治建设领导小组办公室（区司法局）；各镇',
    'named',
    'certain',
    '责任单位列有“区司法局”',
  ],
  ['a unit before 等', office, '区政府办公室等区级相关部门', 'named', 'certain', '责任单位列有“区政府办公室”'],
  [
    'whoever stands behind 等',
    justice,
    '区政府办公室等区级相关部门',
    'candidate',
    'unsure',
    '责任单位写作“区级相关部门”，没有点名本单位',
  ],
  ['a comma of either width', justice, '区政府办公室,区司法局;各镇', 'named', 'certain', '责任单位列有“区司法局”'],
  ['a town among all towns', town, '区级相关部门；各镇', 'group', 'certain', '属于“各镇”'],
  ['a department among all departments', office, '区级各部门；各镇', 'group', 'certain', '属于“区级各部门”'],
  [
    'a listed member',
    transport,
    '有行政执法权的区级部门；各镇',
    'group',
    'certain',
    '列入“有行政执法权的区级部门”名单：指标48点名',
  ],
  [
    'a likely member',
    justice,
    '有行政执法权的区级部门；各镇',
    'group',
    'likely',
    '列入“有行政执法权的区级部门”名单：律师管理有处罚权',
  ],
  [
    'a department that no list holds',
    office,
    '有行政执法权的区级部门；各镇',
    'none',
    'certain',
    '责任单位为“有行政执法权的区级部门；各镇”，没有列入本单位',
  ],
  [
    'a likely candidate',
    transport,
    '有收费项目的部门',
    'candidate',
    'likely',
    '责任单位写作“有收费项目的部门”，没有点名本单位：收取停车费',
  ],
  [
    'a town among candidates, who are departments',
    town,
    '区级相关部门',
    'none',
    'certain',
    '责任单位为“区级相关部门”，没有列入本单位',
  ],
  [
    'the surest of several',
    transport,
    '区级相关部门、有行政执法权的区级部门、区交通运输局',
    'named',
    'certain',
    '责任单位列有“区交通运输局”',
  ],
]

describe('how an indicator concerns', () => {
  test.each(PARTS)('%s', (_, who, as, part, sure, why) => {
    expect(partOf(system, who, asked(as))).toEqual({ part, sure, why })
  })

  test('nobody certainly, where the printed cell is blank', () => {
    expect(partOf(system, justice, asked('区司法局', 'absent', '按上行'))).toEqual({
      part: 'named',
      sure: 'likely',
      why: '公布文本的责任单位栏为空，按“区司法局”推定（按上行）：责任单位列有“区司法局”',
    })
  })

  test('everybody, where it is about the whole package', () => {
    expect(partOf(system, town, { ...asked(''), id: 'package' }).part).toBe('named')
  })
})

describe('a name means a unit', () => {
  test.each([
    ['区司法局', '区司法局'],
    ['司法局', '区司法局'],
    ['柳河区司法局', '区司法局'],
    ['青山市柳河区司法局', '区司法局'],
    ['区委依法治区办', '区司法局'],
    ['12_区司法局', '区司法局'],
    ['12区司法局2022年佐证材料', '区司法局'],
    ['区司法局-法治政府佐证材料', '区司法局'],
    ['佐证材料（区司法局）', '区司法局'],
    ['柳河区人民政府办公室', '区政府办公室'],
    ['柳树镇人民政府', '柳树镇'],
    ['青山市柳河区柳树镇', '柳树镇'],
  ])('%s', (name, expected) => {
    expect(resolveUnit(system, name)).toMatchObject({ unit: { name: expected } })
  })

  test.each([
    ['another district’s', '松林区司法局', ['区司法局']],
    ['a misspelt one', '区司法据', ['区司法局']],
    ['two units', '区司法局、柳树镇', ['区司法局', '柳树镇']],
    ['no unit at all', '佐证材料', []],
    ['nothing', '', []],
  ])('but not %s', (_, name, nearest) => {
    expect(resolveUnit(system, name)).toEqual({ nearest })
  })
})
