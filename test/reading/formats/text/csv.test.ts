import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { read } from '../../../../src/reading/read.ts'

const rows = async (text: string | Uint8Array) =>
  (await read(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'csv')).tables[0]!.rows

test('a GBK export is read whole', async () => {
  expect(await read(iconv.encode('文件名称,件数\r\n管理办法,3\r\n', 'gbk'), 'csv')).toEqual({
    extent: 'whole',
    pages: 1,
    pagesRead: 1,
    passages: [],
    tables: [
      {
        name: '表1',
        kind: 'sheet',
        rows: [
          { index: 0, values: ['文件名称', '件数'] },
          { index: 1, values: ['管理办法', '3'] },
        ],
        merges: [],
      },
    ],
    properties: { encoding: 'gb18030' },
    notes: [],
  })
})

test.each([
  [
    'quotes hold delimiters, quotes and line breaks',
    '"a,b","说""明""","两\n行"\n1,2,3',
    [
      ['a,b', '说"明"', '两\n行'],
      ['1', '2', '3'],
    ],
  ],
  [
    'semicolons',
    'a;b;c\n"1";"2";3',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  ],
  [
    'tabs',
    'a\tb\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a title above the header, whatever signs it has',
    '台账,2024\na;b;c\n1;2;3\n4;5;6',
    [['台账,2024'], ['a', 'b', 'c'], ['1', '2', '3'], ['4', '5', '6']],
  ],
  [
    'pipes',
    'a|b|c\n1|2|3',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  ],
  ['one pipe in a word', '甲|乙\n丙', [['甲|乙'], ['丙']]],
  [
    'noughts that were kept from Excel',
    'a,b\n="001","=""02"""',
    [
      ['a', 'b'],
      ['001', '02'],
    ],
  ],
  ['empty fields are nothing', 'a,,c\n,,', [['a', null, 'c']]],
  [
    'a field after the last delimiter',
    'a,\nb,c',
    [
      ['a', null],
      ['b', 'c'],
    ],
  ],
  ['an open quote ends with the file', '"a,b\nc', [['a,b\nc']]],
  ['signs after a closing quote stay', '"a"x,b', [['ax', 'b']]],
])('%s', async (_, text, expected) => {
  expect((await rows(text)).map(({ values }) => values)).toEqual(expected)
})

test('rows keep their number when a line is blank', async () => {
  expect(await rows('a\n\nb')).toEqual([
    { index: 0, values: ['a'] },
    { index: 2, values: ['b'] },
  ])
})

test('what Excel says of the delimiter is believed, and is no row', async () => {
  expect(await rows('sep=;\r\na,b;c\r\n')).toEqual([{ index: 1, values: ['a,b', 'c'] }])
})

test('what is written by the rules comes back', async () => {
  const field = fc.string({ unit: fc.constantFrom('甲', 'a', '"', ',', '\n', ' ', ';'), minLength: 1 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 5 }), async (table) => {
      const quoted = table.map((line) => line.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n')
      expect((await rows(quoted)).map(({ values }) => values)).toEqual(table)
    }),
  )
})

test('bytes of no encoding cost some signs, and it is told', async () => {
  expect(await read(Buffer.from([0xb8, 0xdf, 0x2c, 0xff, 0xff, 0x2c, 0x61]), 'csv')).toMatchObject({
    extent: 'partly',
    notes: [{ code: 'partly' }],
  })
})
