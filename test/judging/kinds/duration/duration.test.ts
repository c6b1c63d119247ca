import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../../../src/core/day.ts'
import type { ColumnType } from '../../../../src/core/ledger.ts'
import { duration } from '../../../../src/judging/kinds/duration/duration.ts'
import { judge, judges } from '../../../helpers/judges.ts'
import { ledger, paper, scopeOf, where } from '../../../helpers/scope.ts'

const COLUMNS: Record<string, ColumnType> = {
  文件名称: 'text',
  送审日期: 'day',
  意见日期: 'day',
  时限: 'number',
  延期: 'number',
  中止: 'number',
  中止起: 'day',
  中止止: 'day',
  涉企: 'flag',
}

type Cells = Record<string, string>

const rows = (cells: readonly Cells[], columns = COLUMNS) =>
  ledger(
    '台账',
    columns,
    cells.map((own, index) => ({ 文件名称: `甲${index + 1}`, ...own })),
  )

const span = (from: string, to: string, more: Cells = {}) =>
  scopeOf({ name: '审核时长', ledgers: [rows([{ 送审日期: from, 意见日期: to, ...more }])] })

/** A row of a hurried consultation, and the notice that laid the same draft open and says why, on its own days. */
const hurried = (from: Day, until: Day, of: string, shortened: string | null = '因汛情紧急缩短为15日') => {
  const notice = paper({ path: '37/公告.docx', title: '关于征求意见的公告' })
  const act = {
    kind: 'consultation',
    of: [of],
    from,
    until,
    shortened,
    market: 'no',
    at: { file: '37/公告.docx' },
  } as const
  return scopeOf({
    name: '审核时长',
    ledgers: [rows([{ 文件名称: '红岩村三组避险搬迁', 送审日期: '2022-06-07', 意见日期: '2022-06-21' }])],
    documents: [{ ...notice, facts: { ...notice.facts, acts: [act] } }],
  })
}

const HOURS: Record<string, ColumnType> = { 文件名称: 'text', 送审日期: 'time', 意见日期: 'time' }
const moments = (from: string, to: string, more = {}) =>
  scopeOf({ name: '首次发布', ledgers: [rows([{ 送审日期: from, 意见日期: to }], HOURS)], ...more })

const params = { ledger: '台账', from: '送审日期', to: '意见日期', unit: 'workday', 'at-least': 5, 'at-most': 15 }
const days = { unit: 'day', 'at-least': null }
const public30 = { unit: 'day', 'at-least': 30, 'at-most': null }
const own = { unit: 'workday', 'at-least': null, 'at-most': null, 'at-most-column': '时限' }
const overdue = { unit: 'day', 'at-least': null, 'at-most': 90, missing: 'overdue' }
const months = { unit: 'month', 'at-least': null, 'at-most': 2 } as const
const hours = { unit: 'hour', 'at-least': null, 'at-most': 5 }
const paused = { 'less-from': '中止起', 'less-to': '中止止' }

judges(duration, params, {
  met: [
    {
      when: 'a stretch that the remarks take out of the time leaves 15 working days',
      scope: span('2022-07-01', '2022-07-29', { 备注: '其中7月5日至7月11日专家评审，依法不计入' }),
      says: 'kept',
    },
    {
      when: 'nobody can tell whether any of the rows counts, and all are in time',
      params: { where: where({ 涉企: '是' }) },
      scope: span('2021-03-01', '2021-03-08'),
      says: 'kept',
      text: '审核时长：核对1件，期限均不少于5个工作日、不超过15个工作日',
    },
    {
      when: 'exactly 5 working days',
      scope: span('2022-07-01', '2022-07-08'),
      says: 'kept',
      text: '审核时长：核对1件，期限均不少于5个工作日、不超过15个工作日',
    },
    { when: 'exactly 15 working days', scope: span('2022-07-01', '2022-07-22'), says: 'kept' },
    {
      when: 'worked weekends before Spring Festival count',
      params: { 'at-least': 7 },
      scope: span('2022-01-27', '2022-02-10'),
      says: 'kept',
    },
    {
      when: 'what began before the limit was law runs from then',
      params: { ...overdue, since: '2022-03-01' },
      scope: span('2021-01-04', '2022-05-30'),
      says: 'kept',
    },
    {
      when: 'what was extended until a day is in time on that day',
      params: { ...days, 'at-most': 10, plus: ['延到'] },
      scope: scopeOf({
        ledgers: [
          rows([{ 送审日期: '2021-03-01', 意见日期: '2021-04-15', 延到: '2021-04-15' }], { ...COLUMNS, 延到: 'day' }),
        ],
      }),
      says: 'kept',
    },
    {
      when: 'shorter than the least, and the notice of that very draft says why',
      params: public30,
      scope: hurried('2022-06-07', '2022-06-21', '红岩村三组避险搬迁方案'),
      says: 'kept',
      text: '审核时长：核对1件，期限均不少于30日，其中红岩村三组避险搬迁（14日，公告写明了缩短的理由）',
    },
    {
      when: 'it runs from the day on which the row says that it began anew',
      params: { ...days, 'at-most': 10 },
      scope: span('2021-03-01', '2021-03-20', { 备注: '3月10日重新提交，时长自重新提交起算' }),
      says: 'kept',
    },
    {
      when: '30 days with the first, where one may speak up on both ends',
      params: { ...public30, 'both-ends': true },
      scope: span('2022-06-01', '2022-06-30'),
      says: 'kept',
    },
    {
      when: 'shorter, and the register notes why',
      params: { ...public30, 'both-ends': true },
      scope: span('2020-02-20', '2020-03-01', { 备注: '疫情紧急，只征求11天，公告里写明了理由' }),
      says: 'kept',
    },
    {
      when: 'exactly 30 days, the first not counted',
      params: public30,
      scope: span('2022-06-01', '2022-07-01'),
      says: 'kept',
    },
    {
      when: 'the last day is a Saturday: Monday is in time',
      params: { ...days, 'at-most': 15 },
      scope: span('2022-07-01', '2022-07-18'),
      says: 'kept',
    },
    {
      when: "the row's own limit is kept to the day",
      params: own,
      scope: span('2022-07-01', '2022-07-08', { 时限: '5' }),
      says: 'kept',
    },
    {
      when: 'a granted extension is added',
      params: { ...own, plus: ['延期'] },
      scope: span('2022-07-01', '2022-07-11', { 时限: '5', 延期: '1' }),
      says: 'kept',
    },
    {
      when: 'an extension and a suspension are both added',
      params: { ...own, plus: ['延期', '中止'] },
      scope: span('2022-07-01', '2022-07-13', { 时限: '5', 延期: '1', 中止: '2' }),
      says: 'kept',
    },
    {
      when: 'a stretch is not counted',
      params: { ...days, ...paused, 'at-most': 15 },
      scope: span('2022-05-05', '2022-05-30', { 中止起: '2022-05-10', 中止止: '2022-05-20' }),
      says: 'kept',
    },
    {
      when: 'where no limit of its own is written the general one holds',
      params: { ...own, 'at-most': 5 },
      scope: span('2022-07-01', '2022-07-08'),
      says: 'kept',
    },
    {
      when: 'two months to the day',
      params: months,
      scope: span('2022-01-14', '2022-03-14'),
      says: 'kept',
    },
    {
      when: 'two months that end where a month has no such day',
      params: months,
      scope: span('2021-12-31', '2022-02-28'),
      says: 'kept',
    },
    {
      when: 'two months and the three days of an extension',
      params: { ...months, plus: ['延期'] },
      scope: span('2022-01-14', '2022-03-17', { 延期: '3' }),
      says: 'kept',
    },
    {
      when: 'five hours to the minute',
      params: hours,
      scope: moments('2022-03-01 08:00', '2022-03-01 13:00'),
      says: 'kept',
    },
    {
      when: 'a whole day decides where hours are not told',
      params: { ...hours, 'at-most': 72 },
      scope: moments('2022-03-01', '2022-03-02'),
      says: 'kept',
    },
  ],
  gap: [
    {
      when: 'a stretch that the remarks take out of the time is a day too short',
      scope: span('2022-07-01', '2022-07-29', { 备注: '其中7月5日至7月8日专家评审，依法不计入' }),
      says: 'broken',
    },
    {
      when: 'the remarks name a stretch and take out nothing',
      scope: span('2022-07-01', '2022-07-29', { 备注: '其中7月5日至7月11日专家评审' }),
      says: 'broken',
    },
    {
      when: 'shorter than the least, and the notice gives no reason',
      params: public30,
      scope: hurried('2022-06-07', '2022-06-21', '红岩村三组避险搬迁方案', null),
      says: 'broken',
      cites: [{ file: '台账.xlsx', sheet: '2022', cell: 'C2' }, { file: '37/公告.docx' }],
    },
    {
      when: 'shorter than the least, and the notice that gives a reason is of other days',
      params: public30,
      scope: hurried('2022-06-07', '2022-06-22', '红岩村三组避险搬迁方案'),
      says: 'broken',
    },
    {
      when: 'shorter than the least, and the notice that gives a reason is of another draft',
      params: public30,
      scope: hurried('2022-06-07', '2022-06-21', '石梁村道路改造方案'),
      says: 'broken',
    },
    {
      when: 'a day after what it was extended until',
      params: { ...days, 'at-most': 10, plus: ['延到'] },
      scope: scopeOf({
        name: '审核时长',
        ledgers: [
          rows([{ 送审日期: '2021-03-01', 意见日期: '2021-04-16', 延到: '2021-04-15' }], { ...COLUMNS, 延到: 'day' }),
        ],
      }),
      says: 'broken',
    },
    {
      when: 'too late from the day on which it began anew',
      params: { ...days, 'at-most': 10 },
      scope: span('2021-03-01', '2021-03-23', { 备注: '3月10日重新提交，时长自重新提交起算' }),
      says: 'broken',
    },
    {
      when: 'open past its limit, whatever else the remarks say',
      params: overdue,
      scope: span('2021-03-01', '', { 备注: '当事人外出，暂放' }),
      says: 'broken',
    },
    {
      when: 'longer than the limit even from when it became law',
      params: { ...overdue, since: '2022-03-01' },
      scope: span('2021-01-04', '2022-05-31'),
      says: 'broken',
    },
    {
      when: 'one day short with the first, where both ends count',
      params: { ...public30, 'both-ends': true },
      scope: span('2022-06-01', '2022-06-29'),
      says: 'broken',
    },
    {
      when: 'shorter, and the register notes that nobody said why',
      params: { ...public30, 'both-ends': true },
      scope: span('2020-02-20', '2020-03-01', { 备注: '时间紧，公告没有写缩短的理由' }),
      says: 'broken',
    },
    {
      when: 'one day short where the first day counts for nobody',
      params: { ...public30, exact: true },
      scope: span('2022-06-01', '2022-06-30'),
      says: 'broken',
    },
    {
      when: 'a day past two months',
      params: months,
      scope: span('2022-01-14', '2022-03-15'),
      says: 'broken',
      text: '审核时长：1件期限不符（甲1（60日，最迟应在2022-03-14）），应不超过2个月',
    },
    {
      when: 'a day past two months and three days of extension',
      params: { ...months, plus: ['延期'] },
      scope: span('2022-01-14', '2022-03-18', { 延期: '3' }),
      says: 'broken',
    },
    {
      when: 'two days short of a month, where a month is the least',
      params: { ...months, 'at-most': null, 'at-least': 1 },
      scope: span('2022-01-31', '2022-02-26'),
      says: 'broken',
    },
    {
      when: '4 working days where 5 are the least',
      scope: span('2022-07-01', '2022-07-06'),
      says: 'broken',
      text: '审核时长：1件期限不符（甲1（3个工作日）），应不少于5个工作日、不超过15个工作日',
      cites: [{ file: '台账.xlsx', sheet: '2022', cell: 'C2' }],
    },
    { when: '16 working days where 15 are the most', scope: span('2022-07-01', '2022-07-25'), says: 'broken' },
    {
      when: '28 days where 30 are the least',
      params: public30,
      scope: span('2022-06-01', '2022-06-29'),
      says: 'broken',
    },
    {
      when: 'the day after the Monday',
      params: { ...days, 'at-most': 15 },
      scope: span('2022-07-01', '2022-07-19'),
      says: 'broken',
    },
    {
      when: "a day past the row's own limit",
      params: own,
      scope: span('2022-07-01', '2022-07-11', { 时限: '5' }),
      says: 'broken',
    },
    {
      when: 'not finished, and the last day was yesterday',
      params: overdue,
      scope: scopeOf({ name: '审核时长', asOf: '2022-07-30', ledgers: [rows([{ 送审日期: '2022-04-30' }])] }),
      says: 'broken',
      text: '审核时长：1件期限不符（甲1（意见日期未填，2022-07-29到期，已逾期1日）），应不超过90日',
    },
    { when: 'six hours', params: hours, scope: moments('2022-03-01 08:00', '2022-03-01 14:00'), says: 'broken' },
    {
      when: 'days without hours are too far apart',
      params: hours,
      scope: moments('2022-03-01', '2022-03-03'),
      says: 'broken',
    },
    {
      when: 'unfinished for many hours',
      params: { ...hours, missing: 'overdue' },
      scope: moments('2022-03-01 08:00', ''),
      says: 'broken',
    },
    {
      when: 'one is short, another unreadable',
      scope: scopeOf({
        ledgers: [
          rows([
            { 送审日期: '2022-07-01', 意见日期: '2022-07-04' },
            { 送审日期: '2022-07-01', 意见日期: '待定' },
          ]),
        ],
      }),
      says: 'broken',
    },
  ],
  unclear: [
    { when: 'there is no ledger', scope: scopeOf(), says: 'no-ledger' },
    { when: 'the ledger is empty', scope: scopeOf({ ledgers: [rows([])] }), says: 'no-rows' },
    {
      when: 'rows although zero was declared',
      scope: scopeOf({ declares: {}, ledgers: [rows([{ 送审日期: '2022-07-01' }])] }),
      says: 'contradicted-declaration',
    },
    {
      when: '29 days, 30 with the first',
      params: public30,
      scope: span('2022-06-01', '2022-06-30'),
      says: 'borderline',
      text: '审核时长临界：1件按起始日不计入差1日，按起始日计入恰好达到（甲1（29日）），应不少于30日',
    },
    { when: '4 working days, 5 with the first', scope: span('2022-07-01', '2022-07-07'), says: 'borderline' },
    { when: 'the end is before the beginning', scope: span('2022-07-08', '2022-07-01'), says: 'reversed' },
    { when: 'the year has no schedule', scope: span('2031-07-01', '2031-07-11'), says: 'no-calendar' },
    {
      when: 'the last day of an unknown year may be a holiday',
      params: { ...days, 'at-most': 15 },
      scope: span('2031-07-01', '2031-07-17'),
      says: 'no-calendar',
    },
    { when: 'the end is blank', scope: span('2022-07-01', ''), says: 'open-rows' },
    { when: 'the end cannot be read', scope: span('2022-07-01', '见附件'), says: 'open-rows' },
    {
      when: 'hours are asked and only days are told',
      params: hours,
      scope: moments('2022-03-01', '2022-03-01'),
      says: 'open-rows',
    },
    {
      when: 'the limit cannot be read',
      params: own,
      scope: span('2022-07-01', '2022-07-08', { 时限: '法定' }),
      says: 'open-rows',
    },
    {
      when: 'the limit is beyond all sense',
      params: own,
      scope: span('2022-07-01', '2022-07-08', { 时限: '99999999999' }),
      says: 'open-rows',
    },
    {
      when: 'too long, but the extension cannot be read',
      params: { ...own, plus: ['延期'] },
      scope: span('2022-07-01', '2022-07-11', { 时限: '5', 延期: '已批准' }),
      says: 'perhaps-longer',
      text: '审核时长暂不能核算：1件超过期限，而可以延长期限的“延期”没有登记（甲1（6个工作日，最迟应在2022-07-08，延期不明））',
    },
    {
      when: 'too long, and one of two extensions cannot be read',
      params: { ...own, plus: ['延期', '中止'] },
      scope: span('2022-07-01', '2022-07-13', { 时限: '5', 延期: '1', 中止: '已批准' }),
      says: 'perhaps-longer',
    },
    {
      when: 'too long, and what is written of an extension is no number',
      params: { ...own, plus: ['延期'] },
      scope: scopeOf({
        ledgers: [
          rows([{ 送审日期: '2022-07-01', 意见日期: '2022-07-11', 时限: '5', 延期: '待定' }], {
            文件名称: 'text',
            送审日期: 'day',
            意见日期: 'day',
            时限: 'number',
            延期: 'number',
          }),
        ],
      }),
      says: 'perhaps-longer',
    },
    {
      when: 'a row is wrong as it stands, and the column that would excuse it is lacking',
      params: { where: where({ 涉企: '否' }), 'at-least': 30, 'at-most': null, unit: 'day' },
      scope: scopeOf({
        ledgers: [
          rows(
            [
              { 送审日期: '2022-05-10', 意见日期: '2022-05-28' },
              { 送审日期: '2022-05-10', 意见日期: '2022-06-28' },
            ],
            { 文件名称: 'text', 送审日期: 'day', 意见日期: 'day' },
          ),
        ],
      }),
      says: 'no-column',
      text: '合法性审核率无法核对：《台账》缺少“涉企”列；按现有登记有1件不符（甲1（18日，是否属于核对范围不明））',
    },
    {
      when: 'the table has no end column',
      scope: scopeOf({ ledgers: [rows([{ 送审日期: '2022-07-01' }], { 文件名称: 'text', 送审日期: 'day' })] }),
      says: 'no-column',
    },
    {
      when: 'two files differ',
      scope: scopeOf({
        ledgers: [
          rows([{ 送审日期: '2022-07-01', 意见日期: '2022-07-08' }]),
          ledger('台账', COLUMNS, [{ 文件名称: '甲1', 送审日期: '2022-07-01', 意见日期: '2022-07-04' }], {
            file: '旧.xlsx',
          }),
        ],
      }),
      says: 'disputed',
    },
  ],
  exempt: [
    {
      when: 'the applicant gave it up: it ended without an end of its own',
      params: overdue,
      scope: span('2021-03-01', '', { 备注: '逾期未补正，视为放弃' }),
      says: 'nothing-due',
    },
    {
      when: 'no row is concerned',
      params: { where: where({ 涉企: '是' }) },
      scope: span('2022-07-01', '2022-07-02', { 涉企: '否' }),
      says: 'none-concerned',
    },
    {
      when: 'blank ends are ignored',
      params: { missing: 'ignore' },
      scope: span('2022-07-01', ''),
      says: 'nothing-due',
    },
    {
      when: 'not finished on the last day',
      params: overdue,
      scope: scopeOf({ asOf: '2022-07-29', ledgers: [rows([{ 送审日期: '2022-04-30' }])] }),
      says: 'nothing-due',
    },
    { when: 'zero was declared', scope: scopeOf({ declares: {} }), says: 'declared' },
  ],
})

describe('the longer a span', () => {
  const from = '2021-01-04' as const
  const outcome = (days: number, given: object) =>
    judge(duration, { ...params, ...given }, span(from, addDays(from, days)))[0]?.outcome
  const pair = fc.tuple(fc.nat(200), fc.nat(200)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

  test.each(['day', 'workday'])('the sooner it is long enough (%s)', (unit) => {
    fc.assert(
      fc.property(pair, fc.nat(60), ([short, long], least) => {
        if (outcome(short, { unit, 'at-least': least, 'at-most': null }) === 'met')
          expect(outcome(long, { unit, 'at-least': least, 'at-most': null })).toBe('met')
      }),
    )
  })

  test.each(['day', 'workday'])('the sooner it is too long (%s)', (unit) => {
    fc.assert(
      fc.property(pair, fc.nat(60), ([short, long], most) => {
        if (outcome(short, { unit, 'at-least': null, 'at-most': most }) === 'gap')
          expect(outcome(long, { unit, 'at-least': null, 'at-most': most })).toBe('gap')
      }),
    )
  })
})
