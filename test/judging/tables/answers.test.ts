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

const found = (params: Readonly<Record<string, unknown>>, ...given: Table[]): string[] =>
  judge(
    tables,
    params,
    scopeOf({
      documents: [paper({ path: 'a.xlsx', tables: given, format: 'xlsx', text: [] })],
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

describe('a number that is of one thing each', () => {
  const numbered = (...lines: string[]) =>
    found(
      { unique: ['索引号'] },
      sheet(
        '目录',
        '索引号|文件名称|印发日期',
        'A-01|甲办法|2021-03-01',
        'A-02|乙办法|2021-04-01',
        'A-03|丙办法|2021-05-06',
        ...lines,
      ),
    )
  test('on two is told at the second', () => expect(numbered('A-03|丁办法|2021-06-01')).toEqual(['gap A6']))
  test('on the same thing twice is no fault', () => expect(numbered('A-03|丙办法|2021-06-01')).toEqual([]))
  test('a dash is no number', () => expect(numbered('—|丁办法|2021-06-01', '—|戊办法|2021-06-01')).toEqual([]))
})

describe('what one list has done away with', () => {
  const dropped = sheet('决定废止的文件目录', '序号|文件名称|文号', '1|犬类收费管理办法|示府发〔2017〕5号')
  const kept = (title: string, ...lines: string[]) =>
    found(
      { gone: true },
      dropped,
      sheet(title, '序号|文件名称|文号|说明', '1|古城保护管理办法|示府发〔2014〕9号|', ...lines),
    ).map((one) => one.split(' ').at(-1))
  test('is told where another still has it', () =>
    expect(kept('继续有效的文件目录', '2|犬类收费管理办法|示府发〔2017〕5号|')).toEqual(['B4', 'B3']))
  test('and not where that says that it was dropped', () =>
    expect(kept('文件清理台账', '2|犬类收费管理办法|示府发〔2017〕5号|已废止')).toEqual([]))
  test('nor in another list of what is gone', () =>
    expect(kept('宣布失效的文件目录', '2|犬类收费管理办法|示府发〔2017〕5号|')).toEqual([]))

  const asked = (...lines: string[]) =>
    found(
      { gone: true },
      sheet(
        '取消的证明事项',
        '序号|证明名称|取消日期',
        '1|居住地证明|2021-05-21',
        '2|无犯罪记录证明(非法定岗位)|2021-05-21',
      ),
      sheet('办事材料核对表', '单位|业务|要求材料|办理日期', ...lines),
    ).length
  test('is told where it is asked for among others', () =>
    expect(asked('供电公司|居民新装|身份证、村委会出具的居住地证明|2022-03-01')).toBe(2))
  test('and not of a day before it was dropped', () =>
    expect(asked('供电公司|居民新装|身份证、居住地证明|2021-03-01')).toBe(0))
  test('nor of what is gone for some alone', () => expect(asked('区教育局|教师资格|无犯罪记录证明|2022-03-01')).toBe(0))

  test('who may not is told where he did', () => {
    const bodies = sheet('主体清单', '主体名称|是否具有制定资格', '区教育局|是', '区河长制办公室|否')
    const issued = (body: string) =>
      found({ gone: true }, bodies, sheet('发文核查', '发文主体|文件名称|印发日期', `${body}|垂钓管理规定|2021-03-29`))
        .length
    expect(issued('区河长制办公室')).toBe(2)
    expect(issued('区教育局')).toBe(0)
    expect(issued('区政府（区河长制办公室承办）')).toBe(0)
  })
})

describe('a line over a table', () => {
  const list = (line: string) =>
    found(
      { undone: ['公开'] },
      sheet('决策目录', line, '序号|事项名称|承办单位', '1|甲规划|区教育局', '2|乙规划|区住建局'),
    )
  test('that says that it was not done is told', () => expect(list('内部印发各单位，未上网')).toEqual(['gap A2']))
  test('that says how the list is filled in is not', () => expect(list('注：空白的为未公开')).toEqual([]))
  test('that says that it was done is not', () => expect(list('公布日期：2020年4月10日')).toEqual([]))
  test('that says why is not', () => expect(list('未公开，依法不公开')).toEqual([]))
})

describe('a rate that its own columns make', () => {
  const done = (...lines: string[]) =>
    found(
      {},
      sheet(
        '任务完成统计表',
        '部门|计划数|完成数|完成率|对象数|公示数',
        '甲局|12|12|100%|186|186',
        '乙局|5|5|100%|41|41',
        '丙局|4|4|100%|33|33',
        ...lines,
      ),
    )
  test('is told where it is put too high', () => expect(done('丁局|5|4|100%|38|38')).toEqual(['gap D6']))
  test('is asked where it is put too low', () => expect(done('丁局|5|4|60%|38|38')).toEqual(['unclear D6']))
  test('and may be rounded', () => expect(done('丁局|3|2|66.7%|38|38')).toEqual([]))
})

describe('no ground', () => {
  const grounded = (title: string, head: string, ...lines: string[]) =>
    found({ grounded: true }, sheet(title, `事项名称|${head}|办理时限`, '甲服务|《示范法》第五条|5日', ...lines))
  test('is told of what a list of the kept holds', () =>
    expect(grounded('中介服务保留清单', '设定依据', '乙服务|窗口通行做法|5日')).toEqual(['gap B4']))
  test('and only asked where nothing says that it was kept', () =>
    expect(grounded('中介服务排查表', '设定依据', '乙服务|窗口通行做法|5日')).toEqual(['unclear B4']))
  test('minutes are none, whatever number they bear', () =>
    expect(grounded('失信行为登记', '认定依据', '乙厂|指挥部会议纪要〔2021〕6号|5日')).toEqual(['gap B4']))
  test('but what they cite may be one', () =>
    expect(grounded('失信行为登记', '认定依据', '乙厂|《示范条例》、会议纪要〔2021〕6号|5日')).toEqual([]))
})

test('what a remark says was not done until a day is not done', () => {
  const reported = (remark: string) =>
    found({ undone: ['报告'] }, sheet('人大报告台账', '事项名称|提请日期|备注', `国有资产情况|2021-10-20|${remark}`))
  expect(reported('至2022年7月仍未向人大报告')).toEqual(['gap C3'])
  expect(reported('2022年7月已向人大报告')).toEqual([])
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
  test('is read beside the time that is given to somebody else', () => {
    expect(decided('乙公司|2021-03-26|责令60日内重新作出 2021.4.9')).toEqual(['gap C4'])
    expect(decided('乙公司|2021-04-10|责令60日内重新作出 2021.4.9')).toEqual([])
    expect(decided('乙公司|2021-03-26|2021.4.9起60日内')).toEqual([])
  })
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
