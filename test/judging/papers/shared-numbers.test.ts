import { describe, expect, test } from 'vitest'
import type { Day } from '../../../src/core/day.ts'
import type { Certainty } from '../../../src/core/fact.ts'
import type { Document } from '../../../src/core/package.ts'
import { sharedNumbers } from '../../../src/judging/papers/flaws/shared-numbers.ts'
import { paper, scopeOf } from '../../helpers/scope.ts'

const NUMBER = '昭综执〔2021〕18号'
const one = (path: string, title: string, number = NUMBER): Document => ({
  ...paper({ path, title, number }),
})
const told = (...documents: Document[]) =>
  sharedNumbers(scopeOf({ documents }).package).map(
    ({ number, documents: own, sure }) => `${number} ${own.map(({ evidence }) => evidence.path).join(' ')} ${sure}`,
  )

const PLAN = one('96/要点.docx', '关于印发《2021年法治政府建设工作要点》的通知')

describe('one number on two papers', () => {
  test('is told, with both', () => {
    expect(told(one('60/通知.docx', '关于明确法制审核机构及人员的通知'), PLAN)).toEqual([
      '昭综执〔2021〕18号 60/通知.docx 96/要点.docx true',
    ])
  })

  test.each([
    ['the paper itself, filed twice', one('97/要点.docx', '关于印发《2021年法治政府建设工作要点》的通知')],
    ['what the notice issues', one('96/附件.docx', '2021年法治政府建设工作要点')],
    ['its title read a little otherwise', one('96/扫描.pdf', '关于印发《2021年法治政府建没工作要点》的通知')],
    ['a paper of another number', one('60/通知.docx', '关于明确法制审核机构及人员的通知', '昭综执〔2021〕19号')],
    ['a list, which bears the number of what it belongs to', one('60/名单.docx', '法制审核人员名单')],
  ])('%s is no second', (_, other) => {
    expect(told(PLAN, other)).toEqual([])
  })

  test('the papers of a case share its number', () => {
    const number = '昭综执罚决字〔2021〕3号'
    expect(told(one('55/1.docx', '行政处罚决定', number), one('55/2.docx', '结案报告', number))).toEqual([])
  })

  test('but two decisions on two days are two cases', () => {
    const on = (path: string, issued: '2021-09-23' | '2021-10-11') =>
      paper({ path, title: '行政处罚决定书', number: '昭综执罚〔2021〕9号', issued })
    expect(told(on('55/甲.docx', '2021-09-23'), on('55/乙.docx', '2021-10-11'))).toHaveLength(1)
    expect(told(on('55/甲.docx', '2021-09-23'), on('55/甲（扫描）.pdf', '2021-09-23'))).toEqual([])
    const report = one('55/结案.docx', '结案报告', '昭综执罚〔2021〕9号')
    expect(told(report, on('55/甲.docx', '2021-09-23'), on('55/乙.docx', '2021-10-11'))).toEqual([
      '昭综执罚〔2021〕9号 55/甲.docx 55/乙.docx true',
    ])
  })

  test('and minutes of two meetings are two, whatever day stands under them', () => {
    const held = (path: string, ...days: Day[]): Document => {
      const { facts, ...rest } = paper({ path, title: '党政联席会议纪要', number: '卫党政纪〔2021〕6号' })
      const at = { file: path }
      const acts = days.map((day) => ({
        kind: 'meeting' as const,
        day,
        chair: { name: '', post: '' },
        items: [],
        text: '',
        at,
      }))
      return { ...rest, facts: { ...facts, acts } }
    }
    expect(told(held('43/甲.docx', '2021-05-07'), held('43/乙.docx', '2021-07-02'))).toHaveLength(1)
    expect(told(held('43/甲.docx', '2021-05-07'), held('43/甲（扫描）.pdf', '2021-05-07'))).toEqual([])
    // Of several meetings in one volume nobody knows which bears the number.
    expect(told(held('43/甲.docx', '2021-05-07'), held('43/乙.docx', '2021-07-02', '2021-08-02'))).toEqual([])
  })

  test('an answer and a letter are two papers whatever they are called', () => {
    const number = '昭综执函〔2022〕15号'
    const two = told(
      one('70/答复.docx', '关于第36号提案答复的函', number),
      one('76/答复.pdf', '政府信息公开申请答复书', number),
    )
    expect(two).toHaveLength(1)
  })

  const numbered = (certainty: Certainty) => {
    const other = one('60/通知.docx', '关于明确法制审核机构及人员的通知')
    return { ...other, facts: { ...other.facts, number: { ...other.facts.number!, certainty } } }
  }

  test('a number that is only likely is asked about', () =>
    expect(told(PLAN, numbered('likely'))).toEqual(['昭综执〔2021〕18号 96/要点.docx 60/通知.docx false']))

  test('a number that was mended says nothing', () => expect(told(PLAN, numbered('weak'))).toEqual([]))
})
