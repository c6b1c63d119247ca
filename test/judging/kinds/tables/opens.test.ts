import { expect, test } from 'vitest'
import { isTabled } from '../../../../src/judging/kinds/tables/opens.ts'
import { sheet, workbook } from '../../../helpers/documents.ts'
import { shipped } from '../../../helpers/shipped.ts'

const ROWS = [
  ['媒体名称', '刊播日期', '核查结论'],
  ['市日报', '2021-07-08', '属实'],
]

test('a table named by what an indicator is about shows whose business it is', async () => {
  const indicator = (await shipped()).indicators.find(({ id }) => id === '73')!
  const named = (name: string, rows = ROWS) => isTabled(indicator, { documents: [workbook(name, sheet('表', rows))] })
  expect(named('媒体曝光问题核查处置清单.xlsx')).toBe(true)
  expect(named('媒体曝光问题核查处置清单.xlsx', ROWS.slice(0, 1))).toBe(false)
  expect(named('固定资产登记表.xlsx')).toBe(false)
})
