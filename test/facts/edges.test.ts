import { describe, expect, test } from 'vitest'
import { seenIn } from '../../src/facts/lines.ts'
import { organsOn } from '../../src/facts/organs.ts'
import { partsOf } from '../../src/facts/parts.ts'
import { recognise } from '../../src/facts/recognise.ts'
import { sensitive } from '../../src/facts/secrets.ts'
import { sheetTitle } from '../../src/facts/sheet-titles.ts'
import { sheet } from '../helpers/documents.ts'
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

describe('a number alone on a line is the paper’s own at all', () => {
  const own = (lines: number) => recognise(below(lines, '昭府发〔2022〕1号')).number?.value
  test('on its sixtieth line', () => expect(own(59)).toBe('昭府发〔2022〕1号'))
  test('not on its sixty-first', () => expect(own(60)).toBeUndefined())
})

describe('a number that was left open makes a draft', () => {
  const drafts = (lines: number) => recognise(below(lines, '昭府发〔2022〕 号')).drafts.map(({ why }) => why)
  test('on the fifteenth line', () => expect(drafts(14)).toEqual(['文号未填']))
  test('not on the sixteenth', () => expect(drafts(15)).toEqual([]))
})

describe('a day is signed by the body', () => {
  const issuer = (lines: number) => {
    const between = Array(lines).fill('（盖章）')
    const text = ['关于工作的报告', '现将有关情况报告如下。', '昭化区司法局', ...between, '2022年7月5日']
    return recognise(documentOf(text.join('\n'))).issued?.why
  }
  test('three lines above it', () => expect(issuer(2)).toBe(issuer(0)))
  test('not four', () => expect(issuer(3)).not.toBe(issuer(0)))
})

describe('a table’s title stands alone', () => {
  const title = (above: number) => {
    const rows = [
      ...Array(above).fill([null]),
      ['规范性文件台账（2022年）'],
      ['文件名称', '公布日期'],
      ['甲', '2022-01-01'],
    ]
    return sheetTitle({ path: 'a.xlsx', tables: [sheet('Sheet1', rows)] })?.value
  }
  test('in its fifth row', () => expect(title(4)).toBe('规范性文件台账(2022年)'))
  test('not in its sixth', () => expect(title(5)).toBeUndefined())
})

describe('a heading is what a claim or a denial stands under', () => {
  // The mark of its number counts as well.
  const heading = (signs: number) => `一、${'政务服务'.repeat(10).slice(0, signs - 2)}`
  const claimed = (signs: number) =>
    recognise(documentOf(`${heading(signs)}\n共受理投诉12件，回复率为95%。`)).claims[0]?.context?.startsWith('一、')
  test('of forty signs', () => expect(claimed(40)).toBe(true))
  test('of forty-one it is a sentence', () => expect(claimed(41)).toBe(false))

  const denied = (signs: number) => {
    const head = '行政复议案件办理'.repeat(6).slice(0, signs)
    return recognise(documentOf(`关于有关情况的说明\n一、${head}\n本年度未发生此类案件。`)).denials?.[0]?.heading
  }
  test('of a denial: forty signs behind its number', () => expect(denied(40)).toHaveLength(40))
  test('not forty-one', () => expect(denied(41)).toBe(''))
})

describe('a line is one of names', () => {
  const names = (signs: number) => organsOn('昭化区司法局', `昭化区司法局${' '.repeat(signs - 6)}`)
  test('of a thousand signs', () => expect(names(1000)).toEqual(['昭化区司法局']))
  test('not of one more: that is made to be slow', () => expect(names(1001)).toEqual([]))
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
