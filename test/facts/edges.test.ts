import { describe, expect, test } from 'vitest'
import { seenIn } from '../../src/facts/lines.ts'
import { partsOf } from '../../src/facts/parts.ts'
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

describe('a bound paper begins on a page', () => {
  const first = ['局务会议纪要', '2021年第11期', '会议听取了有关情况的汇报。']
  const parts = (lines: number) => {
    const second = [
      ...Array(lines).fill('区司法局'),
      '昭司〔2022〕3号',
      '关于2021年工作情况的报告',
      '区政府：',
      '现报告如下。',
    ]
    const pages = [first, second].flatMap((page, at) => page.map((text) => ({ text, at: { page: at + 1 } })))
    return partsOf({ ...documentOf(''), format: 'pdf', pages: 2, pagesRead: 2, passages: pages }).length
  }
  test('whose title is its eighth line', () => expect(parts(6)).toBe(1))
  test('not its ninth', () => expect(parts(7)).toBe(0))
})

test.each(['妥否，请批示。', '当否，请批示。', '请予审查。'])('%s closes a paper', (closing) =>
  expect(recognise(documentOf(`关于方案的请示\n现将方案呈报。\n${closing}`)).closing).not.toBeNull(),
)
test('请批示 alone does not', () =>
  expect(recognise(documentOf('关于方案的请示\n请领导审定后请批示。')).closing).toBeNull())
