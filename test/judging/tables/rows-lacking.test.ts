import { describe, expect, test } from 'vitest'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { sheet, workbook } from '../../helpers/documents.ts'
import { judge } from '../../helpers/judges.ts'
import { scopeOf } from '../../helpers/scope.ts'

type Row = readonly string[]

const judged = (params: Readonly<Record<string, unknown>>, name: string, rows: readonly Row[]) =>
  judge(
    tables,
    { about: [['台账']], late: 'ignore', ...params },
    scopeOf({ documents: [workbook(`${name}台账.xlsx`, sheet('登记', rows))], asOf: '2022-07-31' }),
  ).map(({ outcome, cites }) => `${outcome} ${cites.flatMap(({ cell }) => cell ?? []).join(',')}`)

describe('a dash under what all others have lacks it', () => {
  const HEAD = ['划出单位', '交接日期', '交接书编号', '备注']
  const FULL = ['甲局', '乙局', '丙局', '丁局'].map((name, at) => [name, `2020-06-1${at}`, `JJ-0${at}`, ''])
  const handed = (...rows: readonly Row[]) => judged({ filled: [['交接']] }, '职权划转', [HEAD, ...FULL, ...rows])
  test('under every one of the heads', () => expect(handed(['戊局', '—', '—', ''])).toEqual(['gap B6']))
  test('not where one of them is filled', () => expect(handed(['戊局', '—', 'JJ-05', ''])).toEqual(['met ']))
  test('not where the row says why', () => expect(handed(['戊局', '—', '—', '不涉及人员，无需交接'])).toEqual(['met ']))
  test('not where two do it: then a dash is usual', () =>
    expect(handed(['戊局', '—', '—', ''], ['己局', '—', '—', ''])).toEqual(['met ']))
})

describe('a blank among marks was left out', () => {
  const HEAD = ['案号', '立案审批', '调查笔录', '送达回证']
  const FULL = [1, 2, 3, 4, 5, 6].map((at) => [`安罚${at}`, '√', '√', '√'])
  const kept = (...rows: readonly Row[]) => judged({ marked: true }, '案卷', [HEAD, ...FULL, ...rows])
  test('a blank', () => expect(kept(['安罚7', '√', '√', ''])).toEqual(['gap D8']))
  test('a word that it is not there', () => expect(kept(['安罚7', '√', '√', '缺签收日期'])).toEqual(['gap D8']))
  test('a dash is none', () => expect(kept(['安罚7', '—', '√', '√'])).toEqual(['met ']))
  test('a line below without marks is no row of them', () =>
    expect(kept(['附表', '2021-03-01', '安罚2', ''])).toEqual(['met ']))
})

describe('what reaches the figure that the table itself names owes what it names', () => {
  const HEAD = ['事项', '公众意见(件)', '是否后评估']
  const FULL = [
    ['公交票价', '4', '否'],
    ['停车收费', '31', '是'],
    ['学校布局', '12', '是'],
  ]
  const assessed = (note: string, count: string, flag: string) =>
    judged({ undone: ['后评估'] }, '决策', [HEAD, ...FULL, ['夜市', count, flag], [note, '', '']])
  const NOTE = '公众意见10件以上的列入后评估。'
  test('at the figure', () => expect(assessed(NOTE, '10', '否')).toEqual(['gap C5']))
  test('not one below it', () => expect(assessed(NOTE, '9', '否')).toEqual(['met ']))
  test('not where it was done', () => expect(assessed(NOTE, '10', '是')).toEqual(['met ']))
  test('not where nothing names a figure', () =>
    expect(assessed('公众意见较多的列入后评估。', '10', '否')).toEqual(['met ']))
})

describe('a day that is still to come is none on which something was done', () => {
  const HEAD = ['事项', '座谈日期', '意见数']
  const FULL = [1, 2, 3, 4].map((at) => [`事项${at}`, `2021-0${at}-10`, '3'])
  const told = (name: string, day: string) => judged({}, name, [HEAD, ...FULL, ['夜市', day, '5']])
  test('a day after', () => expect(told('座谈', '2022-08-01')).toEqual(['gap B6']))
  test('not the day itself', () => expect(told('座谈', '2022-07-31')).toEqual(['met ']))
  test('not in a plan', () => expect(told('座谈计划', '2022-08-01')).toEqual(['met ']))
})

describe('two officers of two columns', () => {
  const HEAD = ['日期', '地点', '执法人员1', '执法人员2']
  const FULL = [1, 2, 3].map((at) => [`2021-0${at}-10`, '甲村', '林小舟 23-01', '周明远 23-02'])
  const went = (second: string) =>
    judged({ 'two-persons': true }, '检查', [HEAD, ...FULL, ['2021-06-01', '乙村', '林小舟 23-01', second]])
  test('a driver is none', () => expect(went('(驾驶员 老李)')).toEqual(['gap D5']))
  test('nor is the same one again', () => expect(went('林小舟 23-01')).toEqual(['gap D5']))
  test('another one is', () => expect(went('郑一鸣 23-03')).toEqual(['met ']))
})

describe('what can never be more than something else', () => {
  const HEAD = ['事项', '收到意见(条)', '采纳(条)', '备注']
  const FULL = [1, 2, 3, 4].map((at) => [`事项${at}`, `${10 + at}`, `${at}`, ''])
  const taken = (...row: readonly string[]) => judged({}, '征求意见', [HEAD, ...FULL, row])
  test('one more', () => expect(taken('夜市', '6', '7', '')).toEqual(['gap C6']))
  test('as many', () => expect(taken('夜市', '6', '6', '')).toEqual(['met ']))
})

describe('who is kept and never asked', () => {
  const HEAD = ['单位', '参与决策', '审查合同', '意见书']
  const FULL = [1, 2, 3, 4].map((at) => [`${at}局`, '2', `${at}`, '0'])
  const kept = (...row: readonly string[]) =>
    judged({ active: ['决策', '合同', '意见书'] }, '顾问', [HEAD, ...FULL, row])
  test('nothing at all', () => expect(kept('五局', '0', '0', '0')).toEqual(['gap B6']))
  test('one contract', () => expect(kept('五局', '0', '1', '0')).toEqual(['met ']))
})

describe('a term between two acts', () => {
  const HEAD = ['事项', '送审日期', '审核意见日期', '备注']
  const took = (day: string, remark = '') =>
    judged({ from: ['送审'], to: ['审核'], 'at-least-days': 7 }, '审查', [
      HEAD,
      ['甲方案', '2021-03-01', '2021-03-10', ''],
      ['乙方案', '2021-06-01', day, remark],
    ])
  test('seven workdays', () => expect(took('2021-06-10')).toEqual(['met ']))
  test('six', () => expect(took('2021-06-09')).toEqual(['gap C3']))
})
