import { describe, expect, test } from 'vitest'
import type { ColumnType } from '../../../src/core/ledger.ts'
import type { CellTest, Truth } from '../../../src/core/where.ts'
import { condition } from '../../../src/judging/rows/conditions.ts'
import { ledger, scopeOf } from '../../helpers/scope.ts'

const scope = scopeOf()

const COLUMNS: Record<string, ColumnType> = {
  名称: 'text',
  日: 'day',
  起: 'day',
  时: 'time',
  起时: 'time',
  数: 'number',
  是: 'flag',
  文: 'text',
  编号: 'text',
}

function answer(column: string, cell: CellTest, cells: Record<string, string>): Truth {
  const [row] = ledger('台账', COLUMNS, [{ 名称: '甲', ...cells }]).rows
  return condition([{ column, tests: [cell] }], scope).of(row!)
}

describe('a due day given as a term runs from the column that it belongs to', () => {
  const NAMED = { 文号: 'text', 收到日期: 'day', 应回复日期: 'day', 回复日期: 'day' } as const
  const replied = (term: string, replied: string, asked = '2021-04-30'): Truth => {
    const book = ledger('司法建议检察建议台账', NAMED, [
      { 文号: '1号', 收到日期: asked, 应回复日期: term, 回复日期: replied },
    ])
    const columns = book.spec.columns.map((one) => (one.name === '应回复日期' ? { ...one, runs: '收到日期' } : one))
    Object.assign(book.spec, { columns })
    const test: CellTest = { test: 'not-after', column: '应回复日期' }
    return condition([{ column: '回复日期', tests: [test] }], scope).of(book.rows[0]!)
  }

  test.each([
    ['两个月内', '2021-06-30', 'yes'],
    ['2个月', '2021-07-01', 'no'],
    ['收到之日起30日内', '2021-05-31', 'yes'],
    ['5个工作日', '2021-05-11', 'yes'],
    ['5个工作日', '2021-05-12', 'no'],
    ['2021年6月20日前', '2021-06-20', 'yes'],
    ['2021年6月20日前', '2021-06-21', 'no'],
    ['尽快', '2021-06-21', 'unknown'],
  ] as const)('%s, answered on %s: %s', (term, day, truth) => expect(replied(term, day)).toBe(truth))
})

const is = (...values: string[]): CellTest => ({ test: 'is', values })
const within = (count: number, unit: 'day' | 'workday' | 'month' | 'hour', of = '起'): CellTest => ({
  test: 'within',
  span: { count, unit },
  of,
})

const done: CellTest = { test: 'contains', words: ['履行'], unless: ['未'] }
const grave: CellTest = { test: 'contains', words: ['重大', 'Ⅱ级'], unless: ['Ⅲ级', '较大'] }
const unlike = (column: string): CellTest => ({ test: 'differs-from', column })

const CASES: [string, string, CellTest, Record<string, string>, Truth][] = [
  ['a filled cell is present', '日', { test: 'present' }, { 日: '2021-05-06' }, 'yes'],
  ['a blank cell is not', '日', { test: 'present' }, {}, 'no'],
  ['a dash is not', '日', { test: 'present' }, { 日: '—' }, 'no'],
  [
    'words that say outright that there is none are no number',
    '编号',
    { test: 'present' },
    { 编号: '未录制(未充电)' },
    'no',
  ],
  ['nor is one absent that they deny', '编号', { test: 'absent' }, { 编号: '尚未编号' }, 'yes'],
  ['what is not due yet says nothing', '编号', { test: 'present' }, { 编号: '未到期' }, 'yes'],
  ['a number with a denial in it is a number', '编号', { test: 'present' }, { 编号: '未检字3号' }, 'yes'],
  ['of a text a denial is a text', '文', { test: 'present' }, { 文: '未成年人保护' }, 'yes'],
  ['不适用 leaves open whether it ought to be', '日', { test: 'present' }, { 日: '不适用' }, 'unknown'],
  ['不适用 says that nothing is there', '日', { test: 'absent' }, { 日: '不适用' }, 'yes'],
  ['an unreadable cell is never no', '日', { test: 'present' }, { 日: '见附件' }, 'unknown'],
  ['an unreadable cell may contain any word', '日', { test: 'contains', words: ['履行'] }, { 日: '见附件' }, 'unknown'],
  ['a readable cell contains what it contains', '文', { test: 'contains', words: ['履行'] }, { 文: '存档' }, 'no'],
  ['a column that is not there tells nothing', '备注', { test: 'present' }, {}, 'unknown'],
  ['what nobody keeps a column for is not there', '备注', { test: 'absent' }, {}, 'yes'],
  ['what is left out is left out by those who tell it', '备注', { test: 'not', values: ['辅助'] }, {}, 'yes'],
  ['是 is √ in a flag column', '是', is('√'), { 是: '是' }, 'yes'],
  ['否 is not 是', '是', is('是'), { 是: '否' }, 'no'],
  ['nobody said 是 or 否', '是', is('是'), {}, 'unknown'],
  ['punctuation and spaces do not matter', '文', is('一般程序'), { 文: '一般 程序。' }, 'yes'],
  ['another value is no', '文', is('一般程序'), { 文: '简易程序' }, 'no'],
  ['another value than that', '文', { test: 'not', values: ['二审'] }, { 文: '一审' }, 'yes'],
  ['a blank is not known to be another', '文', { test: 'not', values: ['二审'] }, {}, 'unknown'],
  ['a word in a text', '文', { test: 'contains', words: ['撤销'] }, { 文: '经复议撤销' }, 'yes'],
  ['a word in a blank', '文', { test: 'contains', words: ['撤销'] }, {}, 'no'],
  ['a text without the word', '文', { test: 'without', words: ['提案'] }, { 文: '人大代表建议' }, 'yes'],
  ['a text with it', '文', { test: 'without', words: ['提案'] }, { 文: '政协 提案' }, 'no'],
  ['a blank is without any word', '文', { test: 'without', words: ['提案'] }, {}, 'yes'],
  ['an unreadable cell may hold it', '日', { test: 'without', words: ['提案'] }, { 日: '见附件' }, 'unknown'],
  ['a word that means yes', '文', done, { 文: '已自动履行' }, 'yes'],
  ['a word that means no, though the other stands in it', '文', done, { 文: '尚未履行' }, 'no'],
  ['words of which nobody knows what they mean', '文', done, { 文: '见回执' }, 'unknown'],
  ['a blank is none of these words', '文', done, {}, 'unknown'],
  ['Ⅲ级 is not Ⅱ级', '文', grave, { 文: 'Ⅲ级（较大）' }, 'no'],
  ['Ⅱ级 is', '文', grave, { 文: 'Ⅱ级' }, 'yes'],
  ['two certificates differ', '文', unlike('名称'), { 文: '川H0801002' }, 'yes'],
  ['one certificate written twice', '文', unlike('名称'), { 名称: '川H0801·001', 文: '川H0801 001' }, 'no'],
  ['what is not there does not differ', '文', unlike('名称'), { 文: '—' }, 'no'],
  ['from what is not there, nobody can tell', '文', unlike('名称'), { 名称: '', 文: '川H0801002' }, 'unknown'],
  ['不适用 is no certificate', '文', unlike('名称'), { 文: '不适用' }, 'unknown'],
  ['the other column is not there', '文', unlike('备注'), { 文: '川H0801002' }, 'unknown'],
  ['a day is one however it is spelled', '日', unlike('起时'), { 日: '2021-05-06', 起时: '2021-05-06 09:00' }, 'no'],
  ['exactly the least', '数', { test: 'at-least', number: 2 }, { 数: '2' }, 'yes'],
  ['one below', '数', { test: 'at-least', number: 2 }, { 数: '1' }, 'no'],
  ['exactly the most', '数', { test: 'at-most', number: 2 }, { 数: '2' }, 'yes'],
  ['a figure nobody stated', '数', { test: 'at-most', number: 2 }, {}, 'unknown'],
  ['the first day counts', '日', { test: 'from', day: '2021-07-15' }, { 日: '2021-07-15' }, 'yes'],
  ['the day before does not', '日', { test: 'from', day: '2021-07-15' }, { 日: '2021-07-14' }, 'no'],
  ['the last day counts', '日', { test: 'until', day: '2021-12-31' }, { 日: '2021-12-31' }, 'yes'],
  ['a blank day has not come', '日', { test: 'until', day: '2021-12-31' }, {}, 'no'],
  ['the same day is not before', '日', { test: 'before', column: '起' }, { 日: '2021-05-06', 起: '2021-05-06' }, 'no'],
  [
    'the same day is not after',
    '日',
    { test: 'not-after', column: '起' },
    { 日: '2021-05-06', 起: '2021-05-06' },
    'yes',
  ],
  [
    'the minute decides',
    '时',
    { test: 'before', column: '起时' },
    { 时: '2021-05-06 09:00', 起时: '2021-05-06 09:01' },
    'yes',
  ],
  ['not done by a day that is over', '日', { test: 'not-after', column: '起' }, { 起: '2022-07-30' }, 'no'],
  ['not done by a day that is not over', '日', { test: 'not-after', column: '起' }, { 起: '2022-07-31' }, 'unknown'],
  ['the other day is blank', '日', { test: 'before', column: '起' }, { 日: '2021-05-06' }, 'unknown'],
  ['within 15 days, the last of them', '日', within(15, 'day'), { 起: '2021-05-06', 日: '2021-05-21' }, 'yes'],
  ['a day more', '日', within(15, 'day'), { 起: '2021-05-06', 日: '2021-05-22' }, 'no'],
  ['the last day is a Saturday', '日', within(15, 'day'), { 起: '2022-07-01', 日: '2022-07-18' }, 'yes'],
  [
    'within 7 working days over Spring Festival',
    '日',
    within(7, 'workday'),
    { 起: '2022-01-27', 日: '2022-02-10' },
    'yes',
  ],
  ['a working day more', '日', within(7, 'workday'), { 起: '2022-01-27', 日: '2022-02-11' }, 'no'],
  ['a month has its corresponding day', '日', within(1, 'month'), { 起: '2022-05-31', 日: '2022-06-30' }, 'yes'],
  ['a year without a schedule', '日', within(7, 'workday'), { 起: '2031-01-27', 日: '2031-02-20' }, 'unknown'],
  ['a last day that may be a holiday', '日', within(15, 'day'), { 起: '2031-05-06', 日: '2031-05-22' }, 'unknown'],
  ['in time in any year', '日', within(15, 'day'), { 起: '2031-05-06', 日: '2031-05-21' }, 'yes'],
  ['earlier than what it follows', '日', within(15, 'day'), { 起: '2021-05-06', 日: '2021-05-05' }, 'unknown'],
  ['not done, and the time is over', '日', within(15, 'day'), { 起: '2022-07-14' }, 'no'],
  ['not done, and the time runs', '日', within(15, 'day'), { 起: '2022-07-18' }, 'unknown'],
  [
    'five hours to the minute',
    '时',
    within(5, 'hour', '起时'),
    { 起时: '2022-03-01 08:00', 时: '2022-03-01 13:00' },
    'yes',
  ],
  ['a minute more', '时', within(5, 'hour', '起时'), { 起时: '2022-03-01 08:00', 时: '2022-03-01 13:01' }, 'no'],
  ['days do not tell hours', '时', within(5, 'hour', '起时'), { 起时: '2022-03-01', 时: '2022-03-01' }, 'unknown'],
  ['days tell what is far more', '时', within(5, 'hour', '起时'), { 起时: '2022-03-01', 时: '2022-03-03' }, 'no'],
]

describe('a condition', () => {
  test.each(CASES)('%s', (_, column, cell, cells, truth) => expect(answer(column, cell, cells)).toBe(truth))

  test('that is empty holds for every row', () => {
    const [row] = ledger('台账', COLUMNS, [{}]).rows
    expect(condition([], scope).of(row!)).toBe('yes')
  })

  test('fails where one column fails, though another cannot be told', () => {
    const [row] = ledger('台账', COLUMNS, [{ 日: '见附件', 数: '1' }]).rows
    const asked = condition(
      [
        { column: '日', tests: [{ test: 'present' }] },
        { column: '数', tests: [{ test: 'at-least', number: 2 }] },
      ],
      scope,
    )
    expect([asked.of(row!), asked.decisive(row!)]).toEqual(['no', '数'])
  })
})
