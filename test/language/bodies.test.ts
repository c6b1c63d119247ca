import { expect, test } from 'vitest'
import type { Unit } from '../../src/core/system.ts'
import { namesUnit, type Whose, whose } from '../../src/language/bodies.ts'

const unit = (name: string, kind: Unit['kind'], ...aliases: string[]): Unit => ({
  name,
  kind,
  aliases,
  sure: 'certain',
  note: '',
})

const BUREAU = unit('区发改局', 'department', '区发展和改革局')
const TOWN = unit('柏林沟镇', 'town', '柏林沟镇人民政府')
const ROSTER = [
  BUREAU,
  TOWN,
  unit('区司法局', 'department', '广元市昭化区司法局'),
  unit('区市场监管局', 'department', '区市场监督管理局'),
  unit('卫子镇', 'town', '卫子镇人民政府'),
]

test.each<[string, Unit, Whose]>([
  ['广元市昭化区发展和改革局', BUREAU, 'own'],
  ['中共广元市昭化区发展和改革局党组', BUREAU, 'own'],
  ['区发改局价格收费股', BUREAU, 'own'],
  ['广元市利州区发展和改革局', BUREAU, 'stranger'],
  ['剑阁县发展和改革局', BUREAU, 'stranger'],
  ['绵阳市发展和改革委员会', BUREAU, 'stranger'],
  ['广元市发展和改革委员会', BUREAU, 'other'],
  ['四川省发展和改革委员会', BUREAU, 'other'],
  ['国家发展改革委', BUREAU, 'other'],
  ['广元市昭化区人民政府办公室', BUREAU, 'other'],
  ['广元市昭化区市场监督管理局', BUREAU, 'sibling'],
  ['广元市昭化区卫子镇人民政府', BUREAU, 'sibling'],
  ['四川示例律师事务所', BUREAU, 'other'],
  ['广元经济技术开发区管委会', BUREAU, 'other'],
  ['柏林沟镇综合行政执法办公室', TOWN, 'own'],
  ['昭化区司法局柏林沟司法所', TOWN, 'sibling'],
  ['广元市昭化区卫子镇人民政府', TOWN, 'stranger'],
  ['剑阁县元山镇人民政府', TOWN, 'stranger'],
  ['广元市昭化区人民政府', TOWN, 'other'],
])('%s, seen from %o', (name, from, found) => expect(whose(name, from, ROSTER)).toBe(found))

test.each([
  ['区发展和改革局：', true],
  ['经区发展和改革局研究', true],
  ['昭化区发展和改革局', true],
  ['利州区发展和改革局', false],
  ['市发展改革委', false],
])('%s names the bureau: %s', (text, found) => expect(namesUnit(text, BUREAU, ROSTER)).toBe(found))
