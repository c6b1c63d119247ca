import { describe, expect, test } from 'vitest'
import { total } from '../../../../src/judging/kinds/total/total.ts'
import { judge, judges } from '../../../helpers/judges.ts'
import { ledger, material, paper, scopeOf, where } from '../../../helpers/scope.ts'

const COLUMNS = { 姓名: 'text', 课程: 'text', 年度: 'year', 学时: 'number' } as const
const cycle = { from: '2021-01-01', to: '2021-12-31' } as const
const hours = (name: string, count: string, course = '课程一', year = '2021') => ({
  姓名: name,
  课程: course,
  年度: year,
  学时: count,
})
type Row = ReturnType<typeof hours>

const book = (rows: readonly Row[], file?: string) =>
  ledger('培训学时台账', COLUMNS, rows, { key: ['姓名', '课程'], ...(file && { file }) })
const roster = (...names: string[]) =>
  ledger(
    '执法人员名册',
    { 姓名: 'text', 在岗: 'flag', 证号: 'text' },
    names.map((name, index) => ({
      姓名: name.replace('?', ''),
      在岗: name.endsWith('?') ? '' : '是',
      证号: String(index),
    })),
    { key: ['证号'] },
  )
const seen = { recognised: true, key: ['姓名', '课程'] } as const
const scope = (rows: readonly Row[], more: object = {}) =>
  scopeOf({ name: '培训学时', cycle, ledgers: [book(rows)], ...more })
const withRoster = (rows: readonly Row[], ...names: string[]) =>
  scope(rows, { ledgers: [book(rows), roster(...names)] })

const params = { ledger: '培训学时台账', sum: '学时', by: ['姓名'], year: '年度', 'at-least': 60 }
const listed = { roster: '执法人员名册', 'roster-where': where({ 在岗: '是' }) }

const years = { cycle: { from: '2020-01-01', to: '2021-12-31' } } as const
const staff = (...people: (readonly [string, string])[]) =>
  ledger(
    '执法人员名册',
    { 姓名: 'text', 到岗: 'day' },
    people.map(([name, since]) => ({ 姓名: name, 到岗: since })),
  )
const over = (rows: readonly Row[], ...people: (readonly [string, string])[]) =>
  scope(rows, { ...years, ledgers: [book(rows), staff(...people)] })
const joined = { roster: '执法人员名册', 'roster-since': '到岗' }

judges(total, params, {
  met: [
    {
      when: 'nothing is asked of the years before somebody came',
      params: joined,
      scope: over(
        [hours('李乙', '60', '课程一', '2020'), hours('李乙', '60', '课程二'), hours('张甲', '60')],
        ['李乙', ''],
        ['张甲', '2021-01-01'],
      ),
      says: ['reached', 'reached'],
      subjects: ['2020', '2021'],
    },
    {
      when: 'exactly 60 in two courses',
      scope: scope([hours('张甲', '36'), hours('张甲', '24', '课程二')]),
      says: 'reached',
      text: '2021年培训学时：1人均不少于60',
      subjects: ['2021'],
    },
    {
      when: 'tenths add up without drift',
      params: { 'at-least': 0.3 },
      scope: scope([hours('张甲', '0.1'), hours('张甲', '0.2', '课程二')]),
      says: 'reached',
    },
    {
      when: 'everybody on the roster has enough',
      params: listed,
      scope: withRoster([hours('张甲', '60')], '张甲'),
      says: 'reached',
    },
    {
      when: 'who is not on the roster is not asked',
      params: listed,
      scope: withRoster([hours('张甲', '60'), hours('李乙', '3')], '张甲'),
      says: 'reached',
    },
    {
      when: 'over the whole cycle',
      params: { each: 'cycle', year: null },
      scope: scope([hours('张甲', '60')]),
      says: 'reached',
      subjects: [''],
    },
  ],
  gap: [
    {
      when: 'who was there before the first day of the year has all of it',
      params: { ...joined, each: 'cycle', year: null },
      scope: over([hours('张甲', '40')], ['张甲', '2020-01-01']),
      says: 'short',
    },
    {
      when: 'a picture beside it takes nothing from what a typed ledger says',
      scope: scope([], {
        ledgers: [
          book([hours('张甲', '59')]),
          ledger('培训学时台账', COLUMNS, [hours('李乙', '60')], { ...seen, file: 'b' }),
        ],
      }),
      says: 'short',
    },
    {
      when: '59 hours',
      scope: scope([hours('张甲', '59'), hours('李乙', '60')]),
      says: 'short',
      text: '2021年培训学时：2人中1人不足60（张甲（59））',
    },
    {
      when: 'who is on the roster and has no row has none',
      params: listed,
      scope: withRoster([hours('张甲', '60')], '张甲', '李乙'),
      says: 'short',
      text: '2021年培训学时：2人中1人不足60（李乙（0））',
    },
  ],
  unclear: [
    {
      when: 'somebody came within the year',
      params: { ...joined, each: 'cycle', year: null },
      scope: over([hours('张甲', '40')], ['张甲', '2021-03-01']),
      says: 'open-rows',
      text: '创建周期内培训学时暂不能核算：1人的合计不能确定（张甲（2021-03-01到岗））',
    },
    {
      when: 'hours that cannot be read might be enough',
      scope: scope([hours('张甲', '59'), hours('张甲', '半天', '课程二')]),
      says: 'open-rows',
      text: '2021年培训学时暂不能核算：1人的合计不能确定（张甲（有记录的学时未填或无法识别））',
    },
    {
      when: 'two on the roster have one name',
      params: listed,
      scope: withRoster([hours('张甲', '100')], '张甲', '张甲'),
      says: 'open-rows',
    },
    {
      when: 'perhaps not on the roster',
      params: listed,
      scope: withRoster([hours('张甲', '3')], '张甲?'),
      says: 'open-rows',
    },
    {
      when: 'rows without a name might be theirs',
      scope: scope([hours('张甲', '59'), hours('', '1')]),
      says: 'open-rows',
    },
    {
      when: 'two files differ',
      scope: scope([], { ledgers: [book([hours('张甲', '60')]), book([hours('张甲', '6')], '旧.xlsx')] }),
      says: 'open-rows',
    },
    {
      when: 'too few, but a file went unread',
      scope: scope([hours('张甲', '59')], { documents: [paper({ path: 'x.pdf', extent: 'unread' })] }),
      says: 'not-all-read',
    },
    {
      when: 'too few, but another table is nearly this ledger',
      scope: scope([hours('张甲', '59')], {
        materials: [material('hours', { ledger: '培训学时台账' })],
        near: { hours: '缺少“学时”列' },
      }),
      says: 'not-all-read',
      text: '2021年培训学时：现有材料中1人不足60（张甲（59）），但有文件未能读取或接近而不能确定',
    },
    {
      when: 'who has no row stands in a picture of the roster, where the name may be misread',
      params: listed,
      scope: scope([], {
        ledgers: [
          book([hours('张甲', '60')]),
          ledger('执法人员名册', { 姓名: 'text', 在岗: 'flag' }, [{ 姓名: '张申', 在岗: '是' }], { recognised: true }),
        ],
      }),
      says: 'open-rows',
      text: '2021年培训学时暂不能核算：1人的合计不能确定（张申（由图片识别，可能认错））',
    },
    {
      when: 'who is on the typed roster has no row in a picture of the ledger',
      params: listed,
      scope: scope([], {
        ledgers: [ledger('培训学时台账', COLUMNS, [hours('张申', '60')], seen), roster('张甲')],
      }),
      says: 'open-rows',
    },
    {
      when: 'whose hours only a picture tells has too few',
      scope: scope([], {
        ledgers: [
          book([hours('李乙', '60')]),
          ledger('培训学时台账', COLUMNS, [hours('张甲', '6')], { ...seen, file: 'b' }),
        ],
      }),
      says: 'open-rows',
    },
    {
      when: 'there is nobody on the roster to ask',
      params: listed,
      scope: scope([hours('张甲', '60')], {
        ledgers: [
          book([hours('张甲', '60')]),
          ledger('执法人员名册', { 姓名: 'text', 在岗: 'flag' }, [{ 姓名: '张甲', 在岗: '否' }]),
        ],
      }),
      says: 'no-people',
      text: '2021年培训学时无从核算：《执法人员名册》中没有应核算的人员',
    },
    {
      when: 'enough, but the roster is not there',
      params: listed,
      scope: scope([hours('张甲', '60')]),
      says: 'no-roster',
    },
    { when: 'nothing about the year', scope: scope([hours('张甲', '60', '课程一', '2019')]), says: 'no-rows' },
    { when: 'there is no ledger', scope: scopeOf(), says: 'no-ledger' },
    {
      when: 'rows although zero was declared',
      scope: scope([hours('张甲', '60')], { declares: {} }),
      says: 'contradicted-declaration',
    },
  ],
  exempt: [
    {
      when: 'the year is running',
      scope: scope([hours('张甲', '36', '课程一', '2022')], { cycle: { from: '2022-01-01', to: '2022-07-31' } }),
      says: 'running',
      text: '2022年培训学时：1人中1人尚不足60，按时间进度应有34.8；截至2022年7月31日尚未结束',
    },
    {
      when: 'the running year has no record yet',
      scope: scope([], { cycle: { from: '2022-01-01', to: '2022-07-31' } }),
      says: 'not-yet',
      text: '2022年尚无培训学时的记录（截至2022年7月31日尚未结束）',
    },
    { when: 'zero was declared', scope: scopeOf({ declares: {} }), says: 'declared' },
  ],
})

describe('who may have come later', () => {
  const told = (rows: readonly Row[]) =>
    judge(total, { ...params, roster: '执法人员名册' }, over(rows, ['张甲', ''], ['李乙', ''])).map(
      ({ subject, outcome }) => [subject, outcome],
    )
  const steady = [hours('李乙', '60', '课程一', '2020'), hours('李乙', '60', '课程二')]

  test('is not short in the years before a first record, nor in the year of it', () => {
    expect(told([...steady, hours('张甲', '59')])).toEqual([
      ['2020', 'unclear'],
      ['2021', 'unclear'],
    ])
  })

  test('is short in a year that comes after one with records', () => {
    expect(told([...steady, hours('张甲', '60', '课程一', '2020'), hours('张甲', '59', '课程二')])).toEqual([
      ['2020', 'met'],
      ['2021', 'gap'],
    ])
  })

  test('is not called short in a year of which the ledger holds nothing of anybody', () => {
    expect(told([hours('李乙', '60'), hours('张甲', '60')])).toEqual([
      ['2020', 'unclear'],
      ['2021', 'met'],
    ])
  })

  test('is short in the year that the ledger begins with, though nobody has an earlier record', () => {
    expect(told([hours('李乙', '60'), hours('张甲', '59')]).at(-1)).toEqual(['2021', 'gap'])
  })

  test('is short where there is no record at all', () => {
    expect(told(steady)).toEqual([
      ['2020', 'gap'],
      ['2021', 'gap'],
    ])
  })
})
