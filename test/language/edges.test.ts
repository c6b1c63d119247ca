import { describe, expect, test } from 'vitest'
import { askedAs, groupedAs } from '../../src/language/asked.ts'
import { denialsIn } from '../../src/language/denials.ts'
import { deniedIn } from '../../src/language/denied.ts'
import { lexicon } from '../../src/language/lexicon.ts'
import { indexOfWords } from '../../src/language/words-index.ts'

const index = indexOfWords(lexicon())

describe('a head that asks', () => {
  const asked = (signs: number) => askedAs(`${'行政规范性文件合法性审核意见'.slice(0, signs - 5)}哪天立的案`, index)[0]
  test('has eighteen signs', () => expect(asked(18)).toMatch(/立案日期$/))
  test('with nineteen it is a sentence', () => expect(asked(19)).toBeUndefined())

  const group = (signs: number) => `${'司'.repeat(signs - 2)}所看`
  test('over several columns as well', () => {
    expect(groupedAs(group(18), index)).toMatch(/审查$/)
    expect(groupedAs(group(19), index)).toBe(group(19))
  })
})

describe('what a text says is not so', () => {
  const behind = (passages: number) =>
    denialsIn({ passages: [...Array(passages).fill('甲'), '未发生案件'].map((text) => ({ text, at: {} })) })
  test('is heard in its four hundredth passage', () => expect(behind(399)).toEqual(['未发生案件']))
  test('not in the next', () => expect(behind(400)).toEqual([]))

  const clause = (signs: number) =>
    denialsIn({ passages: [{ text: `${'甲'.repeat(signs - 5)}未发生案件`, at: {} }] }).length
  test('is a clause of two hundred signs', () => expect(clause(200)).toBe(1))
  test('not of one more', () => expect(clause(201)).toBe(0))

  const sentence = (signs: number) => deniedIn(`${'甲'.repeat(signs - 6)},未收到投诉`).length
  test('is a sentence of four hundred signs', () => expect(sentence(400)).toBe(1))
  test('not of one more: that is no sentence', () => expect(sentence(401)).toBe(0))

  test.each(['没有发生案件', '不存在重复处罚', '未收到投诉', '无违法案件'])('%s', (text) =>
    expect(denialsIn({ passages: [{ text, at: {} }] })).toEqual([text]),
  )
  test.each(['协议无效', '无论是谁', '与此无关', '无锡市'])('but not %s', (text) =>
    expect(denialsIn({ passages: [{ text, at: {} }] })).toEqual([]),
  )
})
