import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../../../src/core/ledger.ts'
import { percentOf } from '../../../../src/core/percent.ts'
import { rate } from '../../../../src/judging/kinds/rate/rate.ts'
import { judge, judges } from '../../../helpers/judges.ts'
import { ledger, material, paper, scopeOf, where } from '../../../helpers/scope.ts'

const COLUMNS = { 文件名称: 'text', 公布日期: 'day', 审核意见日期: 'day', 是否规范: 'flag' } as const

const row = (name: string, reviewed: string, more = {}) => ({
  文件名称: name,
  公布日期: '2021-05-06',
  审核意见日期: reviewed,
  是否规范: '是',
  ...more,
})

/** So many reviewed documents and so many that are not. */
const book = (reviewed: number, bare: number, file?: string): Ledger =>
  ledger(
    '规范性文件台账',
    COLUMNS,
    [
      ...Array.from({ length: reviewed }, (_, index) => row(`审${index + 1}号`, '2021-04-30')),
      ...Array.from({ length: bare }, (_, index) => row(`缺${index + 1}号`, '')),
    ],
    file ? { file } : {},
  )

const params = {
  ledger: '规范性文件台账',
  where: where({ 公布日期: 'present' }),
  part: where({ 审核意见日期: 'present' }),
  'at-least': percentOf('100%'),
}

const report = (percent: number, subject = '合法性审核率') =>
  paper({ path: '自查报告.docx', claims: { [subject]: percent } })
const claimed = { 'claimed-as': ['合法性审核率'] }
const most = { 'at-least': null, 'at-most': percentOf('10%') }
const outside = { 'at-least': null, 'at-most-parameter': 'national' }
const national = (value: string | null) => [
  { id: 'national', name: '全国平均败诉率', value, source: '', verified: false },
]
const yearly = { each: 'year', year: '公布日期' }

const unknown = { where: where({ 是否复杂: '是' }) }

judges(rate, params, {
  met: [
    {
      when: 'nobody knows which count, and each would pass',
      params: unknown,
      scope: scopeOf({ ledgers: [book(2, 0)] }),
      says: 'reached',
    },
    {
      when: 'what needed no review by its own word is left out',
      scope: scopeOf({
        ledgers: [
          ledger('规范性文件台账', COLUMNS, [
            row('甲', '2021-04-30'),
            row('乙', '', { 备注: '无需审查，不计入审查件数' }),
          ]),
        ],
      }),
      says: 'reached',
    },
    {
      when: 'what nobody can read is no question where the row came to nothing',
      scope: scopeOf({
        ledgers: [
          ledger('规范性文件台账', COLUMNS, [row('甲', '2021-04-30'), row('乙', '见附件', { 备注: '已撤回' })]),
        ],
      }),
      says: 'reached',
    },
    {
      when: 'all twelve are reviewed',
      scope: scopeOf({ ledgers: [book(12, 0)] }),
      says: 'reached',
      text: '合法性审核率100%（12/12），已达100%',
    },
    {
      when: 'a document that was never published does not count',
      scope: scopeOf({
        ledgers: [ledger('规范性文件台账', COLUMNS, [row('甲', '2021-01-01'), row('乙', '', { 公布日期: '' })])],
      }),
      says: 'reached',
    },
    {
      when: 'exactly at 95%',
      params: { 'at-least': percentOf('95%') },
      scope: scopeOf({ ledgers: [book(19, 1)] }),
      says: 'reached',
    },
    {
      when: 'exactly at an outside figure that was typed with a full-width sign',
      params: outside,
      scope: scopeOf({ ledgers: [book(1, 9)], parameters: national('10\uff05') }),
      says: 'reached',
    },
    { when: 'exactly at the upper bound', params: most, scope: scopeOf({ ledgers: [book(1, 9)] }), says: 'reached' },
    {
      when: 'below the outside figure',
      params: outside,
      scope: scopeOf({ ledgers: [book(1, 9)], parameters: national('12.5%') }),
      says: 'reached',
    },
    {
      when: 'the claim is what the ledger gives',
      params: claimed,
      scope: scopeOf({ ledgers: [book(3, 0)], documents: [report(100)] }),
      says: 'reached',
    },
    {
      when: 'a draft of the report claims something else than the report',
      params: claimed,
      scope: scopeOf({
        ledgers: [book(3, 0)],
        documents: [report(100), paper({ path: '初稿.docx', draft: '待补充', claims: { 合法性审核率: 90 } })],
      }),
      says: 'reached',
    },
    {
      when: 'the claim is rounded to its own decimals',
      params: { ...claimed, 'at-least': percentOf('90%') },
      scope: scopeOf({ ledgers: [book(11, 1)], documents: [report(92)] }),
      says: 'reached',
    },
    {
      when: 'the claim is the mark itself, and all of them reach it',
      params: { ...claimed, 'at-least': percentOf('90%') },
      scope: scopeOf({ ledgers: [book(3, 0)], documents: [report(90)] }),
      says: 'reached',
    },
    {
      when: 'the claim has another name',
      params: claimed,
      scope: scopeOf({ ledgers: [book(3, 0)], documents: [report(80, '报备及时率')] }),
      says: 'reached',
    },
    {
      when: 'the same table lies in two folders',
      scope: scopeOf({ ledgers: [book(2, 0), book(2, 0, '副本/台账.xlsx')] }),
      says: 'reached',
      text: '合法性审核率100%（2/2），已达100%',
    },
    {
      when: 'files differ where it does not tip the verdict',
      params: { 'at-least': percentOf('50%') },
      scope: scopeOf({
        ledgers: [book(3, 0), ledger('规范性文件台账', COLUMNS, [row('审1号', '')], { file: '旧台账.xlsx' })],
      }),
      says: 'reached',
    },
    {
      when: 'an unreadable cell would not tip the verdict',
      params: { 'at-least': percentOf('90%') },
      scope: scopeOf({
        ledgers: [
          ledger('规范性文件台账', COLUMNS, [
            ...Array.from({ length: 9 }, (_, i) => row(`${i}`, '2021-01-01')),
            row('末', '详见附件'),
          ]),
        ],
      }),
      says: 'reached',
    },
    {
      when: 'whether it counts is unknown, but it would pass',
      params: { where: where({ 是否规范: '是' }) },
      scope: scopeOf({
        ledgers: [
          ledger('规范性文件台账', COLUMNS, [row('甲', '2021-01-01'), row('乙', '2021-01-01', { 是否规范: '' })]),
        ],
      }),
      says: 'reached',
    },
    {
      when: 'one of two rows of one case passes',
      params: { distinct: ['文件名称'] },
      scope: scopeOf({ ledgers: [ledger('规范性文件台账', COLUMNS, [row('甲', ''), row('甲', '2021-01-01')])] }),
      says: 'reached',
      text: '合法性审核率100%（1/1），已达100%',
    },
  ],
  gap: [
    {
      when: 'the remark speaks of a time that is not counted, not of the row',
      scope: scopeOf({
        ledgers: [
          ledger('规范性文件台账', COLUMNS, [row('甲', '2021-04-30'), row('乙', '', { 备注: '论证时间不计入期限' })]),
        ],
      }),
      says: 'short',
    },
    {
      when: 'the claim differs, though the rate is high enough',
      params: { ...claimed, 'at-least': percentOf('90%') },
      scope: scopeOf({ ledgers: [book(11, 1)], documents: [report(100)] }),
      says: ['reached', 'claim-differs'],
      text: '自查报告.docx（第2页）称合法性审核率100%，按《规范性文件台账》核算为91.7%（11/12），两处不一致',
    },
    {
      when: 'one of twelve is not reviewed',
      scope: scopeOf({ ledgers: [book(11, 1)] }),
      says: 'short',
      text: '合法性审核率91.7%（11/12），应达100%；不符合的有缺1号',
      cites: [{ file: '规范性文件台账.xlsx', sheet: '2022', cell: 'C13' }],
    },
    {
      when: 'four are not reviewed: three are named, all are cited',
      scope: scopeOf({ ledgers: [book(0, 4)] }),
      says: 'short',
      text: '合法性审核率0%（0/4），应达100%；不符合的有缺1号、缺2号、缺3号等4件',
      cites: ['C2', 'C3', 'C4', 'C5'].map((cell) => ({ file: '规范性文件台账.xlsx', sheet: '2022', cell })),
    },
    {
      when: 'people are counted as people',
      params: { noun: '人' },
      scope: scopeOf({ ledgers: [book(0, 4)] }),
      says: 'short',
      text: '合法性审核率0%（0/4），应达100%；不符合的有缺1号、缺2号、缺3号等4人',
    },
    {
      when: 'one step below 95%',
      params: { 'at-least': percentOf('95%') },
      scope: scopeOf({ ledgers: [book(94, 6)] }),
      says: 'short',
    },
    {
      when: 'one step above the upper bound',
      params: most,
      scope: scopeOf({ ledgers: [book(2, 9)] }),
      says: 'exceeded',
    },
    {
      when: 'two rows of one table that are spelled alike are two cases',
      scope: scopeOf({ ledgers: [ledger('规范性文件台账', COLUMNS, [row('甲', ''), row('甲', '')])] }),
      says: 'short',
      text: '合法性审核率0%（0/2），应达100%；不符合的有甲、甲',
    },
    {
      when: 'the self-report claims 100% all the same',
      params: claimed,
      scope: scopeOf({ ledgers: [book(11, 1)], documents: [report(100)] }),
      says: ['short', 'claim-differs'],
      text: '合法性审核率91.7%（11/12），应达100%；不符合的有缺1号；自查报告.docx（第2页）却称100%',
      subjects: ['', 'claim'],
    },
    {
      when: 'one year falls short',
      params: yearly,
      scope: scopeOf({
        ledgers: [
          ledger('规范性文件台账', COLUMNS, [
            row('甲', '', { 公布日期: '2020-03-01' }),
            row('乙', '2021-01-01'),
            row('丙', '2022-01-01', { 公布日期: '2022-02-01' }),
          ]),
        ],
      }),
      says: ['short', 'reached', 'reached'],
      subjects: ['2020', '2021', '2022'],
    },
  ],
  unclear: [
    {
      when: 'nobody can tell the year of a row that fails',
      params: { ...yearly, where: [], 'at-least': percentOf('60%') },
      scope: scopeOf({
        cycle: { from: '2021-01-01', to: '2021-12-31' },
        ledgers: [ledger('规范性文件台账', COLUMNS, [row('甲', '2021-04-30'), row('乙', '无', { 公布日期: '五月' })])],
      }),
      says: 'open-rows',
      cites: [{ file: '规范性文件台账.xlsx', sheet: '2022', cell: 'B3' }],
    },
    {
      when: 'there is no ledger',
      scope: scopeOf(),
      says: 'no-ledger',
      text: '“合法性审核率”无法核算：未见《规范性文件台账》（按表头识别，应有“公布日期”、“审核意见日期”等列）',
    },
    {
      when: 'a table is nearly the ledger',
      scope: scopeOf({
        materials: [material('ledger', { ledger: '规范性文件台账' })],
        near: { ledger: '缺少“公布日期”列' },
      }),
      says: 'no-ledger',
      text: '“合法性审核率”无法核算：未见《规范性文件台账》（按表头识别，应有“公布日期”、“审核意见日期”等列）；近似.docx与之接近，但缺少“公布日期”列',
    },
    { when: 'the ledger is empty: 0/0 is not 100%', scope: scopeOf({ ledgers: [book(0, 0)] }), says: 'no-rows' },
    {
      when: 'a past year has no row',
      params: yearly,
      scope: scopeOf({ cycle: { from: '2020-01-01', to: '2021-12-31' }, ledgers: [book(2, 0)] }),
      says: ['no-rows', 'reached'],
    },
    {
      when: 'zero was declared but there are rows',
      scope: scopeOf({ declares: {}, ledgers: [book(1, 0)] }),
      says: 'contradicted-declaration',
    },
    {
      when: 'a cell cannot be read and would tip the verdict',
      scope: scopeOf({
        ledgers: [ledger('规范性文件台账', COLUMNS, [row('甲', '2021-01-01'), row('乙', '详见附件')])],
      }),
      says: 'open-rows',
    },
    {
      when: 'nobody knows which count, and one would not pass',
      params: unknown,
      scope: scopeOf({ ledgers: [book(2, 1)] }),
      says: 'no-column',
    },
    {
      when: 'nobody knows which count, and each is of the kind that there should be few of',
      params: { ...unknown, ...most },
      scope: scopeOf({ ledgers: [book(2, 0)] }),
      says: 'no-column',
    },
    {
      when: 'the table has no such column',
      params: { part: where({ 备案日期: 'present' }) },
      scope: scopeOf({ ledgers: [book(2, 0)] }),
      says: 'no-column',
    },
    {
      when: 'two files differ on the deciding cell',
      scope: scopeOf({
        ledgers: [book(2, 0), ledger('规范性文件台账', COLUMNS, [row('审1号', '')], { file: '旧台账.xlsx' })],
      }),
      says: 'disputed',
    },
    {
      when: 'nobody gave the outside figure',
      params: outside,
      scope: scopeOf({ ledgers: [book(1, 7)], parameters: national(null) }),
      says: 'no-threshold',
      text: '合法性审核率核算为12.5%（1/8），对照数值“全国平均败诉率”尚未提供，待对照',
    },
    {
      when: 'a figure is claimed and no ledger shows it',
      params: claimed,
      scope: scopeOf({ documents: [report(100)] }),
      says: 'claim-unproven',
    },
  ],
  exempt: [
    {
      when: 'zero was declared and there is no ledger',
      scope: scopeOf({ declares: {} }),
      says: 'declared',
      cites: [{ file: 'audit.yaml' }],
    },
    {
      when: 'zero was declared and the ledger is empty',
      scope: scopeOf({ declares: {}, ledgers: [book(0, 0)] }),
      says: 'declared',
    },
    {
      when: 'the running year has no row yet',
      params: yearly,
      scope: scopeOf({ cycle: { from: '2022-01-01', to: '2022-07-31' }, ledgers: [book(1, 0)] }),
      says: 'not-yet',
    },
  ],
})

describe('every rate', () => {
  const [low, high] = [percentOf('90%')!, percentOf('95%')!]
  const counts = fc.record({ pass: fc.nat(60), fail: fc.nat(60) }).filter(({ pass, fail }) => pass + fail > 0)
  const outcome = (scope: ReturnType<typeof scopeOf>, least = low) =>
    judge(rate, { ...params, 'at-least': least }, scope)[0]?.outcome

  test('is met exactly where pass/whole reaches the bound', () => {
    fc.assert(
      fc.property(counts, ({ pass, fail }) => {
        expect(outcome(scopeOf({ ledgers: [book(pass, fail)] }))).toBe(pass * 10 >= (pass + fail) * 9 ? 'met' : 'gap')
      }),
    )
  })

  test('that meets a bound meets any lower one', () => {
    fc.assert(
      fc.property(counts, ({ pass, fail }) => {
        const scope = scopeOf({ ledgers: [book(pass, fail)] })
        if (outcome(scope, high) === 'met') expect(outcome(scope, low)).toBe('met')
      }),
    )
  })

  test('stays as it is when a row is added that does not count', () => {
    fc.assert(
      fc.property(counts, ({ pass, fail }) => {
        const more = ledger('规范性文件台账', COLUMNS, [row('未公布', '', { 公布日期: '' })], { file: '另册.xlsx' })
        const [alone, together] = [[book(pass, fail)], [book(pass, fail), more]].map(
          (ledgers) => judge(rate, params, scopeOf({ ledgers }))[0],
        )
        expect({ ...together, cites: [] }).toEqual({ ...alone, cites: [] })
      }),
    )
  })
})
