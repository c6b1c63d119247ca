import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../src/core/day.ts'
import type { Document } from '../../../../src/core/package.ts'
import { interrupted } from '../../../../src/judging/papers/flaws/interrupted.ts'
import { paper, scopeOf } from '../../../helpers/scope.ts'

const packageOf = (...documents: Document[]) => scopeOf({ documents }).package

let count = 0
function contract(from: Day, to: Day, title = '常年法律顾问合同'): Document {
  const path = `${++count}.docx`
  const made = paper({ path, title, issued: from })
  return {
    ...made,
    facts: { ...made.facts, term: { from, to, at: { file: path }, certainty: 'certain', open: false } },
  }
}

describe('a contract that ended on 28 February 2021', () => {
  const own = contract('2020-03-01', '2021-02-28')
  const flaw = (...more: Document[]) => interrupted(own, packageOf(own, ...more))

  test('is followed a month later', () => expect(flaw(contract('2021-04-01', '2022-12-31'))).toBeUndefined())
  test('not a day after that', () => expect(flaw(contract('2021-04-02', '2022-12-31'))?.sure).toBe(true))
  test('one that covers the time closes it', () =>
    expect(flaw(contract('2022-01-01', '2022-12-31'), contract('2020-12-01', '2021-12-31'))).toBeUndefined())
  test('one without a term may do so', () =>
    expect(
      flaw(contract('2022-01-01', '2022-12-31'), paper({ path: '丙.docx', title: '常年法律顾问聘书' }))?.sure,
    ).toBe(false))
  test('what explains it is asked about', () =>
    expect(
      flaw(
        contract('2022-01-01', '2022-12-31'),
        paper({ path: '丁.docx', title: '情况说明', text: ['2021年法律顾问空缺期间由区司法局代为审查。'] }),
      )?.sure,
    ).toBe(false))
  test('without a next one it ran out, which is another matter', () => expect(flaw()).toBeUndefined())
})

test('what nobody has to have all the time may pause', () => {
  const own = contract('2020-03-01', '2021-02-28', '电梯维护合同')
  expect(interrupted(own, packageOf(own, contract('2022-01-01', '2022-12-31', '电梯维护合同')))).toBeUndefined()
})

test('each village engages its own adviser', () => {
  const own = contract('2020-03-01', '2021-02-28', '村（社区）法律顾问协议')
  expect(
    interrupted(own, packageOf(own, contract('2022-01-01', '2022-12-31', '村（社区）法律顾问协议'))),
  ).toBeUndefined()
})
