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

describe('a column that asks what every row has to answer alike', () => {
  const listed = (...lines: string[]) =>
    found({ yes: ['可查'], no: ['挂钩'] }, sheet('目录', '文件名称|平台可查|是否挂钩|备注', '甲办法|是|否|', ...lines))

  test('answered so, tells nothing', () => expect(listed('乙办法|√|无|')).toEqual([]))
  test('told where 是 is asked and 否 stands', () => expect(listed('乙办法|否|否|')).toEqual(['gap B4']))
  test('told where 否 is asked and 是 stands', () => expect(listed('乙办法|是|是|')).toEqual(['gap C4']))
  test('not where the row says why', () => expect(listed('乙办法|否|否|涉密不公开')).toEqual([]))
  test('not where a dash stands', () => expect(listed('乙办法|—|—|')).toEqual([]))
  test('not where the column tells stories', () =>
    expect(
      found(
        { no: ['挂钩'] },
        sheet('表', '协会名称|挂钩情况', '甲协会|2021年起已脱开', '乙协会|有会长单位一家', '丙协会|原由局代管'),
      ),
    ).toEqual([]))
})

describe('what is asked of some rows alone', () => {
  const assessed = (...lines: string[]) =>
    found(
      { undone: ['第三方评估'], only: ['争议较大'] },
      sheet(
        '文件协调台账',
        '文件名称|争议程度|第三方评估机构|评估报告日期|审议日期',
        '甲办法|较大|某学院|2020-06-09|2020-06-19',
        ...lines,
      ),
    )

  test('is lacking where they have a dash for it', () =>
    expect(assessed('乙办法|较大|—|—|2021-04-16')).toEqual(['gap C4']))
  test('and not where the others do', () =>
    expect(assessed('乙办法|较小|—|—|2021-04-16', '丙办法|无|||2021-04-16')).toEqual([]))
  test('nor where it may still come', () => expect(assessed('乙办法|较大|||')).toEqual([]))
  test('nor where the row was given up', () => expect(assessed('乙办法|较大|—|已撤回|2021-04-16')).toEqual([]))
})

describe('what has to stay open for some days', () => {
  const open = (unit: string, ...lines: string[]) =>
    found(
      { from: ['征求意见'], 'at-least-days': unit === 'day' ? 30 : 7, unit, late: 'ignore' },
      sheet('征求意见表', '文件名称|征求意见开始|征求意见截止|备注', '甲办法|2020-03-02|2020-04-30|', ...lines),
    )

  test('is told on the last day too few', () =>
    expect(open('day', '乙办法|2021-03-01|2021-03-29|')).toEqual(['gap C4']))
  test('and not on the day itself, with both ends counted', () =>
    expect(open('day', '乙办法|2021-03-01|2021-03-30|')).toEqual([]))
  test('in working days', () => expect(open('workday', '乙办法|2021-03-01|2021-03-08|')).toEqual(['gap C4']))
  test('and seven of them are enough', () => expect(open('workday', '乙办法|2021-03-01|2021-03-09|')).toEqual([]))
  test('is asked where the row says that it was shortened', () =>
    expect(open('day', '乙办法|2021-03-01|2021-03-09|因疫情紧急缩短')).toEqual(['unclear C4']))
})

describe('a day that stands among words', () => {
  const decided = (...lines: string[]) =>
    found(
      { first: ['集体讨论'], then: ['决定'] },
      sheet('补偿台账', '企业名称|政府决定日期|集体决策会议', '甲砖厂|2020-05-20|第71次常务会 2020-05-15', ...lines),
    )

  test('is read beside the number of the meeting', () =>
    expect(decided('乙公司|2021-03-26|第88次常务会 2021-04-09')).toEqual(['gap C4']))
  test('and where the meeting came first, nothing is told', () =>
    expect(decided('乙公司|2021-04-09|第88次常务会 2021-04-09(一次通过)')).toEqual([]))
  test('two days are no day', () => expect(decided('乙公司|2021-03-26|2021-03-12初议,2021-04-09再议')).toEqual([]))

  const held = (...lines: string[]) =>
    found(
      { undone: ['解除'], late: 'gap' },
      sheet('扣押台账', '当事人|实施时间|期限届满|解除时间', '张某|2021.3.9|2021.4.7|2021.3.30 解除', ...lines),
    )

  test('is read before what is said of it', () =>
    expect(held('李某|2021.6.8|2021.7.7|2021.8.12 解除,无延长审批')).toEqual(['gap D4']))
  test('and after it the limit may be put off', () =>
    expect(held('李某|2021.11.2|2021.12.1,经批准延长至2021.12.31|2021.12.24 解除')).toEqual([]))
  test('but no further', () =>
    expect(held('李某|2021.11.2|2021.12.1,经批准延长至2021.12.31|2022.1.4 解除')).toEqual(['gap D4']))
})

test('what was given up in writing is not overdue', () => {
  const paid = (remark: string) =>
    found(
      { undone: ['履行'], late: 'gap' },
      sheet('兑现台账', '企业|承诺金额|兑现时限|已兑现|兑现日期|备注', `甲公司|15|2021-12-31|0||${remark}`),
    )
  expect(paid('企业自愿放弃,有书面声明')).toEqual([])
  expect(paid('等资金')).toEqual(['gap E3'])
})
