import { expect, test } from 'vitest'
import { seenAlone } from '../../../src/audit/seen/alone.ts'
import type { Evidence, Table } from '../../../src/core/evidence.ts'
import { file, merge, sheet } from '../../helpers/documents.ts'
import { shipped } from '../../helpers/shipped.ts'

const system = await shipped()
const justice = system.roster.units.find(({ name }) => name === '区司法局')!

const seen = (evidence: Evidence, unit: typeof justice | null = justice) =>
  seenAlone([evidence], system, unit, '2022-07-31')[0]!

const paper = (path: string, ...lines: readonly string[]): Evidence => ({
  ...file(path).evidence,
  passages: lines.map((text, at) => ({ text, at: { page: 1 + Math.floor(at / 100) } })),
})

const book = (...tables: readonly Table[]): Evidence => ({ ...file('台账.xlsx').evidence, format: 'xlsx', tables })

test('a paper: its kind, what it is about, the materials that it serves and why', () => {
  const { kinds, topics, serves } = seen(
    paper(
      '意见书.docx',
      '关于《某某管理办法》的合法性审核意见书',
      '经审核，未发现违法情形。',
      '昭化区司法局',
      '2021年5月6日',
    ),
  )
  expect(kinds).toEqual(['意见'])
  expect(topics).toContain('合法性审查')
  const [first] = serves
  expect(first).toMatchObject({ indicator: '28', material: '合法性审核意见书', sure: true, needs: [] })
  expect(first!.why).toContain('题名《关于《某某管理办法》的合法性审核意见书》')
})

test('what it says there was none of: the matter, the days, the sentence and whose statement that is', () => {
  const { serves, nothings } = seen(
    paper(
      '说明.docx',
      '情况说明',
      '2020年1月1日至2022年7月20日，我局未实施查封、扣押等行政强制措施。',
      '昭化区司法局',
      '2022年7月20日',
    ),
  )
  expect(nothings).toMatchObject([
    { matter: '行政强制', from: '2020-01-01', to: '2022-07-20', states: expect.arrayContaining(['13']) },
  ])
  expect(nothings[0]!.sentence).toContain('未实施查封')
  expect(serves.map(({ indicator }) => indicator)).toContain('13')
})

test('what is wrong with it by itself; whose it is only where the unit is known', () => {
  const strange = paper(
    '报告.docx',
    '关于2021年度法治政府建设情况的报告',
    '区委：',
    '现将有关情况报告如下。',
    '利州区司法局',
    '2021年12月6日',
  )
  expect(seen(strange).flaws).toMatchObject([{ kind: 'foreign' }])
  expect(seen(strange).serves.filter(({ material }) => material !== null)).toEqual([])
  expect(seen(strange, null).flaws).toEqual([])
  expect(seen(strange, null).serves.map(({ indicator }) => indicator)).toContain('97')
})

test('a draft serves nothing for sure, and what would help is data', () => {
  const { draft, serves } = seen(
    paper('稿.docx', '合法性审核制度（征求意见稿）', '第一条 为规范合法性审核，制定本制度。'),
  )
  expect(draft).toBe('征求意见稿')
  expect(serves.length).toBeGreaterThan(0)
  for (const { sure, needs } of serves)
    expect({ sure, needs }).toEqual({ sure: false, needs: [{ kind: 'final', word: '征求意见稿' }] })
})

test('a table: its matter, each column with its head, its cell, how sure and why; what is not read; its notes', () => {
  const rows = [
    ['序号', '决定书文号', '当事人', '立案日期', '处罚决定日期', '承办人', '涉及面积'],
    [1, '昭司罚〔2021〕1号', '甲店', '2021-03-01', '2021-03-20', '张三、李四', '3亩'],
    [2, '昭司罚〔2021〕2号', '乙店', '2021-04-01', '2021-04-20', '王五、赵六', '2亩'],
    ['除上述2案外，无其他处罚案件'],
  ]
  const [table] = seen(book(sheet('处罚案件台账', rows, { merges: [merge('A4:G4')] }))).tables
  expect(table).toMatchObject({ name: '处罚案件台账', ledgers: [{}] })
  const [ledger] = table!.ledgers
  expect(ledger).toMatchObject({
    matter: { id: 'L05', name: '行政处罚案件台账' },
    records: 2,
    notes: [{ text: '除上述2案外,无其他处罚案件', place: { sheet: '处罚案件台账', cell: 'A4' } }],
  })
  expect(ledger!.unread).toEqual(['序号', '涉及面积'])
  expect(ledger!.columns).toContainEqual({
    head: '立案日期',
    column: '立案日期',
    cell: 'D1',
    certainty: 1,
    why: '列名相同，内容相符',
  })
  expect(ledger!.columns.filter(({ cell }) => cell === 'F1')).toMatchObject([
    { column: '执法人员1姓名', why: expect.stringContaining('一格写几个人') },
    { column: '执法人员2姓名' },
  ])
})

test('a sheet that a column divides between several ledgers shows each, with its own records', () => {
  const [table] = seen(
    book(
      sheet('公示', [
        ['序号', '类别', '决定书文号', '当事人', '立案日期', '处罚决定日期', '公示日期'],
        [1, '行政许可', '昭许〔2021〕1号', '甲店', '2021-03-01', '2021-03-04', '2021-03-05'],
        [2, '行政处罚', '昭罚〔2021〕1号', '乙店', '2021-03-02', '2021-03-20', '2021-03-22'],
        [3, '行政许可', '昭许〔2021〕2号', '丙店', '2021-04-01', '2021-04-04', '2021-04-05'],
      ]),
    ),
  ).tables
  const told = table!.ledgers.map(({ matter, records, columns }) => [matter.id, records, columns.length > 0])
  expect(told).toEqual([
    ['L06', 2, true],
    ['L05', 1, true],
  ])
})

test('a table of no matter is said to be one', () => {
  const [table] = seen(
    book(
      sheet('食堂', [
        ['菜名', '单价'],
        ['面条', 8],
        ['米饭', 2],
      ]),
    ),
  ).tables
  expect(table).toMatchObject({ name: '食堂', ledgers: [] })
})
