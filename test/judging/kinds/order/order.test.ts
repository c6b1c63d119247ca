import { order } from '../../../../src/judging/kinds/order/order.ts'
import { judges } from '../../../helpers/judges.ts'
import { ledger, scopeOf, where } from '../../../helpers/scope.ts'

const COLUMNS = { 文件名称: 'text', 审核日期: 'day', 审议日期: 'day', 公布日期: 'day', 状态: 'text' } as const

const scope = (...rows: Record<string, string>[]) =>
  scopeOf({
    name: '制定程序次序',
    ledgers: [
      ledger(
        '台账',
        COLUMNS,
        rows.map((row, index) => ({ 文件名称: `甲${index + 1}`, ...row })),
      ),
    ],
  })

const params = { ledger: '台账', columns: ['审核日期', '审议日期', '公布日期'] }
const strict = { strict: true }
const inOrder = { 审核日期: '2021-03-01', 审议日期: '2021-03-02', 公布日期: '2021-03-03' }
const sameDay = { ...inOrder, 审议日期: '2021-03-01' }

judges(order, params, {
  met: [
    {
      when: 'each day follows the one before',
      scope: scope(inOrder),
      says: 'in-order',
      text: '制定程序次序：核对1件，日期先后均符合',
    },
    { when: 'two fall on one day', scope: scope(sameDay), says: 'in-order' },
    {
      when: 'of two rows only one surely counts',
      params: { where: where({ 状态: [{ test: 'is', values: ['有效'] }] }) },
      scope: scope({ ...inOrder, 状态: '有效' }, inOrder),
      says: 'in-order',
      text: '制定程序次序：核对1件，日期先后均符合',
    },
    {
      when: 'a blank is passed over',
      scope: scope({ 审核日期: '2021-03-01', 公布日期: '2021-03-03' }),
      says: 'in-order',
    },
    {
      when: 'by the minute, on one day',
      params: strict,
      scope: scopeOf({
        ledgers: [
          ledger('台账', { 文件名称: 'text', 审核日期: 'time', 审议日期: 'time', 公布日期: 'day' }, [
            { 文件名称: '甲', 审核日期: '2021-03-01 09:00', 审议日期: '2021-03-01 15:00' },
          ]),
        ],
      }),
      says: 'in-order',
    },
  ],
  gap: [
    {
      when: 'reviewed the day after the decision',
      scope: scope({ ...inOrder, 审核日期: '2021-03-03' }),
      says: 'out-of-order',
      text: '制定程序次序：1件日期先后不符（甲1（审核日期2021-03-03，审议日期2021-03-02）），应为审核日期不晚于审议日期不晚于公布日期',
      cites: [{ file: '台账.xlsx', sheet: '2022', cell: 'C2' }],
    },
    {
      when: 'another cannot be told, and by which column',
      params: { missing: 'ask' },
      scope: scope({ ...inOrder, 审核日期: '2021-03-03' }, { ...inOrder, 公布日期: '待定' }),
      says: 'out-of-order',
      text: '制定程序次序：1件日期先后不符（甲1（审核日期2021-03-03，审议日期2021-03-02）），应为审核日期不晚于审议日期不晚于公布日期，另有1件看不出“公布日期”，还不能判断',
    },
    { when: 'on one day where it must be before', params: strict, scope: scope(sameDay), says: 'out-of-order' },
    {
      when: 'the wrong pair is not side by side',
      scope: scope({ 审核日期: '2021-03-05', 公布日期: '2021-03-03' }),
      says: 'out-of-order',
    },
  ],
  unclear: [
    {
      when: 'a blank is asked for',
      params: { missing: 'unclear' },
      scope: scope({ 审核日期: '2021-03-01', 公布日期: '2021-03-03' }),
      says: 'open-rows',
    },
    { when: 'a day cannot be read', scope: scope({ ...inOrder, 审议日期: '三月初' }), says: 'open-rows' },
    { when: 'no row has two days', scope: scope({ 审核日期: '2021-03-01' }), says: 'nothing-dated' },
    {
      when: 'a column is not there',
      params: { columns: ['审核日期', '送审日期'] },
      scope: scope(inOrder),
      says: 'no-column',
    },
    { when: 'there is no ledger', scope: scopeOf(), says: 'no-ledger' },
    { when: 'the ledger is empty', scope: scope(), says: 'no-rows' },
    {
      when: 'rows although zero was declared',
      scope: scopeOf({ declares: {}, ledgers: [ledger('台账', COLUMNS, [{ 文件名称: '甲', ...inOrder }])] }),
      says: 'contradicted-declaration',
    },
    {
      when: 'it is wrong, but perhaps not concerned',
      params: { where: where({ 状态: '有效' }) },
      scope: scope({ ...inOrder, 审核日期: '2021-04-01' }),
      says: 'open-rows',
    },
    {
      when: 'two files differ',
      scope: scopeOf({
        ledgers: [
          ledger('台账', COLUMNS, [{ 文件名称: '甲', ...inOrder }]),
          ledger('台账', COLUMNS, [{ 文件名称: '甲', ...inOrder, 审核日期: '2021-05-01' }], { file: '旧.xlsx' }),
        ],
      }),
      says: 'disputed',
    },
  ],
  exempt: [
    {
      when: 'no row is concerned',
      params: { where: where({ 状态: '有效' }) },
      scope: scope({ ...inOrder, 状态: '废止' }),
      says: 'none-concerned',
    },
    { when: 'zero was declared', scope: scopeOf({ declares: {} }), says: 'declared' },
  ],
})
