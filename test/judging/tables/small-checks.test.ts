import { expect, test } from 'vitest'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { labelOf } from '../../../src/language/label.ts'
import { promisesIn } from '../../../src/language/promises.ts'
import { periodOf } from '../../../src/records/period.ts'
import { sheet, workbook } from '../../helpers/documents.ts'
import { judge } from '../../helpers/judges.ts'
import { scopeOf } from '../../helpers/scope.ts'

type Row = readonly string[]
const FILE = '名册登记表.xlsx'

const judged = (params: object, rows: readonly Row[]): string[] =>
  judge(
    tables,
    { about: [['登记']], ...params },
    // What is only odd is asked where the table lies under the indicator.
    scopeOf({ documents: [workbook(FILE, sheet('表', rows))], serves: { book: [FILE] }, asOf: '2022-07-31' }),
  ).map(({ outcome, cites }) => `${outcome} ${cites.flatMap(({ cell }) => cell ?? []).join(',')}`)

const COMMITTEE: readonly Row[] = [
  ['姓名', '职务', '聘期'],
  ['钟某', '专职委员', '2021.9-2024.9'],
  ['白某', '非常任委员', '2021.9-2024.9'],
]

test('who still stands in a roster of those who serve now though the term is over', () => {
  expect(judged({}, [...COMMITTEE, ['谌某', '退休法官', '2019.6-2022.6']])).toEqual(['gap C4'])
  expect(judged({}, [...COMMITTEE, ['谌某', '退休法官', '2019.7-2022.7']])).toEqual(['met '])
})

test('a term that was gone on with, or a list of all that ever were, tells nothing', () => {
  expect(judged({}, [...COMMITTEE, ['钟某', '委员', '2018.9-2021.8']])).toEqual(['met '])
  const over: readonly Row[] = [
    ['甲某', '委员', '2017.1-2018.12'],
    ['乙某', '委员', '2017.1-2018.12'],
  ]
  expect(judged({}, [...COMMITTEE, ...over])).toEqual(['met '])
})

test('an officer who checks his own work', () => {
  const head = ['岗位名称', '经办人', '审核人']
  const others = [
    ['采购', '张三丰', '李四海'],
    ['评审', '王五洲', '李四海'],
  ]
  expect(judged({ apart: true }, [head, ...others, ['拨款', '赵六合', '赵六合']])).toEqual(['gap C4'])
  expect(judged({ apart: true }, [head, ...others, ['拨款', '赵六合', '王五洲']])).toEqual(['met '])
})

test('one name where the others have two', () => {
  const head = ['案号', '审查人员', '决定日期']
  const others = [
    ['一号', '钟慧、万里', '2021-03-01'],
    ['二号', '钟慧、宁远', '2021-04-01'],
  ]
  expect(judged({ 'two-in': ['审查人员'] }, [head, ...others, ['三号', '钟慧', '2021-05-06']])).toEqual(['gap B4'])
  expect(judged({ 'two-in': ['审查人员'] }, [head, ...others, ['三号', '', '2021-05-06']])).toEqual(['met '])
})

test('a no of the office itself under 是否达标, and where most answer yes', () => {
  expect(
    judged({}, [
      ['年度', '败诉率', '是否不高于'],
      ['2020', '25%', '否'],
    ]),
  ).toEqual(['gap C2'])
  const head = ['单位名称', '隐名处理', '公开日期']
  const yes = [
    ['甲镇', '是', '2021-03-01'],
    ['乙镇', '是', '2021-03-02'],
  ]
  expect(judged({ yes: ['隐名'] }, [head, ...yes, ['丙镇', '否', '2021-03-03']])).toEqual(['gap B4'])
  expect(judged({ yes: ['隐名'] }, [head, ...yes, ['丙镇', '—', '2021-03-03']])).toEqual(['met '])
  expect(judged({}, [head, ...yes, ['丙镇', '否', '2021-03-03']])).toEqual(['met '])
})

test('what stands below all of it where nothing may be missing, written as a fraction', () => {
  const head = ['镇名称', '调委会数/村数', '负责人']
  const ask = { rates: ['调委会'], 'at-least': { part: 1, of: 1 } }
  expect(judged(ask, [head, ['甲镇', '8/8', '张三丰'], ['乙镇', '7/8', '李四海']])).toEqual(['gap B3'])
  expect(judged(ask, [head, ['甲镇', '8/8', '张三丰'], ['乙镇', '9/9', '李四海']])).toEqual(['met '])
})

test('all of it is claimed where the figures beside it leave some', () => {
  const head = ['项目名称', '查出问题数', '已整改数', '整改率', '备注']
  const right = [
    ['甲', '23', '23', '100%', ''],
    ['乙', '14', '13', '92.9%', ''],
    ['丙', '8', '8', '100%', ''],
  ]
  expect(judged({}, [head, ...right, ['丁', '17', '14', '100%', '']])).toEqual(['gap D5'])
  expect(judged({}, [head, ...right, ['丁', '17', '14', '100%', '余下分期整改']])).toEqual(['unclear D5'])
  expect(judged({}, [head, ...right, ['丁', '17', '14', '82.4%', '']])).toEqual(['met '])
})

test('a day without a year stands beside terms as when it was due', () => {
  const head = ['文书名称', '收文日期', '要求反馈时限', '反馈日期']
  const others = [
    ['一', '2021-02-09', '30日内', '2021-03-10'],
    ['二', '2021-04-27', '5月31日前', '2021-05-31'],
    ['三', '2021-09-08', '30日内', '2021-09-28'],
  ]
  expect(judged({ late: 'gap' }, [head, ...others, ['四', '2021-11-03', '11月20日前', '2021-11-21']])).toEqual([
    'gap D5',
  ])
  expect(judged({ late: 'gap' }, [head, ...others, ['四', '2021-12-03', '1月5日前', '2022-01-05']])).toEqual(['met '])
})

test('a word that counts under one head only', () => {
  const head = ['案号', '申请事项', '结果', '结案日期']
  const ask = { contrary: ['结果=责令*履行|撤销'] }
  expect(judged(ask, [head, ['一号', '请求撤销答复', '责令限期履行', '2021-05-06']])).toEqual(['gap C2'])
  expect(judged(ask, [head, ['一号', '请求撤销答复', '维持', '2021-05-06']])).toEqual(['met '])
})

test('what was refused was done, and 是否应公开 asks what is due', () => {
  const head = ['申请人', '答复情况', '是否应公开', '收到日期']
  const others = ['甲', '乙', '丙'].map((name) => [name, '予以公开', '是', '2021-03-02'])
  expect(judged({ undone: ['答复', '公开'] }, [head, ...others, ['丁', '不予重复处理', '否', '2021-03-02']])).toEqual([
    'met ',
  ])
})

test('a row is as old as what comes before the blank in it', () => {
  const head = ['名称', '登记日期', '评估日期', '最近检查日期']
  const others = ['甲', '乙', '丙'].map((name) => [name, '2020-03-11', '2020-03-25', '2022-06-21'])
  expect(judged({ undone: ['评估'] }, [head, ...others, ['丁', '2021-09-06', '', '2022-06-28']])).toEqual(['gap C5'])
})

test('受理/不予受理 is of 受理', () => {
  expect(labelOf('受理/不予受理').text).toBe('受理')
  expect(labelOf('受理/办结').text).toBe('受理/办结')
})

test('2月全月 is of one month, and a pass mark may stand before its figure', () => {
  expect(periodOf('2月全月', 2020)).toEqual({ from: '2020-02-01', to: '2020-02-29' })
  expect(periodOf('2月全年', 2020)).toBeUndefined()
  expect(promisesIn('合格线60分').map((one) => one.kind === 'mark' && one.mark)).toEqual([60])
  expect(promisesIn('考试合格(60分以上)').map((one) => one.kind === 'mark' && one.mark)).toEqual([60])
})

test('marks and hours of each year, under one head', () => {
  const head = ['姓名', '2020年成绩', '2021年成绩']
  const others = [
    ['缪兰一', '88', '91'],
    ['万礼二', '79', '83'],
  ]
  const note = ['年度考试合格线60分。', '', '']
  expect(judged({}, [note, head, ...others, ['陶芳三', '73', '58']])).toEqual(['gap C5,A1'])
  expect(judged({}, [note, head, ...others, ['陶芳三', '73', '60']])).toEqual(['met '])
})

test('a table of figures that were handed in and of originals', () => {
  const head = ['材料名称', '申报数据', '原始数据', '是否一致']
  expect(judged({}, [head, ['甲', '36', '12', '一致'], ['乙', '64', '61', '差3']])).toEqual(['gap D2'])
})
