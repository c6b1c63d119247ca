import { describe, expect, test } from 'vitest'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { cells, sheet, workbook } from '../helpers/documents.ts'
import { shipped } from '../helpers/shipped.ts'

const { ledgers: specs } = await shipped()

type Rows = readonly (readonly (string | number | null)[])[]
const read = (file: string, rows: Rows) =>
  recogniseLedgers([workbook(`${file}.xlsx`, sheet('Sheet1', rows))], specs).ledgers

const HEADS = ['时间', '内容', '张一鸣', '李小川', '王波']

describe('hours with a column for each person', () => {
  test('are a row for each of them, placed where his sum stands', () => {
    const rows = [
      ['2021年执法队学习课时'],
      HEADS,
      ['3月5日', '行政处罚法', 30, 30, 20],
      ['9月1日', '文书', 32, 30, null],
      ['合计', '', 62, 60, 20],
    ]
    const [ledger] = read('队上学习', rows)
    expect(ledger?.spec.name).toBe('执法培训学时台账')
    expect(ledger?.rows.map((row) => [...cells(row, '姓名', '学时', '年度'), row.place('学时').cell])).toEqual([
      ['张一鸣', 62, 2021, 'C5'],
      ['李小川', 60, 2021, 'D5'],
      ['王波', 20, 2021, 'E5'],
    ])
  })

  test('without a sum are a row for each figure', () => {
    const rows = [
      ['执法人员培训学时（2021年）'],
      HEADS,
      ['3月5日', '行政处罚法', 30, 30, 20],
      ['9月1日', '文书', 32, 30, null],
    ]
    const [ledger] = read('学时', rows)
    expect(ledger?.rows.map((row) => cells(row, '姓名', '学时').join(' '))).toEqual([
      '张一鸣 30',
      '张一鸣 32',
      '李小川 30',
      '李小川 30',
      '王波 20',
    ])
  })

  test('are none where villages stand at the head, or nothing is said of hours', () => {
    expect(
      read('得分', [['2021年考核得分'], HEADS, ['第一季度', '平安', 30, 30, 20], ['第二季度', '文书', 3, 3, 9]]),
    ).toEqual([])
  })
})

test('what one does (干啥的) is his post, and until when his card holds its last day', () => {
  const rows = [
    ['执法人员和执法证'],
    ['名字', '干啥的', '证到哪天'],
    ['张一鸣', '执法', '2025年8月31日'],
    ['李小川', '执法', '2022年4月10日'],
    ['王波', '内勤', '没有'],
    ['何林', '法制审核', '2024年1月1日'],
  ]
  const [roster] = read('证', rows)
  expect(roster?.spec.name).toBe('执法人员名册')
  expect(roster?.rows.map((row) => cells(row, '姓名', '人员身份', '证件有效期至'))).toEqual([
    ['张一鸣', '执法', '2025-08-31'],
    ['李小川', '执法', '2022-04-10'],
    ['王波', '内勤', 'none'],
    ['何林', '法制审核', '2024-01-01'],
  ])
})
