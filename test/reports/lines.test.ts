import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { block, padded, widthOf, wrapped } from '../../src/reports/lines.ts'

describe('wrapping', () => {
  test('Han break anywhere, words stay whole', () => {
    expect(wrapped('见 28/台账.xlsx 的 G9 单元格', 16)).toEqual(['见 28/台账.xlsx', '的 G9 单元格'])
  })

  test('a comma never begins a line, an opening bracket never ends one', () => {
    expect(wrapped('合法性审核率达到（全部）', 16)).toEqual(['合法性审核率达到', '（全部）'])
    expect(wrapped('合法性审核率达（全部）', 16)).toEqual(['合法性审核率达', '（全部）'])
    expect(wrapped('合法性审核率，应达（全部）', 12)).toEqual(['合法性审核', '率，应达（全', '部）'])
  })

  test('no line is wider than asked and no sign is lost', () => {
    const signs = fc.constantFrom('法', '政', '，', '（', '“', 'a', '7', '.', ' ', '…')
    const texts = fc.array(signs, { maxLength: 120 }).map((list) => list.join('').trim().replace(/ +/g, ' '))
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 60 }), (text, width) => {
        const lines = wrapped(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        // A closing sign may hang over the edge: it must not begin the next line.
        for (const line of lines) expect(widthOf(line.replace(/[，“（…”]+$/u, ''))).toBeLessThanOrEqual(width)
      }),
    )
  })
})

test('Han fill two columns when padded', () => {
  expect(padded('镇', 4)).toBe('镇  ')
})

test('a hanging indent holds on every line', () => {
  expect(block('依据  ', '一二三四五六七八', 20, 2)).toEqual(['  依据  一二三四五六', '        七八'])
})
