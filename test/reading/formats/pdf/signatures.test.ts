import { expect, test } from 'vitest'
import { signaturesIn } from '../../../../src/reading/formats/pdf/signatures.ts'

const GAP = `<${'0'.repeat(200)}>`

/** A PDF whose signature dictionary covers it but for the gap; the ranges are filled in once they are known. */
function signed(entries: string, after = ''): Uint8Array {
  const draft = (range: string) => `%PDF-1.7\n5 0 obj\n<</Type/Sig/ByteRange [${range}]/Contents`
  const tail = `${entries}>>\nendobj\nstartxref\n0\n%%EOF\n`
  const range = '0 0000000000 0000000000 0000000000'
  const start = draft(range).length
  const end = start + GAP.length
  const pad = (value: number) => String(value).padStart(10, '0')
  const head = draft(`0 ${pad(start)} ${pad(end)} ${pad(tail.length)}`)
  return Buffer.from(`${head}${GAP}${tail}${after}`, 'latin1')
}

const ENTRIES = "/SubFilter/adbe.pkcs7.detached/M (D:20220318101500+08'00')/Name <FEFF533A53F86CD55C40>"

test('who signed, when, in which form, and that all of the file is covered', () => {
  expect(signaturesIn(signed(ENTRIES))).toEqual([
    { form: 'adbe.pkcs7.detached', by: '区司法局', at: '2022-03-18 10:15', whole: true },
  ])
})

test('what was added after signing is not covered', () => {
  expect(signaturesIn(signed(ENTRIES, '6 0 obj\n<<>>\nendobj\n%%EOF\n'))).toMatchObject([{ whole: false }])
})

test('a line end after the last mark is no addition', () => {
  expect(signaturesIn(signed(ENTRIES, '\n'))).toMatchObject([{ whole: true }])
})

test('a name in brackets keeps its brackets and signs', () => {
  expect(signaturesIn(signed('/Name (Zhao \\(Hua\\) \\101)'))).toEqual([
    { form: 'unknown', by: 'Zhao (Hua) A', whole: true },
  ])
})

test.each([
  ['a day that does not exist', '/M (D:20220231101500)'],
  ['no day at all', ''],
])('%s: no moment is stated', (_, entries) => {
  expect(signaturesIn(signed(entries))).toEqual([{ form: 'unknown', whole: true }])
})

test.each([
  ['no signature', '%PDF-1.7\n1 0 obj\n<<>>\nendobj'],
  ['ranges that are no numbers', '/ByteRange [a b c d]'],
  ['a range cut off', '/ByteRange [0 12'],
])('%s: none', (_, text) => {
  expect(signaturesIn(Buffer.from(text))).toEqual([])
})

test('ranges beyond the file cover nothing', () => {
  expect(signaturesIn(Buffer.from('%PDF\n1 0 obj\n<</ByteRange [0 5000000000 9000000000 10]>>'))).toEqual([
    { form: 'unknown', whole: false },
  ])
})
