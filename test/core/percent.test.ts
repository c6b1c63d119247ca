import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparedTo, percentName, percentOf, percentText } from '../../src/core/percent.ts'

const count = fc.integer({ min: 0, max: 2 ** 53 - 1 })
const printed = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 }))

describe('reading', () => {
  test.each([
    ['95%', { part: 95, of: 100 }],
    ['91.7%', { part: 917, of: 1000 }],
    ['100.00 %', { part: 10000, of: 10000 }],
    ['９５％', { part: 95, of: 100 }],
    ['0.5%', { part: 5, of: 1000 }],
  ])('%s', (text, percent) => expect(percentOf(text)).toEqual(percent))

  test.each(['95', '0.95', '-5%', '95%以上', '百分之九十五', '.5%', '%', '', '1e2%', '1111111111%'])(
    '%s is none',
    (text) => expect(percentOf(text)).toBeUndefined(),
  )

  test('a percentage is named as it was printed', () => {
    fc.assert(
      fc.property(printed, ([whole, decimals]) => {
        const text = `${whole}.${String(decimals).padStart(3, '0')}%`
        expect(Number(percentName(percentOf(text)!).slice(0, -1))).toBe(Number(text.slice(0, -1)))
      }),
    )
  })
})

describe('comparing', () => {
  const against = (text: string, part: number, whole: number) => comparedTo(part, whole, percentOf(text)!)

  test.each([
    ['95%', 19, 20, 0, 'exactly'],
    ['95%', 949, 1000, -1, 'one of a thousand short'],
    ['95%', 951, 1000, 1, 'one of a thousand over'],
    ['7%', 7, 100, 0, 'where 0.07 * 100 is more than 7'],
    ['100%', 11, 12, -1, 'one of twelve missing'],
    ['91.7%', 11, 12, -1, '91.666… is less than its rounding'],
    ['100%', 9007199254740990, 9007199254740991, -1, 'one short of the greatest whole number'],
    ['0.1%', 1, 1000, 0, 'a tenth'],
    ['50%', 0.5, 1, 0, 'half of a sum of money'],
  ])('%s: %d of %d is %d, %s', (text, part, whole, sign) => expect(against(text, part, whole)).toBe(sign))

  test('is exact for all whole numbers', () => {
    fc.assert(
      fc.property(count, count, printed, (part, whole, [percent, decimals]) => {
        const text = `${percent}.${String(decimals).padStart(3, '0')}%`
        const exact = BigInt(part) * 100_000n - BigInt(whole) * BigInt(percent * 1000 + decimals)
        expect(against(text, part, whole)).toBe(exact < 0n ? -1 : exact > 0n ? 1 : 0)
      }),
    )
  })
})

describe('printing', () => {
  test.each([
    [11, 12, '91.7%'],
    [12, 12, '100%'],
    [0, 12, '0%'],
    [1, 2, '50%'],
    [1999, 2000, '99.9%'],
    [99_999, 100_000, '99.9%'],
    [1, 100_000, '0.1%'],
    [9496, 10_000, '94.9%'],
    [9504, 10_000, '95.1%'],
    [13, 12, '108.3%'],
    [0, 0, '—'],
  ])('%d of %d is %s', (part, whole, text) => expect(percentText(part, whole)).toBe(text))

  test('never shows a whole percent that it is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (part, whole) => {
        const text = percentText(part, whole)
        if (!text.includes('.')) expect(comparedTo(part, whole, percentOf(text)!)).toBe(0)
      }),
    )
  })
})
