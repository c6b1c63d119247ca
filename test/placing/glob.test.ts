import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { globs } from '../../src/placing/glob.ts'

describe('reaches', () => {
  test.each([
    ['28/意见书.pdf', '28/意见书.pdf'],
    ['28', '28/2021/意见书.pdf'],
    ['28/', '28/意见书.pdf'],
    ['./28/意见书.pdf', '28/意见书.pdf'],
    ['28\\意见书.pdf', '28/意见书.pdf'],
    ['28/*.pdf', '28/意见书.pdf'],
    ['*/意见书.pdf', '28/意见书.pdf'],
    ['**/意见书.pdf', '意见书.pdf'],
    ['**/意见书.pdf', '28/2021/意见书.pdf'],
    ['28/**', '28/2021/意见书.pdf'],
    ['28/**/*.pdf', '28/意见书.pdf'],
    ['28/**/2021/*', '28/a/b/2021/意见书.pdf'],
    ['28/意见书?.pdf', '28/意见书1.pdf'],
    ['28/*意见*', '28/合法性审核意见书.pdf'],
    ['28/(1)[a].pdf', '28/(1)[a].pdf'],
  ])('%s → %s', (pattern, path) => {
    expect(globs(pattern, path)).toBe(true)
  })
})

describe('does not reach', () => {
  test.each([
    ['28/*.pdf', '28/2021/意见书.pdf'],
    ['28/*.pdf', '28/意见书.docx'],
    ['28', '281/意见书.pdf'],
    ['28/意见书', '28/意见书.pdf'],
    ['*.pdf', '28/意见书.pdf'],
    ['28/**/2021', '28/2020/意见书.pdf'],
    ['', '意见书.pdf'],
    ['/', '意见书.pdf'],
    ['28/意见书?.pdf', '28/意见书.pdf'],
  ])('%s → %s', (pattern, path) => {
    expect(globs(pattern, path)).toBe(false)
  })
})

test('every path reaches itself, its folder and everything', () => {
  const part = fc
    .string({ minLength: 1, maxLength: 6 })
    .filter((text) => !/[/\\*?]/.test(text) && text !== '.' && text.normalize('NFC') === text)
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const path = parts.join('/')
      expect([path, '**', `${parts[0]}`, `**/${parts.at(-1)}`].map((pattern) => globs(pattern, path))).toEqual([
        true,
        true,
        true,
        true,
      ])
    }),
  )
})

test('a hostile pattern comes to an end', () => {
  expect(globs(`${'**/'.repeat(500)}x`, `${'a/'.repeat(500)}b`)).toBe(false)
  expect(globs(`${'*a'.repeat(500)}b`, 'a'.repeat(5000))).toBe(false)
})
