import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/core/day.ts'
import type { Table } from '../../src/core/evidence.ts'
import type { Report } from '../../src/core/report.ts'
import type { Event } from '../../src/gaps/model/event.ts'
import { linesOf } from '../../src/gaps/model/history.ts'
import { firstList, nextList } from '../../src/gaps/next.ts'
import { xlsx } from '../../src/reading/formats/excel/xlsx.ts'
import {
  apply,
  auditOf,
  back,
  changed,
  found,
  headOf,
  met,
  sentOut,
  sheetOf,
  standing,
  write,
} from '../helpers/lists.ts'

const LIST = '问题整改清单'
const ASKS = '存疑待核'
const DAY = '2022-07-10'
const LATER = '2022-07-20'

const REPORT = auditOf([
  found('28.reviewed'),
  found('31.filed'),
  found('54.shown'),
  found('F1.none', { severity: 'veto' }),
  found('41.review', { kind: 'review', outcome: 'unclear' }),
])
const FIRST = firstList(REPORT, DAY).history
const SENT = sentOut(FIRST, REPORT, DAY)

const taken = async (edit: (tables: readonly Table[]) => readonly Table[], report: Report = REPORT, on: Day = LATER) =>
  nextList([back(edit(await SENT))], [], report, on)

const again = async (
  history: readonly Event[],
  edit: (tables: readonly Table[]) => readonly Table[],
  report = REPORT,
  on: Day = LATER,
) => nextList([back(edit(await sentOut(history, report, on)))], [], report, on)

const whys = ({ told }: { told: readonly { at: string; why: string }[] }) => told.map(({ at, why }) => `${at} ${why}`)
const same = (tables: readonly Table[]) => tables

// The order on the list: F1 is 1, then 28, 31, 54; 41 is asked.
const [VETO, RATE, FILED, SHOWN, ASKED] = [1, 2, 3, 4, 5]

describe('the same list handed in again', () => {
  test('closes nothing and says nothing new', async () => {
    const once = await taken(same)
    expect(once.history).toHaveLength(FIRST.length)
    expect(once.told).toEqual([])
  })

  test('does not repeat what it said', async () => {
    const edit = (tables: readonly Table[]) =>
      write(tables, LIST, RATE, { 完成情况: '正在补', 责任人: '王一', 状态: '完成了' })
    const twice = (tables: readonly Table[]) => edit(write(tables, LIST, FILED, { 责任人: '王一' }))
    const once = await taken(twice)
    const beside = [back(twice(await SENT))]
    const next = nextList(beside, [{ name: '历史', lines: linesOf(once.history) }], REPORT, LATER)
    expect(next.history).toHaveLength(once.history.length)
  })

  test('an older copy does not undo what has been changed since', async () => {
    const once = await taken((tables) => write(tables, LIST, RATE, { 责任人: '王一' }))
    const twice = await again(once.history, (tables) => write(tables, LIST, RATE, { 责任人: '李二' }))
    const old = write(await SENT, LIST, RATE, { 责任人: '王一' })
    const next = nextList([back(old)], [{ name: '历史', lines: linesOf(twice.history) }], REPORT, LATER)
    expect(standing(next.history, RATE).fields.责任人).toBe('李二')
    expect(next.told).toEqual([])
  })

  test('what an old copy says otherwise is told, with both', async () => {
    const once = await taken((tables) => write(tables, LIST, RATE, { 责任人: '王一' }))
    const old = write(await SENT, LIST, RATE, { 责任人: '赵三' })
    const next = nextList([back(old)], [{ name: '历史', lines: linesOf(once.history) }], REPORT, LATER)
    expect(standing(next.history, RATE).fields.责任人).toBe('王一')
    expect(whys(next)[0]).toContain('现清单写“王一”，返回.xlsx写“赵三”')
  })
})

describe('what changes nothing', () => {
  const columns = (tables: readonly Table[], name: string, order: (values: readonly unknown[]) => unknown[]) =>
    changed(tables, name, (table) =>
      table.rows.map((row) => ({ ...row, values: order(row.values) as typeof row.values })),
    )
  const below = (table: Table) => table.rows.filter(({ index }) => index > headOf(table).index)
  const CASES: [string, (tables: readonly Table[]) => readonly Table[]][] = [
    [
      'sorted upside down',
      (tables) =>
        changed(tables, LIST, (table) => [
          ...table.rows.filter(({ index }) => index <= headOf(table).index),
          ...below(table).map((row, at, all) => ({ ...row, values: all[all.length - 1 - at]!.values })),
        ]),
    ],
    [
      'columns the other way round',
      (tables) =>
        columns(tables, LIST, (values) => [...Array.from({ length: 18 }, (_, at) => values[at] ?? null)].reverse()),
    ],
    [
      'sheets and rows hidden',
      (tables) =>
        tables.map((table) => ({ ...table, hidden: true, rows: table.rows.map((row) => ({ ...row, hidden: true })) })),
    ],
    ['sheets with other names', (tables) => tables.map((table, at) => ({ ...table, name: `Sheet${at + 1}` }))],
    [
      'a sheet more',
      (tables) => [...tables, { name: '备忘', kind: 'sheet', rows: [{ index: 0, values: ['自己记的'] }], merges: [] }],
    ],
    [
      'blank lines pushed in',
      (tables) =>
        changed(tables, LIST, (table) =>
          table.rows.map((row) => (row.index > headOf(table).index + 1 ? { ...row, index: row.index + 3 } : row)),
        ),
    ],
    [
      'only some of the rows',
      (tables) => changed(tables, LIST, (table) => table.rows.filter(({ values }) => values[0] !== FILED)),
    ],
    ['a column taken out', (tables) => columns(tables, LIST, (values) => values.filter((_, at) => at !== 9))],
    [
      'headers broken over lines',
      (tables) =>
        changed(tables, LIST, (table) =>
          table.rows.map((row) =>
            row.index === headOf(table).index
              ? {
                  ...row,
                  values: row.values.map((value) =>
                    typeof value === 'string' ? `${value.slice(0, 2)}\n${value.slice(2)} ` : value,
                  ),
                }
              : row,
          ),
        ),
    ],
    [
      'a row twice, word for word',
      (tables) => changed(tables, LIST, (table) => [...table.rows, { ...below(table)[0]!, index: 90 }]),
    ],
    ['without the sheet of records, the history beside', (tables) => tables.filter(({ name }) => name !== '记录')],
  ]
  test.each(CASES)('%s', async (_, edit) => {
    const next = nextList([back(edit(await SENT))], [{ name: '历史', lines: linesOf(FIRST) }], REPORT, LATER)
    expect(whys(next)).toEqual([])
    expect(next.history).toEqual(FIRST)
  })
})

test('a list of a new month leaves a line, so that nothing is entered into the month that is over', async () => {
  const sent = back(await sentOut(FIRST, REPORT, DAY))
  expect(nextList([sent], [], REPORT, '2022-07-31').history).toHaveLength(FIRST.length)
  const { history } = nextList([sent], [], REPORT, '2022-08-01')
  expect(history.slice(FIRST.length)).toMatchObject([{ type: 'run', on: '2022-08-01' }])
  expect(() => nextList([sent], [{ name: '历史', lines: linesOf(history) }], REPORT, '2022-07-31')).toThrow(
    '已记到 2022-08-01，晚于这次的日期 2022-07-31',
  )
})

test('a column that is missing leaves what stood there, one that is emptied does not', async () => {
  const { history } = await taken((tables) => write(tables, LIST, RATE, { 责任人: '王一', 整改措施: '补' }))
  const gone = await again(history, (tables) =>
    changed(tables, LIST, (table) =>
      table.rows.map((row) => ({
        ...row,
        values: row.values
          .map((value, at) => (at === 9 ? null : value))
          .map((value, at) => (row.index === headOf(table).index && at === 9 ? null : value)),
      })),
    ),
  )
  expect(standing(gone.history, RATE).fields).toMatchObject({ 责任人: '王一', 整改措施: '补' })
  const emptied = await again(history, (tables) => write(tables, LIST, RATE, { 责任人: null }))
  expect(standing(emptied.history, RATE).fields).toMatchObject({ 责任人: '', 整改措施: '补' })
})

describe('a bad row is told with its cell and skipped whole, and the others are taken', () => {
  const CASES: [string, (tables: readonly Table[]) => readonly Table[], RegExp][] = [
    [
      'a state that is none',
      (tables) => write(tables, LIST, RATE, { 责任人: '王一', 状态: '办完' }),
      /问题整改清单!M6 没有“办完”这种状态/,
    ],
    [
      'closed by hand',
      (tables) => write(tables, LIST, RATE, { 责任人: '王一', 状态: '已销号' }),
      /M6 “已销号”不能手填/,
    ],
    [
      'a state that has to be granted',
      (tables) => write(tables, LIST, RATE, { 责任人: '王一', 状态: '长期整改' }),
      /M6 “长期整改”不能自行选定/,
    ],
    [
      'mended without a word on how',
      (tables) => write(tables, LIST, RATE, { 责任人: '王一', 状态: '已整改待复核' }),
      /M6 写“已整改待复核”的，请在“完成情况”栏写明/,
    ],
    [
      'sent back before it was handed in',
      (tables) => write(tables, LIST, RATE, { 责任人: '王一', 状态: '退回' }),
      /M6 只有“已整改待复核”的才能退回/,
    ],
    [
      'a day that is none',
      (tables) => write(tables, LIST, RATE, { 责任人: '王一', 整改时限: '2022-02-30' }),
      /K6 整改时限“2022-02-30”不是日期/,
    ],
    [
      'a day without a year',
      (tables) => write(tables, LIST, RATE, { 责任人: '王一', 整改时限: '7月30日' }),
      /K6 整改时限“7月30日”不是日期/,
    ],
    [
      'looked at in the future',
      (tables) => write(tables, LIST, RATE, { 责任人: '王一', 复核日期: '2022-09-01' }),
      /Q6 复核日期2022-09-01晚于今天/,
    ],
    [
      'a number of another list',
      (tables) => write(tables, LIST, RATE, { 责任人: '王一', 编号: '99.other' }),
      /R6 编号“99.other”不是这份清单的/,
    ],
    [
      'neither number nor words',
      (tables) => write(tables, LIST, RATE, { 责任人: '王一', 编号: null, 问题: '另一个问题' }),
      /R6 编号丢失，问题一栏也对不上/,
    ],
    [
      'half the table sorted',
      (tables) => write(tables, LIST, RATE, { 责任人: '王一', 问题: '54.shown不符合' }),
      /R6 编号与问题对不上/,
    ],
    [
      'twice, with other words',
      (tables) =>
        changed(write(tables, LIST, RATE, { 责任人: '王一' }), LIST, (table) => [
          ...table.rows,
          {
            ...sheetOf([table], LIST).rows.find(({ values }) => values[0] === RATE)!,
            index: 90,
            values: [
              RATE,
              '28',
              null,
              '28.reviewed不符合',
              ...Array(5).fill(null),
              '赵三',
              ...Array(7).fill(null),
              'p:28.reviewed',
            ],
          },
        ]),
      /同一条问题（序号2）出现多次/,
    ],
  ]
  test.each(CASES)('%s', async (_, edit, sentence) => {
    const next = await taken((tables) => edit(write(tables, LIST, SHOWN, { 责任人: '李二' })))
    expect(whys(next).join('\n')).toMatch(sentence)
    expect(standing(next.history, RATE)).toMatchObject({ state: '待整改', fields: {} })
    expect(standing(next.history, SHOWN).fields.责任人).toBe('李二')
    // Whoever wrote it finds the words again.
    const kept = next.history.filter((event) => event.type === 'refused')
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.map(({ words }) => words).join()).toContain('王一')
  })

  test('two columns of one name', async () => {
    const next = await taken((tables) =>
      changed(tables, LIST, (table) =>
        table.rows.map((row) => ({
          ...row,
          values: row.index === headOf(table).index ? [...row.values, '责任人'] : row.values,
        })),
      ),
    )
    expect(whys(next)).toEqual([expect.stringContaining('S4 表头“责任人”有两栏')])
  })
})

test('a lost number is found again by what the row says', async () => {
  const next = await taken((tables) => write(tables, LIST, RATE, { 编号: null, 责任人: '王一' }))
  expect(next.told).toEqual([])
  expect(standing(next.history, RATE).fields.责任人).toBe('王一')
})

test('a list whose numbers are all of another is told row by row, not silently skipped', async () => {
  const next = await taken((tables) =>
    [RATE, FILED, SHOWN, VETO].reduce(
      (all, number) => write(all, LIST, number, { 编号: `x${number}`, 问题: `另${number}` }),
      tables,
    ),
  )
  expect(next.told).toHaveLength(4)
})

test('cells that are joined down the rows say the same for each', async () => {
  const next = await taken((tables) =>
    write(tables, LIST, RATE, { 责任人: '王一' }).map((table) =>
      table.name === LIST ? { ...table, merges: [...table.merges, { top: 5, bottom: 6, left: 9, right: 9 }] } : table,
    ),
  )
  expect([RATE, FILED].map((number) => standing(next.history, number).fields.责任人)).toEqual(['王一', '王一'])
})

test('words in a column of the unit’s own are kept in the history', async () => {
  const edit = (tables: readonly Table[]) =>
    changed(tables, LIST, (table) =>
      table.rows.map((row) =>
        row.index === headOf(table).index
          ? { ...row, values: [...row.values, '联系电话'] }
          : row.values[0] === RATE
            ? { ...row, values: [...Array.from({ length: 18 }, (_, at) => row.values[at] ?? null), '12345'] }
            : row,
      ),
    )
  const next = await taken(edit)
  expect(standing(next.history, RATE).fields['另：联系电话']).toBe('12345')
  expect((await again(next.history, same)).history).toHaveLength(next.history.length)
})

describe('a head that was changed is told, for its words are not taken', () => {
  const named = (from: string, to: string) => (tables: readonly Table[]) =>
    changed(write(tables, LIST, RATE, { 整改措施: '补审', 责任人: '王一' }), LIST, (table) =>
      table.rows.map((row) =>
        row.index === headOf(table).index
          ? { ...row, values: row.values.map((value) => (value === from ? to : value)) }
          : row,
      ),
    )

  test('they are kept in the history, and the rest of the row is taken', async () => {
    const next = await taken(named('整改措施', '措施'))
    expect(whys(next)).toEqual([
      '问题整改清单!I4 表头“措施”不是清单的栏目，所写只记入历史；清单缺“整改措施”栏：改过表头的，请改回后再收一次',
    ])
    expect(standing(next.history, RATE).fields).toEqual({ '另：措施': '补审', 责任人: '王一' })
  })

  test('what stands in brackets or on another line is no change', async () => {
    const next = await taken(named('整改措施', '整改\n措施（写明办法）'))
    expect(next.told).toEqual([])
    expect(standing(next.history, RATE).fields.整改措施).toBe('补审')
  })
})

test('what somebody wrote over a computed cell is kept, and does not count', async () => {
  const next = await taken((tables) => write(tables, LIST, RATE, { 整改要求: '不改了', 责任人: '王一' }))
  expect(next.told).toEqual([expect.objectContaining({ at: '问题整改清单!H6', mild: true })])
  expect(standing(next.history, RATE).fields.责任人).toBe('王一')
})

test('months are no minutes: a day is a day or a fault', async () => {
  const next = await taken((tables) => write(tables, LIST, RATE, { 整改时限: '1m' }))
  expect(whys(next)[0]).toContain('整改时限“1m”不是日期')
})

test.each([
  ['2022年7月31日前', '2022-07-31'],
  ['2022/7/31', '2022-07-31'],
  ['2022.7.31', '2022-07-31'],
  [44773, '2022-07-31'],
  ['立行立改', '立行立改'],
])('a deadline written %s', async (written, day) => {
  const next = await taken((tables) => write(tables, LIST, RATE, { 整改时限: written }))
  expect(standing(next.history, RATE).fields.整改时限).toBe(day)
})

describe('a person sends back what no audit can tell', () => {
  // The ledger has been taken away, so that the row stays 已整改待复核.
  const gone = auditOf([met('28.reviewed', { cites: [] }), ...REPORT.findings.slice(1)])
  const handedIn = () =>
    taken((tables) => write(tables, LIST, RATE, { 责任人: '王一', 完成情况: '已补', 状态: '已整改待复核' }), gone)
  const reviewed = { 状态: '退回', 复核意见: '请把台账放回', 复核人: '周组长', 复核日期: '2022-07-20' }

  test('with what is asked for besides, a name and a day', async () => {
    const { history } = await handedIn()
    expect(standing(history, RATE)).toMatchObject({ state: '已整改待复核', recheck: { result: '无法复核' } })
    const next = await again(history, (tables) => write(tables, LIST, RATE, reviewed), gone)
    expect(next.told).toEqual([])
    expect(standing(next.history, RATE)).toMatchObject({
      state: '退回',
      sentBack: [{ on: LATER, by: '周组长', why: '请把台账放回' }],
    })
  })

  test.each(['复核意见', '复核人', '复核日期'])('not without %s', async (missing) => {
    const { history } = await handedIn()
    const next = await again(history, (tables) => write(tables, LIST, RATE, { ...reviewed, [missing]: null }), gone)
    expect(whys(next)).toEqual([`问题整改清单!M6 退回的，请填写${missing}（复核意见写明补充整改要求）`])
    expect(standing(next.history, RATE)).toMatchObject({ state: '已整改待复核', sentBack: [] })
  })
})

test('the first deadline is never written over', async () => {
  const { history } = await taken((tables) => write(tables, LIST, RATE, { 整改时限: '2022-07-30' }))
  const next = await again(history, (tables) => write(tables, LIST, RATE, { 整改时限: '2022-08-30' }))
  expect(whys(next)[0]).toContain('整改时限已定为2022-07-30：要变更的，请在“申请审批”表申请延期')
  expect(standing(next.history, RATE).fields.整改时限).toBe('2022-07-30')
})

describe('answers', () => {
  const answer = { 核实结论: '符合', 理由: '看过原件', 核实人: '赵三', 核实日期: '2022-07-15', 有效期至: '2022-07-31' }
  test.each([
    [{ ...answer, 核实人: null }, '存疑待核!J4 没有写核实人'],
    [{ ...answer, 核实日期: null }, 'K4 没有写核实日期'],
    [{ ...answer, 理由: null }, 'I4 没有写理由'],
    [{ ...answer, 核实结论: '基本符合' }, 'H4 核实结论“基本符合”不对'],
    [{ ...answer, 有效期至: '2022-07-16' }, 'L4 有效期至2022-07-16，已经过期'],
  ])('%j is refused with its cell', async (words, sentence) => {
    const next = await taken((tables) => write(tables, ASKS, ASKED, words))
    expect(whys(next)[0]).toContain(sentence)
    expect(standing(next.history, ASKED)).toMatchObject({ state: '待核实', answer: null })
  })

  describe('符合 clears no veto before the group has looked at it', () => {
    const report = auditOf([found('F2.doubts', { severity: 'veto', outcome: 'unclear', kind: 'rollup' })])
    const { history } = firstList(report, DAY)
    const said = { ...answer, 有效期至: null }
    const given = (words: Readonly<Record<string, string | null>>) =>
      again(history, (tables) => write(tables, ASKS, 1, { ...said, ...words }), report)

    test.each([
      [{}, 'M4 第1条涉及否决项，核实结论要由指标资料组复核才算'],
      [{ 复核日期: '2022-07-16' }, 'M4 没有写复核人'],
      [{ 复核人: '周组长' }, 'N4 没有写复核日期'],
      [{ 复核人: '周组长', 复核日期: '2022-07-21' }, 'N4 复核日期2022-07-21晚于今天'],
      [{ 复核人: '赵三', 复核日期: '2022-07-16' }, 'M4 复核人与核实人同为“赵三”'],
    ])('%j', async (words, sentence) => {
      const next = await given(words)
      expect(whys(next)[0]).toContain(sentence)
      expect(standing(next.history, 1).state).toBe('待核实')
    })

    test('with both it does, and says who looked', async () => {
      const next = await given({ 复核人: '周组长', 复核日期: '2022-07-20' })
      expect(standing(next.history, 1)).toMatchObject({
        state: '已核实',
        closed: { why: '赵三于2022-07-15核实符合：看过原件（周组长于2022-07-20复核）' },
      })
    })

    test('不符合 needs nobody else', async () =>
      expect(standing((await given({ 核实结论: '不符合' })).history, 1).state).toBe('待整改'))
  })

  test('one that has run out counts no more', async () => {
    const { history } = await taken((tables) => write(tables, ASKS, ASKED, answer))
    expect(standing(history, ASKED).state).toBe('已核实')
    expect(standing((await again(history, same, REPORT, '2022-07-31')).history, ASKED)).toMatchObject({
      state: '已核实',
      round: 1,
    })
    expect(standing((await again(history, same, REPORT, '2022-08-01')).history, ASKED)).toMatchObject({
      state: '待核实',
      round: 2,
    })
  })

  test('不符合 makes it a problem, which only a person can call mended', async () => {
    const { history } = await taken((tables) =>
      write(tables, ASKS, ASKED, { ...answer, 核实结论: '不符合', 有效期至: null }),
    )
    expect(standing(history, ASKED).state).toBe('待整改')
    const done = await again(history, (tables) =>
      write(tables, LIST, ASKED, { 完成情况: '已改', 状态: '已整改待复核' }),
    )
    expect(standing(done.history, ASKED).state).toBe('待核实')
    const end = await again(done.history, (tables) => write(tables, ASKS, ASKED, { ...answer, 有效期至: null }))
    expect(standing(end.history, ASKED).state).toBe('已核实')
  })
})

describe('applications', () => {
  const asked = {
    问题序号: RATE,
    申请事项: '豁免',
    申请至: '2022-08-01',
    理由或阶段目标: '上级另有安排',
    申请人: '王一',
    申请日期: '2022-07-12',
  }
  const granted = { 审批意见: '同意', 审批人: '孙四', 审批日期: '2022-07-13' }

  test.each(['豁免', '不适用', '长期整改'])('%s never covers a veto', async (what) => {
    const next = await taken((tables) => apply(tables, { ...asked, ...granted, 问题序号: VETO, 申请事项: what }))
    expect(whys(next)[0]).toContain(`第1条是否决项，不得${what}`)
    expect(standing(next.history, VETO).requests).toEqual([])
  })

  test.each([
    [{ 申请人: null }, '没有写申请人'],
    [{ 申请至: null }, '请写明至哪一天'],
    [{ 申请事项: '免了' }, '没有“免了”这种申请'],
    [{ 问题序号: 77 }, '问题序号“77”在清单中没有'],
    [{ 审批人: null }, '没有写审批人'],
    [{ 申请至: '2022-07-15' }, '已经过期'],
  ])('%j is refused', async (words, sentence) => {
    const next = await taken((tables) => apply(tables, { ...asked, ...granted, ...words }))
    expect(whys(next)[0]).toContain(sentence)
    expect(standing(next.history, RATE).requests).toEqual([])
  })

  test('a grant sets a row aside, and the row says so', async () => {
    const { history } = await taken((tables) => apply(tables, { ...asked, ...granted }))
    const tables = await sentOut(history, REPORT, LATER)
    const { values = [] } = sheetOf(tables, LIST).rows.find((row) => row.values[0] === RATE) ?? {}
    expect([values[12], values[13]]).toEqual(['已豁免', '经孙四2022-07-13同意豁免，至2022-08-01：上级另有安排'])
  })

  test('one that was not granted changes nothing but what the row says', async () => {
    const { history } = await taken((tables) => apply(tables, { ...asked, ...granted, 审批意见: '不同意' }))
    const tables = await sentOut(history, REPORT, LATER)
    const { values = [] } = sheetOf(tables, LIST).rows.find((row) => row.values[0] === RATE) ?? {}
    expect([values[12], values[13]]).toEqual(['待整改', '豁免申请未获同意（孙四2022-07-13）'])
  })

  test('a stage that is reached does not close what goes on for long', async () => {
    const { history } = await taken((tables) => apply(tables, { ...asked, ...granted, 申请事项: '长期整改' }))
    const mended = auditOf([met('28.reviewed'), ...REPORT.findings.slice(1)])
    expect(standing((await again(history, same, mended, '2022-07-25')).history, RATE)).toMatchObject({
      state: '待整改',
      recheck: { result: '未再发现' },
    })
    expect(standing((await again(history, same, mended, '2022-08-01')).history, RATE).state).toBe('已销号')
  })

  test('the same application in two copies is one', async () => {
    const copy = apply(await SENT, asked)
    const next = nextList([back(copy, '甲.xlsx'), back(copy, '乙.xlsx')], [], REPORT, LATER)
    expect(standing(next.history, RATE).requests).toHaveLength(1)
  })
})

test('the list prints the person’s word, not the machine’s', async () => {
  const { history } = await taken((tables) => write(tables, LIST, RATE, { 完成情况: '=A1+1', 责任人: '王\n一' }))
  const row = sheetOf(await sentOut(history, REPORT, LATER), LIST).rows.find(({ values }) => values[0] === RATE)
  expect([row?.values[9], row?.values[11]]).toEqual(['王\n一', "'=A1+1"])
  expect((await again(history, same)).history).toHaveLength(history.length)
})

test('no row is dropped for want of room', async () => {
  const many = auditOf(
    Array.from({ length: 300 }, (_, at) => found(`28.rule${at}`, { cites: [{ file: `28/${at}.xlsx` }] })),
  )
  const history = firstList(many, DAY).history
  const tables = await sentOut(history, many, DAY)
  expect(sheetOf(tables, LIST).rows.filter(({ values }) => typeof values[0] === 'number')).toHaveLength(300)
})

test('a workbook that states no size, or a wrong one, is read whole', async () => {
  const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate')
  const { bookOf } = await import('../../src/gaps/book/book.ts')
  const parts = unzipSync(await bookOf({ report: REPORT, history: FIRST, on: DAY }))
  for (const [name, part] of Object.entries(parts))
    if (/worksheets\/sheet\d+\.xml$/.test(name))
      parts[name] = strToU8(strFromU8(part).replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:A1"/>'))
  const { tables } = await xlsx.read(zipSync(parts), 'xlsx')
  const next = nextList([back(write(tables, LIST, SHOWN, { 责任人: '李二' }))], [], REPORT, LATER)
  expect(standing(next.history, SHOWN).fields.责任人).toBe('李二')
})

describe('a list that is not for this folder', () => {
  const refused = async (edit: (tables: readonly Table[]) => readonly Table[], report = REPORT, on: Day = LATER) =>
    taken(edit, report, on).then(
      () => '',
      (error: Error) => error.message,
    )
  test('of another unit', async () => {
    expect(await refused(same, { ...REPORT, unit: { ...REPORT.unit, name: '区民政局' } })).toContain(
      '是区司法局的清单，这次审的是区民政局',
    )
  })
  test('of another system', async () => {
    expect(await refused(same, { ...REPORT, system: { ...REPORT.system, id: 'other-2023' } })).toContain(
      '用的是指标体系 zhaohua-2022',
    )
  })
  test('of a later day', async () => {
    expect(await refused(same, REPORT, '2022-07-01')).toContain('已记到 2022-07-10，晚于这次的日期 2022-07-01')
  })
  test('no list at all', async () => {
    expect(
      await refused(() => [{ name: 'Sheet1', kind: 'sheet', rows: [{ index: 0, values: ['甲', '乙'] }], merges: [] }]),
    ).toContain('不是本程序发出的问题整改清单')
  })
  test('with its head gone', async () => {
    expect(
      await refused((tables) =>
        tables.map((table) =>
          table.name === '记录' ? table : { ...table, rows: table.rows.filter((row) => row !== headOf(table)) },
        ),
      ),
    ).toContain('找不到问题整改清单的表头')
  })
  test('with its records written over', async () => {
    expect(
      await refused((tables) =>
        changed(tables, '记录', (table) =>
          table.rows.map((row) => ({
            ...row,
            values: row.values.map((value) =>
              typeof value === 'string' ? value.replace('28.reviewed不符合', '28.reviewed没事') : value,
            ),
          })),
        ),
      ),
    ).toContain('被改动过')
  })
  test('with another history beside', async () => {
    const other = firstList(auditOf([found('77.other')]), DAY).history
    const copies = [back(await SENT)]
    expect(() => nextList(copies, [{ name: '清单.历史.jsonl', lines: linesOf(other) }], REPORT, LATER)).toThrow(
      '不是同一份清单的',
    )
  })
})
