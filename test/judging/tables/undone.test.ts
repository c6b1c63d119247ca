import { expect, test } from 'vitest'
import type { Table } from '../../../src/core/evidence.ts'
import { tables } from '../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../helpers/scope.ts'

const table = (...lines: string[]): Table => ({
  name: 'Sheet1',
  kind: 'sheet',
  merges: [],
  rows: [['查封扣押登记'], ...lines.map((line) => line.split('|'))].map((values, index) => ({
    index,
    values: values.map((value) => (value === '' ? null : value)),
  })),
})

const wrong = (undone: readonly string[], ...lines: string[]): string[] =>
  judge(
    tables,
    { about: [['查封']], late: 'ignore', undone },
    scopeOf({
      documents: [paper({ path: 'a.xlsx', tables: [table(...lines)], format: 'xlsx', text: [] })],
      materials: [material('ledger')],
      serves: { ledger: ['a.xlsx'] },
    }),
  ).flatMap(({ outcome, cites }) => (outcome === 'gap' ? cites.map(({ cell }) => cell ?? '') : []))

const HEADS = '当事人|实施日期|音像记录|备注'
const FINE = '某超市|2021-01-25|有，编号V01|'

test.each([
  ['某农家乐|2021-06-22|无|', ['C4']],
  ['某农家乐|2021-06-22|未录像|', ['C4']],
  ['某农家乐|2021-06-22||设备故障，现场未录像', ['D4']],
  ['某农家乐|2021-06-22||当时没有全程拍摄', ['D4']],
  ['某农家乐|2021-06-22||无录音录像', ['D4']],
  ['某农家乐|2021-06-22|V02|录像已归档', []],
  ['某农家乐|2021-06-22|V02|如未录像应说明', []],
  ['某农家乐|2021-06-22|V02|', []],
])('%s', (row, cells) => expect(wrong(['录制'], HEADS, FINE, row)).toEqual(cells))

test('无 under another act means that there was nothing of it', () =>
  expect(wrong(['整改'], '当事人|实施日期|整改情况', '某超市|2021-01-25|已整改', '某店|2021-02-25|无')).toEqual([]))

test('what somebody else left undone is not the office’s', () =>
  expect(wrong(['履行'], '当事人|实施日期|备注', '某超市|2021-01-25|', '某店|2021-02-25|当事人未履行')).toEqual([]))
