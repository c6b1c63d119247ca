import { expect, test } from 'vitest'
import { zerosIn } from '../../src/facts/zeros.ts'
import { sheet, workbook } from '../helpers/documents.ts'

const said = (...rows: readonly string[][]) =>
  zerosIn(workbook('季报.xlsx', sheet('季报', [['季度', '下达罚没指标(件)', '受理'], ...rows])).evidence)
    .filter(({ scope }) => scope !== '')
    .map(({ sentence, from, to }) => [sentence, from, to])

test('a column in which every stretch of time has none says so of all of them', () => {
  expect(said(['2020年第4季度', '0', '3'], ['2021年第1季度', '0', '2'])).toEqual([
    ['下达罚没指标(件):0', '2020-01-01', '2021-12-31'],
  ])
  expect(said(['2020年上半年', '无', '3'], ['2020年下半年', '无', '2'])).toHaveLength(1)
})

test('one that has some, one row alone and rows of cases say nothing of it', () => {
  expect(said(['2020年第4季度', '0', '3'], ['2021年第1季度', '1', '2'])).toEqual([])
  expect(said(['2020年第4季度', '0', '3'])).toEqual([])
  expect(said(['2020-04-01', '0', '3'], ['2020-05-01', '0', '2'])).toEqual([])
  expect(said(['甲公司', '0', '3'], ['乙公司', '0', '2'])).toEqual([])
})
