import { describe, expect, test } from 'vitest'
import { recognise } from '../../src/facts/recognise.ts'
import { documentOf, sheetOf, workbookOf } from './document.ts'

const slips = (text: string, more = {}) =>
  recognise(documentOf(text, more)).slips.map(({ value, why }) => `${value} ${why}`)

describe('a number that nobody filled in', () => {
  test.each([
    ['2021年8月收到建议1份，XX项整改措施均已落实。', 'XX项整改措施均已 数字没有填'],
    ['全年开展培训××次。', '××次 数字没有填'],
    ['投入资金XXX万元', 'XXX万元 数字没有填'],
  ])('%s', (text, said) => expect(slips(text)).toEqual([said]))

  test.each(['当事人王XX未到场。', 'XX公司已整改。', '车牌川HXX次日解封', '电话138××××1234', '某个项目', '2021年XX月'])(
    '%s has none',
    (text) => expect(slips(text)).toEqual([]),
  )
})

describe('a day that is in no calendar', () => {
  test.each(['核对日期：2022年2月30日', '2021年6月31日印发', '2021年13月5日', '2021年2月29日'])('%s', (text) =>
    expect(slips(text)).toHaveLength(1),
  )
  test.each(['2020年2月29日', '2022年2月28日', '昭府办函〔2022〕230号', '2021年12月31日'])('%s is one', (text) =>
    expect(slips(text)).toEqual([]),
  )
  test('in a cell of a table, with its place', () => {
    const book = workbookOf(sheetOf('2021', [['日期'], ['2021-02-30'], ['2021.6.30'], ['2021.9.31'], ['1.2.30']]))
    expect(recognise(book).slips.map(({ value, at }) => [value, at.cell])).toEqual([
      ['2021-02-30', 'A2'],
      ['2021.9.31', 'A4'],
    ])
  })
  test('nobody wrote where it was recognised', () => expect(slips('2022年2月30日', { certainty: 0.9 })).toEqual([]))
})

describe('a model that was signed as it came', () => {
  const slips = (line: string) =>
    recognise(documentOf(`关于公布目录的公告\n现予公布。\n${line}\n2022年3月18日`)).slips.map(({ value }) => value)
  test.each(['××镇人民政府', 'XX局'])('%s', (line) => expect(slips(line)).toEqual([line]))
  test.each(['松林镇人民政府', '当事人：××镇村民', '××公司'])('%s is none', (line) => expect(slips(line)).toEqual([]))
})
