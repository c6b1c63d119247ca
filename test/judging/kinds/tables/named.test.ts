import { expect, test } from 'vitest'
import type { Table, Value } from '../../../../src/core/evidence.ts'
import { tables } from '../../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../../helpers/judges.ts'
import { paper, scopeOf } from '../../../helpers/scope.ts'

const scopeWith = (...rows: readonly (readonly Value[])[]) => {
  const table: Table = {
    name: '清单',
    kind: 'sheet',
    merges: rows[1]?.[2] === null ? [{ top: 1, bottom: 1, left: 1, right: 2 }] : [],
    rows: rows.map((values, index) => ({ index, values: [...values] })),
  }
  return scopeOf({ documents: [paper({ path: '清单.xlsx', tables: [table], format: 'xlsx', text: [] })] })
}

const ROWS = [
  ['甲评估', '2021-03-01', '2021-03-05', '5日'],
  ['乙评估', '2021-03-01', '2021-03-05', '5日'],
  ['丙评估', '2021-03-01', '2021-03-05', null],
]
const under = (first: string, second: string) =>
  scopeWith(['中介服务清单'], ['服务名称', '办理过程', null, '服务要求'], [null, first, second, '办理时限'], ...ROWS)

test('what was left blank is to be filled in, and bears the name that stands right over it', () => {
  const [told] = judge(tables, { about: [['清单']], filled: [['办理时限']] }, under('受理日期', '办结日期'))
  expect(told).toMatchObject({ outcome: 'gap', message: 'rows-blank', data: { rows: '第6行 丙评估：“办理时限”空白' } })
})

const turned = (first: string, second: string) =>
  judge(
    tables,
    { about: [['稳评']], first: ['风险评估', '评估'], then: ['批复'] },
    scopeWith(
      ['稳评登记'],
      ['项目名称', '办理情况', null, '备注'],
      [null, first, second, null],
      ['甲项目', '2021-06-08', '2021-06-18', null],
      ['乙项目', '2021-07-08', '2021-07-01', null],
    ),
  ).map(({ data }) => data.rows)

test('a head under a group is called by its own words, unless they are too few to find it', () => {
  expect(turned('批复日期', '评估日期')).toEqual(['第4行 甲项目：批复日期2021年6月8日，早于评估日期2021年6月18日'])
  expect(turned('批复', '评估')).toEqual(['第4行 甲项目：办理情况批复2021年6月8日，早于办理情况评估2021年6月18日'])
})

test('a bare number names no row', () => {
  const counted = scopeWith(
    ['事项清单'],
    ['部门', '事项', '窗口', '办理时限'],
    ['区民政局', 40, 3, '5日'],
    ['区残联', 20, 2, '5日'],
    ['区档案馆', 7, 1, null],
  )
  const [told] = judge(tables, { about: [['清单']], filled: [['办理时限']] }, counted)
  expect(told?.data.rows).toBe('第5行 区档案馆：“办理时限”空白')
})
