import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { linesOf } from '../../src/gaps/model/history.ts'
import { compared } from '../../src/gaps/model/recheck.ts'
import { firstList, nextList } from '../../src/gaps/next.ts'
import { auditOf, file, found, indicator, met, standing } from '../helpers/lists.ts'

const BEFORE = auditOf([found('28.reviewed')])
const FIRST = firstList(BEFORE, '2022-07-10').history

/** The folder is audited again; nobody has written anything. */
const again = (report: Report) => nextList([], [{ name: '历史', lines: linesOf(FIRST) }], report, '2022-07-20').history

const told = (report: Report) => {
  const { state, recheck, closed } = standing(again(report), 1)
  return { state, why: recheck?.why ?? '', by: closed?.evidence.map(({ path, sha256 }) => `${path} ${sha256}`) ?? [] }
}

test('what a re-audit looked at and no longer finds is closed, with the evidence', () => {
  const report = auditOf([met('28.reviewed')])
  expect(told(report)).toEqual({ state: '已销号', why: '', by: ['28/台账.xlsx sha-of-28/台账.xlsx'] })
  const { closed } = standing(again(report), 1)
  expect(closed).toMatchObject({ on: '2022-07-20', run: { tool: '0.1.0', systemVersion: '1.0.0' } })
})

test('a subject that is told no more is mended when its rule was judged and finds nothing', () => {
  const history = firstList(auditOf([found('97.due@2021')]), '2022-07-10').history
  const report = auditOf([met('97.due@2022', { cites: [{ file: '97/台账.xlsx' }] })])
  const next = nextList([], [{ name: '历史', lines: linesOf(history) }], report, '2022-07-20')
  expect(standing(next.history, 1).state).toBe('已销号')
})

test('a ledger that was replaced by another is mended where the other proves it', () => {
  const report = auditOf([met('28.reviewed', { cites: [{ file: '28/台账（修订）.xlsx' }] })])
  expect(told(report)).toMatchObject({ state: '已销号', by: ['28/台账（修订）.xlsx sha-of-28/台账（修订）.xlsx'] })
})

test('a file that was only moved is still there', () => {
  const cites = [{ file: '28-新/台账.xlsx' }]
  const report = auditOf([met('28.reviewed', { cites })], {
    files: [file('28-新/台账.xlsx', { sha256: 'sha-of-28/台账.xlsx' })],
  })
  expect(told(report).state).toBe('已销号')
})

describe('a draft that gives way to the final paper', () => {
  const draft = found('34.sound', { cites: [{ file: '34/2020年度目录(送审稿).docx' }] })
  const state = (path: string, more = {}) => {
    const history = firstList(auditOf([draft]), '2022-07-10').history
    const report = auditOf([met('34.sound', { cites: [] })], { files: [file(path, more)] })
    return standing(nextList([], [{ name: '历史', lines: linesOf(history) }], report, '2022-07-20').history, 1)
  }

  test.each(['34/2020年度目录.pdf', '34/2020年度目录（盖章）.docx', '34/2020年度目录审议稿(正式).docx'])(
    '%s is what closes it',
    (path) => expect(state(path)).toMatchObject({ state: '已销号', closed: { evidence: [{ path }] } }),
  )

  test.each(['34/2021年度目录.pdf', '35/2020年度目录.pdf', '34/2020年度目录公开截图.pdf', '34/2020年度目录(2).pdf'])(
    '%s is another paper',
    (path) => expect(state(path).recheck?.why).toContain('已不在文件夹中'),
  )

  test('nor is it one that cannot be read', () =>
    expect(state('34/2020年度目录.pdf', { read: 'unread' }).recheck?.why).toContain('已不在文件夹中'))
})

describe('what only hides a gap does not close it', () => {
  const cases: [string, Report, string][] = [
    [
      'the file can no longer be read',
      auditOf([met('28.reviewed')], { files: [file('28/台账.xlsx', { read: 'unread' })] }),
      '本次未能读取',
    ],
    [
      'only a part of it is read',
      auditOf([met('28.reviewed')], { files: [file('28/台账.xlsx', { read: 'partly' })] }),
      '只读了一部分',
    ],
    ['the file is gone', auditOf([met('28.reviewed', { cites: [] })]), '已不在文件夹中'],
    ['the rule was dropped', auditOf([met('28.other')]), '这条规则本次没有审'],
    ['the indicator was not asked for', auditOf([met('31.filed')]), '本次审核没有包括指标28'],
    [
      'the indicator is no longer the unit’s',
      auditOf([met('31.filed')], { indicators: [indicator('28', { outcome: 'exempt', note: '列为待认领' })] }),
      '列为待认领',
    ],
    [
      'it was declared away',
      auditOf([met('28.reviewed', { outcome: 'exempt', message: '已声明不适用' })]),
      '是因声明而不再要求，不是整改',
    ],
    [
      'it cannot be told',
      auditOf([found('28.reviewed', { outcome: 'unclear', message: '日期无法识别' })]),
      '本次不能判断：日期无法识别',
    ],
    [
      'an older programme looked',
      { ...auditOf([met('28.reviewed')]), tool: { name: 'fazhi-audit', version: '0.0.9' } },
      '旧',
    ],
    [
      'an older system was used',
      { ...auditOf([met('28.reviewed')]), system: { ...BEFORE.system, version: '0.9.0' } },
      '旧',
    ],
  ]
  test.each(cases)('%s', (_, report, why) => {
    expect(told(report)).toMatchObject({ state: '待整改', by: [] })
    expect(told(report).why).toContain(why)
  })
})

test('why nothing could be told is told once, not at every audit', () => {
  const report = auditOf([met('28.other')])
  const once = again(report)
  const twice = nextList([], [{ name: '历史', lines: linesOf(once) }], report, '2022-07-20').history
  expect(twice).toHaveLength(once.length)
})

test('an entry of several findings is closed when each of them has gone', () => {
  const papers = (ids: string[]) => ids.map((id) => found(`28.papers@${id}`, { kind: 'documents' }))
  const first = firstList(auditOf(papers(['甲', '乙', '丙'])), '2022-07-10').history
  expect(standing(first, 1).item.findings).toHaveLength(3)
  const next = (history: typeof first, report: Report) =>
    nextList([], [{ name: '历史', lines: linesOf(history) }], report, '2022-07-20').history

  // One was found, one could not be told: the row shrinks, and what was not seen to be mended is kept in mind.
  const second = next(
    first,
    auditOf([...papers(['甲']), met('28.papers@乙'), found('28.papers@丙', { kind: 'documents', outcome: 'unclear' })]),
  )
  expect(standing(second, 1)).toMatchObject({ state: '待整改', pending: ['28.papers@甲', '28.papers@丙'] })
  const third = next(
    second,
    auditOf([
      met('28.papers@甲'),
      met('28.papers@乙'),
      found('28.papers@丙', { kind: 'documents', outcome: 'unclear' }),
    ]),
  )
  expect(standing(third, 1).state).toBe('待整改')
  const fourth = next(third, auditOf([met('28.papers@甲'), met('28.papers@乙'), met('28.papers@丙')]))
  expect(standing(fourth, 1).state).toBe('已销号')
})

test('versions are compared by their numbers', () => {
  expect([compared('1.10.0', '1.9.0'), compared('1.0.0', '1.0.0'), compared('0.9', '1.0.0')].map(Math.sign)).toEqual([
    1, 0, -1,
  ])
})
