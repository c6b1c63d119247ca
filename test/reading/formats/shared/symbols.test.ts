import { expect, test } from 'vitest'
import { shownIn, symbolOf } from '../../../../src/reading/formats/shared/symbols.ts'

test.each([
  ['Wingdings', 0xf0fe, '☑'],
  ['Wingdings', 0xa8, '□'],
  ['wingdings 2', 0xf052, '☑'],
  ['Wingdings 2', 0xa3, '□'],
  ['Symbol', 0xd6, '√'],
  ['Wingdings', 0xf022, ''],
  ['宋体', 0x2611, '☑'],
  ['宋体', 0xf0fe, ''],
  ['constructor', 0xf0fe, ''],
] as const)('%s shows %i as %j', (font, code, shown) => {
  expect(symbolOf(font, code)).toBe(shown)
})

test('of a text in a symbol font only letters are drawings: Han and figures stay', () => {
  expect(shownIn('Wingdings 2', 'R是 £否 2021年')).toBe('☑是 □否 2021年')
  expect(shownIn('宋体', 'R是')).toBe('R是')
})
