import { describe, expect, test } from 'vitest'
import { sensitive } from '../../src/facts/secrets.ts'
import { documentOf, sheetOf, workbookOf } from './document.ts'

const found = (text: string) =>
  sensitive(documentOf(text)).map(({ kind, certainty, at }) => [kind, certainty, at.quote])

// The specimen of the standard (GB 11643) and numbers of a range that is not given out.
const IDENTITY = '11010519491231002X'
const MOBILE = '19900000000'

test.each([
  ['机密★', [['secret', 'certain', '机密★']]],
  ['绝密 ★ 长期', [['secret', 'certain', '绝密 ★ 长期']]],
  ['秘密☆1年', [['secret', 'certain', '秘密☆1年']]],
  ['机密\n关于某事的通知', [['secret', 'weak', '机密']]],
  ['内部资料 注意保存', [['internal', 'weak', '内部资料注意保存']]],
  ['(工作秘密)', [['internal', 'weak', '(工作秘密)']]],
  [`身份证号:${IDENTITY}`, [['identity', 'certain', '110*************2X']]],
  ['身份证号:１１０１０５１９４９１２３１００２Ｘ', [['identity', 'certain', '110*************2X']]],
  [`电话:${MOBILE}`, [['mobile', 'likely', '199******00']]],
  ['电话:199-0000-0000', [['mobile', 'likely', '199******00']]],
  ['+86 19900000000', [['mobile', 'likely', '199******00']]],
])('%s', (text, expected) => expect(found(text)).toEqual(expected))

test.each([
  '严守国家秘密、工作秘密和商业秘密,不得泄露。',
  '涉及机密事项的,按规定办理',
  '110105194912310021',
  '11010519491331002X',
  '统一社会信用代码91110105194912310X',
  '0839-8700000',
  '119900000000',
  '12345678901',
  '1990000000',
  '金额19900000000.50元',
])('%s is nothing to hide', (text) => expect(found(text)).toEqual([]))

test('in a table it is counted, and shown once, at its first cell', () => {
  const sheet = sheetOf('名册', [
    ['姓名', '身份证号', '电话'],
    ['张三', IDENTITY, 19900000000],
    ['李四', IDENTITY, '19900000001'],
  ])
  expect(sensitive(workbookOf(sheet))).toEqual([
    {
      kind: 'identity',
      certainty: 'certain',
      count: 2,
      at: { file: '28/台账.xlsx', sheet: '名册', cell: 'B2', quote: '110*************2X' },
    },
    {
      kind: 'mobile',
      certainty: 'likely',
      count: 2,
      at: { file: '28/台账.xlsx', sheet: '名册', cell: 'C2', quote: '199******00' },
    },
  ])
})

describe('from an image', () => {
  test('even a mark is weak', () => {
    expect(sensitive(documentOf('机密★', { certainty: 0.9 })).map(({ certainty }) => certainty)).toEqual(['weak'])
  })
})
