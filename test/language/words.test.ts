import { expect, test } from 'vitest'
import { genres } from '../../src/language/genres.ts'
import { wordsIn } from '../../src/language/words.ts'

test('words stand in words/, not in the code', () => expect(wordsIn('genres')).toHaveProperty('classes'))

test('a file that is not there is told by name', () => expect(() => wordsIn('nothing')).toThrow('words/nothing.yaml'))

test('every word names one kind of paper, the longest first', () => {
  const { words } = genres()
  expect(new Set(words.map(({ word }) => word)).size).toBe(words.length)
  expect(words.findIndex(({ word }) => word === '情况说明')).toBeLessThan(
    words.findIndex(({ word }) => word === '说明'),
  )
})
