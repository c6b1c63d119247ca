import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { termIn } from '../../../src/judging/tables/cell-terms.ts'

describe('a term written in a cell', () => {
  test.each([
    ['30日内', 30, 'day'],
    ['15个工作日', 15, 'workday'],
    ['两个月', 2, 'month'],
    ['半个月', 15, 'day'],
    ['十五日内书面回复', 15, 'day'],
    ['不超过20个工作日', 20, 'workday'],
    ['两周', 14, 'day'],
  ])('%s', (text, count, unit) => {
    expect(termIn(text)).toMatchObject({ count, unit })
  })

  test.each(['30', '无', '2021年8月15日前', '昭住建函〔2021〕60号', '现场答复', '三年', '30日内答复，逾期15日内说明'])(
    'not in “%s”',
    (text) => {
      expect(termIn(text)).toBeUndefined()
    },
  )

  test('any figure with its unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom('日', '天', '个工作日', '个月'), (count, unit) => {
        expect(termIn(`${count}${unit}内`)?.count).toBe(count)
      }),
    )
  })
})
