import { describe, expect, test } from 'vitest'
import { sourcesOf } from '../../src/cli/indicators-sources-command.ts'
import { sourcesText } from '../../src/cli/sources-text.ts'
import { basis, INDICATOR, rule, SYSTEM } from '../explain/world.ts'

const LAW = basis('《处罚法》（2021年修订）第六十一条', {
  for: '七日内送达',
  says: '应当在七日内送达当事人。',
  law: '中华人民共和国处罚法',
  edition: '2021-07-15',
  article: '第六十一条',
  source: '公布文本',
  checked: '2022-06-01',
  verified: true,
})
const rules = [
  rule('rate', {}, { id: '28.served', name: '送达', basis: [LAW] }),
  rule('rate', {}, { id: '28.filed', name: '归档', basis: [LAW, basis('某标准')] }),
]
const other = { ...INDICATOR, id: '29', rules: [rule('rate', {}, { id: '29.it', name: '其他', basis: [] })] }
const system = { ...SYSTEM, indicators: [{ ...INDICATOR, rules }, other] }

test('law by law, with the rules that rest on each article, and what stays 未核实', () => {
  expect(sourcesText(system, sourcesOf(system, []))).toMatchInlineSnapshot(`
    "青山区指标体系 1.0.0：依据3条，已核实2条，未核实1条

    中华人民共和国处罚法（2021年7月15日起施行）
      第六十一条  七日内送达
        用于 28.served（送达）、28.filed（归档）
        出处 公布文本，2022-06-01 核对
        条文 应当在七日内送达当事人。

    其他依据
      某标准（未核实）
        用于 28.filed（归档）
        未核实

    外部数值
      city-rate  全市平均败诉率：待对照
        出处 待提供，未核实

    仍未核实  2处
      28.filed  某标准（未核实）
      city-rate  全市平均败诉率（未核实）
    "
  `)
})

describe('as data', () => {
  test('each basis with its rule, and the ids that stay 未核实', () => {
    const { bases, unverified } = sourcesOf(system, [])
    expect(bases.map((one) => [one.rule, one.text, one.edition, one.verified])).toEqual([
      ['28.served', LAW.text, '2021-07-15', true],
      ['28.filed', LAW.text, '2021-07-15', true],
      ['28.filed', '某标准', null, false],
    ])
    expect(unverified).toEqual(['28.filed', 'city-rate'])
  })

  test('of one indicator, without the outside figures', () =>
    expect(sourcesOf(system, ['29'])).toEqual({ bases: [], parameters: [], unverified: [] }))

  test('an indicator that is not there', () =>
    expect(() => sourcesOf(system, ['300'])).toThrow('没有编号为“300”的指标'))
})
