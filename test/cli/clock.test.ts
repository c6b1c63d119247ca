import { describe, expect, test } from 'vitest'
import { clockOf } from '../../src/cli/clock.ts'

const cycle = { from: '2020-01-01', to: '2022-07-31', note: '' } as const

describe('the day of the audit', () => {
  test('is today while the cycle runs', () => {
    expect(clockOf(undefined, '2022-07-30', cycle)).toEqual({ asOf: '2022-07-30', clock: '' })
    expect(clockOf(undefined, '2022-07-31', cycle)).toEqual({ asOf: '2022-07-31', clock: '' })
  })

  test('is the submission day once the cycle is over, and the report says so', () => {
    expect(clockOf(undefined, '2022-08-01', cycle)).toEqual({
      asOf: '2022-07-31',
      clock: '创建周期已结束，审核日按报送截止日2022年7月31日计算；如需另定，请用 --as-of',
    })
  })

  test('is the one asked for, even after the cycle', () => {
    expect(clockOf('2022-09-01', '2026-01-01', cycle)).toEqual({
      asOf: '2022-09-01',
      clock: '审核日晚于报送截止日（2022年7月31日）',
    })
  })

  test.each(['2022-02-30', '20220731', '2022.7.31', '昨天', ''])('%j is no day', (asked) => {
    expect(() => clockOf(asked, '2022-07-30', cycle)).toThrow('请写成 2022-07-31 这样的形式')
  })

  test('before the cycle there is nothing to audit', () => {
    expect(() => clockOf('2019-12-31', '2022-07-30', cycle)).toThrow('早于创建周期起始日 2020-01-01')
  })
})
