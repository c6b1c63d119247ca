import type { Day } from '../../../../src/core/day.ts'
import type { Scope } from '../../../../src/core/kind.ts'
import { documents } from '../../../../src/judging/kinds/documents/documents.ts'
import { judges } from '../../../helpers/judges.ts'
import { ledger, material, paper, scopeOf } from '../../../helpers/scope.ts'

const opinion = material('opinion', { name: '合法性审核意见书' })
const rules = material('rules', { name: '备案审查制度', nature: 'institutional' })
const photo = material('photo', { name: '演练照片', nature: 'photo' })
const table = material('table', { name: '规范性文件台账', nature: 'ledger', ledger: '规范性文件台账' })
const extra = material('extra', { name: '宣传报道', need: 'supporting' })
/** A contract of which one party's label is open. */
function unsigned(more: Parameters<typeof scopeOf>[0] = {}) {
  const made = paper({ path: '28/意见.docx', title: '合法性审核意见' })
  const at = { file: '28/意见.docx' }
  const blanks = [
    { what: 'name', label: '乙方(盖章)', at },
    { what: 'day', label: '日期', at },
  ] as const
  const facts = { ...made.facts, blanks }
  return scopeOf({ materials, documents: [{ ...made, facts }], serves: { opinion: ['28/意见.docx'] }, ...more })
}

/** Reports of two years, and a register of what was done, which somebody took for one of them. */
function registered(...years: readonly number[]): Scope {
  const report = material('opinion', { name: '后评估报告', topic: ['后评估'] })
  const rows = [['后评估开展情况'], ['被评估文件', '报告完成'], ...years.map((year) => ['甲办法', `${year}年6月`])]
  const table = {
    name: '表1',
    kind: 'sheet' as const,
    merges: [],
    rows: rows.map((values, index) => ({ index, values })),
  }
  const book = paper({ path: '情况表.xlsx', format: 'xlsx', text: [], tables: [table] })
  const reports = [2020, 2022].map((year) =>
    paper({ path: `${year}.docx`, title: `${year}年后评估报告`, issued: `${year}-06-30` as Day }),
  )
  return scopeOf({
    materials: [report],
    documents: [book, ...reports],
    serves: { opinion: ['情况表.xlsx', '2020.docx', '2022.docx'] },
  })
}

const counsel = material('counsel', { name: '公职律师证' })
const fixed = material('fixed', { name: '整改报告', topic: ['案卷评查 整改'] })
/** A roster that says of each whether he is qualified and whether he reviews. */
const roster = (qualified: string, reviews: string, kind: 'sheet' | 'grid' = 'sheet') =>
  scopeOf({
    materials: [counsel],
    documents: [
      paper({
        path: '花名册.xlsx',
        title: '花名册',
        tables: [
          {
            name: '表1',
            kind,
            merges: [],
            rows: [
              ['姓名', '法律职业资格', '是否从事法制审核'],
              ['敬书云', qualified, reviews],
            ].map((values, index) => ({ index, values })),
          },
        ],
      }),
    ],
  })
const CALLED = { materials: ['counsel'], 'called-for': [['法律职业资格'], ['法制审核']] }
/** A review of files that says what is to be sent back. */
const review = (text: string, more: object = {}) =>
  scopeOf({
    materials: [opinion, fixed],
    documents: [paper({ path: '通报.docx', title: '关于案卷评查情况的通报', issued: '2021-05-06', text: [text] })],
    serves: { opinion: ['通报.docx'] },
    ...more,
  })
const beside = (title: string, text: string) => ({
  documents: [
    paper({
      path: '通报.docx',
      title: '关于案卷评查情况的通报',
      issued: '2021-05-06',
      text: ['请于15个工作日内报送整改情况。'],
    }),
    paper({ path: `${title}.docx`, title, text: [text] }),
  ],
})
const selfReported = (scope: Scope): Scope => ({
  ...scope,
  package: { ...scope.package, accounts: new Set(['自查报告.docx']) },
})
const BACK = { materials: ['fixed'], 'called-by': ['opinion'], 'called-for': [['整改'], ['报送', '反馈']] }

const materials = [opinion, rules, photo, table, extra]

const file = paper({ path: '28/意见.docx', title: '合法性审核意见', issued: '2021-05-06' })
type Paper = Parameters<typeof paper>[0]
const one = (more: Partial<Paper> = {}, given: object = {}) =>
  scopeOf({
    materials,
    documents: [paper({ path: '28/意见.docx', title: '合法性审核意见', issued: '2021-05-06', ...more })],
    serves: { opinion: ['28/意见.docx'] },
    ...given,
  })
const none = (given: object = {}) => scopeOf({ materials, ...given })
/** A paper that the unit put under the indicator and that is none of its materials. */
function told(title: string, text: string, path = '28/说明.docx'): Scope {
  const scope = scopeOf({ materials, documents: [paper({ path, title, text: [text] })] })
  const under = {
    file: path,
    indicator: '28',
    material: null,
    sure: false,
    placed: true,
    why: '位于文件夹“28”',
  } as const
  return { ...scope, package: { ...scope.package, matches: [under] } }
}
const years = (...days: [string, `${number}-${number}-${number}`][]) =>
  scopeOf({
    materials,
    documents: days.map(([path, issued]) => paper({ path, title: '合法性审核意见', issued })),
    serves: { opinion: days.map(([path]) => path) },
  })

const params = { materials: ['opinion'] }
const institutional = { materials: ['rules'] }

judges(documents, params, {
  met: [
    {
      when: 'the paper is dated inside the cycle',
      scope: one(),
      says: 'present',
      text: '《合法性审核意见书》已有《合法性审核意见》',
      cites: [{ file: '28/意见.docx', page: 1, quote: '2021-05-06' }],
      subjects: ['opinion'],
    },
    { when: 'dated on the first day', scope: one({ issued: '2020-01-01' }), says: 'present' },
    { when: 'dated on the last day', scope: one({ issued: '2022-07-31' }), says: 'present' },
    {
      when: 'an institution of years ago is in force',
      params: institutional,
      scope: scopeOf({
        materials,
        documents: [paper({ path: '制度.docx', title: '备案审查制度', issued: '2015-01-01' })],
        serves: { rules: ['制度.docx'] },
      }),
      says: 'present',
    },
    {
      when: 'a photograph needs no text',
      params: { materials: ['photo'] },
      scope: scopeOf({
        materials,
        documents: [paper({ path: '1.jpg', format: 'jpg', extent: 'unread' })],
        serves: { photo: ['1.jpg'] },
      }),
      says: 'present',
    },
    {
      when: 'a ledger is known by its headers alone',
      params: { materials: ['table'] },
      scope: scopeOf({
        materials,
        documents: [paper({ path: 'a.xlsx' })],
        ledgers: [ledger('规范性文件台账', { 文件名称: 'text' }, [], { file: 'a.xlsx' })],
      }),
      says: 'present',
    },
    {
      when: 'any one of them is enough',
      params: { materials: ['opinion', 'rules'], need: 'any' },
      scope: one(),
      says: 'present',
      subjects: [''],
    },
    {
      when: 'nobody looked for a seal',
      params: { seal: 'required' },
      scope: one(),
      says: 'present',
      text: '《合法性审核意见书》已有《合法性审核意见》（印章未经检测，请对照原件）',
    },
    { when: 'a seal was seen', params: { seal: 'required' }, scope: one({ sealed: true }), says: 'present' },
    {
      when: 'a draft lies beside the final text',
      scope: scopeOf({
        materials,
        documents: [file, paper({ path: '稿.docx', draft: '征求意见稿' })],
        serves: { opinion: ['稿.docx', '28/意见.docx'] },
      }),
      says: 'present',
    },
    {
      when: 'there is one for each year',
      params: { every: 'year' },
      scope: years(['a', '2020-05-01'], ['b', '2021-05-01'], ['c', '2022-05-01']),
      says: ['present', 'present', 'present'],
      subjects: ['opinion 2020', 'opinion 2021', 'opinion 2022'],
    },
    { when: 'on the very day', params: { 'dated-by': '2021-05-06' }, scope: one(), says: 'present' },
  ],
  gap: [
    {
      when: 'a row of the unit says that it is due',
      params: CALLED,
      scope: roster('有（A证）', '是'),
      says: 'called',
      text: '未见《公职律师证》，而“花名册.xlsx”第2行 敬书云：法律职业资格“有(A证)”，是否从事法制审核“是”，应当有',
    },
    {
      when: 'nobody is called for, and it is missing all the same',
      params: CALLED,
      scope: roster('', '是'),
      says: 'missing',
    },
    { when: 'one yes of two calls for nothing', params: CALLED, scope: roster('有', '否'), says: 'missing' },
    {
      when: 'a paper of the unit asks for it',
      params: BACK,
      scope: review('请于15个工作日内报送整改情况。'),
      says: 'called',
      text: '未见《整改报告》，而《关于案卷评查情况的通报》写明“请于15个工作日内报送整改情况”，应当有',
    },
    {
      when: 'another paper tells what came of it',
      params: BACK,
      scope: review('请于15个工作日内报送整改情况。', beside('评查发现问题销号账', '第一条')),
      says: 'missing',
    },
    {
      when: 'a clerk noted on the paper itself that the answer went out',
      params: BACK,
      scope: review('请于15个工作日内报送整改情况。(我局已于7月11日书面反馈,改正完毕)'),
      says: 'missing',
    },
    {
      when: 'the paper notes that others have answered, and one has not',
      params: BACK,
      scope: review('请于15个工作日内报送整改情况。其余各局已反馈,我局未反馈。'),
      says: 'called',
    },
    {
      when: 'another paper tells of the amendment of something else',
      params: BACK,
      scope: review('请于15个工作日内报送整改情况。', beside('消防隐患整改情况', '已销号。')),
      says: 'called',
    },
    {
      when: 'only the self-report says so',
      params: BACK,
      scope: selfReported(review('请于15个工作日内报送整改情况。', beside('自查报告', '案卷评查问题全部整改。'))),
      says: 'called',
    },
    {
      when: 'a row of its table has the words in cells of their own',
      params: BACK,
      scope: review('2\t调查报告缺日期\t整改\t已报送'),
      says: 'missing',
    },
    { when: 'the paper only speaks of it', params: BACK, scope: review('问题已当场整改。'), says: 'missing' },
    {
      when: 'the paper says that none is due',
      params: BACK,
      scope: review('未发现问题，无需报送整改情况。'),
      says: 'missing',
    },
    {
      when: 'the statement under the indicator denies something else',
      scope: told('关于规范性文件的情况说明', '2020年以来，我镇未发生行政诉讼案件'),
      says: 'missing',
    },
    {
      when: 'the statement under the indicator denies nothing',
      scope: told('关于规范性文件的情况说明', '我镇出具了合法性审核意见书'),
      says: 'missing',
    },
    {
      when: 'what denies it is no statement',
      scope: told('工作总结', '我镇未出具合法性审核意见书', '28/总结.docx'),
      says: 'missing',
    },
    {
      when: 'a statement excuses from no institution',
      params: institutional,
      scope: told('关于规范性文件的情况说明', '我镇未制定备案审查制度'),
      says: 'missing',
    },
    {
      when: 'what comes near is of another year',
      params: { every: 'year' },
      scope: none({
        cycle: { from: '2020-01-01', to: '2020-12-31' },
        documents: [paper({ path: '近似.docx', title: '2021年度审查意见' })],
        near: { opinion: '题名是“审查意见”' },
      }),
      says: 'missing',
    },
    {
      when: 'nothing is there and everything was read',
      scope: none(),
      says: 'missing',
      text: '未见《合法性审核意见书》',
      cites: [],
    },
    {
      when: 'what was issued in April does not look back',
      params: { every: 'year' },
      scope: years(['a', '2020-05-01'], ['c', '2022-04-01']),
      says: ['present', 'missing', 'present'],
    },
    {
      when: 'a register has the other years, and not this one',
      params: { every: 'year' },
      scope: registered(2020, 2022),
      says: ['present', 'missing', 'present'],
      text: '未见《后评估报告》（2021年）',
      cites: [
        { file: '情况表.xlsx', sheet: '表1', cell: 'B3', quote: '2020年6月' },
        { file: '情况表.xlsx', sheet: '表1', cell: 'B4', quote: '2022年6月' },
      ],
    },
    {
      when: 'a past year has none',
      params: { every: 'year' },
      scope: years(['a', '2020-05-01'], ['c', '2022-05-01']),
      says: ['present', 'missing', 'present'],
      text: '未见《合法性审核意见书》（2021年）',
    },
    { when: 'dated the day before the cycle', scope: one({ issued: '2019-12-31' }), says: 'outside' },
    {
      when: 'dated the day after',
      params: { 'dated-by': '2021-05-05' },
      scope: one(),
      says: 'late',
      text: '《合法性审核意见》成文于2021年5月6日，晚于2021年5月5日',
    },
    { when: 'one where two are asked', params: { 'at-least': 2 }, scope: one(), says: 'few' },
    {
      when: 'no document number in a text that was wholly read',
      params: { number: 'required' },
      scope: one(),
      says: 'no-number',
    },
    {
      when: 'the institution is missing though 零报告 was made',
      params: institutional,
      scope: none({ declares: {} }),
      says: 'missing',
    },
  ],
  unclear: [
    {
      when: 'a register has that year, and the report is not there',
      params: { every: 'year' },
      scope: registered(2020, 2021, 2022),
      says: ['present', 'undated', 'present'],
    },
    {
      when: 'a statement under the indicator says that there was nothing of the kind',
      scope: told('关于规范性文件的情况说明', '2020年以来，我镇未出具合法性审核意见书'),
      says: 'near-miss',
      text: '未见《合法性审核意见书》，有一个文件与之接近：《关于规范性文件的情况说明》写有“我镇未出具合法性审核意见书”，可能是没有此类事项的说明',
      cites: [{ file: '28/说明.docx', page: 1, quote: '关于规范性文件的情况说明' }],
      subjects: ['opinion'],
    },
    {
      when: 'what was issued by March and names no year may look back on the last',
      params: { every: 'year' },
      scope: years(['a', '2020-05-01'], ['c', '2022-03-31']),
      says: ['present', 'year-unsure', 'present'],
      text: '《合法性审核意见书》（2021年）：《合法性审核意见》没有写明年度，成文于次年年初，不能确定说的是哪一年',
    },
    {
      when: 'a file could not be read',
      scope: none({ documents: [paper({ path: '扫描件.pdf', extent: 'unread', format: 'pdf' })] }),
      says: 'unread',
      text: '未见《合法性审核意见书》，但有1个文件未能读取（扫描件.pdf），可能就在其中',
    },
    {
      when: 'something comes near',
      scope: none({ near: { opinion: '题名是“审查意见回函”，应为“合法性审核意见”' } }),
      says: 'near-miss',
    },
    { when: 'the duty is not certain', scope: none({ certain: false }), says: 'unsure-duty' },
    {
      when: 'the match is not sure',
      scope: scopeOf({ materials, documents: [file], serves: { opinion: ['?28/意见.docx'] } }),
      says: 'unsure',
    },
    { when: 'only a draft', scope: one({ draft: '征求意见稿' }), says: 'draft' },
    {
      when: 'it was signed by one side only, and whether it is the paper is asked',
      scope: unsigned({ certain: false }),
      says: 'unsound',
    },
    { when: 'the file itself could not be read', scope: one({ extent: 'unread' }), says: 'not-read' },
    {
      when: 'it has no date',
      scope: scopeOf({
        materials,
        documents: [paper({ path: '28/意见.docx', title: '合法性审核意见' })],
        serves: { opinion: ['28/意见.docx'] },
      }),
      says: 'undated',
    },
    {
      when: 'a seal was looked for and not found',
      params: { seal: 'required' },
      scope: one({ sealed: false }),
      says: 'no-seal',
    },
    {
      when: 'no number in a text that was only partly read',
      params: { number: 'required' },
      scope: one({ extent: 'partly' }),
      says: 'no-number',
    },
    { when: 'another format', params: { formats: ['pdf'] }, scope: one(), says: 'format' },
    { when: 'dated in the future', scope: one({ issued: '2022-08-01' }), says: 'future' },
    {
      when: 'outside the cycle, by a date that had to be repaired',
      scope: one({ issued: '2019-12-31', sure: 'weak' }),
      says: 'outside',
    },
    {
      when: 'two copies of one document are one',
      params: { 'at-least': 2 },
      scope: scopeOf({
        materials,
        documents: [
          paper({ path: 'a.docx', number: '昭司发〔2021〕1号', issued: '2021-05-06' }),
          paper({ path: 'b.pdf', number: '昭司发〔2021〕1号', issued: '2021-05-06' }),
          paper({ path: 'c.docx', draft: '送审稿' }),
        ],
        serves: { opinion: ['a.docx', 'b.pdf', 'c.docx'] },
      }),
      says: 'few',
      text: '《合法性审核意见书》应有2份，现有1份（“a.docx”），另有“c.docx”不能确定',
    },
  ],
  exempt: [
    { when: '零报告 was made', scope: none({ declares: {} }), says: 'declared' },
    {
      when: '零报告 was made where an institution or a record of cases will do',
      params: { materials: ['rules', 'opinion'], need: 'any' },
      scope: none({ declares: {} }),
      says: 'declared',
    },
    {
      when: 'a part of a year has only what came after the cycle',
      params: { every: 'year' },
      scope: one(
        { title: '2022年合法性审核意见', issued: '2022-09-01' },
        { asOf: '2022-12-01', cycle: { from: '2022-01-01', to: '2022-07-31' } },
      ),
      says: 'not-yet',
    },
    {
      when: 'the running year has none yet',
      params: { every: 'year' },
      scope: none({ cycle: { from: '2022-01-01', to: '2022-07-31' } }),
      says: 'not-yet',
      text: '尚未见《合法性审核意见书》（2022年）（截至2022年7月31日尚未结束）',
    },
    {
      when: 'what is missing is only supporting',
      params: { materials: ['extra'] },
      scope: none(),
      says: 'not-demanded',
    },
  ],
})
