import { expect, test } from 'vitest'
import type { Value } from '../../src/core/evidence.ts'
import type { LedgerSpec } from '../../src/core/ledger.ts'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { cells, needed, sheet, spec, workbook } from '../helpers/documents.ts'

const KINDS = { 旁听庭审: ['旁听', '庭审'], 法治讲座: ['法治讲座', '专题讲座'], 会前学法: ['会前学法'] }
const plain = spec('L27', '学法讲座旁听庭审台账', [
  needed('活动日期', 'day', ['日期']),
  needed('活动类型', 'text', ['类型']),
  needed('活动主题', 'text', ['主题']),
])
const STUDY: LedgerSpec = {
  ...plain,
  columns: plain.columns.map((column) => (column.name === '活动类型' ? { ...column, names: KINDS } : column)),
}

const kindsIn = (...tables: Parameters<typeof sheet>[]) =>
  recogniseLedgers([workbook('学法.xlsx', ...tables.map((one) => sheet(...one)))], [STUDY]).ledgers.map((ledger) =>
    ledger.rows.map((row) => cells(row, '活动类型').join()),
  )
const HEAD: Value[] = ['日期', '主题']
const ROW: Value[] = ['2021-04-15', '国家安全法']

test('what a sheet is called says of what kind all its rows are', () => {
  expect(
    kindsIn(
      ['学法', [['党政联席会会前学法登记'], HEAD, ROW, ROW]],
      ['讲座', [['镇班子法治专题讲座'], HEAD, ROW]],
      ['庭审', [['领导班子旁听庭审'], HEAD, ROW]],
    ),
  ).toEqual([['会前学法', '会前学法'], ['法治讲座'], ['旁听庭审']])
})

test('a column of its own says more than the name', () => {
  expect(kindsIn(['讲座', [['镇班子专题讲座'], ['日期', '类型', '主题'], ['2021-04-15', '会前学法', '宪法']]])).toEqual(
    [['会前学法']],
  )
})

test('a name of two kinds says neither', () => {
  expect(kindsIn(['登记', [['会前学法和专题讲座登记台账'], HEAD, ROW]])).toEqual([['absent']])
})
