import { expect, test } from 'vitest'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { sheet, workbook } from '../../helpers/documents.ts'
import { judge } from '../../helpers/judges.ts'
import { scopeOf } from '../../helpers/scope.ts'

type Row = readonly string[]

const HEAD = ['案号', '决定日期', '结果', '上网日期', '备注']
const FULL: readonly Row[] = [
  ['昭府复〔2020〕3号', '2020-04-28', '维持', '2020-05-11', ''],
  ['昭府复〔2020〕9号', '2020-08-03', '撤销', '2020-08-14', ''],
  ['昭府复〔2021〕4号', '2021-04-07', '维持', '2021-04-16', ''],
]
const judged = (row: Row, others = FULL) =>
  judge(
    tables,
    { about: [['复议']], undone: ['公示', '公开'] },
    scopeOf({
      documents: [workbook('行政复议决定书上网登记.xlsx', sheet('登记', [HEAD, ...others, row]))],
      asOf: '2022-07-31',
    }),
  ).map(({ outcome, cites }) => `${outcome} ${cites.flatMap(({ cell }) => cell ?? []).join(',')}`)

test('the one row without what all others have stands out', () => {
  expect(judged(['昭府复〔2021〕12号', '2021-08-30', '维持', '', ''])).toEqual(['gap D5'])
  expect(judged(['昭府复〔2021〕12号', '2021-08-30', '维持', '未传', ''])).toEqual(['gap D5'])
})

test('a row that says why, that ended otherwise or is young lacks nothing', () => {
  expect(judged(['昭府复〔2021〕12号', '2021-08-30', '维持', '', '涉及未成年人'])).toEqual(['met '])
  expect(judged(['昭府复〔2021〕12号', '—', '申请人撤回', '', ''])).toEqual(['met '])
  expect(judged(['昭府复〔2021〕12号', '2021-08-30', '不予公开', '', ''])).toEqual(['met '])
})

test('ninety days are waited for, one more is enough', () => {
  expect(judged(['昭府复〔2022〕8号', '2022-05-01', '维持', '', ''])).toEqual(['gap D5'])
  expect(judged(['昭府复〔2022〕8号', '2022-05-02', '维持', '', ''])).toEqual(['met '])
})

test('among three rows, or where many have none, none stands out', () => {
  const row = ['昭府复〔2021〕12号', '2021-08-30', '维持', '', '']
  expect(judged(row, FULL.slice(0, 2))).toEqual(['met '])
  expect(judged(row, [...FULL.slice(0, 2), row])).toEqual(['met '])
})

test('the rest of a head is no row', () => {
  expect(judged(['', '', '合议', '', ''])).toEqual(['met '])
})
