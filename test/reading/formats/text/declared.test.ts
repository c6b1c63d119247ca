import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { asUtf8, xmlText } from '../../../../src/reading/formats/text/declared.ts'

const xml = (encoding: string, text: string) =>
  `<?xml version="1.0"${encoding && ` encoding="${encoding}"`}?><a>${text}</a>`

test.each([
  ['what it declares', iconv.encode(xml('GB2312', '通知'), 'gbk'), '通知'],
  ['GBK under the name of its part', iconv.encode(xml('gb2312', '㈱镕'), 'gbk'), '㈱镕'],
  ['UTF-8 without any Han in it', Buffer.from(xml('UTF-8', 'Ω·Δ')), 'Ω·Δ'],
  ['UTF-8 where nothing is declared', Buffer.from(xml('', 'é通')), 'é通'],
  ['a mark before a declaration that says otherwise', Buffer.from(`\ufeff${xml('GB2312', '通知')}`), '通知'],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${xml('UTF-16', '通知')}`, 'utf16le'), '通知'],
  ['UTF-16 without one', Buffer.from(xml('UTF-16', '通知'), 'utf16le'), '通知'],
  ['a declaration that the bytes belie', Buffer.from(xml('UTF-16', '通知')), '通知'],
  ['GBK that declares UTF-8', iconv.encode(xml('UTF-8', '关于印发的通知'), 'gbk'), '关于印发的通知'],
  ['an encoding that nobody knows', Buffer.from(xml('x-unknown', '通知')), '通知'],
])('%s', (_, bytes, said) => {
  expect(/<a>(.*)<\/a>/.exec(xmlText(bytes))?.[1]).toBe(said)
})

test('for others it is UTF-8, and says so', () => {
  const bytes = iconv.encode(xml('GB2312', '通知'), 'gbk')
  expect(Buffer.from(asUtf8(bytes)).toString('utf8')).toBe(xml('UTF-8', '通知'))
  const plain = Buffer.from(xml('utf-8', '通知'))
  expect(asUtf8(plain)).toBe(plain)
})
