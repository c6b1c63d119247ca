import { expect, test } from 'vitest'
import type { Table } from '../../src/core/evidence.ts'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { needed, spec, workbook } from '../helpers/documents.ts'

const SPEC = spec(
  'L01',
  '行政规范性文件台账',
  [needed('文件名称'), needed('公布日期', 'day'), needed('件数', 'number')],
  {
    key: ['文件名称'],
  },
)
const HEAD = ['文件名称', '公布日期', '件数']

/** A table as it is recognised from a scan: how sure each cell of its second row is. */
function rowOf(values: readonly (string | null)[], certainties: readonly number[], more: Partial<Table> = {}) {
  const table: Table = {
    name: '表1',
    kind: 'grid',
    page: 1,
    rows: [
      { index: 0, values: HEAD, certainties: [0.99, 0.99, 0.99] },
      { index: 1, values, certainties },
    ],
    merges: [],
    ...more,
  }
  return recogniseLedgers([workbook('扫描台账.pdf', table)], [SPEC]).ledgers[0]?.rows[0]
}
const statesOf = (row: ReturnType<typeof rowOf>) => HEAD.map((column) => row?.field(column).state)

test('what was recognised surely is read as if it had been typed', () => {
  expect(statesOf(rowOf(['农贸市场管理办法', '2021年3月18日', '12'], [0.9, 0.95, 0.95]))).toEqual([
    'text',
    'day',
    'number',
  ])
})

test('what was recognised badly is unreadable, a day and a figure sooner than a text', () => {
  expect(statesOf(rowOf(['农贸市场管理办法', '2021年3月18日', '12'], [0.89, 0.94, 0.94]))).toEqual([
    'unreadable',
    'unreadable',
    'unreadable',
  ])
  expect(rowOf(['农贸市场管理办法', '2021年3月18日', '12'], [0.89, 0.94, 0.94])?.name).toBe('农贸市场管理办法')
})

test('a blank is blank only where the paper is', () => {
  expect(statesOf(rowOf(['农贸市场管理办法', null, null], [0.99, 0, 1]))).toEqual(['text', 'unreadable', 'blank'])
})

test('a row that nobody could read is still a row', () => {
  expect(statesOf(rowOf([null, null, null], [0, 0, 0]))).toEqual(['unreadable', 'unreadable', 'unreadable'])
  expect(rowOf([null, null, null], [1, 1, 1])).toBeUndefined()
})

test('a value merged downwards is as sure in every row as where it stands', () => {
  const merges = [{ top: 1, left: 1, bottom: 2, right: 1 }]
  const rows = [
    { index: 0, values: HEAD, certainties: [0.99, 0.99, 0.99] },
    { index: 1, values: ['甲办法', '2021年3月18日', '1'], certainties: [0.99, 0.7, 0.99] },
    { index: 2, values: ['乙办法', null, '2'], certainties: [0.99, 1, 0.99] },
  ]
  const table: Table = { name: '表1', kind: 'grid', page: 1, rows, merges }
  const [ledger] = recogniseLedgers([workbook('扫描台账.pdf', table)], [SPEC]).ledgers
  expect(ledger?.rows.map((row) => row.field('公布日期').state)).toEqual(['unreadable', 'unreadable'])
})
