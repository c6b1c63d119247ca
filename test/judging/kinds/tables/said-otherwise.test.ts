import { describe, expect, test } from 'vitest'
import type { Table } from '../../../../src/core/evidence.ts'
import { tables } from '../../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../../helpers/scope.ts'

/** A register with one row past its day, and a paper beside it. */
function beside(title: string, sentence: string, done = '2021-04-02'): string[] {
  const lines = ['事项|应办结日期|办结日期', `甲|2021-04-01|${done}`, '乙|2021-05-10|2021-05-10']
  const rows = lines.map((line, index) => ({ index, values: line.split('|') }))
  const table: Table = { name: '办件', kind: 'sheet', merges: [], rows }
  const documents = [
    paper({ path: '1/办件.xlsx', tables: [table], format: 'xlsx', text: [] }),
    paper({ path: '1/文.docx', title, text: [sentence] }),
  ]
  const scope = scopeOf({ documents, materials: [material('ledger')], serves: { ledger: ['1/办件.xlsx'] } })
  return judge(tables, { about: [['办件']], late: 'gap' }, scope)
    .flatMap(({ cites }) => cites.map(({ file }) => file))
    .filter((file) => file.endsWith('.docx'))
}

describe('what a report says of all rows, though one of them shows otherwise', () => {
  test('is told with the row', () =>
    expect(beside('企业开办工作总结', '全部在承诺时限内办结，无一超时。')).toEqual(['1/文.docx']))
  test('not where every row is in time', () =>
    expect(beside('企业开办工作总结', '全部在承诺时限内办结，无一超时。', '2021-04-01')).toEqual([]))
  test('not of another thing', () => expect(beside('企业开办工作总结', '全部事项公示到位。')).toEqual([]))
  test('not where it speaks of an average', () =>
    expect(beside('企业开办工作总结', '平均办理时限3个工作日。')).toEqual([]))
  test('not where it says what ought to be', () => {
    expect(beside('企业开办工作总结', '必须全部在承诺时限内办结。')).toEqual([])
    expect(beside('企业开办工作办法', '全部在承诺时限内办结。')).toEqual([])
  })
})
