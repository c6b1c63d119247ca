import { expect, test } from 'vitest'
import { blocksOf } from '../../src/audit/blocks/blocks.ts'
import { toldOnce } from '../../src/audit/once.ts'
import type { Finding } from '../../src/core/report.ts'
import { finding } from '../helpers/sample-report.ts'

const none = (id: string): Finding =>
  finding({
    id: `${id}.materials`,
    indicator: id,
    key: 'none',
    message: '没有任何佐证材料',
    data: { usual: '《归档制度》' },
    lacks: { materials: ['system'] },
    folder: '法规股',
    cites: [],
  })

test('one indicator without anything is told in one sentence with its folder, several as a table', () => {
  expect(blocksOf([none('58')], [], [])).toMatchObject([
    { what: '没有任何佐证材料，通常用《归档制度》证明', folder: '法规股', items: [] },
  ])
  expect(blocksOf([none('58'), none('67')], [], [])).toMatchObject([
    {
      what: '2项指标没有任何佐证材料',
      items: [
        { words: '58　放进“法规股”：通常用《归档制度》证明' },
        { words: '67　放进“法规股”：通常用《归档制度》证明' },
      ],
    },
  ])
})

const short = (count: number, months: string): Finding =>
  finding({
    id: '80.monthly@2021',
    key: 'months-short',
    data: { count, months },
    message: `2021年活动有${count}个月不足1次：${months}`,
    cites: [{ file: '活动.xls', sheet: '2021' }],
    lacks: { materials: ['monthly'] },
  })

test('a month or three are named, a year of them is not', () => {
  const what = (one: Finding) => blocksOf([one], [], [])[0]?.what
  expect(what(short(3, '2月0次、5月0次、9月0次'))).toBe('2021年活动有3个月不足1次：2月0次、5月0次、9月0次')
  expect(what(short(4, '2月0次、5月0次、9月0次、10月0次'))).toBe('2021年活动有4个月不足1次')
})

const row = (key: string, more: Partial<Finding>): Finding =>
  finding({ key, kind: 'tables', cites: [{ file: '清单.xlsx', sheet: '1', cell: 'E15' }], ...more })

test('a row that was left blank or is odd says so itself', () => {
  const rows = '第15行 图纸审查：“收费标准”空白'
  const blank = row('rows-blank', { data: { count: 1, rows }, message: '台账逐行核对：1行有该填未填的栏' })
  const odd = row('rows-doubtful', { id: '3.b', outcome: 'unclear', data: { count: 1, rows }, message: '1行需要核实' })
  const many = row('rows-doubtful', { id: '3.c', outcome: 'unclear', data: { count: 2, rows }, message: '2行需要核实' })
  expect([blank, odd, many].map((one) => blocksOf([one], [], [])[0]?.what)).toEqual([
    rows,
    rows,
    `2行需要核实：${rows}`,
  ])
})

test('what a doubt about a veto is gathered from is named by its indicators, and not told again', () => {
  const whole = finding({
    id: 'F2.doubts',
    indicator: 'F2',
    kind: 'rollup',
    key: 'gathered',
    outcome: 'unclear',
    severity: 'veto',
    data: { count: 2, first: '指标19：……', indicators: '19、整包' },
    cites: [{ file: '自查报告.doc' }],
  })
  expect(blocksOf([whole], [], [])[0]?.what).toBe('有2处数字或日期前后不一（见上面指标19、整包），请核实是不是笔误')
})

test('days that stand the wrong way round are told once, by the rule on their order', () => {
  const cites = [{ file: '台账.xls', sheet: '1', cell: 'J6' }]
  const order = finding({ id: '63.first', key: 'out-of-order', cites })
  const term = finding({ id: '63.term', key: 'reversed', outcome: 'unclear', cites })
  const elsewhere = { ...term, cites: [{ file: '台账.xls', sheet: '1', cell: 'J7' }] }
  expect(toldOnce([order, term])[1]).toMatchObject({ outcome: 'noted', waitsFor: '63.first' })
  expect(toldOnce([order, elsewhere])[1]?.outcome).toBe('unclear')
})

test('pictures of whatever size are unread for one reason', () => {
  const picture = (file: string, size: string) =>
    ({ code: 'not-read', file, message: `图片只作登记（${size}），图里的文字没有读取：请由人工核对` }) as const
  const told = blocksOf([], [], [picture('甲.jpg', '640×480像素'), picture('乙.jpg', '480×640像素')])
  expect(told).toMatchObject([
    { what: expect.stringContaining('2个文件'), act: '图片只作登记，图里的文字没有读取：请由人工核对' },
  ])
})
