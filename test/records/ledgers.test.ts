import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Table, Value } from '../../src/core/evidence.ts'
import { recogniseLedgers } from '../../src/records/ledgers.ts'
import { isMisspelling } from '../../src/records/misspelt.ts'
import { cells, column, file, merge, needed, sheet, spec, workbook } from '../helpers/documents.ts'

const NORMS = spec(
  'L01',
  '行政规范性文件台账',
  [
    needed('文件名称', 'text', ['规范性文件名称']),
    needed('文号', 'text', ['发文字号']),
    needed('送审日期', 'day'),
    needed('合法性审核意见日期', 'day', ['合法性审核日期']),
    needed('公布日期', 'day', ['发布日期']),
    column('征求意见起', 'day'),
    column('征求意见止', 'day'),
    column('是否涉市场主体', 'flag'),
  ],
  { titles: ['规范性文件登记表'], key: ['文件名称', '文号'] },
)
const HOURS = spec('L10', '执法培训学时台账', [needed('年度', 'year'), needed('姓名'), needed('学时', 'number')], {
  key: ['年度', '姓名'],
})
const EVENTS = spec('L26', '普法活动台账', [needed('日期', 'day'), needed('主题'), needed('地点')])
const LECTURES = spec('L27', '会前学法台账', [needed('日期', 'day'), needed('主题'), needed('地点')])
const SPECS = [NORMS, HOURS, EVENTS, LECTURES]

const HEAD = ['序号', '文件名称', '文号', '送审日期', '合法性审核日期', '公布日期']
const ROW = [1, '关于停车管理的通知', '昭府办发〔2021〕3号', '2021-03-01', '2021.3.10', '2021年3月20日']
const COLUMNS = ['文件名称', '文号', '送审日期', '合法性审核意见日期', '公布日期']
const READ = ['关于停车管理的通知', '昭府办发〔2021〕3号', '2021-03-01', '2021-03-10', '2021-03-20']

const of = (...tables: Table[]) => recogniseLedgers([workbook('台账.xlsx', ...tables)], SPECS)
const rowsOf = (table: Table, ...columns: string[]) =>
  of(table).ledgers.flatMap(({ rows }) => rows.map((row) => cells(row, ...columns)))

describe('where the header stands', () => {
  test('in the first row', () => {
    const { ledgers, nearMisses, whys } = of(sheet('2021', [HEAD, ROW]))
    expect(nearMisses).toEqual([])
    expect(ledgers).toHaveLength(1)
    const [ledger] = ledgers
    expect(ledger).toMatchObject({ spec: NORMS, file: '台账.xlsx', sheet: '2021', columns: COLUMNS, strange: ['序号'] })
    expect(ledger!.rows.map((row) => cells(row, ...COLUMNS))).toEqual([READ])
    expect(whys.get(ledger!)).toBe(
      '工作表“2021”的表头有文件名称、文号、送审日期、合法性审核日期、公布日期，认作“行政规范性文件台账”',
    )
  })

  test('under a title merged across and a line for the unit', () => {
    const rows = [['行政规范性文件登记表'], ['填报单位：区司法局', '', '', '填报日期：2022年7月1日'], [], HEAD, ROW]
    expect(rowsOf(sheet('Sheet1', rows, { merges: [merge('A1:F1'), merge('A2:C2')] }), ...COLUMNS)).toEqual([READ])
  })

  test('in two rows with merged labels', () => {
    const rows = [
      ['规范性文件台账'],
      ['序号', '文件名称', '文号', '征求意见', null, '合法性审核', null, '公布日期'],
      [null, null, null, '起', '止', '送审日期', '意见日期', null],
      [1, '甲办法', '1号', '2021-01-01', '2021-01-20', '2021-02-01', '2021-02-10', '2021-03-01'],
    ]
    const merges = ['A1:H1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2', 'H2:H3'].map(merge)
    expect(
      rowsOf(
        sheet('台账', rows, { merges }),
        '文件名称',
        '征求意见起',
        '征求意见止',
        '送审日期',
        '合法性审核意见日期',
        '公布日期',
      ),
    ).toEqual([['甲办法', '2021-01-01', '2021-01-20', '2021-02-01', '2021-02-10', '2021-03-01']])
  })

  test('in two rows of a PDF, which knows no merges', () => {
    const rows = [
      ['文件名称', '文号', '合法性审核', '', '公布日期', '征求意见', ''],
      ['', '', '送审日期', '意见日期', '', '起', '止'],
      ['甲办法', '1号', '2021-02-01', '2021-02-10', '2021-03-01', '2021-01-01', '2021-01-20'],
    ]
    const table = sheet('表1', rows, { kind: 'grid', page: 1 })
    expect(rowsOf(table, '文件名称', '合法性审核意见日期', '征求意见起', '征求意见止')).toEqual([
      ['甲办法', '2021-02-10', '2021-01-01', '2021-01-20'],
    ])
  })

  test('a second header row that names only strange columns is no data', () => {
    const rows = [
      [...HEAD, '其他', null],
      [null, null, null, null, null, null, '甲', '乙'],
      [...ROW, 'x', 'y'],
    ]
    const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:F2', 'G1:H1'].map(merge)
    expect(rowsOf(sheet('台账', rows, { merges }), '文件名称')).toEqual([['关于停车管理的通知']])
  })
})

describe('how a header may be written', () => {
  test.each([
    ['公布日期\n(年月日)'],
    ['公 布 日 期'],
    ['公布日期（必填）'],
    ['*公布日期'],
    ['6.公布日期'],
    ['发布日期'],
    ['公布曰期'],
  ])('%s is 公布日期', (label) => {
    const head = [...HEAD.slice(0, 5), label]
    expect(rowsOf(sheet('台账', [head, ROW]), '公布日期')).toEqual([['2021-03-20']])
  })

  test.each([['公示日期'], ['未公布日期'], ['日期'], ['备注']])('%s is not', (label) => {
    const head = [...HEAD.slice(0, 5), label]
    expect(rowsOf(sheet('规范性文件登记表', [head, ROW]), '公布日期')).toEqual([['absent']])
  })

  test.each([
    ['合法性审核意见日期', '合法性审査意见日期', true],
    ['公布日期', '公布日', false],
    ['公布日期', '公布的日期', true],
    ['征求意见开始日', '征求意见截始日', false],
    ['执法人员1', '执法人员2', false],
    ['送审日期', '送达日期', false],
    ['公布日期', '公布日期', false],
  ])('%s ~ %s: %s', (word, text, expected) => {
    expect(isMisspelling(text, word)).toBe(expected)
  })
})

describe('what is no data', () => {
  const head = ['年度', '姓名', '学时(小时)', '备注']
  const noise: readonly (readonly Value[])[] = [
    ['合计', null, 120],
    ['合  计', null, 120],
    ['2021年小计', null, 60],
    [null, '总计', 120],
    ['累计', null, 120],
    ['备注：学时以证明为准'],
    ['填表说明：', '一人一行'],
    ['制表人：', null, '审核人：'],
    ['一、区级部门'],
    head,
    [null, null, null, '仅备注'],
    ['例：', '张某', 60],
    ['', ' ', null],
  ]
  test.each(noise.map((row) => [row.map(String).join(' | '), row] as const))('%s', (_, row) => {
    const rows = [head, [2021, '赵明', 60], row, [2021, '钱亮', 62.5]]
    expect(rowsOf(sheet('培训', rows), '姓名', '学时')).toEqual([
      ['赵明', 60],
      ['钱亮', 62.5],
    ])
  })

  test('the line that numbers the columns', () => {
    const rows = [head, [1, 2, 3, 4], [2021, '赵明', 60, '']]
    expect(rowsOf(sheet('培训', rows), '姓名')).toEqual([['赵明']])
  })

  test('a person called 合计… is data', () => {
    expect(rowsOf(sheet('培训', [head, [2021, '计小合', 60]]), '姓名')).toEqual([['计小合']])
  })
})

describe('merged blocks', () => {
  const rows = [
    ['年度', '姓名', '学时'],
    [2021, '赵明', 60],
    [null, '钱亮', null],
    [null, '孙立', 30],
  ]
  const table = sheet('培训', rows, { merges: [merge('A2:A4'), merge('C2:C3')] })

  test('a text or day fills down, a figure belongs to the first row only', () => {
    expect(rowsOf(table, '年度', '姓名', '学时')).toEqual([
      [2021, '赵明', 60],
      [2021, '钱亮', 'none'],
      [2021, '孙立', 30],
    ])
  })

  test('a filled cell is placed where its value stands', () => {
    const row = of(table).ledgers[0]!.rows[1]!
    expect(row.place('年度')).toEqual({ file: '台账.xlsx', sheet: '培训', cell: 'A2', quote: '2021' })
    expect(row.place('姓名')).toEqual({ file: '台账.xlsx', sheet: '培训', cell: 'B3', quote: '钱亮' })
  })

  test('figures of any merged column add up to what the sheet holds', () => {
    const block = fc.record({ size: fc.integer({ min: 1, max: 4 }), hours: fc.integer({ min: 0, max: 100 }) })
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const data = blocks.flatMap(({ size, hours }) =>
          Array.from({ length: size }, (_, index) => [2021, `某${size}`, index === 0 ? hours : null]),
        )
        const starts = blocks.map((_, index) => 1 + blocks.slice(0, index).reduce((sum, { size }) => sum + size, 0))
        const merges = blocks.map(({ size }, i) => ({
          top: starts[i]!,
          bottom: starts[i]! + size - 1,
          left: 2,
          right: 2,
        }))
        const [ledger] = of(sheet('培训', [['年度', '姓名', '学时'], ...data], { merges })).ledgers
        const figures = ledger!.rows
          .map((row) => row.field('学时'))
          .map((field) => (field.state === 'number' ? field.number : 0))
        expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(blocks.reduce((sum, { hours }) => sum + hours, 0))
      }),
    )
  })
})

describe('names, keys and places of rows', () => {
  const rows = of(sheet('2021', [HEAD, ROW, [2, '乙办法', '无', '2021-04-01', '', ''], [3, '', '/', '2021-04-01']]))
    .ledgers[0]!.rows

  test('the key columns name a row; one without them is called by its number', () => {
    expect(rows.map(({ name }) => name)).toEqual(['关于停车管理的通知 昭府办发〔2021〕3号', '乙办法', '第4行'])
    expect(rows.map(({ key }) => key)).toEqual(['关于停车管理的通知|昭府办发20213号', '乙办法|', ''])
  })

  test('a column that the table lacks is placed at the row’s key', () => {
    expect(rows[1]!.field('征求意见起')).toEqual({ state: 'absent', text: '' })
    expect(rows[1]!.place('征求意见起')).toEqual({ file: '台账.xlsx', sheet: '2021', cell: 'B3', quote: '乙办法' })
    expect(rows[1]!.place()).toEqual(rows[1]!.place('文件名称'))
    expect(rows[1]!.place('公布日期')).toEqual({ file: '台账.xlsx', sheet: '2021', cell: 'F3', quote: '' })
    expect(rows[1]!.field('公布日期')).toEqual({ state: 'blank', text: '' })
    expect(rows[1]!.field('__proto__')).toEqual({ state: 'absent', text: '' })
  })
})

describe('which ledger a table is', () => {
  test('of two that fit alike, the title decides', () => {
    const rows = [
      ['日期', '主题', '地点'],
      ['2021-05-06', '宪法', '会议室'],
    ]
    expect(of(sheet('会前学法台账', rows)).ledgers.map(({ spec: { id } }) => id)).toEqual(['L27'])
    expect(of(sheet('普法活动台账', rows)).ledgers.map(({ spec: { id } }) => id)).toEqual(['L26'])
    expect(
      recogniseLedgers([workbook('区司法局会前学法台账.xlsx', sheet('Sheet1', rows))], SPECS).ledgers[0]!.spec.id,
    ).toBe('L27')
    expect(of(sheet('Sheet1', [['会前学法台账(2021)'], ...rows])).ledgers[0]!.spec.id).toBe('L27')
  })

  test('two columns that many tables have make it with its title, not without', () => {
    const rows = [
      ['文件名称', '文号', '公布日期'],
      ['甲办法', '1号', '2021-03-01'],
    ]
    expect(of(sheet('规范性文件登记表', rows)).ledgers.map(({ spec: { id } }) => id)).toEqual(['L01'])
    expect(
      of(
        sheet(
          'Sheet1',
          rows.map((row) => row.slice(0, 2)),
        ),
      ),
    ).toMatchObject({
      ledgers: [],
      nearMisses: [
        {
          spec: NORMS,
          file: '台账.xlsx',
          why: '工作表“Sheet1”的表头有文件名称、文号，缺少送审日期、合法性审核意见日期、公布日期列，未能认作“行政规范性文件台账”；如确是该台账，请补列或改用通用列名',
        },
      ],
    })
  })

  test('a name and the key are enough; what it lacks, the rules will ask for', () => {
    const { ledgers } = of(
      sheet('规范性文件登记表', [
        ['文件名称', '文号', '备注'],
        ['甲办法', '1号', ''],
      ]),
    )
    expect(ledgers.map(({ spec: { id }, columns }) => [id, columns])).toEqual([['L01', ['文件名称', '文号']]])
  })

  test('a table of other things is neither', () => {
    const { ledgers, nearMisses } = of(
      sheet('通讯录', [
        ['姓名', '科室', '房间'],
        ['赵明', '法制科', '301'],
      ]),
    )
    expect({ ledgers, nearMisses }).toEqual({ ledgers: [], nearMisses: [] })
  })

  test('a hidden sheet and hidden rows count, and it is said', () => {
    const table = sheet('旧表', [HEAD, ROW], { hidden: true })
    const { ledgers, whys } = of({
      ...table,
      rows: table.rows.map((row, index) => (index === 1 ? { ...row, hidden: true } : row)),
    })
    expect(ledgers[0]!.rows).toHaveLength(1)
    expect(whys.get(ledgers[0]!)).toMatch(/^隐藏的工作表“旧表”的表头有.*，含隐藏行1行$/)
  })

  test('an empty ledger is a ledger without rows', () => {
    expect(of(sheet('2021', [HEAD, [1], [2], []])).ledgers.map(({ rows }) => rows)).toEqual([[]])
  })

  test('every sheet of a workbook is looked at', () => {
    expect(
      of(sheet('2020', [HEAD, ROW]), sheet('说明', [['填表说明']]), sheet('2021', [HEAD, ROW])).ledgers.map(
        (one) => one.sheet,
      ),
    ).toEqual(['2020', '2021'])
  })
})

describe('a table over several pages', () => {
  const page = (page: number, rows: readonly (readonly Value[])[]) => sheet(`表${page}`, rows, { kind: 'grid', page })
  const pdf = (...tables: Table[]) => recogniseLedgers([file('台账.pdf', { format: 'pdf', tables })], SPECS).ledgers
  const head = ['年度', '姓名', '学时']

  test('goes on with its header repeated or left out', () => {
    const ledgers = pdf(
      page(1, [head, ['2021', '赵明', '60']]),
      page(2, [head, ['2021', '钱亮', '61']]),
      page(3, [['2021', '孙立', '62']]),
    )
    expect(ledgers.map(({ rows }) => rows.map((row) => cells(row, '姓名', '学时')))).toEqual([
      [
        ['赵明', 60],
        ['钱亮', 61],
        ['孙立', 62],
      ],
    ])
    expect(ledgers[0]!.rows[2]!.place('学时')).toEqual({
      file: '台账.pdf',
      page: 3,
      cell: '表3第1行第3列',
      quote: '62',
    })
  })

  test('ends where a page is skipped or the width changes', () => {
    expect(pdf(page(1, [head, ['2021', '赵明', '60']]), page(3, [['2021', '孙立', '62']]))[0]!.rows).toHaveLength(1)
    expect(pdf(page(1, [head, ['2021', '赵明', '60']]), page(2, [['2021', '孙立', '62', '丁']]))[0]!.rows).toHaveLength(
      1,
    )
  })
})

test('hostile tables do no harm', () => {
  const merges = [{ top: 0, left: 0, bottom: 1_000_000_000, right: 16_383 }]
  const rows = [['__proto__', 'constructor', '=cmd|calc'], HEAD, ROW]
  expect(of(sheet('\u001b[2J', rows, { merges })).ledgers).toHaveLength(1)
  expect(of(sheet('空', []), { ...sheet('乱', [HEAD, ROW]), rows: [] }).ledgers).toEqual([])
})

test('three hundred thousand rows are recognised and read', () => {
  const data = Array.from({ length: 300_000 }, (_, index) => [
    index + 1,
    `文件${index}`,
    `${index}号`,
    '2021-03-01',
    '2021.3.10',
    44275,
  ])
  const table = sheet('大表', [HEAD, ...data])
  const [ledger] = of(table).ledgers
  const late = ledger!.rows.filter((row) => row.field('公布日期').state !== 'day')
  expect([ledger!.rows.length, late.length]).toEqual([300_000, 0])
})

describe('a short ledger', () => {
  const LONG = spec(
    'L01',
    '行政规范性文件台账',
    ['文件名称', '文号', '制定机关', '征求意见起', '征求意见止', '送审日期', '审议日期', '公布日期', '报备日期'].map(
      (name) => needed(name),
    ),
    { titles: ['规范性文件台账'], key: ['文号'] },
  )
  const short = ['文件名称', '文号', '送审日期', '公布日期']
  const named = (name: string, head: string[]) =>
    recogniseLedgers([workbook(name, sheet('Sheet1', [head, head.map(() => '甲')]))], [LONG])

  test('under its own name is the ledger, with less than half of the columns', () => {
    expect(named('规范性文件台账.xlsx', short).ledgers).toHaveLength(1)
  })

  test('under another name is it by columns that no other ledger has, and not without them', () => {
    expect(named('台账.xlsx', short).ledgers).toHaveLength(1)
    expect(named('台账.xlsx', short.slice(0, 2)).ledgers).toEqual([])
  })

  test('without its key, or among columns that it does not know, it still is by its name', () => {
    expect(named('规范性文件台账.xlsx', ['文件名称', '制定机关', '送审日期', '公布日期']).ledgers).toHaveLength(1)
    expect(named('规范性文件台账.xlsx', [...short, '经办人', '电话', '备注']).ledgers).toHaveLength(1)
  })
})

test('a flag that says what its head asks is yes', () => {
  const roster = spec('L09', '执法人员名册', [needed('姓名'), needed('执法证号'), needed('是否在岗', 'flag')], {
    key: ['姓名'],
  })
  const table = sheet('执法人员名册', [
    ['姓名', '执法证号', '是否在岗'],
    ['赵明', '230001', '在岗'],
    ['钱亮', '230002', '不在岗'],
    ['孙立', '230003', '在编'],
  ])
  const [ledger] = recogniseLedgers([workbook('a.xlsx', table)], [roster]).ledgers
  expect(ledger!.rows.map((row) => cells(row, '是否在岗'))).toEqual([[true], [false], ['unreadable']])
})
