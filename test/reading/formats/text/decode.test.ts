import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decode } from '../../../../src/reading/formats/text/decode.ts'

test.each([
  ['utf8', '关于印发通知', 'utf-8'],
  ['gbk', '关于印发通知', 'gb18030'],
  ['gbk', '通知', 'gb18030'],
  ['gb18030', '㐂镕喆临江市', 'gb18030'],
  ['gbk', '2024年3月 report.pdf, 序号 name total=3', 'gb18030'],
  ['utf8', 'a,b,c 1,2,3', 'utf-8'],
  ['utf8', 'Ünïcode 与汉字', 'utf-8'],
])('%s %s', (encoding, text, expected) => {
  expect(decode(iconv.encode(text, encoding))).toEqual({ text, encoding: expected, broken: false })
})

test.each([
  [[0xef, 0xbb, 0xbf], 'utf8', 'utf-8'],
  [[0xff, 0xfe], 'utf-16le', 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be', 'utf-16be'],
])('the mark %j is believed, and is no text', (mark, encoding, expected) => {
  const bytes = Buffer.concat([Buffer.from(mark), iconv.encode('台账', encoding)])
  expect(decode(bytes)).toEqual({ text: '台账', encoding: expected, broken: false })
})

test.each([
  ['utf-16le', '会议纪要\r\n2024年3月5日，①到会12人'],
  ['utf-16be', '会议纪要\r\n2024年3月5日'],
  ['utf-16le', 'a,b,c\r\n1,2,3\r\n'],
])('%s is known by its zeros where it has no mark', (encoding, text) => {
  expect(decode(iconv.encode(text, encoding, { addBOM: false }))).toEqual({ text, encoding, broken: false })
})

test('a zero among other signs makes no UTF-16', () => {
  expect(decode(Buffer.from('abc\0efgh')).encoding).toBe('utf-8')
  expect(decode(Buffer.concat([iconv.encode('通知的函', 'gbk'), Buffer.from('a\0')])).encoding).toBe('gb18030')
})

test('Chinese survives in either encoding', () => {
  const han = fc.string({
    unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((n) => String.fromCodePoint(n)),
    minLength: 3,
  })
  fc.assert(
    fc.property(han, (text) => {
      expect(decode(iconv.encode(`${text},1`, 'utf8')).text).toBe(`${text},1`)
    }),
  )
})

test('bytes of no encoding are told', () => {
  expect(decode(Uint8Array.from([0xb8, 0xdf, 0xff])).broken).toBe(true)
})
