import type { Day } from '../../../../src/core/day.ts'
import { count } from '../../../../src/judging/kinds/count/count.ts'
import { judges } from '../../../helpers/judges.ts'
import { ledger, material, paper, scopeOf } from '../../../helpers/scope.ts'

const COLUMNS = { 主题: 'text', 日期: 'day', 单位: 'text', 年度: 'year' } as const
const cycle = { from: '2021-01-01', to: '2022-07-31' } as const
const talk = (day: string, more = {}) => ({ 主题: `讲座${day}`, 日期: day, 单位: '区司法局', ...more })
const book = (days: readonly string[], more: object = {}) =>
  scopeOf({
    name: '法治专题讲座',
    cycle,
    ledgers: [
      ledger(
        '讲座台账',
        COLUMNS,
        days.map((day) => talk(day)),
      ),
    ],
    ...more,
  })
const year2021 = { from: '2021-01-01', to: '2021-12-31' } as const
const monthly = (skipped: readonly number[], more: object = {}) =>
  book(
    Array.from({ length: 12 }, (_, index) => index + 1)
      .filter((month) => !skipped.includes(month))
      .map((month) => `2021-${String(month).padStart(2, '0')}-15`),
    { cycle: year2021, ...more },
  )

const evaluation = material('evaluation', { name: '后评估报告' })
const extra = material('extra', { name: '宣传报道', need: 'supporting' })
const papers = (...given: Parameters<typeof paper>[0][]) =>
  scopeOf({
    name: '后评估',
    cycle: year2021,
    materials: [evaluation, extra],
    documents: given.map(paper),
    serves: { evaluation: given.map(({ path }) => path) },
  })

/** Minutes of several meetings under one title. */
const minutes = (title: string, ...days: readonly Day[]) => bound(title, '', ...days)

/** The first of them is headed so. */
const bound = (title: string, head: string, ...days: readonly Day[]) => {
  const at = { file: '96/记录.docx' }
  const chair = { name: '何某', post: '' }
  const made = papers({ path: at.file, title })
  const acts = days.map((day) => ({
    kind: 'meeting' as const,
    day,
    chair,
    items: [],
    text: '',
    headed: day === days[0] ? [head] : ['研究人事'],
    at,
  }))
  const [only] = made.package.documents
  const materials = [material('evaluation', { name: '专题会议纪要', topic: ['法治政府建设'] })]
  return {
    ...made,
    indicator: { ...made.indicator, materials },
    package: { ...made.package, documents: [{ ...only!, facts: { ...only!.facts, acts } }] },
  }
}

/** One workbook that serves as the paper, with a row for each time. */
const held = (...lines: string[]) => heldSince(undefined, ...lines)

/** A register of two matters, with a day for each row and the day on which it was published. */
const register = (...lines: string[]) => {
  const made = heldSince(undefined)
  const rows = [
    ['规范性文件清理、后评估登记'],
    ['哪年', '做什么', '哪天', '公布'],
    ...lines.map((line) => line.split('|')),
  ]
  const table = {
    name: 'Sheet1',
    kind: 'sheet' as const,
    merges: [],
    rows: rows.map((values, index) => ({ index, values })),
  }
  const book = paper({ path: '后评估.xlsx', format: 'xlsx', text: [], tables: [table] })
  const cycle = { from: '2020-01-01', to: '2022-07-31' } as const
  return { ...made, package: { ...made.package, cycle, asOf: '2022-07-31' as const, documents: [book] } }
}

/** A day that stands over some sheet of the workbook dates it as a whole, and none of its rows. */
const heldSince = (issued: Day | undefined, ...lines: string[]) =>
  scopeOf({
    name: '后评估',
    cycle: year2021,
    certain: false,
    materials: [material('evaluation', { name: '后评估报告', topic: ['后评估'] })],
    documents: [
      paper({
        path: '后评估.xlsx',
        format: 'xlsx',
        text: [],
        ...(issued && { issued }),
        tables: [
          ...(issued ? [{ name: 'Sheet0', kind: 'sheet' as const, merges: [], rows: [] }] : []),
          {
            name: 'Sheet1',
            kind: 'sheet',
            merges: [],
            rows: [['后评估登记'], ['日期', '项目名称'], ...lines.map((line) => line.split('|'))].map(
              (values, index) => ({
                index,
                values,
              }),
            ),
          },
        ],
      }),
    ],
    serves: { evaluation: ['后评估.xlsx'] },
  })

const params = { ledger: '讲座台账', date: '日期', 'at-least': 2 }
const atMost = { 'at-least': null, 'at-most': 1, each: 'cycle' }
const months = { each: 'month', 'at-least': 1 }
const files = { ledger: null, materials: ['evaluation'], 'at-least': 1 }

judges(count, params, {
  met: [
    {
      when: 'a register of several matters has one of this one in each year',
      params: files,
      scope: register(
        '2020|后评估|2020-11-20|2020-11-27',
        '2021|后评估|2021-08-12|2021-08-20',
        '2022|后评估|2022-05-25|2022-06-02',
      ),
      says: ['enough', 'enough', 'enough'],
    },
    {
      when: 'a table of what was held has a day for each',
      params: { ledger: null, materials: ['evaluation'], date: null, 'at-least': 2 },
      scope: held('2021-03-01|甲', '2021-09-01|乙'),
      says: 'enough',
      text: '2021年后评估：共2份，已达2份',
    },
    {
      when: 'whatever day stands over another of its sheets',
      params: { ledger: null, materials: ['evaluation'], date: null, 'at-least': 2 },
      scope: heldSince('2022-09-16', '2021-03-01|甲', '2021-09-01|乙'),
      says: 'enough',
      text: '2021年后评估：共2份，已达2份',
    },
    {
      when: 'minutes of several meetings under one title are a paper for each',
      params: { ...files, 'at-least': 2 },
      scope: minutes('党委会(法治政府建设专题)记录', '2021-03-18', '2021-11-02', '2022-02-25'),
      says: 'enough',
      text: '2021年后评估：共2份，已达2份',
    },
    {
      when: 'the head of one meeting in a volume speaks of the matter',
      params: { ...files, 'at-least': 1 },
      scope: bound('党委会会议记录', '第6次会议(法治政府建设专题)', '2021-03-18', '2021-11-02'),
      says: 'enough',
      text: '2021年后评估：共1份，已达1份',
    },
    {
      when: 'two in the year, and two in the running one',
      scope: book(['2021-03-01', '2021-09-01', '2022-01-05', '2022-05-05']),
      says: ['enough', 'enough'],
      text: '2021年法治专题讲座：共2条，已达2条',
      subjects: ['2021', '2022'],
    },
    { when: 'no more than allowed', params: atMost, scope: book(['2021-03-01']), says: 'enough' },
    {
      when: 'every month has one',
      params: months,
      scope: monthly([]),
      says: 'enough',
      text: '2021年法治专题讲座：共12个月，每月均不少于1条',
    },
    {
      when: 'no month has more than allowed',
      params: { each: 'month', 'at-least': null, 'at-most': 1 },
      scope: monthly([2]),
      says: 'enough',
      text: '2021年法治专题讲座：共12个月，每月均不超过1条',
    },
    {
      when: 'a document for the year',
      params: files,
      scope: papers({ path: 'a', title: '2021年度后评估报告' }),
      says: 'enough',
    },
    {
      when: 'none where none is the most, and no file serves it',
      params: { ...files, 'at-least': null, 'at-most': 0 },
      scope: papers(),
      says: 'enough',
    },
    {
      when: 'the year stands in a column of its own',
      params: { date: null, year: '年度' },
      scope: scopeOf({
        cycle: year2021,
        ledgers: [
          ledger('讲座台账', COLUMNS, [
            talk('', { 主题: '甲', 年度: '2021年度' }),
            talk('', { 主题: '乙', 年度: '2021' }),
          ]),
        ],
      }),
      says: 'enough',
    },
  ],
  gap: [
    {
      when: 'in one year a register of several matters has only the other one',
      params: files,
      scope: register(
        '2020|后评估|2020-11-20|2020-11-27',
        '2021|清理|2021-08-12|2021-08-20',
        '2022|后评估|2022-05-25|2022-06-02',
      ),
      says: ['enough', 'few', 'enough'],
      text: '2021年后评估：现有0份，应不少于1份',
      cites: [
        { file: '后评估.xlsx', sheet: 'Sheet1', cell: 'C3', quote: '2020-11-20' },
        { file: '后评估.xlsx', sheet: 'Sheet1', cell: 'C5', quote: '2022-05-25' },
      ],
    },
    {
      when: 'of the meetings that one paper is the minutes of, too few were in the year',
      params: { ...files, 'at-least': 2 },
      scope: minutes('党委会(法治政府建设专题)记录', '2020-03-18', '2021-11-02', '2022-02-25'),
      says: 'few',
    },
    {
      when: 'a month is missing between others, though the duty is perhaps not its own',
      params: months,
      scope: monthly([8], { certain: false }),
      says: 'months-short',
    },
    {
      when: 'one where two are asked',
      scope: book(['2021-03-01', '2022-01-05', '2022-05-05']),
      says: ['few', 'enough'],
      text: '2021年法治专题讲座：现有1条，应不少于2条',
    },
    {
      when: 'lectures are counted as they are called',
      params: { noun: '场' },
      scope: book(['2021-03-01', '2022-01-05', '2022-05-05']),
      says: ['few', 'enough'],
      text: '2021年法治专题讲座：现有1场，应不少于2场',
    },
    { when: 'one more than allowed', params: atMost, scope: book(['2021-03-01', '2021-04-01']), says: 'many' },
    {
      when: 'a month too many',
      params: { each: 'month', 'at-least': null, 'at-most': 0 },
      scope: book(['2021-03-01'], { cycle: year2021 }),
      says: 'months-many',
    },
    {
      when: 'May and August are missing',
      params: months,
      scope: monthly([5, 8]),
      says: 'months-short',
      text: '2021年法治专题讲座有2个月不足1条：5月0条、8月0条',
    },
    {
      when: 'the same lecture twice counts once',
      params: { distinct: ['主题'] },
      scope: scopeOf({
        cycle: year2021,
        ledgers: [ledger('讲座台账', COLUMNS, [talk('2021-03-01'), talk('2021-03-01')])],
      }),
      says: 'few',
    },
    {
      when: 'one of two villages falls short',
      params: { by: '单位' },
      scope: scopeOf({
        name: '讲座',
        cycle: year2021,
        ledgers: [
          ledger('讲座台账', COLUMNS, [talk('2021-03-01'), talk('2021-04-01'), talk('2021-05-01', { 单位: '某村' })]),
        ],
      }),
      says: ['enough', 'few'],
      text: '某村2021年讲座：现有1条，应不少于2条',
      subjects: ['区司法局 2021', '某村 2021'],
    },
    {
      when: 'villages are counted, and the ledger has none',
      params: { by: '单位' },
      scope: book([], { cycle: year2021 }),
      says: 'few',
      text: '2021年法治专题讲座：现有0条，应不少于2条',
    },
    {
      when: 'a month has more than allowed',
      params: { each: 'month', 'at-least': null, 'at-most': 1 },
      scope: book(['2021-03-01', '2021-03-15', '2021-04-01'], { cycle: year2021 }),
      says: 'months-many',
      text: '2021年法治专题讲座有1个月超过1条：3月2条',
    },
    {
      when: 'lectures without a title are as many as they are',
      params: { distinct: ['主题'], 'at-least': null, 'at-most': 1, each: 'cycle' },
      scope: scopeOf({
        cycle,
        ledgers: [
          ledger('讲座台账', COLUMNS, [talk('2021-03-01', { 主题: '无' }), talk('2021-04-01', { 主题: '无' })]),
        ],
      }),
      says: 'many',
    },
    { when: 'no document serves it', params: files, scope: papers(), says: 'missing' },
    {
      when: 'the report on the year says that it was not done',
      params: files,
      scope: {
        ...scopeOf({
          name: '后评估',
          cycle: year2021,
          materials: [{ ...evaluation, topic: ['后评估'] }],
          documents: [
            paper({
              path: '报告.docx',
              title: '2021年度法治建设情况报告',
              text: ['2021年没有开展后评估,2022年补做。'],
            }),
          ],
        }),
      },
      says: 'admitted',
    },
    {
      when: 'one document under two names is one',
      params: { ...files, 'at-least': 2 },
      scope: papers(
        { path: 'a', number: '昭司发〔2021〕1号', issued: '2021-05-01' },
        { path: 'b', number: '昭司发〔2021〕1号', issued: '2021-05-01' },
      ),
      says: 'few',
    },
  ],
  unclear: [
    {
      when: 'a volume whose title does not speak of the matter holds several meetings',
      params: files,
      scope: minutes('党政联席会议纪要', '2021-03-18', '2021-11-02'),
      says: 'open-rows',
    },
    {
      when: 'a volume in which no meeting is headed by the matter',
      params: files,
      scope: bound('党委会会议记录', '研究救灾', '2021-03-18', '2021-11-02'),
      says: 'open-rows',
    },
    {
      when: 'months are missing before the first that is told of, and the duty is perhaps not its own',
      params: months,
      scope: monthly([1, 2, 12], { certain: false }),
      says: 'months-open',
    },
    {
      when: 'a table of what was held has a day for one of two years',
      params: { ledger: null, materials: ['evaluation'], date: null, 'at-least': 1 },
      scope: held('2022-03-01|甲'),
      says: 'not-all-read',
    },
    {
      when: 'a lecture without a date might be the second',
      scope: book(['2021-03-01', ''], { cycle: year2021 }),
      says: 'open-rows',
    },
    {
      when: 'a lecture without a date might be one too many',
      params: atMost,
      scope: book(['2021-03-01', '三月']),
      says: 'open-rows',
    },
    {
      when: 'one is missing, but a file went unread',
      scope: book(['2021-03-01'], { cycle: year2021, documents: [paper({ path: 'x.pdf', extent: 'unread' })] }),
      says: 'not-all-read',
    },
    {
      when: 'a month is missing, but a row has no date',
      params: months,
      scope: scopeOf({ cycle: year2021, ledgers: [ledger('讲座台账', COLUMNS, [talk('')])] }),
      says: 'months-open',
    },
    {
      when: 'nobody wrote which village it was',
      params: { by: '单位', 'at-least': 1 },
      scope: scopeOf({ cycle: year2021, ledgers: [ledger('讲座台账', COLUMNS, [talk('2021-03-01', { 单位: '无' })])] }),
      says: 'open-rows',
    },
    {
      when: 'a lecture without a date might be one too many for its month',
      params: { each: 'month', 'at-least': null, 'at-most': 1 },
      scope: book(['2021-03-01', '三月'], { name: '讲座', cycle: year2021 }),
      says: 'months-open',
      text: '2021年讲座暂不能核算：3月1条，加上不能确定的可能超过1条：有1条的日期等登记不能确定',
    },
    { when: 'there is no ledger', scope: scopeOf(), says: 'no-ledger' },
    {
      when: 'rows although zero was declared',
      scope: book(['2021-03-01'], { declares: {} }),
      says: 'contradicted-declaration',
    },
    { when: 'the rule says not what to count', params: { ledger: null }, scope: scopeOf(), says: 'unset' },
    {
      when: 'what was issued by March and names no year may look back on the last',
      params: files,
      scope: scopeOf({
        cycle: year2021,
        asOf: '2022-07-31',
        materials: [evaluation],
        documents: [paper({ path: 'a', issued: '2022-03-31' })],
        serves: { evaluation: ['a'] },
      }),
      says: 'open-rows',
    },
    {
      when: 'no document, but something comes near',
      params: files,
      scope: scopeOf({ materials: [evaluation], near: { evaluation: '题名是“评估方案”' } }),
      says: 'near-miss',
    },
    {
      when: 'no document, but a file went unread',
      params: files,
      scope: scopeOf({ materials: [evaluation], documents: [paper({ path: 'x.pdf', extent: 'unread' })] }),
      says: 'unread',
    },
    {
      when: 'no document, so not too many; but a file went unread',
      params: { ...files, 'at-least': null, 'at-most': 1 },
      scope: scopeOf({ materials: [evaluation], documents: [paper({ path: 'x.pdf', extent: 'unread' })] }),
      says: 'unread',
    },
    {
      when: 'no document, and the duty is not certain',
      params: files,
      scope: scopeOf({ materials: [evaluation], certain: false }),
      says: 'unsure-duty',
    },
    {
      when: 'a document might be of the year, and says that there was nothing in another one',
      params: { ...files, 'spared-by': ['案卷'] },
      scope: papers({ path: 'a', title: '后评估报告', text: ['2020年没有案卷可评。'] }),
      says: 'open-rows',
    },
    {
      when: 'a document might be of the year, and says that there was something',
      params: { ...files, 'spared-by': ['案卷'] },
      scope: papers({ path: 'a', title: '后评估报告', text: ['2021年抽取案卷5件。'] }),
      says: 'open-rows',
    },
    {
      when: 'the unit had no such power before that year, and had it then',
      params: { ...files, 'spared-by': ['处罚权'] },
      scope: papers({ path: 'a', title: '后评估报告', text: ['2021年以前本镇没有行政处罚权。'] }),
      says: 'open-rows',
    },
    {
      when: 'a document might be of the year',
      params: files,
      scope: papers({ path: 'a', title: '后评估报告' }),
      says: 'open-rows',
    },
  ],
  exempt: [
    {
      when: 'the unit says, wherever it is, that it had no such power before that time',
      params: { ...files, 'spared-by': ['处罚权'] },
      scope: scopeOf({
        name: '后评估',
        cycle: year2021,
        documents: [
          paper({ path: 'a', title: '2020年后评估报告' }),
          paper({ path: 'b', title: '执法协同机制的通知', text: ['2022年以前本镇没有行政处罚权。'] }),
        ],
        materials: [evaluation],
        serves: { evaluation: ['a'] },
      }),
      says: 'spared',
    },
    {
      when: 'the papers say that there was nothing to do it with in that year',
      params: { ...files, 'spared-by': ['案卷'] },
      scope: papers({ path: 'a', title: '2020年后评估报告', text: ['2021年没有案卷可评。'] }),
      says: 'spared',
    },
    {
      when: 'the running year may still reach it',
      scope: book(['2022-03-01'], { cycle: { from: '2022-01-01', to: '2022-07-31' } }),
      says: 'running',
      text: '2022年法治专题讲座：已有1条，全年应不少于2条，按时间进度应有1.1条；截至2022年7月31日尚未结束',
    },
    {
      when: 'no month is over',
      params: months,
      scope: book([], { cycle: { from: '2022-07-02', to: '2022-07-31' } }),
      says: 'no-month',
    },
    { when: 'zero was declared', scope: book([], { declares: {} }), says: 'declared' },
    {
      when: 'what is missing is only supporting',
      params: { ...files, materials: ['extra'] },
      scope: papers(),
      says: 'not-demanded',
    },
  ],
})
