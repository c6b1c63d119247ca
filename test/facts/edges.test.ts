import { describe, expect, test } from 'vitest'
import { seenIn } from '../../src/facts/lines.ts'
import { recognise } from '../../src/facts/recognise.ts'
import { sensitive } from '../../src/facts/secrets.ts'
import { documentOf } from './document.ts'

/** So many lines that say nothing, and then this one. */
const below = (lines: number, text: string) => documentOf([...Array(lines).fill('一行正文'), text].join('\n'))

describe('what a recogniser read', () => {
  test.each([
    [0.6, 'likely'],
    [0.59, 'weak'],
  ] as const)('with certainty %d is %s', (certainty, expected) => {
    const line = { text: '甲', raw: '甲', at: { file: 'a.pdf' }, certainty }
    expect(seenIn(line, 'certain')).toBe(expected)
  })
})

describe('a number alone on a line is certainly the paper’s own', () => {
  const certainty = (lines: number) => recognise(below(lines, '昭府发〔2022〕1号')).number?.certainty
  test('on its fifteenth line', () => expect(certainty(14)).toBe('certain'))
  test('not on its sixteenth', () => expect(certainty(15)).toBe('likely'))
})

describe('机密 alone on a line may be a mark', () => {
  const marks = (lines: number) => sensitive(below(lines, '机密')).length
  test('on the eighth line', () => expect(marks(7)).toBe(1))
  test('not on the ninth', () => expect(marks(8)).toBe(0))
})
