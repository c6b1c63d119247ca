import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bare, clipped, plain } from '../../src/language/text.ts'

describe('plain', () => {
  test.each([
    ['实    施    方    案', '实施方案'],
    ['实\u3000施\u3000方\u3000案', '实施方案'],
    ['关于《 法治 政府 》的通知', '关于《法治政府》的通知'],
    ['２０２２ 年 ７ 月', '2022年7月'],
    ['2006 82 号', '2006 82号'],
    ['“互联网 + 监管”', '“互联网 + 监管”'],
    ['Windows 10 系统', 'Windows 10系统'],
    ['（征求意见稿）', '(征求意见稿)'],
    ['⼴元市⺠政局', '广元市民政局'],
    ['户⼾口', '户户口'],
    ['\ufeff零\u200b宽', '零宽'],
    ['', ''],
  ])('%s → %s', (text, expected) => expect(plain(text)).toBe(expected))

  test('texts of common signs are spelt as those that hold a rare one', () => {
    const unit = fc.constantFrom(...'中国〇一1２ \t\u3000,，。：:;!()（）《〈“’〔】—·-.aＡ｜%~')
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(plain(`${text}é`)).toBe(`${plain(text)}é`)
      }),
    )
  })

  test('saying it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(bare(bare(text))).toBe(bare(text))
      }),
    )
  })
})

describe('bare', () => {
  test.each([
    ['《行政执法 公示制度》(试行)', '行政执法公示制度试行'],
    ['公布日期', '公布日期'],
    ['公布\n日期', '公布日期'],
    ['占比(%)', '占比%'],
    ['ABC-1', 'abc1'],
    ['二〇二二', '二〇二二'],
  ])('%s → %s', (text, expected) => expect(bare(text)).toBe(expected))
})

describe('clipped', () => {
  test.each([
    ['法治政府', 4, '法治政府'],
    ['法治政府建', 4, '法治政…'],
    ['  法\n 治  ', 4, '法 治'],
    ['👩👩👩', 2, '👩…'],
  ])('%s to %d is %s', (text, length, expected) => expect(clipped(text, length)).toBe(expected))
})

test('a hostile text is spelled: what grows faster than it would not end here', () => {
  const texts = [`中${' '.repeat(300_000)}a`, '中 '.repeat(150_000), `1${' '.repeat(300_000)}1`]
  for (const text of texts) plain(text)
})
