import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gramsOf, mayHold, pairsOf } from '../../src/language/grams.ts'

const holds = (texts: readonly string[], word: string) => mayHold(gramsOf(texts), pairsOf(word))

test('a word that stands in a text is never missed', () => {
  const unit = fc.constantFrom(...'确认违法撤销败诉a1，。')
  const text = fc.string({ unit, maxLength: 200 })
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 5 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 6 }),
      (texts, a, b, n) => {
        const from = texts[a % Math.max(1, texts.length)] ?? ''
        const at = b % Math.max(1, from.length)
        expect(holds(texts, from.slice(at, at + n))).toBe(true)
      },
    ),
  )
})

test('a word of other pairs is told apart, however long the text is', () => {
  const text = '本年度未发生行政诉讼案件'.repeat(10_000)
  expect([holds([text], '诉讼'), holds([text], '讼诉'), holds([text], '确认违法')]).toEqual([true, false, false])
})

test('words do not reach from one text into the next', () => {
  expect(holds(['被撤', '销的'], '撤销')).toBe(false)
})

test('a single sign may stand anywhere, and in nothing stands no word', () => {
  expect([holds(['法'], '撤'), holds([], '撤销'), holds([''], '撤销')]).toEqual([true, false, false])
})
