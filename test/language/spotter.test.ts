import { expect, test } from 'vitest'
import { holdsAny, spotterOf } from '../../src/language/spotter.ts'

test('a text holds a word wherever it stands, also at its very end', () => {
  expect(holdsAny('该案涉嫌犯罪，应当移送', ['犯罪', '拘留'])).toBe(true)
  expect(holdsAny('予以拘留', ['犯罪', '拘留'])).toBe(true)
  expect(holdsAny('予以拘', ['犯罪', '拘留'])).toBe(false)
})

test('the beginning of a word is no word, and what only shares a sign neither', () => {
  expect(holdsAny('犯案', ['犯罪'])).toBe(false)
  expect(holdsAny('罪犯', ['犯罪'])).toBe(false)
})

test('signs that fall together in the table of beginnings are told apart', () => {
  const word = String.fromCharCode(0x4e00 + 5, 0x4e10)
  expect(spotterOf([word])(String.fromCharCode(0x4e00 + 5 + 1024, 0x4e10))).toBe(false)
  expect(spotterOf([word])(`甲${word}`)).toBe(true)
})

test('no words are in no text, the empty one in each', () => {
  expect(holdsAny('任何', [])).toBe(false)
  expect(holdsAny('', [''])).toBe(true)
})
