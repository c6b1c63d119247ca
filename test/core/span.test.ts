import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SPAN_UNITS, spanName, spanOf } from '../../src/core/span.ts'

test.each([
  ['15日', { count: 15, unit: 'day' }],
  ['10天', { count: 10, unit: 'day' }],
  ['7个工作日', { count: 7, unit: 'workday' }],
  ['7 工作日', { count: 7, unit: 'workday' }],
  ['3个月', { count: 3, unit: 'month' }],
  ['24小时', { count: 24, unit: 'hour' }],
  ['２４小时', { count: 24, unit: 'hour' }],
])('%s', (text, span) => expect(spanOf(text)).toEqual(span))

test.each(['', '15', '日', '-1日', '1.5日', '15日内', '十五日', '10000日', '15年'])('%s is no span', (text) =>
  expect(spanOf(text)).toBeUndefined(),
)

test('a span is named as it is read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(...SPAN_UNITS), (count, unit) => {
      expect(spanOf(spanName({ count, unit }))).toEqual({ count, unit })
    }),
  )
})
