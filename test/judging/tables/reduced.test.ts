import { expect, test } from 'vitest'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { sheet, workbook } from '../../helpers/documents.ts'
import { judge } from '../../helpers/judges.ts'
import { paper, scopeOf } from '../../helpers/scope.ts'

const LIST = '检查事项梳理.xlsx'
const REPORT = '自查报告.docx'
const FATES = ['保留', '取消，由消防部门负责', '保留', '转非现场(网上填报)', '保留', '保留']

const judged = (sentence: string, params: object = { reduced: true }): string[] => {
  const rows = FATES.map((fate, at) => [String(at + 1), `检查${at + 1}`, fate])
  const scope = scopeOf({
    documents: [
      workbook(LIST, sheet('梳理', [['涉企现场检查事项梳理表'], ['序号', '检查事项', '梳理意见'], ...rows])),
      paper({ path: REPORT, title: '自查报告', text: [sentence] }),
    ],
    serves: { book: [LIST] },
    asOf: '2022-07-31',
  })
  return judge(
    tables,
    { about: [['检查']], ...params },
    { ...scope, package: { ...scope.package, accounts: new Set([REPORT]) } },
  ).map(({ outcome }) => outcome)
}

test('fewer left in the report than the list keeps is told, as many is not', () => {
  expect(judged('涉企现场检查事项由6项压减为3项。')).toEqual(['gap'])
  expect(judged('涉企现场检查事项由6项压减为4项。')).toEqual(['met'])
})

test('another number of items, another matter, and a rule that does not ask are left alone', () => {
  expect(judged('涉企现场检查事项由9项压减为3项。')).toEqual(['met'])
  expect(judged('申请材料由6项压减为3项。')).toEqual(['met'])
  expect(judged('涉企现场检查事项由6项压减为3项。', {})).toEqual(['met'])
})
