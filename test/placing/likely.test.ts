import { describe, expect, test } from 'vitest'
import { NO_UNIT_FILE } from '../../src/core/unit-file.ts'
import { match } from '../../src/placing/match.ts'
import { file } from '../helpers/documents.ts'
import { unitNamed } from '../helpers/package.ts'
import { shipped } from '../helpers/shipped.ts'

const SYSTEM = await shipped()
const UNIT = unitNamed(SYSTEM, '区交通运输局')

const matched = (path: string, ...lines: string[]) => {
  const document = file(path, { passages: lines.map((text) => ({ text, at: {} })) })
  return match([document], SYSTEM, UNIT, NO_UNIT_FILE)
}
const served = (path: string, ...lines: string[]) =>
  matched(path, ...lines).matches.flatMap(({ indicator, material, sure, by }) =>
    material === null || indicator === 'package' ? [] : [`${indicator}${sure ? '' : '?'}${by ? ` ${by}` : ''}`],
  )
const told = (path: string, ...lines: string[]) => new Set(matched(path, ...lines).tellings.map((one) => one.indicator))

describe('a paper called like the labelled titles of an indicator', () => {
  test('is known though no topic spells its words', () => {
    expect(served('资料/考核表.docx', '渔政协助巡护员考核表')).toEqual(['66 likeness'])
    expect(served('资料/记录.docx', '书记镇长谁最后讲话的记录')).toEqual(['44 likeness'])
  })

  test('whose name only says its kind is not', () => {
    expect(served('资料/承诺书.docx', '承诺书')).toEqual([])
    expect(served('资料/会议纪要.docx', '会议纪要')).toEqual([])
  })

  test('of ordinary business is not', () => {
    expect(served('资料/菜谱.docx', '职工食堂每周菜谱')).toEqual([])
    expect(served('资料/采购.docx', '办公用纸采购合同')).toEqual([])
  })

  test('that is a draft is no more than asked', () => {
    expect(served('资料/考核表.docx', '渔政协助巡护员考核表(征求意见稿)')).toContain('66? likeness')
  })

  test('keeps what its topic says', () => {
    expect(served('资料/合同.docx', '常年法律顾问合同')).toContain('42')
  })

  test('without labelled titles serves by its topics alone', () => {
    const { profiles: _, ...bare } = SYSTEM
    const document = file('资料/考核表.docx', { passages: [{ text: '渔政协助巡护员考核表', at: {} }] })
    expect(match([document], bare, UNIT, NO_UNIT_FILE).matches.some(({ by }) => by === 'likeness')).toBe(false)
  })
})

describe('what a paper is called like, though it is not taken for it', () => {
  test('is told of, so that nobody says it is nowhere', () => {
    expect(told('资料/检查表.docx', '执法记录仪数据上传检查表')).toContain('57')
  })

  test('is not told of a draft', () => {
    expect(told('资料/检查表.docx', '执法记录仪数据上传检查表(征求意见稿)')).not.toContain('57')
  })
})
