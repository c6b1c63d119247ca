import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../src/core/day.ts'
import type { Document } from '../../../../src/core/package.ts'
import { lapsed } from '../../../../src/judging/papers/flaws/lapsed.ts'
import { paper, scopeOf } from '../../../helpers/scope.ts'

const packageOf = (...documents: Document[]) => scopeOf({ documents }).package

function until(title: string, to: Day, open = false, issued: Day = '2018-10-30', path = '甲.docx'): Document {
  const made = paper({ path, title, issued })
  const term = { from: issued, to, at: { file: path }, certainty: 'certain', open } as const
  return { ...made, facts: { ...made.facts, term } }
}

const PLAN = '松林镇森林草原防灭火应急预案'

describe('a plan that was to be in force until 29 October 2021', () => {
  const own = until(PLAN, '2021-10-29')
  const flaw = (...more: Document[]) => lapsed(own, packageOf(own, ...more))

  test('has lapsed', () => expect(flaw()?.sure).toBe(true))
  test('not where a later edition is there', () =>
    expect(flaw(until(`${PLAN}（2022年修订）`, '2025-01-09', false, '2022-01-10', '乙.docx'))).toBeUndefined())
  test('an earlier edition is none', () =>
    expect(flaw(paper({ path: '乙.docx', title: PLAN, issued: '2015-03-01' }))).toBeDefined())
  test('nor is a plan of another matter', () =>
    expect(flaw(paper({ path: '乙.docx', title: '松林镇防汛应急预案', issued: '2022-03-01' }))).toBeDefined())
  test('a notice that lets it go on takes it up', () =>
    expect(
      flaw(
        paper({
          path: '乙.docx',
          title: '关于延长有关预案有效期的通知',
          issued: '2021-10-20',
          text: [`《${PLAN}》有效期延长两年。`],
        }),
      ),
    ).toBeUndefined())
})

describe('a rule', () => {
  const flaw = (title: string, to: Day, open = false) => {
    const own = until(title, to, open)
    return lapsed(own, packageOf(own))
  }
  test('that runs to the last day of the cycle is in force', () =>
    expect(flaw('执法全过程记录办法', '2022-07-31')).toBeUndefined())
  test('that ended the day before is not', () => expect(flaw('执法全过程记录办法', '2022-07-30')).toBeDefined())
  test('that says it goes on is asked about', () =>
    expect(flaw('执法全过程记录办法', '2021-07-30', true)?.sure).toBe(false))
  test('a contract is judged elsewhere', () => expect(flaw('法律顾问合同', '2021-07-30')).toBeUndefined())
})
