import { beforeAll, describe, expect, test } from 'vitest'
import type { Event } from '../../src/gaps/model/event.ts'
import { type Figures, figuresOf } from '../../src/gaps/model/figures.ts'
import { firstList, type Next, nextList } from '../../src/gaps/next.ts'
import { apply, auditOf, back, found, met, sentOut, standing, write } from '../helpers/lists.ts'

// One unit, three rounds. Numbers: 1 合法性审核率, 2 备案, 3 公示期限, 4 年度报告 (建议), 5 清理, 6 a question.
const RATE = '28.reviewed'
const FILED = '31.filed'
const SHOWN = '54.shown'
const YEARLY = '97.due'
const SWEPT = '32.swept'
const ASKED = '41.review'

const JUNE = '2022-06-20'
const JULY = '2022-07-12'
const AUGUST = '2022-08-03'
const LATE = '2022-08-25'

const LIST = '问题整改清单'

const advised = { severity: 'advised' } as const
const asks = { kind: 'review', outcome: 'unclear' } as const

const REPORTS = {
  june: auditOf([found(RATE), found(FILED), found(SHOWN), found(SWEPT), found(YEARLY, advised), found(ASKED, asks)]),
  // 31 and 54 are mended, 28 is not though the unit says so, 32 and 97 are as they were.
  july: auditOf([found(RATE), met(FILED), met(SHOWN), found(SWEPT), found(YEARLY, advised), found(ASKED, asks)]),
  // 28 is mended, 54 comes back.
  august: auditOf([met(RATE), met(FILED), found(SHOWN), found(SWEPT), found(YEARLY, advised), found(ASKED, asks)]),
}

let first: Next
let second: Next
let third: Next
let fourth: Next

beforeAll(async () => {
  first = firstList(REPORTS.june, JUNE)
  const sent = await sentOut(first.history, REPORTS.june, JUNE)

  // Two copies of the first list come back: the unit's two desks.
  let a = write(sent, LIST, 1, {
    整改措施: '补审核意见',
    责任人: '王一',
    整改时限: '2022-07-10',
    完成情况: '已补3件',
    状态: '已整改待复核',
  })
  a = write(a, LIST, 2, { 责任人: '王一', 整改时限: '2022年7月8日', 完成情况: '已报备案', 状态: '已整改待复核' })
  let b = write(sent, LIST, 2, { 责任人: '李二', 整改措施: '补报备案' })
  b = write(b, LIST, 3, { 责任人: '李二', 整改时限: '立行立改', 完成情况: '当天补公示', 状态: '已整改待复核' })
  b = write(b, LIST, 4, { 责任人: '李二', 整改时限: '2022-07-05', 状态: '整改中' })
  b = write(b, '存疑待核', 6, {
    核实结论: '符合',
    理由: '看过会议纪要',
    核实人: '赵三',
    核实日期: '2022-07-11',
    有效期至: '2022-08-20',
  })
  b = apply(b, {
    问题序号: 4,
    申请事项: '延期',
    申请至: '2022-08-15',
    理由或阶段目标: '等上级文件',
    申请人: '李二',
    申请日期: '2022-07-04',
  })
  b = apply(b, {
    问题序号: 5,
    申请事项: '豁免',
    申请至: '2022-08-20',
    理由或阶段目标: '上级另有安排',
    申请人: '李二',
    申请日期: '2022-07-04',
  })
  second = nextList([back(a, '甲.xlsx'), back(b, '乙.xlsx')], [], REPORTS.july, JULY)

  // The group decides, the unit goes on with 28.
  let c = await sentOut(second.history, REPORTS.july, JULY)
  c = write(c, LIST, 1, { 完成情况: '又补2件，共5件', 状态: '已整改待复核' })
  c = write(c, LIST, 2, {})
  const decided = { 审批意见: '同意', 审批人: '孙四', 审批日期: '2022-07-20' }
  c = c.map((table) =>
    table.name !== '申请审批'
      ? table
      : {
          ...table,
          rows: table.rows.map((row) =>
            row.values[1] === '延期' || row.values[1] === '豁免'
              ? { ...row, values: [...row.values.slice(0, 6), ...Object.values(decided), null, row.values[10]!] }
              : row,
          ),
        },
  )
  third = nextList([back(c, '丙.xlsx')], [], REPORTS.august, AUGUST)

  const d = await sentOut(third.history, REPORTS.august, AUGUST)
  fourth = nextList([back(d, '丁.xlsx')], [], REPORTS.august, LATE)
}, 60_000)

const at = (next: Next, number: number) => standing(next.history, number)

describe('the first list', () => {
  test('numbers what there is to do, problems first', () => {
    expect([1, 2, 3, 4, 5, 6].map((number) => at(first, number).entry.id)).toEqual([
      ...[RATE, FILED, SHOWN, SWEPT, YEARLY].map((rule) => `p:${rule}`),
      `q:${ASKED}`,
    ])
    expect([1, 6].map((number) => at(first, number).state)).toEqual(['待整改', '待核实'])
  })
})

describe('two copies of it come back', () => {
  test('what both say is taken, what they say in two ways is told and left', () => {
    expect(second.told).toEqual([
      expect.objectContaining({
        from: '甲.xlsx',
        at: '问题整改清单!J6',
        why: expect.stringContaining('甲.xlsx写“王一”，乙.xlsx写“李二”'),
      }),
      expect.objectContaining({ from: '乙.xlsx', at: '问题整改清单!J6' }),
    ])
    expect(at(second, 2).fields).toMatchObject({ 整改措施: '补报备案', 完成情况: '已报备案', 整改时限: '2022-07-08' })
    expect(at(second, 2).fields.责任人).toBeUndefined()
  })

  test('what is still found is sent back with what is left to do', () => {
    expect(at(second, 1)).toMatchObject({
      state: '退回',
      sentBack: [{ on: JULY, by: '系统', why: expect.stringContaining('复核仍发现') }],
    })
  })

  test('what is no longer found is closed, and names its evidence', () => {
    expect(at(second, 2)).toMatchObject({
      state: '已销号',
      closed: { on: JULY, evidence: [{ path: '31/台账.xlsx', sha256: 'sha-of-31/台账.xlsx' }] },
    })
    expect(at(second, 3).state).toBe('已销号')
  })

  test('an answer closes a question until its last day', () => {
    expect(at(second, 6)).toMatchObject({ state: '已核实', answer: { answerer: '赵三', until: '2022-08-20' } })
  })

  test('an application is no grant yet', () => {
    expect(at(second, 4)).toMatchObject({ state: '整改中', requests: [{ what: '延期', decision: null }] })
  })
})

describe('the second list comes back', () => {
  test('what was granted holds, and the first deadline stays', () => {
    const { fields, requests } = at(third, 4)
    expect(fields.整改时限).toBe('2022-07-05')
    expect(requests[0]).toMatchObject({ until: '2022-08-15', decision: { granted: true, decider: '孙四' } })
    expect(at(third, 5).requests[0]).toMatchObject({ what: '豁免', decision: { granted: true } })
  })

  test('what was sent back is closed at the second try', () => {
    expect(at(third, 1)).toMatchObject({ state: '已销号', round: 1, sentBack: [{ on: JULY }] })
  })

  test('what comes back is another round with dates of its own, and the closed one stays as it was', () => {
    const { entry, state, fields, opened } = at(third, 3)
    expect({ state, fields, opened }).toEqual({ state: '待整改', fields: {}, opened: AUGUST })
    expect(entry.rounds[0]).toEqual(standing(second.history, 3).entry.rounds[0])
  })
})

describe('after the waiver’s last day', () => {
  test('it has no effect any more, and that is told', () => {
    expect(at(fourth, 5).requests[0]).toMatchObject({ lapsed: true })
    expect(fourth.history.filter(({ type }) => type === 'lapsed')).toHaveLength(2)
  })

  test('the answer has run out as well, and the question is asked again', () => {
    expect(at(fourth, 6)).toMatchObject({ state: '待核实', round: 2, answer: null })
  })
})

describe('the figures of a month', () => {
  const open = (given: Record<string, number>) => ({
    待整改: 0,
    整改中: 0,
    已整改待复核: 0,
    退回: 0,
    长期整改: 0,
    已豁免: 0,
    不适用: 0,
    ...given,
  })
  const TRUTH: Record<string, [string, string, Figures]> = {
    june: [
      '2022-06-01',
      '2022-06-30',
      {
        until: '2022-06-30',
        due: 5,
        closed: 0,
        open: open({ 待整改: 5 }),
        overdue: 0,
        unsure: 0,
        again: 0,
        first: 5,
        firstClosed: 0,
        newly: 5,
        closedNow: 0,
        sentBackNow: 0,
        extendedNow: 0,
        asked: 1,
        answered: 0,
      },
    ],
    // 28 was sent back and its day (10 July) has passed; 32’s day (5 July) has passed, its extension came in in August.
    july: [
      '2022-07-01',
      '2022-07-31',
      {
        until: '2022-07-31',
        due: 5,
        closed: 2,
        open: open({ 退回: 1, 整改中: 1, 待整改: 1 }),
        overdue: 2,
        unsure: 0,
        again: 0,
        first: 5,
        firstClosed: 2,
        newly: 0,
        closedNow: 2,
        sentBackNow: 1,
        extendedNow: 0,
        asked: 0,
        answered: 1,
      },
    ],
    // 28 closed, 54 back as a second round, 32 past its longer day, 97’s waiver over on the 20th.
    august: [
      '2022-08-01',
      '2022-08-31',
      {
        until: '2022-08-31',
        due: 6,
        closed: 3,
        open: open({ 整改中: 1, 待整改: 2 }),
        overdue: 1,
        unsure: 0,
        again: 1,
        first: 5,
        firstClosed: 3,
        newly: 1,
        closedNow: 1,
        sentBackNow: 0,
        extendedNow: 1,
        asked: 1,
        answered: 1,
      },
    ],
  }
  test.each(Object.entries(TRUTH))('%s', (_, [from, until, figures]) => {
    expect(figuresOf(fourth.history, from as Event['on'], until as Event['on'])).toEqual(figures)
  })

  test('those of a past month are the same whatever has happened since', () => {
    for (const later of [second, third, fourth])
      expect(figuresOf(later.history, '2022-06-01', '2022-06-30')).toEqual(TRUTH.june![2])
    for (const later of [third, fourth])
      expect(figuresOf(later.history, '2022-07-01', '2022-07-31')).toEqual(TRUTH.july![2])
  })
})

test('the history only grows', () => {
  for (const [before, after] of [
    [first, second],
    [second, third],
    [third, fourth],
  ] as const)
    expect(after.history.slice(0, before.history.length)).toEqual(before.history)
})
