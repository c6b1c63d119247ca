import { describe, expect, test } from 'vitest'
import type { Table } from '../../../src/core/evidence.ts'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../helpers/scope.ts'

const sheet = (title: string, ...lines: string[]): Table => ({
  name: 'Sheet1',
  kind: 'sheet',
  merges: [],
  rows: [[title], ...lines.map((line) => line.split('|').map((cell) => cell.trim()))].map((values, index) => ({
    index,
    values: values.map((value) => (value === '' ? null : value)),
  })),
})

/** The rows of the first table that are amiss. */
function wrongRows(params: Readonly<Record<string, unknown>>, ...given: Table[]): string[] {
  const scope = scopeOf({
    documents: given.map((table, at) => paper({ path: `${at}.xlsx`, tables: [table], format: 'xlsx', text: [] })),
    materials: [material('ledger')],
    serves: { ledger: ['0.xlsx'] },
  })
  return judge(tables, { about: [['检查', '强制', '处罚']], ...params }, scope).flatMap(({ outcome, cites }) =>
    outcome === 'gap' ? cites.map(({ cell }) => /\d+$/.exec(cell ?? '')?.[0] ?? '') : [],
  )
}

describe('who acts alone', () => {
  const heads = '检查日期|检查对象|检查人员|备注'
  const pair = '2021-05-06|甲店|张三、李四|'
  const alone = (...rows: string[]) =>
    wrongRows({ 'two-persons': true }, sheet('巡查记录', heads, pair, pair, pair, ...rows))

  test.each([
    ['2021-05-07|乙店|张三、王五(协管员)|', ['6']],
    ['2021-05-07|乙店|张三、王五（辅警）|', ['6']],
    ['2021-05-07|乙店|张三(带协管员王五)|', ['6']],
    ['2021-05-07|乙店|张三(带协管员王五)、李四|', []],
    ['2021-05-07|乙店|张三、王五(临聘人员)、赵六(协勤)|', ['6']],
    ['2021-05-07|乙店|张三、李四、王五(协管员)|', []],
    ['2021-05-07|乙店|张三、(区农业农村局)王五|联合检查', []],
    ['2021-05-07|乙店|同上|', []],
    ['2021-05-07|乙店|〃|', []],
    ['2021-05-07|乙店|张三|仅送达文书，未开展检查', []],
    ['2021-05-07|乙店|张三|', ['6']],
  ])('%s', (row, wanted) => expect(alone(row)).toEqual(wanted))

  test('同上 below a row with one person is one person', () =>
    expect(alone('2021-05-07|乙店|张三|', '2021-05-08|丙店|同上|')).toEqual(['6', '7']))
})

describe('two who went in columns of their own', () => {
  const roster = sheet('协管员花名册', '姓名|岗位', '王五|随行记录', '赵六|内勤')
  const went = (...rows: string[]) =>
    wrongRows({ 'two-persons': true }, sheet('监督检查登记', '日期|检查对象|带队|同行', ...rows), roster)

  test.each([
    ['2021-05-07|甲店|张三|王五', ['3']],
    ['2021-05-07|甲店|王五|赵六', ['3']],
    ['2021-05-07|甲店|张三|钱七（辅警）', ['3']],
    ['2021-05-07|甲店|张三|李四', []],
    ['2021-05-07|甲店|张三、李四|王五', []],
    ['2021-05-07|甲店|张三|李四、王五', []],
  ])('%s', (row, wanted) => expect(went(row)).toEqual(wanted))

  test('who reviews is no second officer, and no fault', () => {
    const reviewed = sheet('处罚案件', '立案日期|当事人|承办人|审核人', '2021-05-07|甲店|张三、李四|王五')
    expect(wrongRows({ 'two-persons': true }, reviewed, roster)).toEqual([])
  })
})

describe('a certificate that ran out before', () => {
  const overdue = (roster: Table, ...rows: string[]) =>
    wrongRows({ 'in-date': true }, sheet('现场检查登记', '检查时间|被检查单位|执法人员', ...rows), roster)
  const roster = sheet(
    '行政执法人员持证情况',
    '姓名|执法证号|有效期',
    '张三|1101|2021年6月30日',
    '李四|1102|2017年3月至2021年11月',
    '王五|1103|2026-12-31',
  )

  test.each([
    ['2021-07-01|甲店|张三、王五', ['3']],
    ['2021-06-30|甲店|张三、王五', []],
    ['2022.3.4|甲店|李四 王五', ['3']],
    ['2021-11-30|甲店|李四、王五', []],
    ['2022-05-06|甲店|王五、赵六', []],
  ])('%s', (row, wanted) => expect(overdue(roster, row)).toEqual(wanted))

  test('of two certificates the one that is good for longer counts', () => {
    const renewed = sheet('执法证件登记', '姓名|证号|有效期至', '张三|1101|2021-06-30', '张三|2201|2026-06-30')
    expect(overdue(renewed, '2022-01-04|甲店|张三、王五')).toEqual([])
  })
})

describe('until when a certificate is good', () => {
  const handled = (...roster: string[]) =>
    wrongRows(
      { 'in-date': true },
      sheet('处罚案件登记', '立案日期|当事人|承办人', '2021-05-07|甲店|张三、李四'),
      sheet('执法人员花名册', ...roster),
    )

  test('says the end of a stretch in two columns, not its first day', () => {
    expect(handled('姓名|执法证号|有效期起|有效期止', '张三|23001|2018-09-10|2023-09-09')).toEqual([])
    expect(handled('姓名|执法证号|有效期起|有效期止', '张三|23001|2016-05-07|2021-05-06')).toEqual(['3'])
    expect(handled('姓名|执法证号|有效期起', '张三|23001|2018-09-10')).toEqual([])
  })

  test('says the remark that it was renewed', () => {
    const heads = '姓名|执法证号|有效期至|备注'
    expect(handled(heads, '张三|23001|2021-05-06|')).toEqual(['3'])
    expect(handled(heads, '张三|23001|2021-05-06|2021年4月20日已换发，新证有效期至2026年12月31日')).toEqual([])
    expect(handled(heads, '张三|23001|2021-05-06|2021年4月20日交回')).toEqual(['3'])
  })
})
