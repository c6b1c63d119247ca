import { expect, test } from 'vitest'
import type { Table } from '../../../../src/core/evidence.ts'
import type { Finding } from '../../../../src/core/report.ts'
import { tables } from '../../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../../helpers/scope.ts'

const table: Table = {
  name: '登记',
  kind: 'sheet',
  merges: [],
  rows: [
    ['查封、扣押措施登记'],
    ['当事人', '扣押日期', '返还日期'],
    ['甲店', '2021-06-01', '2021-07-15'],
    ['注：扣押的期限不超过30日'],
  ].map((values, index) => ({ index, values })),
}
const made = scopeOf({
  documents: [paper({ path: '登记.xlsx', tables: [table], format: 'xlsx', text: [] })],
  materials: [material('ledger')],
  serves: { ledger: ['登记.xlsx'] },
})
/** Told before by another rule of the indicator, of the row that is too long. */
const told = (key: string, more: Partial<Finding> = {}): Finding => ({
  id: key,
  indicator: made.indicator.id,
  rule: '28.other',
  kind: 'duration',
  outcome: 'gap',
  severity: 'required',
  key,
  data: {},
  message: '',
  remedy: '',
  expected: '',
  actual: '',
  basis: '',
  erratum: '',
  cites: [{ file: '登记.xlsx', sheet: '登记', cell: 'A3' }],
  ...more,
})
const outcomes = (...earlier: Finding[]) =>
  judge(tables, { about: [['扣押']], late: 'gap' }, { ...made, earlier }).map(({ outcome }) => outcome)

test('what another rule has told of a row is not told again', () => {
  expect(outcomes()).toEqual(['gap'])
  expect(outcomes(told('broken'))).toEqual(['met'])
})

test('what another indicator has told is', () => {
  expect(outcomes(told('broken', { indicator: '64' }))).toEqual(['gap'])
})

test('a row that only contradicts a nil statement is looked at as ever', () => {
  expect(outcomes(told('nothing-contradicted'))).toEqual(['gap'])
  expect(outcomes(told('contradicted-declaration', { outcome: 'unclear' }))).toEqual(['gap'])
})

test('nor what it has told of a copy of the file; another file of the same rows is another one', () => {
  const [original] = made.package.documents
  const beside = (sha256: string) => {
    const copy = { ...original!, evidence: { ...original!.evidence, path: '另处/登记.xlsx', sha256 } }
    const scope = { ...made, package: { ...made.package, documents: [original!, copy] } }
    const earlier = [told('broken', { cites: [{ file: '另处/登记.xlsx', sheet: '登记', cell: 'A3' }] })]
    return judge(tables, { about: [['扣押']], late: 'gap' }, { ...scope, earlier }).map(
      ({ outcome, cites }) => `${outcome} ${cites.flatMap(({ cell, file }) => (cell ? file : [])).join(' ')}`,
    )
  }
  expect(beside(original!.evidence.sha256)).toEqual(['met '])
  expect(beside('another')).toEqual(['gap 登记.xlsx'])
})

const clearing = (rows: readonly (readonly string[])[]): Table => ({
  name: '清理',
  kind: 'sheet',
  merges: [],
  rows: [['协会', '整改时限', '完成情况'], ...rows].map((values, index) => ({ index, values: [...values] })),
})
const mended = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => [`${name}协会`, '2021-09-30', '已整改'])
const clearedBy = (rows: readonly (readonly string[])[]) =>
  judge(
    tables,
    { about: [['清理']], late: 'gap', undone: ['整改'], filled: [['完成']] },
    scopeOf({
      documents: [paper({ path: '收费清理.xlsx', tables: [clearing(rows)], format: 'xlsx', text: [] })],
      materials: [material('ledger')],
      serves: { ledger: ['收费清理.xlsx'] },
    }),
  ).map(({ outcome, data }) => `${outcome} ${data.rows ?? ''}`)

test('a row that is past its day and undone is told once', () => {
  const [only, ...others] = clearedBy([...mended, ['庚协会', '2021-09-30', '未整改']])
  expect(only).toContain('整改时限2021年9月30日已过，完成情况“未整改”')
  expect(others).toEqual([])
})

test('a total that its parts do not make names them', () => {
  const counts: Table = {
    name: '月报',
    kind: 'sheet',
    merges: [],
    rows: [
      ['月份', '投诉数', '举报数', '合计数'],
      ...['1月', '2月', '3月', '4月', '5月'].map((month) => [month, '2', '3', '5']),
      ['6月', '2', '3', '4'],
    ].map((values, index) => ({ index, values })),
  }
  const [only] = judge(
    tables,
    { about: [['月报']] },
    scopeOf({
      documents: [paper({ path: '月报.xlsx', tables: [counts], format: 'xlsx', text: [] })],
      materials: [material('ledger')],
      serves: { ledger: ['月报.xlsx'] },
    }),
  )
  expect(only?.data.rows).toContain('合计数填4，按“投诉数”2＋“举报数”3应为5')
})

test('a day past its date that a paper has told is not told of the row that enters it', () => {
  const rows = ['年度|公开日期', '2019年|2020-03-30', '2020年|2021-03-30', '2021年|2022-04-06'].map((line) =>
    line.split('|'),
  )
  const reports: Table = {
    name: '年度报告公开',
    kind: 'sheet',
    merges: [],
    rows: rows.map((values, index) => ({ index, values })),
  }
  const documents = [paper({ path: '公开.xlsx', tables: [reports], format: 'xlsx', text: [] })]
  const scope = scopeOf({ documents, materials: [material('ledger')], serves: { ledger: ['公开.xlsx'] } })
  const judged = (day: string) => {
    const cites = [{ file: '截图.pdf' }]
    const earlier = [told('late', { kind: 'deadline', data: { day, by: '2022年4月1日' }, cites })]
    return judge(tables, { about: [['年度报告']], to: ['公开'], 'by-each-year': '04-01' }, { ...scope, earlier }).map(
      ({ outcome }) => outcome,
    )
  }
  expect(judged('2022年4月7日')).toEqual(['gap'])
  expect(judged('2022年4月6日')).toEqual(['met'])
})
