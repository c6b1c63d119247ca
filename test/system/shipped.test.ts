import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultLine } from '../../src/core/problem.ts'
import type { IndicatorSystem, Unit } from '../../src/core/system.ts'
import { KINDS } from '../../src/judging/kinds/index.ts'
import { NEED_TOO, NEEDS } from '../../src/system/checks/sense.ts'
import { checkSystem } from '../../src/system/load.ts'
import { tokensOf } from '../../src/system/phrase.ts'
import { partOf } from '../../src/system/responsibility.ts'

/** Every distinct 责任单位 cell of the printed plan. */
const PHRASES = [
  '区行政审批局等区级相关部门;各镇',
  '区发改局、区民政局、区行政审批局等区级相关部门',
  '区司法局、区行政审批局、区级相关部门;各镇',
  '区人力资源社会保障局、区市场监管局、区行政审批局、区税务局',
  '区委编办、区行政审批局;各镇',
  '区发改局、区级相关部门;各镇',
  '区发改局、区财政局、区市场监管局、有收费基金项目的区级部门;各镇',
  '区政府办公室、区级相关部门;各镇',
  '区市场监管局、区级相关部门;各镇',
  '区发改局;各镇',
  '区发改局、区市场监管局;各镇',
  '有行政执法权的区级部门;各镇',
  '区发改局、区民政局、区工商联、区级相关部门;各镇',
  '区行政审批局;各镇',
  '区级相关部门;各镇',
  '区级相关部门',
  '区政府办公室、区目标绩效事务中心,区级有关部门;各镇',
  '区司法局、区级相关部门;各镇',
  '区政府办公室、区司法局、区级相关部门;各镇',
  '区政府办公室、区司法局、区级相关部门',
  '区经信科技局、区司法局,区级相关部门;各镇',
  '区委政法委、区委群工局、区发改局、区司法局、区应急局、昭化生态环境局、区级相关部门;各镇',
  '区委编办、有行政执法权的区级部门;各镇',
  '区人力资源社会保障局、区交通运输局、区文旅体局、区卫生健康局、区应急局、区市场监管局、区综合执法局、区自然资源分局、昭化生态环境局、区金融服务中心;各镇',
  '区市场监管局、区级有关部门;各镇',
  '区法院、区检察院、区公安分局、区司法局、区级相关部门;各镇',
  '区司法局、有行政执法权的区级部门;各镇',
  '区财政局、有行政执法权的区级部门;各镇',
  '区纪委监委机关、区级相关部门;各镇',
  '区目标绩效事务中心、区政府办公室,区级有关部门;各镇',
  '区司法局、区法院、区检察院、区级相关部门;各镇',
  '区发改局、区司法局、区财政局、区住建局、区交通运输局、区审计局、区统计局、昭化生态环境局、区国有资产事务中心、区级相关部门;各镇',
  '区政府办公室、区级有关部门;各镇',
  '区法院、区委政法委、区委群工局、区司法局、区人力资源社会保障局、区级相关部门;各镇',
  '区司法局;各镇',
  '区司法局、区级相关部门',
  '区应急局、区级相关部门;各镇',
  '区应急局、区卫生健康局、区级相关部门;各镇',
  '区应急局、区委宣传部、区级相关部门;各镇',
  '区委组织部、区级相关部门;各镇',
  '区司法局、区委党校;各镇',
  '区委组织部、区人力资源社会保障局;各镇',
  '区法治政府建设工作领导小组办公室(区司法局);各镇',
  '区委依法治区办、区司法局;各镇',
  '区委办公室、区政府办公室、区委依法治区办;各镇',
  '区目标绩效事务中心、区委依法治区办(区司法局);各镇',
  '区级各部门;各镇',
]

let system: IndicatorSystem

beforeAll(async () => {
  const checked = await checkSystem('indicators/zhaohua-2022')
  expect(checked.faults.map(faultLine)).toEqual([])
  if (checked.system) system = checked.system
})

const unitCalled = (name: string): Unit => {
  const unit = system.roster.units.find((other) => other.name === name)
  if (!unit) throw new Error(`the roster lacks ${name}`)
  return unit
}

const indicatorsWith = (unit: string, part: string, cells: readonly string[]): string[] =>
  system.indicators
    .filter(
      (indicator) => cells.includes(indicator.units.cell) && partOf(system, unitCalled(unit), indicator).part === part,
    )
    .map(({ id }) => id)

describe('the shipped system', () => {
  test('has the plan’s hundred indicators and its four further items', () => {
    const numbers = Array.from({ length: 100 }, (_, index) => String(index + 1))
    expect(new Set(system.indicators.map(({ id }) => id))).toEqual(new Set([...numbers, 'J1', 'J2', 'F1', 'F2']))
  })

  test.each(PHRASES)('knows everybody in “%s”', (phrase) => {
    const unknown = tokensOf(system.roster, phrase).filter(({ unit, group }) => !unit && !group)
    expect(unknown.map(({ written }) => written)).toEqual([])
  })

  test('names 区司法局 in 36 indicators, in 99 as 区委依法治区办, and by assumption where the cell is blank', () => {
    const range = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
    expect(indicatorsWith('区司法局', 'named', ['explicit', 'merged'])).toEqual([
      '4',
      ...range(30, 42),
      '45',
      '46',
      '51',
      ...range(62, 64),
      '71',
      '72',
      '75',
      '77',
      ...range(78, 84),
      '94',
      ...range(96, 100),
    ])
    expect(indicatorsWith('区司法局', 'named', ['absent'])).toEqual(['26', '27', '28', '29'])
  })

  test('asks the towns as a group, and in no indicator by name', () => {
    expect(indicatorsWith('昭化镇', 'named', ['explicit', 'merged', 'absent'])).toEqual([])
    expect(indicatorsWith('昭化镇', 'group', ['explicit', 'merged']).length).toBe(93)
  })
})

describe('what the checks say about kinds', () => {
  test('is about kinds and parameters that exist', () => {
    const kinds: Record<string, { params: object }> = KINDS
    const mentioned = [...Object.entries(NEEDS), ...Object.entries(NEED_TOO)].flatMap(([kind, lists]) =>
      lists.flat().map((name) => [kind, name] as const),
    )
    const missing = mentioned.filter(([kind, name]) => !(name in (kinds[kind]?.params ?? {})))
    expect(missing).toEqual([])
  })

  test('no parameter of a kind hides a key that all rules share', () => {
    const schema: unknown = JSON.parse(readFileSync('schemas/indicators.schema.json', 'utf8'))
    const shared = ['id', 'name', 'kind', 'severity', 'basis', 'erratum', 'for', 'in-force', 'remedy', 'note']
    expect(schema).toMatchObject({
      items: { properties: { rules: { items: { properties: Object.fromEntries(shared.map((key) => [key, {}])) } } } },
    })
    expect(
      Object.values(KINDS).flatMap(({ params }) => Object.keys(params).filter((key) => shared.includes(key))),
    ).toEqual([])
  })
})
