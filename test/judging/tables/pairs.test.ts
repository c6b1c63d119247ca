import { expect, test } from 'vitest'
import type { Table } from '../../../src/core/evidence.ts'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../helpers/scope.ts'

const found = (params: Readonly<Record<string, unknown>>, ...lines: string[]): string[] => {
  const rows = lines.map((line, index) => ({ index, values: line.split('|').map((value) => value || null) }))
  const table: Table = { name: 'Sheet1', kind: 'sheet', merges: [], rows }
  const documents = [paper({ path: 'a.xlsx', tables: [table], format: 'xlsx', text: [] })]
  const scope = scopeOf({ documents, materials: [material('ledger')], serves: { ledger: ['a.xlsx'] } })
  return judge(tables, params, scope).flatMap(({ outcome, cites }) =>
    outcome === 'met' ? [] : cites.map(({ cell }) => `${outcome} ${cell}`),
  )
}

const FEES = { about: [['收费']] }

test('a fee above its standard is told, one at it and one below are not', () => {
  expect(found(FEES, '收费项目|目录标准|实际执行', '甲费|40元/件|40元/件', '乙费|40元/件|39元/件')).toEqual([])
  expect(found(FEES, '收费项目|目录标准|实际执行', '甲费|40元/件|40元/件', '乙费|40元/件|41元/件')).toEqual(['gap C3'])
})

test('figures of different units, and words, are not held against each other', () => {
  expect(found(FEES, '收费项目|目录标准|实际执行', '甲费|40元/件|41元/套', '乙费|按省标准|50元/件')).toEqual([])
})

test('where two columns are left after one there is no pair', () => {
  expect(found(FEES, '收费项目|清理前|清理后|整合后', '甲费|1|2|3')).toEqual([])
})

const GROUPED = ['事项|压减前||压减后|', '|年频次|人数|年频次|人数', '甲检查|4|3|2|2']
test('under group heads the leaves of one name are a pair', () => {
  expect(found({ about: [['检查']] }, '检查事项表', ...GROUPED, '乙检查|2|2|4|2')).toEqual(['gap D5'])
})

const DONE = { about: [['回访']], undone: ['回访'] }
const MONTHS = ['回访月报', '月份|办件数|回访数|备注', '1月|20|20|', '2月|31|31|', '3月|18|18|']
const month = (...lines: string[]) => found(DONE, ...MONTHS, ...lines)

test('what was done is told where it is less than there was to do', () => {
  expect(month('4月|25|25|')).toEqual([])
  expect(month('4月|25|24|')).toEqual(['gap C6'])
  expect(month('4月|25||')).toEqual(['gap C6'])
})

test('a remark asks whoever reads it, and one that says why ends it', () => {
  expect(month('4月|25|24|系统升级')).toEqual(['unclear C6'])
  expect(month('4月|25|24|1件撤回')).toEqual([])
})

test('two columns that often differ are no pair, nor one that was once more', () => {
  expect(month('4月|25|24|', '5月|20|11|', '6月|20|13|', '7月|8|1|')).toEqual([])
  expect(month('4月|25|24|', '5月|20|21|')).toEqual([])
})

const SLIPS = { about: [['告知']] }
const slips = (...lines: string[]) =>
  found(
    SLIPS,
    '一次性告知登记',
    '告知单号|申请人|事项|日期|备注',
    '告-21-01|甲某|户口迁移|2021-01-04|',
    '告-21-02|乙某|宅基地审批|2021-02-08|',
    '告-21-03|丙某|残疾证办理|2021-03-09|',
    '告-21-04|丁某|低保申请|2021-04-12|',
    ...lines,
  )

test('one number on two rows is told where every other row has its own', () => {
  expect(slips('告-21-05|戊某|临时救助|2021-05-06|')).toEqual([])
  expect(slips('告-21-04|戊某|临时救助|2021-05-06|')).toEqual(['gap A7'])
})

test('two rows of one matter share its number, and a list that repeats numbers freely says nothing', () => {
  expect(slips('告-21-04|戊某|临时救助|2021-05-06|与前一件合并告知')).toEqual([])
  expect(slips('告-21-04|丁某|低保申请|2021-05-06|')).toEqual([])
  expect(slips('告-21-04|戊某|临时救助|2021-05-06|', '告-21-02|己某|土地流转|2021-06-07|')).toEqual([])
})

test('a card is one bearer’s, in a roster and in as many cases as he acts in', () => {
  const cards = (last: string) =>
    found(
      { about: [['执法人员']] },
      '执法人员名册',
      '姓名|执法证号|岗位',
      '甲某|川H21001|一中队',
      '乙某|川H21002|一中队',
      '丙某|川H21003|二中队',
      '丁某|川H21004|二中队',
      `戊某|${last}|法规股`,
    )
  expect(cards('川H21005')).toEqual([])
  expect(cards('川H21004')).toEqual(['gap B7'])
  const cases = (officer: string) =>
    found(
      { about: [['检查']] },
      '检查登记',
      '检查对象|检查人员|执法证号|检查日期',
      '甲店|甲某|川H21001|2021-01-05',
      '乙店|乙某|川H21002|2021-02-05',
      '丙店|丙某|川H21003|2021-03-05',
      '丁店|丁某|川H21004|2021-04-06',
      `戊店|${officer}|川H21002|2021-05-06`,
    )
  expect(cases('乙某')).toEqual([])
  expect(cases('己某')).toEqual(['gap C7'])
})
