import { describe, expect, test } from 'vitest'
import type { Table } from '../../../../src/core/evidence.ts'
import type { Scope } from '../../../../src/core/kind.ts'
import type { Count, Match, Package } from '../../../../src/core/package.ts'
import type { Finding } from '../../../../src/core/report.ts'
import { claims } from '../../../../src/judging/kinds/claims/claims.ts'
import { judge, judges } from '../../../helpers/judges.ts'
import { ledger, paper, scopeOf } from '../../../helpers/scope.ts'

const REPORT = '自查报告.docx'
const at = { file: REPORT, quote: '2021年共调处矛盾纠纷3件' }
const COLUMNS = { 受理日期: 'day', 当事人: 'text' } as const

const SELF_REPORT: Match = {
  file: REPORT,
  indicator: 'package',
  material: 'self-report',
  sure: true,
  why: '',
}

const count = (number: number, from: Count['from'] = '2021-01-01', to: Count['to'] = '2021-12-31'): Count => ({
  ledger: '台账',
  indicator: '28',
  number,
  from,
  to,
  file: REPORT,
  quote: at.quote,
  at,
})

const book = (...days: string[]) =>
  ledger(
    '台账',
    COLUMNS,
    days.map((受理日期, nth) => ({ 受理日期, 当事人: `某${nth}` })),
  )

function scope(more: Partial<Package>, { whole = false, ...rest }: Partial<Scope> & { whole?: boolean } = {}): Scope {
  const made = scopeOf({ documents: [paper({ path: REPORT, title: '关于创建工作的自查报告', text: [at.quote] })] })
  return {
    ...made,
    ...rest,
    package: {
      ...made.package,
      matches: [SELF_REPORT],
      accounts: new Set(more.documents?.length === 0 ? [] : [REPORT]),
      ...more,
    },
    indicator: whole ? { ...made.indicator, id: 'package' } : made.indicator,
    rule: { ...made.rule, id: 'package.claims' },
  }
}

const IN_2021 = ['2021-03-01', '2021-06-01']
const withdrawn = ledger('台账', COLUMNS, [
  ...IN_2021.map((受理日期, nth) => ({ 受理日期, 当事人: `某${nth}` })),
  { 受理日期: '2021-08-01', 当事人: '某2', 备注: '申请人撤回' },
])

const short: Finding = {
  id: '28.rate',
  indicator: '28',
  rule: '28.rate',
  kind: 'rate',
  outcome: 'gap',
  severity: 'required',
  key: 'short',
  data: {},
  message: '办复率50%（1/2）',
  remedy: '',
  expected: '100%',
  actual: '50%',
  basis: '',
  erratum: '',
  cites: [{ file: '台账.xlsx' }],
}

/** A register of three rows whose last line says that they are two. */
function summedUp(): Partial<Package> {
  const lines = ['收到日期|内容', '2021-03-01|甲', '2021-06-01|乙', '2021-08-01|丙', '合计|2件']
  const table: Table = {
    kind: 'sheet',
    name: '2022',
    rows: lines.map((line, index) => ({ index, values: line.split('|') })),
    merges: [],
  }
  const first = book(...IN_2021, '2021-08-01')
  const made = paper({ path: first.file, title: '台账', tables: [table] })
  return { documents: [paper({ path: REPORT, title: '关于创建工作的自查报告' }), made], ledgers: [first] }
}

function claiming(...percents: number[]): Partial<Package> {
  const made = paper({ path: REPORT, title: '关于创建工作的自查报告' })
  const claims = percents.map((percent) => ({
    subject: '办复率',
    percent,
    at: { file: REPORT, quote: `办复率${percent}%` },
  }))
  return {
    documents: [{ ...made, facts: { ...made.facts, claims } }],
    claimedAs: [{ rule: '28.rate', names: ['办复率'], ledger: null, enough: 95 }],
  }
}

judges(
  claims,
  {},
  {
    exempt: [
      { when: 'no report was handed in', scope: scope({ documents: [] }, { whole: true }), says: 'none' },
      {
        when: 'another paper than the self-report is wrong: that is told under the indicator',
        scope: scope({ matches: [], counts: [count(1)], ledgers: [book(...IN_2021)] }, { whole: true }),
        says: 'elsewhere',
      },
      {
        when: 'a single rate that is too good: the finding of what falls short tells it',
        scope: scope(claiming(95), { whole: true, earlier: [short] }),
        says: 'elsewhere',
      },
    ],
    met: [
      {
        when: 'as many as the table holds',
        scope: scope({ counts: [count(2)], ledgers: [book(...IN_2021)] }, { whole: true }),
        says: 'agree',
      },
      {
        when: 'a row without a day may belong to the year',
        scope: scope({ counts: [count(3)], ledgers: [book(...IN_2021, '')] }, { whole: true }),
        says: 'agree',
      },
      {
        when: 'a number of no time that fits one of the years',
        scope: scope({ counts: [count(2, null, null)], ledgers: [book(...IN_2021, '2020-03-01')] }, { whole: true }),
        says: 'agree',
      },
      {
        when: 'a row that was withdrawn is left out by who counts',
        scope: scope({ counts: [count(2)], ledgers: [withdrawn] }, { whole: true }),
        says: 'agree',
      },
      {
        when: 'and counted by another',
        scope: scope({ counts: [count(3)], ledgers: [withdrawn] }, { whole: true }),
        says: 'agree',
      },
      {
        when: 'a table of another year proves nothing',
        scope: scope({ counts: [count(9)], ledgers: [book('2020-03-01')] }, { whole: true }),
        says: 'agree',
      },
      {
        when: 'more than the table holds, where a file went unread that may hold the rest',
        scope: scope(
          {
            documents: [
              paper({ path: REPORT, title: '关于创建工作的自查报告' }),
              paper({ path: '台账续.xlsx', extent: 'unread' }),
            ],
            counts: [count(3)],
            ledgers: [book(...IN_2021)],
          },
          { whole: true },
        ),
        says: 'agree',
      },
      {
        when: 'a table that was recognised from a picture proves nothing',
        scope: scope({ counts: [count(3)], ledgers: [{ ...book(...IN_2021), recognised: true }] }, { whole: true }),
        says: 'agree',
      },
      {
        when: 'the number that the table itself sums up, whatever its rows',
        scope: scope({ counts: [count(2)], ...summedUp() }, { whole: true }),
        says: 'agree',
      },
      {
        when: 'a claim below what is asked, beside the finding that says so',
        scope: scope(claiming(90), { whole: true, earlier: [short] }),
        says: 'agree',
      },
    ],
    gap: [
      {
        when: 'one more than the table holds, under its indicator',
        scope: scope({ counts: [count(3)], ledgers: [book(...IN_2021)] }),
        says: 'contradicted',
        cites: [at, { file: '台账.xlsx', sheet: '2022' }],
      },
      {
        when: 'one less, for the report',
        scope: scope({ counts: [count(1)], ledgers: [book(...IN_2021)] }, { whole: true }),
        says: 'differ',
      },
      {
        when: 'two claims that rates are enough, where they are not',
        scope: scope(claiming(95, 96), { whole: true, earlier: [short] }),
        says: 'differ',
      },
    ],
  },
)

describe('what tables of figures state', () => {
  const sheet = (name: string, ...lines: string[]): Table => ({
    name,
    kind: 'sheet',
    merges: [],
    rows: lines.map((line, index) => ({ index, values: line.split('|').map((value) => value || null) })),
  })
  const orders = sheet(
    '工单',
    '工单台账',
    '编号|诉求类型|派单日期|办结日期',
    '1|举报|2021-11-01|2021-12-31',
    '2|咨询|2021-11-01|2021-11-02',
  )
  const stats = (year: string) =>
    sheet(year, `热线办理统计（${year}）`, '类型|件数|按时办结率', '咨询|51|100%', '举报|49|100%', '合计|100|100%')
  const told = (year: string) => {
    const documents = [orders, stats(year)].map((table, nth) =>
      paper({ path: `${nth}.xlsx`, tables: [table], format: 'xlsx', text: [] }),
    )
    const blamed = { ...short, cites: [{ file: '0.xlsx', sheet: '工单', cell: 'D3' }] }
    const claimedAs = [{ rule: '28.rate', names: ['按时办结率'], ledger: null, enough: 100 }]
    return judge(claims, {}, scope({ documents, claimedAs }, { earlier: [blamed] })).map(({ cites }) => cites[0]?.cell)
  }

  test('of the kind that a row belongs to, and of all, is held against it', () => {
    expect(told('2021年')).toEqual(['C4', 'C5'])
  })
  test('of another year is not', () => {
    expect(told('2022年')).toEqual([])
  })

  const offices = (second: string) => {
    const stats = sheet('2021年', '办理统计（2021年）', '股室|件数|按时办结率', '一股|51|100%', `二股|49|${second}`)
    const documents = [orders, stats].map((table, nth) =>
      paper({ path: `${nth}.xlsx`, tables: [table], format: 'xlsx', text: [] }),
    )
    const blamed = { ...short, cites: [{ file: '0.xlsx', sheet: '工单', cell: 'D3' }] }
    const claimedAs = [{ rule: '28.rate', names: ['按时办结率'], ledger: null, enough: 100 }]
    return judge(claims, {}, scope({ documents, claimedAs }, { earlier: [blamed] })).map(({ cites }) => cites[0]?.cell)
  }
  test('of every office alike is held against a row that does not say whose it is', () => {
    expect(offices('100%')).toEqual(['C3'])
  })
  test('of one office only is not', () => {
    expect(offices('98%')).toEqual([])
  })
})

describe('a register of what was found, counted by what was done with it', () => {
  const register: Table = {
    name: '移送',
    kind: 'sheet',
    merges: [],
    rows: [
      '涉嫌犯罪案件移送登记表',
      '序号|发现时间|案由|当事人|移送书文号|移送公安日期',
      '1|2021-03-01|电鱼|某甲|昭示移〔2021〕1号|2021-03-04',
      '2|2021-05-01|非法捕捞|某乙|—|—',
      '3|2021-06-01|电鱼|某丙|昭示移〔2021〕2号|2021-06-04',
      '4|2021-07-01|电鱼|某丁|||',
    ].map((line, index) => ({ index, values: line.split('|').map((value) => value || null) })),
  }
  const documents = [paper({ path: '移送.xlsx', tables: [register], format: 'xlsx', text: [] })]
  const specs = [
    { ...book().spec, spoken: { indicator: '28', things: ['涉嫌犯罪案件'], acts: ['移送'], units: ['件'] } },
  ]
  const told = (number: number) => judge(claims, {}, scope({ counts: [count(number)], documents, specs })).length

  test('a register that says that it holds only some of them counts nothing', () => {
    const noted = (note: string) => {
      const rows = [...register.rows, { index: register.rows.length, values: [note] }]
      const some = [paper({ path: '移送.xlsx', tables: [{ ...register, rows }], format: 'xlsx', text: [] })]
      return judge(claims, {}, scope({ counts: [count(9)], documents: some, specs })).length
    }
    expect(noted('本表仅列局机关移送的4件；各所自行移送的5件在各所台账。')).toBe(0)
    expect(noted('本表由法规股填报。')).toBe(1)
  })

  test.each([2, 3, 4])('%i of four, two of which were handed over', (number) => expect(told(number)).toBe(0))
  test.each([1, 5])('%i is no number of them', (number) => expect(told(number)).toBe(1))
})
