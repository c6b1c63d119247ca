import { later, workday } from '../../../fixtures/make/kit/days.ts'
import { people, shop } from '../../../fixtures/make/kit/people.ts'
import { book } from '../../../fixtures/make/kit/tree.ts'
import type { Cell, Sheet } from '../../../fixtures/make/kit/xlsx.ts'
import type { Matter } from './office.ts'

const dayIn = (year: number, index: number): string =>
  `${year}-${String(1 + ((index * 3) % 11)).padStart(2, '0')}-${String(4 + ((index * 7) % 20)).padStart(2, '0')}`

/** A table's rows begin below its title, its filler and its head. */
const rowOf = (sheet: Sheet, index: number): number =>
  index +
  1 +
  (sheet.title ? 1 : 0) +
  (sheet.filledBy ? 1 : 0) +
  (sheet.headers.some((head) => head.includes('/')) ? 2 : 1)

/** 依申请公开: an answer within 20 working days of its receipt; the fault is one on the 23rd. */
export const requests: Matter = ({ dice, folder: _, day, planted, unit }) => {
  const heads = dice.one([
    ['序号', '申请人', '申请公开的内容', '收件时间', '答复时间', '处理结果'],
    ['编号', '申请者', '所申请信息', '收到申请之日', '作出答复日', '答复类型'],
    ['序号', '申请单位（个人）', '内容概要', '登记受理日期', '办结答复日期', '答复意见'],
  ])
  const isFaulty = planted('76')
  const rows = [0, 1, 2, 3, 4].map((index): Cell[] => {
    const from = workday(dayIn(2021, index), 0)
    const days = isFaulty && index === 2 ? 23 : index === 1 ? 20 : 8 + index
    return [
      index + 1,
      `${people(1, index)[0]![0]}某`,
      `关于某项目${index + 1}的批复`,
      day(from),
      day(workday(from, days)),
      '予以公开',
    ]
  })
  const sheet: Sheet = { name: '登记', title: `${unit}政府信息公开申请办理登记`, headers: heads, rows }
  const name = dice.one(['信息公开申请登记.xlsx', '群众申请公开信息办理情况.xlsx', '依申请公开登记簿.xlsx'])
  return {
    ids: ['76'],
    words: '政务公开',
    files: [{ name, make: book(sheet), serves: ['76'], mustNot: ['54'] }],
    faults: isFaulty
      ? [{ id: '76', what: '答复超过20个工作日', file: name.replace('.xlsx', ''), row: rowOf(sheet, 2) }]
      : [],
    clean: [],
  }
}

/** 执法培训学时: 60 a person and year, summed over courses or written by quarters. */
export const training: Matter = ({ dice, planted, unit }) => {
  const isFaulty = planted('65')
  const staff = people(4, dice.from(0, 9))
  const hours = (who: number) =>
    isFaulty && who === 1 ? [14, 12, 16, 12] : who === 2 ? [15, 15, 15, 15] : [16, 16, 16, 16]
  const sheet: Sheet = dice.one([
    {
      name: '2021年',
      title: `${unit}2021年度行政执法人员学法学时登记`,
      headers: ['序号', '姓名', '执法证编号', '一季度', '二季度', '三季度', '四季度', '全年合计'],
      rows: staff.map((name, who): Cell[] => [
        who + 1,
        name,
        `川H-2300${who + 1}`,
        ...hours(who),
        hours(who).reduce((a, b) => a + b),
      ]),
    },
    {
      name: '学习情况',
      title: `2021年执法人员参训情况（${unit}）`,
      headers: ['执法人员', '证件号码', '专题培训/课时', '网络学习/课时', '集中授课/课时', '以会代训/课时'],
      rows: staff.map((name, who): Cell[] => [name, `川H-2300${who + 1}`, ...hours(who)]),
    },
  ])
  const name = dice.one(['执法人员培训台账.xlsx', '2021学法学时.xlsx', '执法队伍参训登记.xlsx'])
  return {
    ids: ['65'],
    words: '执法队伍',
    files: [{ name, make: book(sheet), serves: ['65'] }],
    faults: isFaulty
      ? [{ id: '65', what: '一人54学时，不足60', file: name.replace('.xlsx', ''), row: rowOf(sheet, 1) }]
      : [],
    clean: [],
  }
}

/** 行政处罚: two officers, published within seven working days. */
export const penalties: Matter = ({ dice, day, planted, unit }) => {
  const [late, alone] = [planted('54'), planted('53')]
  const heads = dice.one([
    ['序号', '决定书文号', '被处罚人', '违法事实', '立案时间', '处罚决定作出时间', '办案人员', '上网公示时间'],
    ['序号', '处罚文书编号', '当事人名称', '案由', '立案审批日', '决定日', '承办人（两名）', '信息公开日期'],
  ])
  const rows = [0, 1, 2, 3, 4, 5].map((index): Cell[] => {
    const filed = workday(dayIn(2021, index), 0)
    const decided = workday(filed, 20 + index)
    const shown = workday(decided, late && index === 3 ? 9 : index === 4 ? 7 : 3)
    const officers = people(2, index).join('、')
    const [first = ''] = people(1, index)
    return [
      index + 1,
      `昭罚〔2021〕${index + 1}号`,
      shop(index * 31),
      '未按规定操作',
      day(filed),
      day(decided),
      alone && index === 1 ? first : officers,
      day(shown),
    ]
  })
  const sheet: Sheet = {
    name: '案件',
    title: `${unit}行政处罚案件办理情况（2021年）`,
    filledBy: `填报：${unit}`,
    headers: heads,
    rows,
  }
  const name = dice.one(['处罚案件一览.xlsx', '2021年办案情况.xlsx', '行政处罚登记.xlsx'])
  const file = name.replace('.xlsx', '')
  return {
    ids: ['53', '54'],
    words: '行政执法',
    files: [{ name, make: book(sheet), serves: ['53', '54', '48', '59', '63'] }],
    faults: [
      ...(late ? [{ id: '54', what: '第9个工作日才公开', file, row: rowOf(sheet, 3) }] : []),
      ...(alone ? [{ id: '53', what: '只有一名执法人员', file, row: rowOf(sheet, 1) }] : []),
    ],
    clean: [],
  }
}

/** 群众满意度: the sum of the villages against the plan's 85 %. */
export const satisfaction: Matter = ({ dice, planted, isTown }) => {
  const isFaulty = planted('78')
  const villages = ['东山村', '西河村', '南坝社区', '北林村']
  const good = isFaulty ? [38, 36, 41, 33] : [46, 44, 45, 40]
  const rows = villages.map((village, index): Cell[] => [village, 50, good[index]!, 50 - good[index]!])
  const sum = good.reduce((a, b) => a + b)
  const sheet: Sheet = {
    name: '2022年',
    title: '矛盾纠纷化解群众满意度测评汇总',
    headers: dice.one([
      ['村（社区）', '发放（份）', '满意（份）', '不满意（份）'],
      ['单位', '测评人数', '表示满意人数', '表示不满意人数'],
    ]),
    rows,
    totals: ['合计', 200, sum, 200 - sum],
  }
  const name = dice.one(['满意度测评.xlsx', '群众评议结果.xlsx'])
  return {
    ids: ['78'],
    words: '矛盾纠纷化解',
    files: isTown ? [{ name, make: book(sheet), serves: ['78'] }] : [],
    faults:
      isTown && isFaulty
        ? [{ id: '78', what: `满意率${sum / 2}%，低于85%`, file: name.replace('.xlsx', ''), row: rowOf(sheet, 4) }]
        : [],
    clean: [],
  }
}

/** 建议提案: answered in time, and those who asked are content. */
export const proposals: Matter = ({ dice, day, planted, unit }) => {
  const isFaulty = planted('70')
  const rows = [0, 1, 2, 3].map((index): Cell[] => {
    const given = dayIn(2021, index)
    return [
      index + 1,
      dice.one(['建议', '提案']),
      `2021-${10 + index}`,
      `关于改善${['道路', '照明', '供水', '停车'][index]}的建议`,
      day(given),
      day(later(given, 60)),
      isFaulty && index === 2 ? '不满意' : '满意',
    ]
  })
  const sheet: Sheet = {
    name: '台账',
    title: `${unit}人大代表建议和政协提案办理情况`,
    headers: dice.one([
      ['序号', '类别', '件号', '标题', '交办时间', '答复时间', '代表（委员）评价'],
      ['序号', '性质', '编号', '建议内容', '转办日期', '书面答复日期', '反馈意见'],
    ]),
    rows,
  }
  const name = dice.one(['建议提案办理.xlsx', '代表委员意见办理清单.xlsx'])
  return {
    ids: ['70'],
    words: '建议提案',
    files: [{ name, make: book(sheet), serves: ['70'], mustNot: ['76'] }],
    faults: isFaulty
      ? [{ id: '70', what: '一件不满意，3/4=75%，低于95%', file: name.replace('.xlsx', ''), row: rowOf(sheet, 2) }]
      : [],
    clean: [],
  }
}
