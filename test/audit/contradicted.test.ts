import { expect, test } from 'vitest'
import { contradictionsOf } from '../../src/audit/contradicted.ts'
import type { Nothing } from '../../src/core/package.ts'
import type { Rule } from '../../src/core/system.ts'
import { unitNamed } from '../helpers/package.ts'
import { ledger, scopeOf } from '../helpers/scope.ts'
import { shipped } from '../helpers/shipped.ts'

const SYSTEM = await shipped()
const NAME = '行政规范性文件台账'
const of = SYSTEM.denials.find(({ id }) => id === 'regulation')!
const none: Nothing = {
  of,
  file: '说明.docx',
  sentence: '我局未制定规范性文件',
  from: null,
  to: null,
  at: { file: '说明.docx' },
}
const columns = { 文件名称: 'text', 制定机关: 'text', 公布日期: 'day' } as const
const row = (name: string, maker: string) => ({ 文件名称: name, 制定机关: maker, 公布日期: '2021-03-01' })

const against = (...makers: string[]) => {
  const ledgers = [
    ledger(
      NAME,
      columns,
      makers.map((maker, at) => row(`办法${at}`, maker)),
    ),
  ]
  const scope = scopeOf({ ledgers })
  const found = { ...scope.package, unit: unitNamed(SYSTEM, '区司法局'), roster: SYSTEM.roster.units, nothings: [none] }
  const rule: Rule = { ...scope.rule, params: { ledger: NAME } }
  return contradictionsOf(rule, new Set(), found).map(({ outcome, data }) => [outcome, data.count])
}

test('that the unit made none is contradicted by what its register says it made', () => {
  expect(against('区司法局')).toEqual([['gap', 1]])
  expect(against('')).toEqual([['gap', 1]])
})

test('what others made and the unit only registers contradicts nothing', () => {
  expect(against('区人民政府', '卫子镇人民政府', '区医疗保障局')).toEqual([])
  expect(against('区人民政府', '')).toEqual([])
})

test('of a register of everybody the own ones count', () => {
  expect(against('区人民政府', '广元市昭化区司法局')).toEqual([['gap', 1]])
})
