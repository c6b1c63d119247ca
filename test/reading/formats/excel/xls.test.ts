import * as sheetjs from '@e965/xlsx'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { identify } from '../../../../src/reading/folder/identify.ts'
import { read } from '../../../../src/reading/read.ts'
import { LEDGER_TABLES, readSample, sample } from '../samples.ts'

test.each(['xls', 'et'] as const)(
  'a ledger in %s: days, clocks, percentages, merges, hidden rows and sheets',
  async (format) => {
    expect(await readSample('ledger.xls', format)).toEqual({
      extent: 'whole',
      pages: 2,
      pagesRead: 2,
      passages: [],
      tables: LEDGER_TABLES,
      properties: {
        title: '规范性文件台账',
        author: '昭化区司法局法制股',
        created: '2022-03-21 17:30',
        comments: 1,
      },
      notes: [],
    })
  },
)

type Cells = readonly (readonly sheetjs.CellObject[])[]

/** A workbook of these cells in a format that only old programmes write. */
function bookOf(bookType: sheetjs.BookType, cells: Cells, since1904 = false): Uint8Array {
  const book = sheetjs.utils.book_new()
  sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(cells.map((row) => row.map((cell) => cell))), '台账')
  book.Workbook = { ...book.Workbook, WBProps: { date1904: since1904 } }
  return sheetjs.write(book, { type: 'buffer', bookType })
}

const rowsIn = async (bytes: Uint8Array) => (await read(bytes, 'xls')).tables[0]?.rows.map(({ values }) => values)

test.each(['biff8', 'xlsb', 'xlml'] as const)('%s: Chinese text and a day', async (type) => {
  const cells: Cells = [
    [
      { t: 's', v: '公布日期' },
      { t: 'n', v: 44652, z: 'yyyy-mm-dd' },
    ],
  ]
  expect(await rowsIn(bookOf(type, cells))).toEqual([['公布日期', '2022-04-01']])
})

test.each([
  [44652, 'yyyy-mm-dd', '2022-04-01'],
  [44652.25, 'yyyy"年"m"月"d"日"', '2022-04-01 06:00'],
  // Excel's 1900 is a leap year.
  [59, 'yyyy-mm-dd', '1900-02-28'],
  [61, 'yyyy-mm-dd', '1900-03-01'],
  [0.5, 'hh:mm', '12:00'],
  [0.07, '0.0%', '7%'],
  [0.9496, '0%', '94.96%'],
  [0.07, '0.00" %"', 0.07],
  [44652, 'General', 44652],
  // A day that is shown as 星期五.
  [44652, '[$-804]aaaa', '2022-04-01'],
  [44652, '"aaa"0', 44652],
] as const)('%d as %s is %s', async (v, z, expected) => {
  expect(await rowsIn(bookOf('biff8', [[{ t: 'n', v, z }]]))).toEqual([[expected]])
})

test('days since 1904, as old Macs count', async () => {
  expect(await rowsIn(bookOf('biff8', [[{ t: 'n', v: 43190, z: 'yyyy-mm-dd' }]], true))).toEqual([['2022-04-01']])
})

test('a workbook of Excel 95 holds its text in GBK', async () => {
  const bytes = Buffer.from(bookOf('biff5', [[{ t: 's', v: 'abcdefgh' }]]))
  iconv.encode('公布日期', 'gbk').copy(bytes, bytes.indexOf('abcdefgh'))
  // The record that names the code page, and 936.
  const record = bytes.indexOf(Buffer.from('42000200', 'hex'))
  bytes.writeUInt16LE(936, record + 4)
  expect(await rowsIn(bytes)).toEqual([['公布日期']])
})

test('a password is told', async () => {
  const records = ['0908100000060500bb0dcc070000000006000000', '2f00060000000a0b0c0d', '0a000000'].join('')
  const file = sheetjs.CFB.utils.cfb_new()
  sheetjs.CFB.utils.cfb_add(file, '/Workbook', Buffer.from(records, 'hex'))
  const bytes = sheetjs.CFB.write(file, { type: 'buffer' })
  expect(await read(bytes, 'xls')).toMatchObject({ extent: 'unread', notes: [{ code: 'encrypted' }] })
})

test.each([
  ['cut off', sample('ledger.xls').subarray(0, 1500)],
  ['of any other bytes', Buffer.from('甲,乙\n1,2\n')],
])('a file %s is damaged', async (_, bytes) => {
  expect(await read(bytes, 'xls')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})

test.each(['biff2', 'biff5'] as const)(
  '%s: GBK that the workbook does not own up to is read as what it is',
  async (type) => {
    const bytes = Buffer.from(
      bookOf(type, [
        [
          { t: 's', v: 'abcdefgh' },
          { t: 'n', v: 7 },
        ],
      ]),
    )
    iconv.encode('公布日期', 'gbk').copy(bytes, bytes.indexOf('abcdefgh'))
    expect(await identify(bytes, 'xls')).toMatchObject({ format: 'xls' })
    expect(await rowsIn(bytes)).toEqual([['公布日期', 7]])
  },
)

/** The bare records that exports of web pages consist of: the beginning, texts, the end. */
function bareBook(...labels: readonly string[]): Buffer {
  const record = (type: number, content: Buffer) => {
    const head = Buffer.alloc(4)
    head.writeUInt16LE(type, 0)
    head.writeUInt16LE(content.length, 2)
    return Buffer.concat([head, content])
  }
  const words = (...numbers: readonly number[]) => Buffer.from(Uint16Array.from(numbers).buffer)
  const cells = labels.map((text, column) => {
    const coded = iconv.encode(text, 'gbk')
    return record(0x204, Buffer.concat([words(0, column, 0, coded.length), coded]))
  })
  return Buffer.concat([record(0x809, words(0, 0x10, 0, 0)), ...cells, record(0x0a, Buffer.alloc(0))])
}

test('an export without a file system around it is a workbook', async () => {
  const bytes = bareBook('决定书文号', '公示日期')
  expect(await identify(bytes, 'xls')).toMatchObject({ format: 'xls' })
  expect(await rowsIn(bytes)).toEqual([['决定书文号', '公示日期']])
})

test('bare records that do not come to an end are damaged', async () => {
  expect(await read(bareBook('决定书文号').subarray(0, -4), 'xls')).toMatchObject({ notes: [{ code: 'damaged' }] })
})
