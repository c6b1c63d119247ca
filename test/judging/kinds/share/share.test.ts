import { percentOf } from '../../../../src/core/percent.ts'
import { share } from '../../../../src/judging/kinds/share/share.ts'
import { judges } from '../../../helpers/judges.ts'
import { ledger, paper, scopeOf, where } from '../../../helpers/scope.ts'

const COLUMNS = { 姓名: 'text', 身份: 'text', 在岗: 'flag' } as const
const person = (name: string, role: string, on = '是') => ({ 姓名: name, 身份: role, 在岗: on })
const people = (reviewers: number, officers: number) => [
  ...Array.from({ length: reviewers }, (_, index) => person(`审${index + 1}`, '法制审核')),
  ...Array.from({ length: officers }, (_, index) => person(`执${index + 1}`, '执法')),
]
const roster = (rows: ReturnType<typeof people>) => ledger('执法人员名册', COLUMNS, rows)
const scope = (rows: ReturnType<typeof people>) => scopeOf({ name: '法制审核人员占比', ledgers: [roster(rows)] })
const params = {
  ledger: '执法人员名册',
  where: where({ 在岗: '是' }),
  part: where({ 身份: '法制审核' }),
  'at-least': percentOf('5%'),
  'at-least-count': 1,
}

const BOTH = { ...COLUMNS, 兼审: 'flag' } as const
const both = (rows: readonly Record<string, string>[]) =>
  scopeOf({ name: '法制审核人员占比', ledgers: [ledger('执法人员名册', BOTH, rows)] })
const also = { 'part-or': where({ 兼审: '是' }) }
const officers = { whole: where({ 身份: [{ test: 'not', values: ['法制审核'] }] }) }

judges(share, params, {
  met: [
    {
      when: 'an officer who reviews as well is marked in a column of its own',
      params: also,
      scope: both([...people(0, 19).map((one) => ({ ...one, 兼审: '否' })), { ...person('兼', '执法'), 兼审: '是' }]),
      says: 'enough',
      text: '法制审核人员占比5%（1/20人），已达5%且不少于1人',
    },
    {
      when: 'who only reviews is no part of the whole: two of forty, not of forty-two',
      params: officers,
      scope: scope(people(2, 40)),
      says: 'enough',
      text: '法制审核人员占比5%（2/40人），已达5%且不少于1人',
    },
    {
      when: 'the whole is not certain, but large enough a class at its most',
      params: officers,
      scope: scope([...people(2, 39), person('丁', '')]),
      says: 'enough',
    },
    {
      when: 'one of twenty is exactly 5%',
      scope: scope(people(1, 19)),
      says: 'enough',
      text: '法制审核人员占比5%（1/20人），已达5%且不少于1人',
    },
    {
      when: 'whom the roster itself takes out does not count',
      scope: scope([...people(1, 19), { ...person('外', '执法'), ...{ 备注: '证件已交回注销，不计入' } }]),
      says: 'enough',
    },
    {
      when: 'who is off duty does not count',
      scope: scope([...people(1, 19), person('外', '执法', '否')]),
      says: 'enough',
    },
    {
      when: 'one person entered twice is one',
      params: { distinct: ['姓名'] },
      scope: scope([person('审1', '法制审核'), person('审1', '执法')]),
      says: 'enough',
      text: '法制审核人员占比100%（1/1人），已达5%且不少于1人',
    },
  ],
  gap: [
    {
      when: 'a roster that asks it, and everyone says no',
      params: also,
      scope: both(people(0, 40).map((one) => ({ ...one, 兼审: '否' }))),
      says: 'short',
    },
    {
      when: 'a roster without the other column says what it says',
      params: also,
      scope: scope(people(1, 20)),
      says: 'short',
    },
    {
      when: 'two of forty-one',
      params: officers,
      scope: scope(people(2, 41)),
      says: 'short',
      text: '法制审核人员占比4.9%（2/41人），应达5%且不少于1人',
    },
    {
      when: 'one of twenty-one falls short',
      scope: scope(people(1, 20)),
      says: 'short',
      text: '法制审核人员占比4.8%（1/21人），应达5%且不少于1人',
    },
    {
      when: 'the share suffices, the head count does not',
      params: { 'at-least-count': 2 },
      scope: scope(people(1, 5)),
      says: 'short',
    },
    {
      when: 'a roster that says of nobody who reviews, and a paper that appoints too few',
      params: { named: ['审核人员'] },
      scope: scopeOf({
        name: '法制审核人员占比',
        ledgers: [roster(people(0, 21))],
        documents: [paper({ path: '通知.docx', text: ['文小雨同志为法制审核人员。'] })],
      }),
      says: 'named-short',
      text: '法制审核人员占比4.8%（1/21人），应达5%：名册没有写明哪些人计入，其他材料写明的只有文小雨',
    },
    {
      when: 'no roster, and a paper that counts both and has too few',
      params: { named: ['审核人员'], among: ['执法人员'] },
      scope: scopeOf({
        name: '法制审核人员占比',
        documents: [
          paper({
            path: '通知.docx',
            title: '关于明确审核人员的通知',
            text: ['现有持证行政执法人员43名。', '审核人员为:文小雨、冯以宁,共2名,占5%以上。'],
          }),
        ],
        serves: { body: ['通知.docx'] },
      }),
      says: 'stated-short',
      text: '法制审核人员占比4.7%（2/43人），应达5%：按《关于明确审核人员的通知》所写的人员（文小雨、冯以宁）和人数计算',
    },
  ],
  unclear: [
    {
      when: 'a roster that says of nobody who reviews, nor asks it',
      scope: scope(people(0, 40)),
      says: 'none-told',
      text: '法制审核人员占比暂不能核算：《执法人员名册》登记有40人，没有写明哪些人计入，也没有专列一栏',
    },
    {
      when: 'nobody said whether the officer reviews as well',
      params: also,
      scope: both([...people(0, 19).map((one) => ({ ...one, 兼审: '否' })), person('兼', '执法')]),
      says: 'open-rows',
    },
    {
      when: 'nobody can tell who makes up the whole',
      params: { whole: where({ 兼审: '否' }), 'at-least': percentOf('50%') },
      scope: both([
        { ...person('审', '法制审核'), 兼审: '否' },
        { ...person('甲', '执法'), 兼审: '否' },
        { ...person('乙', '执法'), 兼审: '' },
      ]),
      says: 'open-rows',
      cites: [{ file: '执法人员名册.xlsx', sheet: '2022', cell: 'D4' }],
    },
    {
      when: 'one more in the whole would tip it',
      params: officers,
      scope: scope([...people(2, 40), person('丁', '', '')]),
      says: 'open-rows',
    },
    {
      when: 'nobody said what anybody is',
      params: { part: where({ 身份: [{ test: 'contains', words: ['审核'] }] }) },
      scope: scope([person('甲', ''), person('乙', '')]),
      says: 'open-rows',
    },
    { when: 'they all review, and nobody enforces', params: officers, scope: scope(people(2, 0)), says: 'no-rows' },
    { when: 'nobody is on the roster: 0/0', scope: scope([]), says: 'no-rows' },
    {
      when: 'the role of the one who matters is blank',
      scope: scope([...people(0, 19), person('审1', '')]),
      says: 'open-rows',
    },
    {
      when: 'the roster has no such column',
      params: { part: where({ 资格: 'present' }) },
      scope: scope(people(1, 1)),
      says: 'no-column',
    },
    { when: 'there is no roster', scope: scopeOf(), says: 'no-ledger' },
    {
      when: 'people although none were declared',
      scope: scopeOf({ declares: { declares: '不适用' }, ledgers: [roster(people(1, 1))] }),
      says: 'contradicted-declaration',
    },
  ],
  exempt: [
    { when: 'the unit has no such duty', scope: scopeOf({ declares: { declares: '不适用' } }), says: 'declared' },
  ],
})
