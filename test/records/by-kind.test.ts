import { describe, expect, test } from 'vitest'
import type { Value } from '../../src/core/evidence.ts'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { cells, needed, sheet, spec, workbook } from '../helpers/documents.ts'

const of = (id: string, name: string) =>
  spec(id, name, [
    needed('决定书文号', 'text', ['文书号']),
    needed('决定日期', 'day', ['作出日期']),
    needed('公示日期', 'day'),
  ])
const SPECS = [of('L05', '行政处罚案件台账'), of('L06', '行政许可办件台账'), of('L07', '行政强制台账')]

const HEAD = ['序号', '类别', '文书号', '作出日期', '公示日期']
const register = (head: Value[], ...rows: Value[][]) =>
  recogniseLedgers(
    [workbook('公示.xlsx', sheet('2021', [['执法决定公示登记台账'], head, ...rows]))],
    SPECS,
  ).ledgers.map((ledger) => [ledger.spec.id, ledger.rows.map((row) => cells(row, '决定书文号').join())])
const row = (nth: number, kind: string, number: string): Value[] => [nth, kind, number, '2021-03-04', '2021-03-05']

describe('a register of several affairs', () => {
  test('is a ledger of each, with its own rows', () => {
    const rows = [row(1, '行政许可', '许1号'), row(2, '行政处罚', '罚1号'), row(3, '行政许可', '许2号')]
    expect(register(HEAD, ...rows)).toEqual([
      ['L06', ['许1号', '许2号']],
      ['L05', ['罚1号']],
    ])
  })
  test('of one affair alone is whole', () => {
    expect(register(HEAD, row(1, '行政处罚', '罚1号'), row(2, '行政处罚', '罚2号')).map(([, rows]) => rows)).toEqual([
      ['罚1号', '罚2号'],
    ])
  })
  test('whose column tells kinds of one affair apart is whole, though the word for another is in one of them', () => {
    const rows = [row(1, '扣押', '强1号'), row(2, '加处罚款', '强2号'), row(3, '查封', '强3号')]
    expect(register(HEAD, ...rows).map(([, own]) => own)).toEqual([['强1号', '强2号', '强3号']])
  })
  test('whose column names kinds of one affair is whole', () => {
    const rows = [row(1, '查封', '强1号'), row(2, '扣押', '强2号')]
    expect(register(HEAD, ...rows).map(([, own]) => own)).toEqual([['强1号', '强2号']])
  })
  test('whose column says where a case came from is whole', () => {
    const head = ['序号', '案件来源', '文书号', '作出日期', '公示日期']
    const rows = [row(1, '投诉举报', '罚1号'), row(2, '检查发现', '罚2号')]
    expect(register(head, ...rows).map(([, own]) => own)).toEqual([['罚1号', '罚2号']])
  })
})

test('the line in which a system names its fields is no record', () => {
  const codes: Value[] = ['ID', 'KIND_NAME', 'DECISION_NO', 'DECISION_TIME', 'OPEN_TIME']
  expect(register(HEAD, codes, row(1, '行政处罚', '罚1号')).flatMap(([, rows]) => rows)).toEqual(['罚1号'])
})
