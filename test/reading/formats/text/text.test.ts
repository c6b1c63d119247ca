import { expect, test } from 'vitest'
import { read } from '../../../../src/reading/read.ts'

test('lines are passages', async () => {
  expect(await read(new TextEncoder().encode('情况说明\r\n\r\n  本局2021年未发生。\n'), 'txt')).toEqual({
    extent: 'whole',
    pages: 1,
    pagesRead: 1,
    passages: [
      { text: '情况说明', at: {} },
      { text: '本局2021年未发生。', at: {} },
    ],
    tables: [],
    properties: { encoding: 'utf-8' },
    notes: [],
  })
})

test('nothing but blanks is told', async () => {
  expect(await read(new TextEncoder().encode(' \n'), 'txt')).toMatchObject({
    passages: [],
    notes: [{ code: 'no-text' }],
  })
})
