import { expect, test } from 'vitest'
import type { Document } from '../../src/core/package.ts'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { sheet, workbook } from '../helpers/documents.ts'
import { shipped } from '../helpers/shipped.ts'

const { ledgers: SPECS } = await shipped()
const takenFor = (document: Document) => recogniseLedgers([document], SPECS).ledgers.map(({ spec }) => spec.name)

const DAYS = ['2021-03-01', '2021-03-19']

test('complaints are no reviews, whatever their columns are called', () => {
  const rows = [
    ['工单号', '受理时间', '诉求', '承办人', '办结时间', '办理结果'],
    ['TS001', '2021-03-01 09:00', '肥料不合格', '陈志远', '2021-03-19 10:00', '属实'],
    ['TS002', '2021-04-01 09:00', '兽药过期', '李静', '2021-04-19 10:00', '不属实'],
  ]
  expect(takenFor(workbook('投诉举报受理系统_20220710.xlsx', sheet('Sheet0', rows)))).toEqual(['投诉举报工单台账'])
  expect(takenFor(workbook('1.xlsx', sheet('Sheet0', [['群众投诉举报受理登记'], ...rows])))).toEqual([
    '投诉举报工单台账',
  ])
})

test('a matter of which there is no ledger is none', () => {
  const petitions = [
    ['2021年信访事项办理台账'],
    ['序号', '信访人', '事项', '登记日期', '受理告知日期', '答复日期', '办理方式'],
    [1, '陈某', '工伤待遇', DAYS[0]!, '2021-03-05', DAYS[1]!, '书面答复'],
    [2, '李某', '拖欠工资', DAYS[0]!, '2021-03-05', DAYS[1]!, '书面答复'],
  ]
  const cases = [
    ['劳动保障监察案件办理台账'],
    ['序号', '立案文号', '案由', '来源', '立案日期', '办结期限', '结案日期', '处理结果'],
    [1, '昭监立〔2021〕1号', '克扣工资', '举报投诉', DAYS[0]!, '2021-05-30', DAYS[1]!, '责令支付'],
    [2, '昭监立〔2021〕2号', '超时加班', '日常巡查', DAYS[0]!, '2021-05-30', DAYS[1]!, '责令改正'],
  ]
  expect(takenFor(workbook('信访.xlsx', sheet('2021年', petitions)))).toEqual([])
  expect(takenFor(workbook('监察.xlsx', sheet('2021年', cases)))).toEqual([])
})

test('inspections by another name, and their officers in one cell', () => {
  const rows = [
    ['劳动保障监察现场检查登记簿'],
    ['填报单位：区劳动保障监察大队'],
    ['序号', '检查日期', '被检查单位', '检查类别', '检查人员', '检查内容', '检查结果'],
    [1, DAYS[0]!, '红旗砖厂', '专项检查', '陈志远、李静', '劳动合同', '未发现问题'],
    [2, DAYS[1]!, '天雄酒店', '专项检查', '陈志远', '劳动合同', '责令改正'],
  ]
  const [ledger] = recogniseLedgers([workbook('亮证执法.xlsx', sheet('2021年', rows))], SPECS).ledgers
  expect(ledger?.spec.name).toBe('行政检查台账')
  expect(ledger?.rows.map((row) => [row.field('执法人员1姓名').text, row.field('执法人员2姓名').state])).toEqual([
    ['陈志远', 'text'],
    ['陈志远', 'blank'],
  ])
})

test('what is received at a window is handled there', () => {
  const rows = [
    ['便民服务中心收件登记簿（2021年）'],
    ['说明：当场办完的不登记；节假日不算。'],
    ['序号', '办理事项', '申请人', '收件时间', '规定几个工作日办完', '办完时间', '经手人'],
    [1, '生育登记', '陈某', DAYS[0]!, 20, DAYS[1]!, '李静'],
    [2, '规划许可', '李某', DAYS[0]!, 20, DAYS[1]!, '李静'],
  ]
  expect(takenFor(workbook('收件登记簿.xlsx', sheet('2021', rows)))).toEqual(['行政许可办件台账'])
})

test('a caption, a sheet beside it and a report around it name no table', () => {
  const head = ['决定书文号', '当事人', '立案日期', '主办人', '协办人', '告知日期', '处罚决定日期', '送达日期']
  const cells = (no: number) => [
    `昭罚〔2021〕${no}号`,
    '甲店',
    '2021-03-01',
    '陈志远',
    '李静',
    '2021-03-10',
    '2021-03-19',
    '2021-03-20',
  ]
  const rows = [head, cells(1), cells(2)]
  const expected = ['行政处罚案件台账']
  expect(takenFor(workbook('台账.xlsx', sheet('处罚', [['填报单位：投诉举报中心'], ...rows])))).toEqual(expected)
  const beside = sheet('信访台账', [['信访事项登记'], ['无']])
  expect(takenFor(workbook('信访和处罚.xlsx', beside, sheet('处罚案件', rows)))).toEqual(expected)
  expect(takenFor(workbook('信访工作报告.docx', sheet('表1', rows, { kind: 'grid' })))).toEqual(expected)
})

test('what many ledgers are of tells none of them', () => {
  const rows = [
    ['AJBH', '案件名称', '立案时间戳', '决定时间戳', '罚款金额'],
    ['A1', '无证经营', '2021-03-01 09:00:00', '2021-03-19 09:00:00', 500],
    ['A2', '过期种子', '2021-04-01 09:00:00', '2021-04-19 09:00:00', 500],
  ]
  expect(takenFor(workbook('案件查询导出.csv', sheet('表1', rows)))).toEqual([])
})

test('what a flag asks stands in its own label, not over it', () => {
  const rows = [
    ['行政检查台账'],
    ['检查对象', '检查事项', '检查日期', '现场检查', null],
    [null, null, null, '是否出示执法证', '检查人员'],
    ['甲店', '种子', DAYS[0]!, '是', '陈志远、李静'],
    ['乙店', '农药', DAYS[1]!, '是', '陈志远、李静'],
  ]
  const merges = [{ top: 1, left: 3, bottom: 1, right: 4 }]
  const [ledger] = recogniseLedgers([workbook('检查.xlsx', sheet('检查', rows, { merges }))], SPECS).ledgers
  expect(ledger?.assigned.map(({ column }) => column)).not.toContain('是否涉企')
  expect(ledger?.strange).toContain('现场检查是否出示执法证')
})
