import type { Table } from '../../../../src/core/evidence.ts'
import type { Scope } from '../../../../src/core/kind.ts'
import type { Unit } from '../../../../src/core/system.ts'
import { deadline } from '../../../../src/judging/kinds/deadline/deadline.ts'
import { judges } from '../../../helpers/judges.ts'
import { ledger, material, paper, scopeOf, where } from '../../../helpers/scope.ts'

const annual = material('annual', { name: '法治政府建设年度报告' })
const extra = material('extra', { name: '宣传报道', need: 'supporting' })
const cycle = { from: '2021-01-01', to: '2022-07-31' } as const
type Paper = Omit<Parameters<typeof paper>[0], 'path'>

const filed = (...papers: Paper[]) => given({}, ...papers)
const given = (more: object, ...papers: Paper[]) => {
  const documents = papers.map((one, index) => paper({ path: `97/${index}.docx`, ...one }))
  return scopeOf({
    name: '年度报告报送',
    cycle,
    materials: [annual, extra],
    documents,
    serves: { annual: documents.map(({ evidence }) => evidence.path) },
    ...more,
  })
}
const report = (issued: Paper['issued'], title = '2021年度法治政府建设年度报告') => ({
  title,
  ...(issued && { issued }),
})

const unit: Unit = {
  name: '区司法局',
  kind: 'department',
  aliases: ['广元市昭化区司法局'],
  sure: 'certain',
  note: '',
}

/** A saved page that lists reports, each with its own day. */
function listing(...rows: readonly (readonly [string, string])[]): Scope {
  const values = [['标题', '发布日期'], ...rows].map((row) => [...row])
  const table: Table = {
    name: '表1',
    kind: 'grid',
    merges: [],
    rows: values.map((row, index) => ({ index, values: row })),
  }
  const made = filed({ title: '法治政府建设年度报告', tables: [table] })
  return { ...made, package: { ...made.package, unit, roster: [unit] } }
}

/** A paper of an adviser's contract and of a counsel, without a day at its foot. */
const telling = (text: string): Scope =>
  given(
    { materials: [material('annual', { topic: ['公职律师'] }), extra] },
    { title: '法律顾问和公职律师情况', text: ['合同期至2022年12月31日。', text] },
  )

const COLUMNS = { 报告年度: 'year', 主体: 'text', 报送日: 'day' } as const
const book = (...rows: Record<string, string>[]) =>
  scopeOf({ name: '年度报告报送', cycle, ledgers: [ledger('年报台账', COLUMNS, rows, { key: ['报告年度', '主体'] })] })
const row = (day: string, year = '2021年度') => ({ 报告年度: year, 主体: '区司法局', 报送日: day })

const params = { materials: ['annual'], 'by-each-year': '03-01', 'advised-by': '01-31', 'years-after': 1 }
const fixed = { 'by-each-year': null, 'advised-by': null, by: '2021-12-31' }
const rows = { materials: null, ledger: '年报台账', column: '报送日', year: '报告年度' }
const fixedRows = { ...rows, ...fixed, by: '2022-03-01' }

judges(deadline, params, {
  met: [
    {
      when: 'by the earlier day',
      scope: filed(report('2022-01-31')),
      says: 'on-time',
      text: '2021年度年度报告报送：《2021年度法治政府建设年度报告》成文于2022年1月31日，未超过2022年3月1日',
      subjects: ['2021'],
    },
    {
      when: 'the title names no year: it is about the year before',
      scope: filed(report('2022-01-20', '法治政府建设年度报告')),
      says: 'on-time',
    },
    {
      when: 'by a date that a picture shows',
      scope: filed({ ...report('2022-01-31'), unconfirmed: true }),
      says: 'on-time',
    },
    { when: 'a corrected copy came later', scope: filed(report('2022-05-01'), report('2022-01-20')), says: 'on-time' },
    { when: 'on a fixed day', params: fixed, scope: filed(report('2021-12-31')), says: 'on-time', subjects: [''] },
    {
      when: 'a paper of many things, without a day of its own, that says when',
      params: fixed,
      scope: telling('李某某，2021年11月24日取得公职律师证，负责应诉。'),
      says: 'told-on-time',
    },
    {
      when: 'a page that lists it with its own day',
      scope: listing(['2020年度法治政府建设情况报告', '2021-03-01'], ['2021年度法治政府建设情况报告', '2022-03-01']),
      says: 'listed-on-time',
    },
    { when: 'the ledger tells it', params: rows, scope: book(row('2022-01-30')), says: 'rows-on-time' },
    {
      when: 'of a row nothing is due, and the other is in time',
      params: fixedRows,
      scope: book(row('2022-03-01'), row('不适用', '2020年度')),
      says: 'rows-on-time',
    },
    {
      when: 'every row by a fixed day',
      params: fixedRows,
      scope: book(row('2022-03-01'), row('2022-02-01', '2020年度')),
      says: 'rows-on-time',
    },
  ],
  gap: [
    {
      when: 'a day late, and a collection of that year begins with the report on the one before',
      scope: filed(report('2022-03-02'), report('2021-01-29', '2021年依法行政资料汇编')),
      says: 'late',
    },
    {
      when: 'a day late',
      scope: filed(report('2022-03-02')),
      says: 'late',
      text: '2021年度年度报告报送：《2021年度法治政府建设年度报告》成文于2022年3月2日，晚于2022年3月1日（1日）',
    },
    {
      when: 'a day late, whether or not the plan names the unit',
      scope: given({ certain: false }, report('2022-03-02')),
      says: 'late',
    },
    {
      when: 'a day late on a page that lists it',
      scope: listing(['昭化区司法局2021年度法治政府建设情况报告', '2022-03-02']),
      says: 'listed-late',
      text: '2021年度年度报告报送：《昭化区司法局2021年度法治政府建设情况报告》在公开页面上的日期为2022年3月2日，晚于2022年3月1日（1日）',
    },
    { when: 'a day after the fixed day', params: fixed, scope: filed(report('2022-01-01')), says: 'late' },
    { when: 'nothing was filed', scope: filed(), says: 'missing', text: '未见《法治政府建设年度报告》（2021年度）' },
    {
      when: 'only another year was filed',
      scope: filed(report('2022-01-20', '2020年度法治政府建设年度报告')),
      says: 'missing',
    },
    {
      when: 'the ledger tells a late day',
      params: rows,
      scope: book(row('2022-03-02')),
      says: 'rows-late',
      cites: [{ file: '年报台账.xlsx', sheet: '2022', cell: 'C2' }],
    },
  ],
  unclear: [
    {
      when: 'a paper without a day that only says what ought to be',
      params: fixed,
      scope: telling('公职律师应于2021年12月31日前设立。'),
      says: 'undated',
    },
    {
      when: 'a page that lists another county’s report only',
      scope: listing(['广元市利州区司法局2021年度法治政府建设情况报告', '2022-03-02']),
      says: 'undated',
    },
    {
      when: 'a page that lists two of the year',
      scope: listing(
        ['2021年度法治政府建设情况报告', '2022-03-02'],
        ['2021年度法治政府建设情况报告（更正）', '2022-02-02'],
      ),
      says: 'undated',
    },
    { when: 'between the two days', scope: filed(report('2022-02-01')), says: 'late-for-advised' },
    { when: 'on the later day', scope: filed(report('2022-03-01')), says: 'late-for-advised' },
    {
      when: 'late, by a date that had to be repaired',
      scope: filed({ ...report('2022-03-02'), sure: 'weak' }),
      says: 'perhaps-late',
    },
    {
      when: 'late, by a date that a picture shows in one place only',
      scope: filed({ ...report('2022-03-02'), unconfirmed: true }),
      says: 'perhaps-late',
      text: '2021年度年度报告报送：《2021年度法治政府建设年度报告》的日期识别为2022年3月2日，晚于2022年3月1日，但该日期由图片识别，文中没有第二处可以印证，可能认错',
    },
    {
      when: 'late, but another copy has no date',
      scope: filed(report('2022-03-02'), report(undefined)),
      says: 'perhaps-late',
    },
    {
      when: 'late, but a file went unread that may be the one in time',
      scope: given(
        {
          documents: [
            paper({ path: '97/0.docx', ...report('2022-03-02') }),
            paper({ path: 'x.pdf', extent: 'unread' }),
          ],
        },
        report('2022-03-02'),
      ),
      says: 'perhaps-late',
      text: '2021年度年度报告报送：《2021年度法治政府建设年度报告》的日期识别为2022年3月2日，晚于2022年3月1日，但有文件未能读取或接近而不能确定',
    },
    {
      when: 'late, but another paper comes near',
      scope: given({ near: { annual: '题名是“工作总结”' } }, report('2022-03-02')),
      says: 'perhaps-late',
    },
    {
      when: 'every row says that nothing is due of it',
      params: fixedRows,
      scope: book(row('不适用')),
      says: 'no-year',
      text: '年度报告报送无从核对：《年报台账》中没有应核对的记录',
    },
    { when: 'no date', scope: filed(report(undefined)), says: 'undated' },
    { when: 'only a draft', scope: filed({ ...report('2022-01-20'), draft: '征求意见稿' }), says: 'undated' },
    {
      when: 'nothing filed, but a file went unread',
      scope: given({ documents: [paper({ path: 'x.pdf', extent: 'unread' })] }),
      says: 'unread',
    },
    {
      when: 'nothing filed, but something comes near',
      scope: given({ near: { annual: '题名是“工作总结”' } }),
      says: 'near-miss',
    },
    { when: 'nothing filed, and the duty is not certain', scope: given({ certain: false }), says: 'unsure-duty' },
    {
      when: 'the ledger tells a day between the two',
      params: rows,
      scope: book(row('2022-02-15')),
      says: 'rows-advised',
    },
    { when: 'the ledger leaves the day blank', params: rows, scope: book(row('')), says: 'open-rows' },
    {
      when: 'the ledger has nothing about the year',
      params: rows,
      scope: book(row('2021-01-20', '2020年度')),
      says: 'no-year',
    },
    {
      when: 'the ledger has no such column',
      params: { ...rows, column: '公开日' },
      scope: book(row('2022-01-20')),
      says: 'no-column',
    },
    { when: 'the ledger is empty', params: rows, scope: book(), says: 'no-rows' },
    { when: 'there is no ledger', params: rows, scope: scopeOf({ cycle }), says: 'no-ledger' },
    {
      when: 'rows although zero was declared',
      params: rows,
      scope: scopeOf({ cycle, declares: {}, ledgers: [ledger('年报台账', COLUMNS, [row('2022-01-01')])] }),
      says: 'contradicted-declaration',
    },
    {
      when: 'two files differ',
      params: rows,
      scope: scopeOf({
        cycle,
        ledgers: [
          ledger('年报台账', COLUMNS, [row('2022-01-01')], { key: ['报告年度'] }),
          ledger('年报台账', COLUMNS, [row('2022-04-01')], { key: ['报告年度'], file: '旧.xlsx' }),
        ],
      }),
      says: 'disputed',
    },
    {
      when: 'the rule says neither what nor when',
      params: { materials: null, 'by-each-year': null },
      scope: filed(),
      says: 'unset',
    },
  ],
  exempt: [
    {
      when: 'the day has not come',
      params: { 'by-each-year': '07-31', 'years-after': 0, 'advised-by': null },
      scope: given({ asOf: '2021-07-31' }),
      says: ['not-due', 'not-due'],
    },
    { when: 'no day of the cycle is one', params: { 'by-each-year': '12-01' }, scope: filed(), says: 'nothing-due' },
    { when: 'the unit has no such duty', scope: given({ declares: { declares: '不适用' } }), says: 'declared' },
    {
      when: 'the missing paper is only supporting',
      params: { materials: ['extra'] },
      scope: filed(),
      says: 'not-demanded',
    },
    {
      when: 'no row is concerned',
      params: { ...rows, where: where({ 主体: '区水利局' }) },
      scope: book(row('2022-01-01')),
      says: 'none-concerned',
    },
  ],
})
