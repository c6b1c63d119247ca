import { describe, expect, test } from 'vitest'
import type { Merge, Table, Value } from '../../../../src/core/evidence.ts'
import { unsplit } from '../../../../src/reading/formats/pdf/split-row.ts'

const tableOf = (rows: readonly (readonly Value[])[], merges: readonly Merge[] = []): Table => ({
  name: '表1',
  kind: 'grid',
  rows: rows.map((values, index) => ({ index, values })),
  merges,
})
const values = (parts: readonly Table[]) => parts.map(({ rows }) => rows.map((row) => row.values))

const HEAD = ['序号', '文件名称', '公布日期', '备注']
const ROW = ['1', '《昭化区行政规范性文件', '2021-03-18', '经常务会议审议']
const NEXT = ['2', '《乙办法》', '2021-04-02', null]

describe('a row that the page cut in two', () => {
  test('is one row again', () => {
    const parts = unsplit(tableOf([HEAD, ROW]), tableOf([[null, '管理办法》', null, null], NEXT]))
    expect(values(parts)).toEqual([
      [HEAD, ['1', '《昭化区行政规范性文件管理办法》', '2021-03-18', '经常务会议审议']],
      [NEXT],
    ])
    expect(parts[1].rows.map(({ index }) => index)).toEqual([0])
  })

  test('is one row below a header that is printed again', () => {
    const parts = unsplit(tableOf([HEAD, ROW]), tableOf([HEAD, [null, '管理办法》', null, null], NEXT]))
    expect(values(parts)).toEqual([
      [HEAD, ['1', '《昭化区行政规范性文件管理办法》', '2021-03-18', '经常务会议审议']],
      [HEAD, NEXT],
    ])
  })

  test('is as sure as its less sure part', () => {
    const [first, next] = [tableOf([ROW]), tableOf([[null, '管理办法》', null, null]])]
    const sure = (table: Table, ...certainties: number[]): Table => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, certainties })),
    })
    // Below the row itself no header may be taken for repeated.
    const [whole] = unsplit(sure(first, 0.99, 0.98, 0.97, 0.96), sure(next, 1, 0.7, 1, 1))
    expect(whole.rows[0]!.certainties).toEqual([0.99, 0.7, 0.97, 0.96])
  })
})

describe('two rows they stay', () => {
  test.each<[string, Value[], Value[]]>([
    ['where the second has its own number', ROW, ['2', '管理办法》', null, null]],
    ['where the second has its own day', ROW, [null, '管理办法》', '2021-05-06', null]],
    [
      'where the first has come to its end',
      ['1', '办公室已于当日办结完毕。', '2021-03-18', '无'],
      [null, '补充说明', null, null],
    ],
    [
      'where the first is too short to need a second line',
      ['1', '甲办法', '2021-03-18', '无'],
      [null, '乙办法', null, null],
    ],
    ['where nothing stands in the first', ['1', null, '2021-03-18', '无'], [null, '乙办法的说明', null, null]],
    ['where as much is filled as is blank', ROW, [null, '管理办法》', null, '后公布']],
    ['where the first has no number either', [null, ...ROW.slice(1)], [null, '管理办法》', null, null]],
  ])('%s', (_, last, rest) => {
    expect(values(unsplit(tableOf([HEAD, last]), tableOf([rest, NEXT])))).toEqual([
      [HEAD, last],
      [rest, NEXT],
    ])
  })

  test('where a merged cell stands beside them', () => {
    const merges = [{ top: 0, left: 0, bottom: 1, right: 0 }]
    const next = tableOf(
      [
        [null, '管理办法》', null, null],
        [null, ...NEXT.slice(1)],
      ],
      merges,
    )
    expect(unsplit(tableOf([HEAD, ROW]), next)[1]).toEqual(next)
  })
})
