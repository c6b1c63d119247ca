import { describe, expect, test } from 'vitest'
import type { Table, Value } from '../../src/core/evidence.ts'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { cells, column, merge, needed, sheet, spec, workbook } from '../helpers/documents.ts'

const CASES = spec(
  'L05',
  '行政处罚案件台账',
  [
    needed('决定书文号'),
    needed('当事人'),
    needed('立案日期', 'day', ['立案时间']),
    { ...needed('执法人员1姓名', 'text', ['主办人']), of: '执法人员', person: 1, holds: 'name' },
    { ...needed('执法人员1证号', 'text', ['主办人证号']), of: '执法人员', person: 1, holds: 'number' },
    { ...needed('执法人员2姓名', 'text', ['协办人']), of: '执法人员', person: 2, holds: 'name' },
    { ...needed('执法人员2证号', 'text', ['协办人证号']), of: '执法人员', person: 2, holds: 'number' },
    needed('处罚决定日期', 'day', ['决定书落款日期']),
    column('办案延长天数', 'number', { exception: true, said: ['延长', '延期'] }),
    column('是否移送', 'flag', { marks: { '': 'no' } }),
    column('是否涉企', 'flag'),
  ],
  { titles: ['行政处罚台账'] },
)
const HOURS = spec(
  'L10',
  '执法培训学时台账',
  [needed('年度', 'year'), needed('姓名'), needed('学时', 'number', ['合计学时']), column('课程名称')],
  { titles: ['培训学时台账'], key: ['年度', '姓名', '课程名称'] },
)

const in_ = (path: string, ...tables: Table[]) => recogniseLedgers([workbook(path, ...tables)], [CASES, HOURS]).ledgers
const rowsOf = (table: Table, ...columns: string[]) =>
  in_('台账.xlsx', table).flatMap(({ rows }) => rows.map((row) => cells(row, ...columns)))

const OFFICERS = ['执法人员1姓名', '执法人员1证号', '执法人员2姓名', '执法人员2证号']

describe('officers', () => {
  const HEAD = ['决定书文号', '当事人', '立案时间', '处罚决定日期', '行政处罚台账']
  const listing = (label: string, ...written: Value[]) =>
    rowsOf(
      sheet('行政处罚台账', [
        [...HEAD.slice(0, 4), label],
        ...written.map((cell, nth) => [`${nth + 1}号`, '甲店', '2021-01-04', '2021-02-01', cell]),
      ]),
      ...OFFICERS,
    )

  test('each certificate belongs to the officer on its left', () => {
    const rows = [
      ['行政处罚台账'],
      ['决定书文号', '当事人', '立案时间', '办案人员', null, null, null, '决定书落款日期'],
      [null, null, null, '主办人', '证号', '协办人', '证号', null],
      ['1号', '甲店', '2021-01-04', '陈远', '23001', '李静', '23002', '2021-02-01'],
    ]
    const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'D2:G2', 'H2:H3'].map(merge)
    expect(rowsOf(sheet('台账', rows, { merges }), ...OFFICERS)).toEqual([['陈远', '23001', '李静', '23002']])
  })

  test('the first and the second of two columns under one label', () => {
    const rows = [
      ['行政处罚台账'],
      ['决定书文号', '当事人', '立案时间', '办案人员', null, '决定书落款日期'],
      [null, null, null, '姓名', '姓名', null],
      ['1号', '甲店', '2021-01-04', '陈远', '李静', '2021-02-01'],
    ]
    const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3'].map(merge)
    expect(rowsOf(sheet('台账', rows, { merges }), '执法人员1姓名', '执法人员2姓名')).toEqual([['陈远', '李静']])
  })

  test('both in one cell, with their certificates', () => {
    expect(listing('执法人员及证号', '陈志远（2308101）、李静（2308102）')).toEqual([
      ['陈志远', '2308101', '李静', '2308102'],
    ])
    expect(listing('办案人员（证号）', '主办：陈志远 2308101\n协办：李静 2308102')).toEqual([
      ['陈志远', '2308101', '李静', '2308102'],
    ])
  })

  test('one officer alone is one', () => {
    expect(listing('执法人员', '陈志远（2308101）')).toEqual([['陈志远', '2308101', 'blank', 'blank']])
  })

  test('names without certificates say nothing of certificates', () => {
    expect(listing('检查人员', '陈志远、李静')).toEqual([['陈志远', 'absent', '李静', 'absent']])
  })

  test('a list of people is no misspelt number of them', () => {
    const more = spec(
      'L05',
      '行政处罚案件台账',
      [...CASES.columns, column('执法人员人数', 'number', { also: ['执法人数'] })],
      {
        titles: ['行政处罚台账'],
      },
    )
    const table = sheet('行政处罚台账', [
      [...HEAD.slice(0, 4), '承办人'],
      ['1号', '甲店', '2021-01-04', '2021-02-01', '陈远、李静'],
    ])
    const [ledger] = recogniseLedgers([workbook('a.xlsx', table)], [more]).ledgers
    expect(ledger!.rows.map((row) => cells(row, '执法人员1姓名', '执法人员2姓名', '执法人员人数'))).toEqual([
      ['陈远', '李静', 'absent'],
    ])
  })

  test('a team, a count or names run together tell nobody how many they are', () => {
    expect(listing('执法人员', '城管二中队', '陈志远等2人', '陈志远李静')).toEqual([
      ['unreadable', 'absent', 'unreadable', 'absent'],
      ['unreadable', 'absent', 'unreadable', 'absent'],
      ['unreadable', 'absent', 'unreadable', 'absent'],
    ])
  })
})

describe('the year that stands over a table', () => {
  const HEAD = ['决定书文号', '当事人', '立案时间', '主办人', '协办人', '决定书落款日期']
  const days = (name: string, over: string, path: string, from: Value, to: Value) =>
    in_(path, sheet(name, [[over], HEAD, ['1号', '甲店', from, '陈远', '李静', to]])).flatMap(({ rows }) =>
      rows.map((row) => cells(row, '立案日期', '处罚决定日期')),
    )
  const titled = (title: string, from: Value = '3月5日', to: Value = '4.12') =>
    days('Sheet1', title, '行政处罚台账.xlsx', from, to)

  test('gives days without a year theirs', () => {
    expect(titled('2021年行政处罚台账')).toEqual([['2021-03-05', '2021-04-12']])
    expect(titled('二〇二一年行政处罚台账', '3月5日审核通过', '4月12号')).toEqual([['2021-03-05', '2021-04-12']])
    expect(days('2020年', '行政处罚台账', '台账.xlsx', '3月5日', '4/12')).toEqual([['2020-03-05', '2020-04-12']])
    expect(days('3月', '行政处罚台账', '2020年/台账.xlsx', '3月5日', '4月2日')).toEqual([['2020-03-05', '2020-04-02']])
  })

  test('a filing day is no year of the table, and two years are none', () => {
    expect(days('Sheet1', '填报时间：2022年1月6日', '行政处罚台账.xlsx', '3月5日', '4月2日')).toEqual([
      ['unreadable', 'unreadable'],
    ])
    expect(titled('行政处罚台账（2020—2022年）')).toEqual([['unreadable', 'unreadable']])
  })

  test('what was begun in December may be done in the next year', () => {
    expect(titled('2021年行政处罚台账', '12月20日', '1月8日')).toEqual([['2021-12-20', 'unreadable']])
    expect(titled('2021年行政处罚台账', '12月20日', '11月8日')).toEqual([['2021-12-20', '2021-11-08']])
  })

  test('tells the year of every row where no column does, and keeps the years apart', () => {
    const year = (name: string, hours: number) =>
      sheet(name, [[`${name}执法人员培训学时统计表`], ['姓名', '合计学时'], ['陈远', hours]])
    const ledgers = in_('学时.xlsx', year('2020年', 60), year('2021年', 48))
    expect(ledgers.flatMap(({ rows }) => rows.map((row) => [row.key, ...cells(row, '年度', '学时')]))).toEqual([
      ['2020|陈远', 2020, 60],
      ['2021|陈远', 2021, 48],
    ])
    expect(ledgers.map(({ columns }) => columns)).toEqual([
      ['年度', '姓名', '学时'],
      ['年度', '姓名', '学时'],
    ])
  })
})

describe('remarks', () => {
  const HEAD = ['决定书文号', '当事人', '立案时间', '主办人', '协办人', '决定书落款日期']
  const said = (...remarks: Value[]) =>
    rowsOf(
      sheet('行政处罚台账', [
        [...HEAD, '备注'],
        ...remarks.map((remark, nth) => [`${nth + 1}号`, '甲店', '2021-01-04', '陈远', '李静', '2021-02-01', remark]),
      ]),
      '办案延长天数',
      '是否移送',
      '是否涉企',
    )

  test('speak for what has no column of its own', () => {
    expect(said(null, '已移送区公安分局', '案情复杂，经批准延长办案期限30日')).toEqual([
      ['blank', false, 'absent'],
      ['unreadable', true, 'absent'],
      [30, false, 'absent'],
    ])
  })

  test('what may bear on it stays open, and what does not, does not', () => {
    expect(said('拟移送', '经批准中止办理', '已履行')).toEqual([
      ['unreadable', 'unreadable', 'absent'],
      ['unreadable', false, 'absent'],
      ['blank', false, 'absent'],
    ])
  })

  test('a new end is a day, and a denial speaks for its own clause only', () => {
    expect(said('未能按期办结，经批准延长30日', '同意延长至2021年3月15日', '未申请延长')).toEqual([
      [30, false, 'absent'],
      ['2021-03-15', false, 'absent'],
      ['unreadable', false, 'absent'],
    ])
  })

  test('without remarks, what is seldom the case was not', () => {
    const table = sheet('行政处罚台账', [HEAD, ['1号', '甲店', '2021-01-04', '陈远', '李静', '2021-02-01']])
    expect(rowsOf(table, '办案延长天数', '是否移送')).toEqual([['blank', false]])
  })
})

describe('what a table is called', () => {
  const HEAD = ['决定书文号', '当事人', '立案时间', '主办人', '协办人', '决定书落款日期']
  const known = (title: string) => in_('表.xlsx', sheet('Sheet1', [[title], HEAD])).length

  test('统计表, 登记表 and 台账 are one', () => {
    expect(known('2021年行政处罚案件办理情况统计表')).toBe(1)
    expect(known('行政处罚登记簿')).toBe(1)
  })

  test('another matter or another kind of paper is not', () => {
    const short = (title: string) => in_('表.xlsx', sheet('Sheet1', [[title], HEAD.slice(0, 3)])).length
    expect(short('行政处罚登记簿')).toBe(1)
    expect(short('行政处罚裁量基准表')).toBe(0)
    expect(short('案件统计表')).toBe(0)
  })

  test('日期 and 时间 are one in the name of a column', () => {
    const head = ['决定书文号', '当事人', '立案时间', '主办人', '协办人', '决定书落款时间']
    const table = sheet('行政处罚台账', [head, ['1号', '甲店', '2021-01-04', '陈远', '李静', '2021-02-01']])
    expect(rowsOf(table, '处罚决定日期')).toEqual([['2021-02-01']])
  })
})

describe('rows that say there is none', () => {
  const HEAD = ['决定书文号', '当事人', '立案时间', '主办人', '协办人', '决定书落款日期']
  const count = (...rows: Value[][]) => rowsOf(sheet('行政处罚台账', [HEAD, ...rows]), '当事人').length

  test('are no cases', () => {
    expect(count([null, '本月无案件'])).toBe(0)
    expect(count([2020, '本年度未实施行政处罚'])).toBe(0)
    expect(count(['/', '2020年', '无行政处罚案件'])).toBe(0)
  })

  test('a case whose words begin alike is one', () => {
    expect(count(['1号', '无忌案件咨询店'])).toBe(1)
    expect(count(['1号', '未来公开课中心', '2021-01-04'])).toBe(1)
    expect(count([null, '吴某'])).toBe(1)
  })
})

test('hostile cells come to an end', () => {
  const HEAD = ['决定书文号', '当事人', '立案时间', '执法人员', '决定书落款日期', '备注']
  const words = [
    '陈远(',
    '1'.repeat(5_000),
    '主办:'.repeat(5_000),
    '陈'.repeat(50_000),
    '延长'.repeat(50_000),
    '无案件'.repeat(20_000),
  ]
  const rows = words.map((word) => [word, word, word, word, word, word])
  const table = sheet('行政处罚台账', [['二'.repeat(50_000)], HEAD, ...rows])
  const started = process.cpuUsage()
  expect(rowsOf(table, ...OFFICERS, '处罚决定日期', '办案延长天数', '是否移送').length).toBeGreaterThan(0)
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3)
})

describe('备注 behind a group whose head is not merged', () => {
  const table = (...heads: [string[], string[]]) =>
    sheet('Sheet1', [
      ...heads,
      ['1号', '甲店', '2021-03-05', '2021-05-06', '经批准延长30日'],
      ['2号', '乙店', '2021-03-05', '2021-05-06', ''],
    ])
  const remarks = (...heads: [string[], string[]]) =>
    in_('案件.xlsx', table(...heads)).flatMap(({ rows }) => rows.map(({ remark }) => remark))

  test('is the remark of the row', () =>
    expect(
      remarks(['案件信息', '', '立案', '决定', ''], ['决定书文号', '当事人', '立案日期', '处罚决定日期', '备注']),
    ).toEqual(['经批准延长30日', '']))
  test('as one that stands alone is', () =>
    expect(
      remarks(['案件信息', '', '立案', '决定', '备注'], ['决定书文号', '当事人', '立案日期', '处罚决定日期', '']),
    ).toEqual(['经批准延长30日', '']))
})
