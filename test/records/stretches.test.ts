import { describe, expect, test } from 'vitest'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { cells, column, merge, needed, sheet, spec, workbook } from '../helpers/documents.ts'

const COMMENT = spec(
  'L04',
  '重大行政决策事项台账',
  [
    needed('年度', 'year'),
    needed('决策事项'),
    { ...needed('征求意见开始日期', 'day', ['公开征求意见开始时间']), stretch: '征求意见', end: 'from' },
    { ...needed('征求意见截止日期', 'day', ['公开征求意见截止时间']), stretch: '征求意见', end: 'to' },
    column('补正日期', 'day', { marks: { '': 'none' } }),
  ],
  { key: ['年度', '决策事项'] },
)

const ends = (head: string, value: string) => {
  const table = sheet('Sheet1', [
    ['年度', '决策事项', head],
    ['2021', '停车收费方案', value],
  ])
  const [ledger] = recogniseLedgers([workbook('台账.xlsx', table)], [COMMENT]).ledgers
  return ledger ? cells(ledger.rows[0]!, '征求意见开始日期', '征求意见截止日期').join(' ') : 'none'
}

describe('one cell that states both ends of a stretch', () => {
  test.each([
    ['2021年5月10日至6月12日', '2021-05-10 2021-06-12'],
    ['2021年5月10日至28日', '2021-05-10 2021-05-28'],
    ['2021年5月10日至2021年6月12日', '2021-05-10 2021-06-12'],
    ['2021.5.10—6.12', '2021-05-10 2021-06-12'],
    ['2021.5.10-2021.6.12', '2021-05-10 2021-06-12'],
    ['2021-05-10~2021-06-12', '2021-05-10 2021-06-12'],
    ['2021年5月10日起至6月12日止', '2021-05-10 2021-06-12'],
    ['2021年12月20日至2022年1月25日', '2021-12-20 2022-01-25'],
  ])('%s → %s', (value, days) => {
    expect(ends('公开征求意见起止时间', value)).toBe(days)
  })

  test.each(['2021年5月10日', '2021年6月12日至5月10日', '5月至6月', '30天', '2021.5.10-2021.6.12、2021.7.1-2021.8.5'])(
    '%s tells neither end',
    (value) => {
      expect(ends('公开征求意见起止时间', value)).toBe('unreadable unreadable')
    },
  )

  test('a blank one is blank at both ends', () => {
    expect(ends('公开征求意见起止时间', '')).toBe('blank blank')
  })

  test.each(['征求意见时间', '公开征求意见期限', '向社会公开征求意见起止日期', '征求意见期间', '征求意见情况'])(
    'the column may be called %s',
    (head) => {
      expect(ends(head, '2021.5.10-6.12')).toBe('2021-05-10 2021-06-12')
    },
  )

  test.each(['征求意见链接', '征求意见人数'])('%s is another column', (head) => {
    expect(ends(head, '2021.5.10-6.12')).not.toContain('2021-05-10')
  })
})

test('under two header rows the lower one is enough', () => {
  const table = sheet(
    'Sheet1',
    [
      ['年度', '决策事项', '公众参与', ''],
      ['', '', '公开征求意见起止时间', '座谈会时间'],
      ['2021', '停车收费方案', '2021.5.10-6.12', '2021.5.20'],
    ],
    { merges: [merge('A1:A2'), merge('B1:B2'), merge('C1:D1')] },
  )
  const [ledger] = recogniseLedgers([workbook('台账.xlsx', table)], [COMMENT]).ledgers
  expect(cells(ledger!.rows[0]!, '征求意见开始日期', '征求意见截止日期')).toEqual(['2021-05-10', '2021-06-12'])
})

describe('a column for what is seldom the case, when the table has none of it', () => {
  const field = (...remark: string[]) => {
    const table = sheet('Sheet1', [
      ['年度', '决策事项', '公开征求意见开始时间', '公开征求意见截止时间', '备注'],
      ['2021', '停车收费方案', '2021.5.10', '2021.6.12', ...remark],
    ])
    return cells(recogniseLedgers([workbook('台账.xlsx', table)], [COMMENT]).ledgers[0]!.rows[0]!, '补正日期')
  }

  test('nothing under 备注: it was not the case', () => {
    expect(field('')).toEqual(['none'])
    expect(field('因人员调整未及时答复')).toEqual(['none'])
  })

  test('a word of it under 备注 leaves it open', () => {
    expect(field('已通知补正')).toEqual(['unreadable'])
  })
})

test('a year alone is no key: two applications of one year are two', () => {
  const asked = spec(
    'L16',
    '依申请公开台账',
    [column('年度', 'year'), column('编号'), needed('申请内容'), needed('答复日期', 'day')],
    {
      key: ['年度', '编号'],
    },
  )
  const table = sheet('2021年', [
    ['申请内容', '答复日期'],
    ['财政预算', '2021.3.5'],
    ['财政预算', '2021.3.5'],
  ])
  const [ledger] = recogniseLedgers([workbook('2021年依申请公开台账.xlsx', table)], [asked]).ledgers
  expect(ledger!.rows.map(({ key, name }) => [key, name])).toEqual([
    ['', '第2行 财政预算'],
    ['', '第3行 财政预算'],
  ])
})
