import { describe, expect, test } from 'vitest'
import type { Table } from '../../../src/core/evidence.ts'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../helpers/scope.ts'

const sheet = (title: string, ...lines: string[]): Table => ({
  name: 'Sheet1',
  kind: 'sheet',
  merges: [],
  rows: [[title], ...lines.map((line) => line.split('|'))].map((values, index) => ({
    index,
    values: values.map((value) => (value === '' ? null : value)),
  })),
})

const found = (params: Readonly<Record<string, unknown>>, table: Table): string[] =>
  judge(
    tables,
    params,
    scopeOf({
      documents: [paper({ path: 'a.xlsx', tables: [table], format: 'xlsx', text: [] })],
      materials: [material('ledger')],
      serves: { ledger: ['a.xlsx'] },
    }),
  ).flatMap(({ outcome, cites }) => (outcome === 'met' ? [] : cites.map(({ cell }) => `${outcome} ${cell}`)))

describe('who was displeased, in a table with columns for the second answer', () => {
  const HEADS = '编号|标题|答复日期|首次评价|再次答复日期|再次评价'
  const proposals = (...lines: string[]) =>
    found({ about: [['建议']], undone: ['答复'] }, sheet('建议办理登记', HEADS, '1|甲建议|2021-05-26|满意||', ...lines))

  test('and was not answered again is told', () => {
    expect(proposals('2|乙建议|2021-05-20|不满意||')).toEqual(['gap D4'])
  })
  test('and was answered again is not', () => {
    expect(proposals('2|乙建议|2021-05-20|不满意|2021-06-20|满意')).toEqual([])
  })
  test('a table without such columns asks for no second answer', () => {
    const table = sheet(
      '建议办理登记',
      '编号|标题|答复日期|评价',
      '1|甲建议|2021-05-26|满意',
      '2|乙建议|2021-05-20|不满意',
    )
    expect(found({ about: [['建议']], undone: ['答复'] }, table)).toEqual([])
  })
})

describe('a row that was withdrawn', () => {
  const HEADS = '序号|申请人|收到日期|法定答复期限|答复日期|答复类型|备注'
  const asked = (...lines: string[]) =>
    found(
      { about: [['公开']], undone: ['答复'], late: 'ask' },
      sheet('信息公开申请登记表', HEADS, '1|某甲|2021-04-20|2021-05-19|2021-05-15|予以公开|', ...lines),
    )

  test('is not late for having no answer', () => {
    expect(asked('2|某乙|2021-11-22|2021-12-20|—|申请人撤回|2021-11-30撤回申请，不计答复')).toEqual([])
  })
  test('nothing of the kind leaves it unanswered', () => {
    expect(asked('2|某乙|2021-11-22|2021-12-20|—|予以公开|')).toEqual(['unclear E4'])
  })
})

describe('a list to be signed', () => {
  const signed = (below: string, ...lines: string[]) =>
    found(
      { about: [['培训']], undone: ['培训'] },
      sheet('应急培训签到册', '序号|姓名|签到|备注', '1|陈某一|已签|', '2|李某二|已签|', ...lines, below),
    )

  test('by fewer than it says came', () => {
    expect(signed('应到3人,实到3人', '3|王某三||公差')).toEqual(['gap C5'])
    expect(signed('参训率100%', '3|王某三||病假')).toEqual(['gap C5'])
  })
  test('by as many as it says, or with one who made it up', () => {
    expect(signed('应到3人,实到2人', '3|王某三||公差')).toEqual([])
    expect(signed('应到3人,实到3人', '3|王某三||7月31日已补训')).toEqual([])
  })
  test('without a word of how many came', () => {
    expect(signed('签到册存应急办。', '3|王某三||公差')).toEqual([])
  })
})

describe('one number on two cases', () => {
  const HEADS = '立案号|当事人|案由|决定书文号|决定日期|罚款金额'
  const cases = (...lines: string[]) =>
    found({ about: [['处罚']], late: 'ignore', numbered: true }, sheet('行政处罚案件台账', HEADS, ...lines))
  const first = '立1|甲厂|无证经营|昭交罚〔2022〕7号|2022-04-01|500'

  test('is told where a number is skipped, and asked where none is', () => {
    const second = '立2|乙厂|超限运输|昭交罚〔2022〕7号|2022-04-08|800'
    expect(cases(first, second, '立3|丙厂|超限运输|昭交罚〔2022〕9号|2022-05-08|900')).toEqual(['gap D4'])
    expect(
      cases(
        '立0|丙厂|超限运输|昭交罚〔2022〕6号|2022-03-08|900',
        first,
        second,
        '立3|丁厂|超载|昭交罚〔2022〕8号|2022-05-08|900',
      ),
    ).toEqual(['unclear D5'])
  })
  test('two parties of one case share it', () => {
    expect(
      cases(
        first,
        '立1|李某一|无证经营|昭交罚〔2022〕7号|2022-04-01|800',
        '立3|丙厂|超载|昭交罚〔2022〕9号|2022-05-08|900',
      ),
    ).toEqual([])
  })
  test('the same number of another year is another', () => {
    expect(cases(first, '立2|乙厂|超限运输|昭交罚〔2021〕7号|2021-04-08|800')).toEqual([])
  })
})
