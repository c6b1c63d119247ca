import { describe, expect, test } from 'vitest'
import type { Indicator } from '../../src/core/system.ts'
import { tellingsByNumber } from '../../src/placing/by-number.ts'
import { material, paper, scopeOf } from '../helpers/scope.ts'

const indicators = Array.from(
  { length: 60 },
  (_, at): Indicator => ({
    ...scopeOf({ materials: [material('any')] }).indicator,
    id: String(at + 1),
  }),
)
const OWN = [1, 2, 4, 7, 9, 13, 15, 16, 21, 30, 41, 48, 54]
const told = (lines: readonly string[], title = '某镇逐条自评情况说明') =>
  tellingsByNumber([paper({ path: '自评.docx', title, text: [title, ...lines] })], indicators).map(
    (one) => one.indicator,
  )
const line = (id: number) => `${id}.创建以来这一项由综合执法队办理，见有关台账。`

describe('an account by the numbers of the indicators', () => {
  test('tells of each, however the number is written', () => {
    expect(told(OWN.map(line))).toEqual(OWN.map(String))
    expect(told(OWN.map((id) => `第${id}项：由党政办办理。`))).toEqual(OWN.map(String))
    expect(told(OWN.map((id) => `指标${id} 由党政办办理。`))).toEqual(OWN.map(String))
  })

  test('of twelve is one, of eleven is none', () => {
    expect(told(OWN.slice(0, 12).map(line))).toHaveLength(12)
    expect(told(OWN.slice(0, 11).map(line))).toEqual([])
  })

  test('is none where its numbers are those of any list of points', () => {
    expect(told(Array.from({ length: 14 }, (_, at) => line(at + 1)))).toEqual([])
  })

  test('is none where its numbers go up and down', () => {
    expect(told([...OWN, ...OWN.slice(0, 4)].map(line))).toEqual([])
    expect(told(Array.from({ length: 28 }, (_, at) => line(at % 2 === 0 ? at + 1 : at + 30)))).toEqual([])
  })

  test('is none in a rule, whose articles have numbers too', () => {
    expect(told(OWN.map(line), '某镇综合执法工作制度')).toEqual([])
  })
})
