import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../src/core/day.ts'
import type { Document } from '../../../../src/core/package.ts'
import { draft } from '../../../../src/judging/papers/flaws/draft.ts'
import { expired } from '../../../../src/judging/papers/flaws/expired.ts'
import { paper, scopeOf } from '../../../helpers/scope.ts'

const packageOf = (...documents: Document[]) => scopeOf({ documents }).package

describe('a draft of which the notice that issues it is the final', () => {
  const flaw = (name: string) => {
    const own = paper({ path: '甲.docx', title: `${name}（征求意见稿）`, draft: '征求意见稿' })
    const notice = paper({ path: '乙.docx', title: `关于印发《${name}》的通知`, number: '昭府发〔2021〕3号' })
    return draft(own, packageOf(own, notice))
  }
  test('is told apart by eight signs of its name', () => expect(flaw('某某管理暂行办法')).toBeUndefined())
  test('not by seven, which many names hold', () => expect(flaw('某某管理暂办法')).toBeDefined())
})

describe('a contract that ran out on 30 June 2021', () => {
  const flaw = (issued: Day, title = '法律顾问聘请合同') => {
    const made = paper({ path: '甲.docx', title: '法律顾问聘请合同' })
    const term = {
      from: '2020-07-01',
      to: '2021-06-30',
      at: { file: '甲.docx' },
      certainty: 'certain',
      open: false,
    } as const
    const own = { ...made, facts: { ...made.facts, term } }
    return expired(own, packageOf(own, paper({ path: '乙.docx', title, issued })))
  }
  test('is followed by one signed 120 days before', () => expect(flaw('2021-03-02')).toBeUndefined())
  test('not by one signed a day earlier', () => expect(flaw('2021-03-01')).toBeDefined())
  test('nor by another kind of contract', () => expect(flaw('2021-07-01', '电梯维护协议书')).toBeDefined())
})

describe('a supplement that runs longer', () => {
  const flaw = (partOf: string) => {
    const term = { from: null, at: { file: '甲.docx' }, certainty: 'likely', open: false } as const
    const contract = paper({ path: '甲.docx', title: '常年法律顾问合同' })
    const more = paper({ path: '甲.docx#2-2', title: '补充协议' })
    const own = { ...contract, facts: { ...contract.facts, term: { ...term, to: '2021-06-30' as Day } } }
    const part = { ...more, partOf, facts: { ...more.facts, term: { ...term, to: '2022-12-31' as Day } } }
    return expired(own, { ...packageOf(own), parts: [part] })
  }
  test('takes up the contract that it is bound behind', () => expect(flaw('甲.docx')).toBeUndefined())
  test('and none that lies elsewhere', () => expect(flaw('乙.docx')).toBeDefined())
})

describe('a draft that is signed and dated', () => {
  const seen = (number?: string) => {
    const own = paper({
      path: '甲.docx',
      title: '某办法（讨论稿）',
      draft: '讨论稿',
      issued: '2022-07-18',
      ...(number && { number }),
    })
    const issuer = { value: '区司法局', at: { file: '甲.docx' }, certainty: 'certain' } as const
    const signed = { ...own, facts: { ...own.facts, issuer } }
    return draft(signed, packageOf(signed))
  }
  test('is a draft for sure', () => expect(seen()?.sure).toBe(true))
  test('and with a number of its own it may have been issued so', () => {
    expect(seen('昭司发〔2022〕1号')?.sure).toBe(false)
  })
})
