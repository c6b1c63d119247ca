import { expect, test } from 'vitest'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { sheet, workbook } from '../../helpers/documents.ts'
import { judge } from '../../helpers/judges.ts'
import { scopeOf } from '../../helpers/scope.ts'

type Row = readonly string[]
type Ask = Parameters<typeof judge>[1]

const told = (ask: Ask, file: string, rows: readonly Row[]) =>
  judge(tables, ask, scopeOf({ documents: [workbook(file, sheet('登记', rows))], asOf: '2022-07-31' })).map(
    ({ outcome, cites }) => `${outcome} ${cites.flatMap(({ cell }) => cell ?? []).join(',')}`.trim(),
  )

const CONTRACTS = ['和谁签的', '签订日期', '眼下']
const contracts = (now: string) =>
  told(
    { about: [['合同']], contrary: ['换届|新班子 不再执行|终止合同'], unless: ['协商一致'] },
    '招商合同履行登记.xlsx',
    [CONTRACTS, ['某公司', '2019-11-20', now]],
  )

test('a row that says what the plan forbids is told, by all words of the phrase', () => {
  expect(contracts('镇上换届，新班子通知对方合同不再执行')).toEqual(['gap C2'])
  expect(contracts('镇上换届后照常履行')).toEqual(['met'])
  expect(contracts('对方资金不够，终止合同')).toEqual(['met'])
})

test('what is denied is not said, and what excuses it is heard', () => {
  expect(contracts('没有因换届终止合同')).toEqual(['met'])
  expect(contracts('换届后双方协商一致终止合同')).toEqual(['met'])
})

const LAWS = ['文号', '名称', '主要依据', '清理意见']
const cleared = (law: string, fate: string, file = '规范性文件清理表（2021年）.xlsx') =>
  told({ about: [['清理']], current: true }, file, [
    LAWS,
    ['昭规〔2017〕2号', '抵押登记办法', law, fate],
    ['昭规〔2020〕2号', '测绘标志办法', '测绘法', '继续有效'],
  ])

test('what rests on a law that the civil code replaced and is kept has not been adjusted', () => {
  expect(cleared('物权法第一百八十条', '继续有效')).toEqual(['gap C2'])
  expect(cleared('《中华人民共和国合同法》', '继续有效')).toEqual(['gap C2'])
})

test('another law, one that was seen to, and a list of the year before are right', () => {
  expect(cleared('劳动合同法', '继续有效')).toEqual(['met'])
  expect(cleared('原物权法', '继续有效')).toEqual(['met'])
  expect(cleared('物权法', '废止')).toEqual(['met'])
  expect(cleared('物权法', '继续有效', '规范性文件清理表（2020年）.xlsx')).toEqual(['met'])
})

const HEAD = ['类型', '派单日期', '办结日期', '备注']
const complaints = (row: Row, note = '限时：咨询3个工作日、投诉举报10个工作日（次日起算）') =>
  told({ about: [['投诉']], late: 'gap' }, '投诉举报办理明细.xlsx', [
    ['办理明细', '', '', ''],
    [note, '', '', ''],
    HEAD,
    ['投诉', '2020-06-05', '2020-06-15', ''],
    row,
  ])

test('a term noted for each kind of rows is held against the rows of that kind', () => {
  expect(complaints(['咨询', '2021-04-12', '2021-04-15', ''])).toEqual(['met'])
  expect(complaints(['咨询', '2021-04-12', '2021-04-16', ''])).toEqual(['gap C5'])
  expect(complaints(['举报', '2021-04-12', '2021-04-25', ''])).toEqual(['met'])
  expect(complaints(['举报', '2021-04-12', '2021-04-26', ''])).toEqual(['gap C5'])
  expect(complaints(['建议', '2021-04-12', '2021-04-27', ''])).toEqual(['met'])
})

const heard = (row: Row) =>
  told({ about: [['投诉']], late: 'gap' }, '群众投诉登记.xlsx', [
    ['群众投诉登记', '', ''],
    ['党政办 登记人 张某(收到后15日内办完)', '', ''],
    ['哪天', '说啥', '哪天给的结果'],
    ['2020-04-13', '水管冻裂', '2020-04-15'],
    row,
  ])

test('a term noted in brackets runs from the first day of a row to its last', () => {
  expect(heard(['2022-05-09', '垃圾没人拉', '2022-05-24'])).toEqual(['met'])
  expect(heard(['2022-05-09', '垃圾没人拉', '2022-05-25'])).toEqual(['gap C5'])
  expect(heard(['2022-05-09', '垃圾没人拉', ''])).toEqual(['gap C5'])
  expect(heard(['2022-07-16', '路灯不亮', ''])).toEqual(['met'])
})

const done = (row: Row) =>
  told({ about: [['办件']], late: 'gap' }, '2021年办件登记.xlsx', [
    ['收件日期', '事项', '法定时限（工作日）', '办结日期', '备注'],
    row,
  ])

test('time is counted anew from the day that the remark names', () => {
  expect(done(['2021-04-06', '建房', '20', '2021-05-18', '4.12告知缺件，从4.19起算'])).toEqual(['met'])
  expect(done(['2021-04-06', '建房', '20', '2021-05-18', ''])).toEqual(['gap D2'])
})

test('days from one to another that are not counted move the limit by so many workdays', () => {
  const spent = '专家评审2021-05-12至2021-06-18，依法不计入审批时限'
  expect(done(['2021-05-10', '取水', '20', '2021-06-23', spent])).toEqual(['met'])
  expect(done(['2021-05-10', '取水', '20', '2021-06-23', '专家评审2021-05-12至2021-06-18'])).toEqual(['gap D2'])
})

const paid = (row: Row) =>
  told({ about: [['兑现']], late: 'gap', undone: ['履行'] }, '奖补兑现.xlsx', [
    ['答应谁', '约定期限', '兑现日', '说明'],
    ['合作社', '20.11.30', '20.11.30', ''],
    row,
  ])

test('a year of two figures is a year', () => {
  expect(paid(['大棚户', '21.12.31', '21.12.31', ''])).toEqual(['met'])
  expect(paid(['大棚户', '21.12.31', '22.1.4', ''])).toEqual(['gap C3'])
  expect(paid(['大棚户', '21.12.31', '', '资金周转困难'])).toEqual(['gap C3'])
  expect(paid(['竞赛户', '22.10.31', '', ''])).toEqual(['met'])
})

const seized = (row: Row) =>
  told({ about: [['强制']], first: ['审批'], then: ['施行', '强制'], late: 'gap' }, '行政强制措施登记簿.xlsx', [
    ['当事人', '局领导批的日子', '动手那天', '后来'],
    row,
  ])

test('what was urgent may be approved on the next day, and no later', () => {
  expect(seized(['某气站', '2021-08-24', '2021-08-23', '现场泄漏，次日补办批准'])).toEqual(['met'])
  expect(seized(['某气站', '2021-08-24', '2021-08-23', ''])).toEqual(['gap B2'])
  expect(seized(['某气站', '2021-08-25', '2021-08-23', '现场泄漏，补办批准'])).toEqual(['gap B2'])
})
