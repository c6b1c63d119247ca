import { expect, test } from 'vitest'
import { genres } from '../../src/language/genres.ts'
import { oneOf, wordLists, wordsIn } from '../../src/language/words.ts'

test('words stand in words/, not in the code', () => expect(wordsIn('genres')).toHaveProperty('classes'))

test('a file that is not there is told by name', () => expect(() => wordsIn('nothing')).toThrow('words/nothing.yaml'))

test('every word names one kind of paper, the longest first', () => {
  const { words } = genres()
  expect(new Set(words.map(({ word }) => word)).size).toBe(words.length)
  expect(words.findIndex(({ word }) => word === '情况说明')).toBeLessThan(
    words.findIndex(({ word }) => word === '说明'),
  )
})

test('a list is a group of a pattern: its words as they stand, the first that fits, and no sign of theirs is a pattern’s', () => {
  expect(oneOf('claims', 'shares')).toBe('(?:占比|占|比例)')
  expect(new RegExp(`^${oneOf('claims', 'near')}$`).test('>')).toBe(true)
  expect(() => oneOf('claims', 'nothing')).toThrow('words/claims.yaml: nothing')
})

test.each(['signing', 'acts', 'naming', 'claims'])('no list of %s says a word twice', (file) => {
  for (const [name, words] of wordLists(file)) expect([name, words]).toEqual([name, [...new Set(words)]])
})
