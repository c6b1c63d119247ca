import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettersIn } from '../../../../src/reading/formats/shared/letters.ts'

test('letters and figures count, signs and spaces do not, a rare character is one', () => {
  expect(lettersIn('第1号，（𠮷）\t 二O二一 — ×%')).toBe(8)
  expect(lettersIn('……')).toBe(0)
})

test('no more are counted than are asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, most) => {
      expect(lettersIn(text, most)).toBe(Math.min(most, lettersIn(text)))
    }),
  )
})
