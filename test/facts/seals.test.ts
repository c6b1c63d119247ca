import { expect, test } from 'vitest'
import type { SeenSeal } from '../../src/core/evidence.ts'
import { sealsOf } from '../../src/facts/seals.ts'

const seen: SeenSeal = {
  page: 3,
  kind: 'round',
  box: { x: 0.6, y: 0.7, width: 0.2, height: 0.14 },
  sizeMm: 42,
  certainty: 0.75,
}

test('a seal that was seen has its place, and is likely at best', () => {
  expect(sealsOf({ path: '通知.pdf', seals: [{ ...seen, certainty: 1 }] })).toEqual([
    { at: { file: '通知.pdf', page: 3 }, certainty: 'likely', kind: 'round', sizeMm: 42, box: seen.box },
  ])
})

test.each([
  [0.75, 'likely'],
  [0.74, 'weak'],
])('seen with %d it is %s', (certainty, expected) => {
  expect(sealsOf({ path: 'a.pdf', seals: [{ ...seen, certainty }] })?.[0]?.certainty).toBe(expected)
})

test('where everything was looked at and none was found, there is none', () => {
  expect(sealsOf({ path: 'a.pdf', seals: [] })).toEqual([])
})

test.each([[null], [undefined]])('where nobody could judge (%s), nothing is said', (seals) => {
  expect(sealsOf({ path: 'a.pdf', ...(seals !== undefined && { seals }) })).toBeNull()
})
