import { describe, expect, test } from 'vitest'
import type { Format, Table } from '../../../../src/core/evidence.ts'
import { tables } from '../../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../../helpers/scope.ts'

/** A table as an office keeps it: its title, its heads and its rows, cells divided by bars. */
const sheet = (title: string, ...lines: string[]): Table => ({
  name: 'Sheet1',
  kind: 'sheet',
  merges: [],
  rows: [[title], ...lines.map((line) => line.split('|').map((cell) => cell.trim()))].map((values, index) => ({
    index,
    values: values.map((value) => (value === '' ? null : value)),
  })),
})

function outcomesOf(params: Readonly<Record<string, unknown>>, ...given: Table[]): string[] {
  const scope = scopeOf({
    documents: [paper({ path: '台账.xlsx', tables: given, format: 'xlsx', text: [] })],
    materials: [material('ledger')],
    serves: { ledger: ['台账.xlsx'] },
  })
  return judge(tables, params, scope).flatMap(({ outcome, cites }) =>
    outcome === 'gap' || outcome === 'unclear'
      ? [`${outcome} ${cites.map(({ cell }) => /\d+$/.exec(cell ?? '')?.[0]).join(',')}`]
      : [],
  )
}

/** Each office writes it another way: the third row (row 3 of the sheet) is amiss, what comes after is right. */
const says = (
  params: Readonly<Record<string, unknown>>,
  wanted: string[],
  given: readonly (readonly [string, ...string[]])[],
) => test.each(given)('%s', (title, ...lines) => expect(outcomesOf(params, sheet(title, ...lines))).toEqual(wanted))

const REVIEW = {
  first: ['公平竞争审查', '审核', '风险评估', '评估', '征求意见'],
  then: ['集体讨论', '印发', '公布', '决定', '批复', '施行', '签订'],
}

describe('reviewed after it was decided', () => {
  says(
    REVIEW,
    ['gap 3'],
    [
      ['审查台账', '文件名称|公平竞争审查日期|公布日期', '甲|2021-06-18|2021-06-08', '乙|2021-06-01|2021-06-08'],
      [
        '审查登记',
        '政策措施|审查时间|党组会审议时间|出台时间',
        '甲|2021.6.18|2021.6.4|2021.6.20',
        '乙|2021.6.1|2021.6.4|2021.6.8',
      ],
      [
        '稳评台账',
        '项目|稳评报告时间|立项批复时间',
        '甲|2021年8月16日|2021年7月5日',
        '乙|2021年11月23日|2021年11月24日',
      ],
      ['法制审核台账', '案件|法制审核意见出具时间|处罚决定书作出日期', '甲|20210917|20210915', '乙|20210913|20210915'],
      ['决策台账', '决策事项|法律审查日期|常务会议日期', '甲|2022/3/14|2022/3/10', '乙|2022/3/1|2022/3/10'],
      ['合同审查', '合同名称|合法性审查时间|签订时间', '甲|2021-03-09|2021-03-02', '乙|2021-03-02|2021-03-02'],
      ['文件台账', '文件名称|公开征求意见截止时间|印发时间', '甲|2021-03-09|2021-03-02', '乙|2021-03-01|2021-03-02'],
      ['审核台账（2021年）', '许可事项|审核日期|决定日期', '甲|9月17日|9月15日', '乙|9月13日|9月15日'],
    ],
  )
})

describe('later than the row’s own limit', () => {
  says(
    { late: 'gap' },
    ['gap 3'],
    [
      ['工单', '编号|办理时限|办结时间', '1|2022-03-14|2022-03-23', '2|2022-03-14|2022-03-14'],
      [
        '工单',
        '编号|转办时间|要求办结时间|实际办结时间',
        '1|2022-03-01|2022-03-14 14:22:10|2022-03-23 09:00:00',
        '2|2022-03-01|2022-03-14|2022-03-10',
      ],
      [
        '建议办理',
        '标题|交办日期|答复截止日期|答复日期',
        '甲|2021.3.2|2021.6.2|2021.6.9',
        '乙|2021.3.2|2021.6.2|2021.6.2',
      ],
      ['整改台账', '问题|整改期限|整改完成时间', '甲|2021年9月底|2021-10-08', '乙|2021年9月底|2021-09-30'],
      ['整改台账', '问题|完成时限|销号时间', '甲|2021-09-30|', '乙|2021-09-30|2021-09-20', '丙|2022-12-31|'],
      [
        '问题清单',
        '问题|整改时限|整改情况',
        '甲|2021-09-30|正在整改',
        '乙|2021-09-30|已整改到位',
        '丙|2022-12-31|正在整改',
      ],
      ['问题清单', '问题|整改时限|是否完成整改', '甲|2021-09-30|否', '乙|2021-09-30|是', '丙|2022-12-31|否'],
      ['兑现台账', '项目|约定兑现时间|实际兑现时间', '甲|2021-06-30|', '乙|2021-06-30|2021-06-30', '丙|2023-06-30|'],
      [
        '兑现台账',
        '项目|应兑现时间|应兑现金额|已兑现金额',
        '甲|2021-06-30|120|60',
        '乙|2021-06-30|120|120',
        '丙|2023-06-30|120|0',
      ],
      [
        '办件',
        '事项|受理时间|办结时间|法定时限',
        '甲|2021-03-05|2021-04-09|20个工作日',
        '乙|2021-09-14|2021-10-18|20个工作日',
      ],
      ['事项', '事项|法定办结时限（工作日）|承诺办结时限（工作日）', '甲|20|30', '乙|20|20', '丙|20|5'],
      [
        '轮岗',
        '姓名|岗位|任现职时间|满5年时间|轮岗时间',
        '张某一|财务|2014.03|2019.03|—',
        '李某二|采购|2017.09|2022.09|—',
      ],
    ],
  )
})

describe('an approved extension moves the limit', () => {
  says(
    { late: 'gap' },
    [],
    [
      [
        '工单',
        '编号|办理时限|是否延期|延期后截止时间|办结时间',
        '1|2022-03-14|是|2022-03-25|2022-03-23',
        '2|2022-03-14|否||2022-03-14',
      ],
      [
        '工单',
        '编号|办理时限|办结时间|备注',
        '1|2022-03-14|2022-03-23|经批准延期10个工作日',
        '2|2022-03-14|2022-03-14|',
      ],
      [
        '兑现',
        '项目|应兑现时间|实际兑现时间|备注',
        '甲|2021-12-31|2022-03-28|补充协议约定调整为2022.3.31',
        '乙|2021-12-31|2021-12-31|',
      ],
      [
        '办件',
        '事项|受理时间|办结时间|法定时限|特别程序|特别程序用时',
        '甲|2021-05-10|2021-06-18|20|专家评审|12',
        '乙|2021-05-10|2021-06-07|20|无|0',
      ],
      [
        '轮岗',
        '姓名|满5年时间|轮岗时间|备注',
        '张某一|2021.03|2021.05|经党组会研究延期2个月',
        '李某二|2021.05|2021.05|',
      ],
    ],
  )
})

test('an extension without an end is asked about', () => {
  const table = sheet(
    '工单',
    '编号|办理时限|办结时间|备注',
    '1|2022-03-14|2022-03-23|已申请延期',
    '2|2022-03-14|2022-03-14|',
  )
  expect(outcomesOf({ late: 'gap' }, table)).toEqual(['unclear 3'])
})

describe('not done, in the row’s own words', () => {
  says(
    { undone: ['整改', '履行', '答复', '回访', '公示'] },
    ['gap 3'],
    [
      ['清理表', '问题|完成情况', '甲|未整改', '乙|已整改'],
      ['清理表', '问题|整改情况', '甲|尚未整改到位', '乙|已停止收取'],
      ['履约', '合同|履行情况', '甲|未按时履行', '乙|已兑现'],
      ['履约', '合同|是否履约', '甲|否', '乙|是'],
      ['差评', '评价人|回访情况', '甲|未回访', '乙|已回访，满意'],
      ['抽查', '对象|检查日期|结果公示', '甲|2021-03-01|未公示', '乙|2021-03-01|已公示'],
      ['复议', '案件|决定履行情况', '甲|拒不履行', '乙|已履行'],
    ],
  )
})

describe('nothing is wrong that is not', () => {
  says(
    { undone: ['整改', '履行', '答复', '回访', '公示', '审核'], late: 'gap', grounded: true, ...REVIEW },
    [],
    [
      ['清理表', '问题|完成情况', '甲|无问题', '乙|未发现问题'],
      ['履约', '合同|应兑现时间|是否履约|备注', '甲|2023-06-30|否|未到兑现期', '乙|2021-06-30|是|'],
      ['履约', '合同|是否违约', '甲|否', '乙|否'],
      ['案件', '案由|是否重大|审核时间|决定日期', '甲|否||2021-03-02', '乙|是|2021-03-01|2021-03-02'],
      ['名册', '姓名|职务|是否从事法制审核', '张某一|科员|否', '李某二|股长|是'],
      ['调解', '受理日期|当事人|调解结果', '2021.1.2|甲与乙|达成协议', '2021.1.9|丙与丁|未达成协议'],
      ['清单', '收费项目|收费依据|清理意见', '资料费|无|取消，已退还', '登记费|发改价格〔2016〕1号|保留'],
      ['工单', '编号|办理时限|办结时间', '1|2022-08-05|', '2|2022-03-14|2022-03-10'],
      ['轮岗', '姓名|满5年时间|实际轮岗时间|备注', '张某一|2022.09|—|未满', '李某二|2021.05|2021.05|'],
      [
        '文件',
        '文件名称|征求意见开始日期|征求意见截止日期|公布日期',
        '甲|2021-07-20|2021-08-20|2021-09-01',
        '乙|2021-07-20|2021-08-20|2021-09-01',
      ],
    ],
  )
})

describe('kept without grounds', () => {
  says(
    { grounded: true },
    ['gap 3'],
    [
      ['收费清理', '项目|收费依据|清理意见', '甲|内部规定|保留', '乙|发改价格〔2016〕1号|保留'],
      ['中介清单', '事项|设定依据|处理意见', '甲|无（行业惯例）|予以保留', '乙|《水法》第四十八条|保留'],
      ['证明清单', '证明名称|法律依据|清理结果', '甲|无法律法规依据|继续保留', '乙|《公证法》|保留'],
      ['收费清理', '项目|依据|目前状态', '甲|无|继续收取', '乙|无|2021年4月1日起停止收取'],
    ],
  )
})

describe('blank where the plan wants it said', () => {
  says(
    { filled: [['办理时限'], ['收费标准']] },
    ['gap 3'],
    [
      [
        '中介清单',
        '序号|事项|实施机构|办理时限|收费标准',
        '1|甲|企业||',
        '2|乙|企业|5个工作日|市场调节价',
        '3|丙|企业|5个工作日|免费',
        '4|丁|企业|5个工作日|免费',
      ],
    ],
  )
})

describe('one officer where there are two', () => {
  says(
    { 'two-persons': true },
    ['gap 3'],
    [
      ['案件登记', '案由|办案人员', '甲|张某一', '乙|张某一、李某二', '丙|王某三 李某二'],
      [
        '检查记录',
        '对象|检查日期|执法人员姓名',
        '甲|2021-03-01|张某一',
        '乙|2021-03-01|张某一，李某二',
        '丙|2021-03-02|张某一/王某三',
      ],
    ],
  )
})

describe('shares below the threshold', () => {
  says(
    { rates: ['网上可办率', '网办率'], 'at-least': { part: 90, of: 100 } },
    ['gap 5'],
    [
      ['统计', '部门|事项数|可网办数|网上可办率', '甲|40|36|90%', '乙|60|53|88.3%', '合计|100|89|89%'],
      ['统计', '单位|事项总数|网上可办事项|占比|网办率', '甲|40|36||90.0', '乙|60|53||88.3', '总计|100|89||89.0'],
    ],
  )
  says(
    { satisfied: true, 'at-least': { part: 85, of: 100 } },
    ['gap 5'],
    [
      ['测评', '村|收回问卷|满意|基本满意|不满意', '甲|50|30|12|8', '乙|50|30|12|8', '合计|100|60|24|16'],
      ['测评', '社区|参评人数|非常满意|满意|一般|不满意', '甲|50|20|22|4|4', '乙|50|20|22|4|4', '合计|100|40|44|8|8'],
    ],
  )
})

describe('figures that contradict one another are asked about, and a rate that is too high is none', () => {
  says({}, ['unclear 5'], [['统计', '单位|件数', '甲|10', '乙|20', '合计|40']])
  says(
    {},
    ['gap 3'],
    [['统计', '单位|总数|办结数|办结率', '甲|10|8|100%', '乙|20|20|100%', '丙|30|27|90%', '丁|10|10|100%']],
  )
  says(
    {},
    ['unclear 3'],
    [['统计', '单位|总数|办结数|办结率', '甲|10|10|80%', '乙|20|20|100%', '丙|30|27|90%', '丁|10|10|100%']],
  )
})

describe('where no table is found', () => {
  const outcome = (
    path?: string,
    serves: Readonly<Record<string, readonly string[]>> = {},
    format: Format = 'xlsx',
  ) => {
    const documents = path === undefined ? [] : [paper({ path, format, extent: 'unread' })]
    const about = { about: [['处罚']], except: ['目录'] }
    const [verdict] = judge(tables, about, scopeOf({ documents, materials: [material('ledger')], serves }))
    return `${verdict?.outcome} ${verdict?.message}`
  }
  test('nothing is checked', () => expect(outcome()).toBe('exempt no-table'))
  test('a file that nobody could read and that is named so may hold it', () =>
    expect(outcome('54/行政处罚台账.xlsx', { other: ['54/行政处罚台账.xlsx'] })).toBe('unclear perhaps-table'))
  test('one that lies under the indicator may, whatever it is called', () =>
    expect(outcome('28/甲.xlsx', { ledger: ['28/甲.xlsx'] })).toBe('unclear perhaps-table'))
  test('minutes that lie there hold none', () =>
    expect(outcome('28/会议记录.docx', { ledger: ['28/会议记录.docx'] }, 'docx')).toBe('exempt no-table'))
  test('one that is named as something else may not', () =>
    expect(outcome('处罚案卷目录.xlsx', { ledger: [] })).toBe('exempt no-table'))
})

describe('a case whose own limit is over while it is still at an early step', () => {
  const open = { late: 'open' }
  says(
    open,
    ['gap 3'],
    [
      [
        '在办案件',
        '案号|立案时间|办案期限届满日|延期至|当前环节|提取时间',
        '1|2021-11-16|2022-02-14||调查取证|2022-07-25 08:30',
        '2|2022-03-17|2022-06-15|2022-08-14|集体讨论|2022-07-25 08:30',
        '3|2022-05-12|2022-08-10||告知送达|2022-07-25 08:30',
      ],
      ['案件进度', '案号|办理期限|目前进度', '1|2022-02-14|审核', '2|2022-02-14|已结案', '3|2022-12-31|审核'],
    ],
  )
  says(
    open,
    [],
    [['在办案件', '案号|办理期限|当前环节|导出时间', '1|2022-07-28|审核|2022-07-25', '2|2022-02-14|送达|2022-07-25']],
  )
})

describe('who had to be there and was not', () => {
  const attended = { undone: ['出庭'], only: ['社会高度关注', '公益诉讼'], late: 'ignore' }
  says(
    attended,
    ['gap 3'],
    [
      [
        '应诉台账',
        '案号|开庭日期|是否社会高度关注|出庭负责人',
        '1|2021-11-17|是|无(委托律师出庭)',
        '2|2021-11-17|否|无(委托律师出庭)',
        '3|—|是|—',
        '4|2021-11-17|是|局长张某',
      ],
      [
        '应诉台账',
        '案号|案件类别|开庭日期|出庭负责人',
        '1|检察机关提起的公益诉讼|2021-11-17|未出庭',
        '2|非公益诉讼|2021-11-17|未出庭',
      ],
    ],
  )
})

describe('what is written in place of a number', () => {
  says(
    { undone: ['录制'], late: 'ignore' },
    ['gap 3'],
    [['强制措施', '决定书文号|音像资料编号', '1|未录制(设备未充电)', '2|YX20210203-02']],
  )
})

describe('published late, or rightly not', () => {
  says(
    { from: ['决定'], to: ['公示', '上传'], 'at-most': 7 },
    ['gap 3'],
    [
      [
        '双公示导出',
        '相对人|处罚决定日期|数据上传时间|公示状态|备注',
        '甲|2021/9/24|2021/10/11 16:02|已公示|',
        '乙|2021/9/24|2021/10/9 16:17|已公示|',
        '丙|2021/11/10||不予公示|未满十八周岁,经批准不予公开',
      ],
    ],
  )
})

describe('in the line of sums an average is none', () => {
  says({}, [], [['评分', '中队|抽卷数|平均分|最高分', '甲|5|92|97', '乙|5|90|96', '合计|10|91|97']])
})

describe('a limit that the law’s own paper is named for', () => {
  says(
    { late: 'gap' },
    [],
    [['拆除台账', '案号|限期拆除决定送达|强制执行决定日期', '1|2020-11-24|2021-06-17', '2|2021-03-10|2021-10-18']],
  )
})

describe('assistants do not act as officers', () => {
  const roster = sheet('协管员花名册', '姓名|岗位', '衡某|市容巡查', '龙某|设备保管')
  const officers = sheet('执法人员持证信息', '姓名|证件号', '张某一|001', '李某二|002', '龙某|003')
  const cases = sheet('处罚案件', '案由|承办人员', '甲|张某一/衡某', '乙|张某一/李某二', '丙|张某一/龙某')
  const found = (params: Readonly<Record<string, unknown>>) =>
    judge(
      tables,
      { about: [['处罚']], ...params },
      scopeOf({
        documents: [roster, officers, cases].map((table, nth) =>
          paper({ path: `${nth}.xlsx`, tables: [table], format: 'xlsx', text: [] }),
        ),
        materials: [material('ledger')],
        serves: { ledger: ['2.xlsx'] },
      }),
    ).map(({ outcome, cites }) => [outcome, cites.map(({ cell }) => cell).join(',')])

  test('who is on the roster of assistants alone is told', () => {
    expect(found({ certified: true })).toEqual([['gap', 'B3']])
  })
  test('and does not make two', () => {
    expect(found({ 'two-persons': true })).toEqual([['gap', 'B3']])
  })
})

describe('one officer where the others are two', () => {
  says(
    { 'two-persons': true },
    ['gap 4'],
    [
      ['毁林案件流水', '案子|谁办的', '甲|张某一、李某二', '乙|张某一', '丙|李某二、王某三'],
      ['检查登记', '检查对象|检查人', '甲店|张某一 李某二', '乙店|张某一', '丙店|李某二 王某三'],
      ['办案登记', '案由|哪两个同志办的', '甲|张某一，李某二', '乙|张某一', '丙|李某二，王某三'],
    ],
  )
  says(
    { 'two-persons': true },
    ['unclear 4'],
    [
      [
        '检查登记',
        '检查对象|检查人|说明',
        '甲店|张某一、李某二|',
        '乙店|张某一|线上巡查，不计数',
        '丙店|李某二、王某三|',
      ],
    ],
  )
  says(
    { 'two-persons': true },
    ['gap 4'],
    [['案件登记', '案由|承办人|备注', '甲|张某一、李某二|', '乙|张某一|不予处罚', '丙|李某二、王某三|']],
  )
  says(
    { 'two-persons': true },
    [],
    [['受伤人员登记', '对象|被检查人', '甲|张某一、李某二', '乙|张某一', '丙|李某二、王某三']],
  )
})

describe('reviewed after the decision that another register has', () => {
  const cited = (review: Table, cases: Table) =>
    judge(
      tables,
      { about: [['法制审核']], first: ['审核'], then: ['决定'] },
      scopeOf({
        documents: [review, cases].map((table, nth) =>
          paper({ path: `${nth}.xlsx`, tables: [table], format: 'xlsx', text: [] }),
        ),
        materials: [material('ledger')],
        serves: { ledger: ['0.xlsx'] },
      }),
    ).flatMap(({ outcome, cites }) => (outcome === 'gap' ? cites.map(({ cell }) => cell) : []))
  const cases = sheet(
    '处罚案件总账',
    '案件编号|当事人|决定日期',
    '昭案〔2021〕13|甲公司|2021-11-16',
    '昭案〔2021〕14|乙店|2021-12-15',
  )

  test('the number makes them one', () => {
    const review = sheet(
      '法制审核登记',
      '案号|送审人|审核日期',
      '昭案〔2021〕13|张某一|2021-11-18',
      '昭案〔2021〕14|李某二|2021-12-10',
    )
    expect(cited(review, cases)).toEqual(['C3'])
  })
  test('on the same day it may have been before', () => {
    const review = sheet('法制审核登记', '案号|送审人|审核日期', '昭案〔2021〕13|张某一|2021-11-16')
    expect(cited(review, cases)).toEqual([])
  })
  test('a number that two rows bear tells nothing', () => {
    const twice = sheet('处罚案件总账', '案件编号|决定日期', '昭案〔2021〕13|2021-11-16', '昭案〔2021〕13|2021-12-30')
    const review = sheet('法制审核登记', '案号|送审人|审核日期', '昭案〔2021〕13|张某一|2021-11-18')
    expect(cited(review, twice)).toEqual([])
  })
  test('serials are no numbers', () => {
    const review = sheet('法制审核登记', '编号|送审人|审核日期', '13|张某一|2021-11-18')
    expect(cited(review, sheet('处罚案件总账', '编号|决定日期', '13|2021-11-16'))).toEqual([])
  })
})

describe('displeased, and nothing done about it', () => {
  says(
    { undone: ['整改', '回访'] },
    ['gap 4'],
    [
      [
        '好差评登记',
        '谁评的|评价|回访没有|改了没有',
        '甲(实名)|不满意|5月7日打了|改了',
        '乙(实名)|非常不满意||',
        '丙(匿名)|不满意||',
        '丁(实名)|满意||',
      ],
      [
        '差评本子',
        '群众(写没写名字)|评的啥|给他回话没有',
        '甲(写了)|差评|上门了',
        '乙(写了)|不满意|',
        '没写名字|不满意|',
        '丁(写了)|非常满意|',
      ],
    ],
  )
  says(
    { undone: ['整改', '回访'] },
    [],
    [
      ['好差评登记', '谁评的|评价|回访没有', '甲(实名)|不满意|5月7日打了', '乙(实名)|满意|', '丙(匿名)|不满意|'],
      ['好差评登记', '谁评的|评价|回访没有', '甲(实名)|不满意|', '乙(实名)|满意|', '丙(匿名)|不满意|'],
    ],
  )
})

describe('a term that the row says is counted anew', () => {
  const params = { from: ['申请'], to: ['办结'], 'at-most': 5 }
  const rows = (remark: string) =>
    outcomesOf(params, sheet('开办登记', '企业|申请时间|办结时间|备注', `甲|2022-03-01|2022-03-11|${remark}`))

  test('is met from the later day', () => expect(rows('3月10日重新提交，自重新提交起算')).toEqual([]))
  test('is asked where no day is named', () => expect(rows('补正后重新计算')).toEqual(['unclear 3']))
  test('and is past without such a word', () => expect(rows('3月10日已催办')).toEqual(['gap 3']))
})

describe('longer than the table itself notes', () => {
  // 2022-01-29 and 30 are worked: the 16th working day.
  says(
    { about: [['投诉']], late: 'open' },
    ['gap 4'],
    [
      [
        '投诉登记',
        '答复时限:自受理之日起15个工作日;情况复杂的可延长10个工作日',
        '反映事项|受理日期|答复日期',
        '甲|2022-01-14|2022-02-10',
        '乙|2022-01-14|2022-02-09',
      ],
      [
        '投诉登记簿',
        '收到之日起15个工作日内答复',
        '反映事项|收到时间|回复时间',
        '甲|2022.1.14|2022.2.10',
        '乙|2022.1.14|2022.2.9',
      ],
    ],
  )
  says(
    { about: [['暂扣', '强制', '扣押']], late: 'gap', undone: ['解除'] },
    ['gap 3'],
    [
      [
        '车辆暂扣登记本',
        '当事人|暂扣日期|返还日期',
        '甲|2021.6.8|2021.7.15',
        '乙|2021.11.3|2021.12.3',
        '注：暂扣期限自决定之日起不得超过30日；情况复杂的经批准可以延长。',
      ],
      [
        '查封、扣押措施登记',
        '措施|当事人|起|止|是否延期',
        '扣押|甲|2022-01-24|2022-03-04|否',
        '扣押|乙|2022-01-07|2022-02-06|否',
        '注：查封、扣押的期限不超过30日，情况复杂经局长批准可延长一次，不超过30日。',
      ],
      [
        '采取查封、扣押措施登记表',
        '措施|当事人|实施日|是否延期|解封（还）日|备注',
        '扣押|甲|2022-01-24|否|2022-03-04|',
        '扣押|乙|2022-01-24|是|2022-03-04|2月20日经局长批准延长30日',
        '注：查封、扣押期限不得超过30日',
      ],
    ],
  )
  says(
    { about: [['投诉']], late: 'open' },
    [],
    [
      ['投诉登记', '反映事项|收到日期|答复日期', '甲|2022-01-14|2022-02-10', '注：立案查处的在决定送达后5日内答复。'],
      [
        '投诉登记',
        '反映事项|受理日期|答复日期|备注',
        '甲|2022-01-14|2022-02-10|',
        '注：本表由信访股保管，每月5日前报送。',
      ],
      [
        '投诉登记',
        '答复时限:自受理之日起15个工作日',
        '反映事项|受理日期|答复日期|备注',
        '甲|2022-01-14|2022-02-10|批准延长10个工作日',
      ],
    ],
  )
})

describe('nobody but staff before the court', () => {
  const LED = { about: [['应诉']], undone: ['出庭'], led: true, late: 'ignore', only: ['群体性', '公益诉讼'] }
  says(
    LED,
    ['gap 3'],
    [
      ['应诉登记', '案由|案件性质|出庭人员|职务', '甲|可能引发群体性事件|冯某|法规股股长', '乙|公益诉讼|沈某|副局长'],
      ['应诉台账', '案由|案件类别|出庭情况', '甲|公益诉讼案件|办公室主任李某、委托律师', '乙|公益诉讼案件|分管副镇长'],
    ],
  )
  says(
    LED,
    [],
    [
      ['应诉登记', '案由|案件性质|出庭人员|职务', '甲|一般案件|冯某|法规股股长'],
      ['应诉登记', '案由|案件性质|出庭人员', '甲|公益诉讼|冯某'],
      ['应诉登记', '案由|案件性质|出庭人员|职务', '甲|公益诉讼|沈某、冯某|副局长、法规股股长'],
    ],
  )
})

describe('in the book of cases that no name calls one', () => {
  // 2021-09-18 and 26 are worked, the 20th and 21st are off: the 27th is the eighth working day after the 15th.
  const HEADS = '编号|当事人|进来的日子(立案)|办案的人|陈述申辩/听证|司法所看(法制审核)|决定书|结果|上网'
  const case_ = (by: string, review: string, decided: string, result: string, shown: string) =>
    `立〔2021〕1号|甲|2021-08-02|${by}|放弃|${review}|${decided}|${result}|${shown}`
  const right = case_('张三、李四', '不在目录', '2021-09-15', '罚款400元', '2021-09-26')
  const reviewed = case_('张三、李四', '8月20日,同意', '2021-08-24', '罚款6000元', '2021-08-30')
  const outcomes = (params: object, row: string) =>
    outcomesOf({ about: [['处罚']], ...params }, sheet('2021年流水', HEADS, row, right, reviewed, reviewed))

  const SHOWN = { from: ['决定'], to: ['公示'], 'at-most': 7 }
  test('shown on the eighth working day', () =>
    expect(outcomes(SHOWN, right.replace('2021-09-26', '2021-09-27'))).toEqual(['gap 3']))
  test('shown on the seventh', () => expect(outcomes(SHOWN, right)).toEqual([]))

  const REVIEWED = { first: ['法制审核'], then: ['决定'], late: 'ignore' }
  test('reviewed the day after', () =>
    expect(outcomes(REVIEWED, reviewed.replace('8月20日', '8月25日'))).toEqual(['gap 3']))
  test('reviewed on the very day', () => expect(outcomes(REVIEWED, reviewed.replace('8月20日', '8月24日'))).toEqual([]))

  test('an assistant went along', () =>
    expect(outcomes({ 'two-persons': true }, right.replace('张三、李四', '张三(带协管员王五)'))).toEqual(['gap 3']))
  test('one of two tables that mostly says something else is none', () =>
    expect(
      outcomesOf(
        { about: [['处罚']], ...SHOWN },
        sheet('2021年流水', HEADS, right.replace('罚款400元', '已整改').replace('2021-09-26', '2021-10-27')),
        sheet('2021年通讯录', '姓名|科室', '张三|办公室'),
      ),
    ).toEqual([]))
})

describe('of those who gave a bad mark by name', () => {
  says(
    { undone: ['整改', '回访'] },
    ['gap 5'],
    [
      [
        '差评处理登记',
        '打分那天|实名/匿名|怎么改|改完|回访',
        '2021-03-01|实名|修好|2021-03-02|3月3日电话',
        '2021-04-01|匿名|报修|2021-04-02|匿名，无法回访',
        '2021-11-25|实名|||打了一次没通',
      ],
      [
        '差评处理登记',
        '评价时间|是否实名|整改情况|回访情况',
        '2021-03-01|实名|已整改|满意',
        '2021-04-01|实名|已整改|满意',
        '2021-11-25|实名||',
      ],
    ],
  )
  // Called, and content: whether anything had to be mended, somebody has to look.
  says(
    { undone: ['整改', '回访'] },
    ['unclear 3'],
    [['差评处理登记', '评价时间|是否实名|整改情况|回访情况', '2021-11-25|实名||满意', '2021-03-01|实名|已整改|满意']],
  )
  says(
    { undone: ['整改', '回访'] },
    [],
    [
      ['差评处理登记', '评价时间|是否实名|整改情况|回访情况', '2021-11-25|匿名||', '2021-03-01|实名|已整改|满意'],
      ['差评处理登记', '评价时间|是否实名|整改情况|回访情况', '2021-11-25|实名|误评|', '2021-03-01|实名|已整改|满意'],
    ],
  )
})

describe('an extension elsewhere in the row', () => {
  const took = (flag: string, remark: string) =>
    outcomesOf(
      { from: ['受理'], to: ['办结'], 'at-most': 5 },
      sheet('办件登记', '事项|受理日期|办结日期|按期|备注', `甲|2022-03-01|2022-03-11|${flag}|${remark}`),
    )
  test('counts from wherever it says how long', () => expect(took('按期(批了延期)', '批准延长5个工作日')).toEqual([]))
  test('is asked where nothing does', () => expect(took('按期(批了延期)', '')).toEqual(['unclear 3']))
  test('is none for holidays', () => expect(took('按期', '国庆放假,顺延')).toEqual(['gap 3']))
})
