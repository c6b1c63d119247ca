import { describe, expect, test } from 'vitest'
import { countedIn } from '../../src/language/counted.ts'

const DISPUTES = { things: ['矛盾纠纷', '纠纷'], acts: ['调处', '调解', '受理'], units: ['件', '起'] }
const REPAIRS = { things: ['信用修复申请', '信用修复'], acts: ['受理', '收到'], units: ['件', '家'] }
const numbers = (sentence: string, spoken = DISPUTES, heading = '') =>
  countedIn(sentence, spoken, heading).map(({ number }) => number)

describe('a number of all records', () => {
  test.each([
    ['2021年共排查调处矛盾纠纷64件,调解成功率100%', [64]],
    ['矛盾纠纷调处64件', [64]],
    ['全年调处各类矛盾纠纷共计64起', [64]],
    ['调解了64件纠纷', [64]],
    ['2020年调处矛盾纠纷十二件,2021年调处矛盾纠纷64件', [12, 64]],
  ])('%s', (sentence, found) => expect(numbers(sentence)).toEqual(found))

  test('words may stand between the act and the thing', () => {
    expect(numbers('创建周期内共受理企业信用修复申请46件,全部办结', REPAIRS)).toEqual([46])
  })

  test('the heading may name the thing', () => {
    expect(numbers('共受理46件', REPAIRS, '信用修复')).toEqual([46])
    expect(numbers('共受理46件', REPAIRS, '公平竞争审查')).toEqual([])
  })
})

describe('no such number', () => {
  test.each([
    ['of some of them', '其中调处重大矛盾纠纷3件'],
    ['of a kind of them', '调处重大疑难矛盾纠纷3件'],
    ['round', '调处矛盾纠纷60余件'],
    ['near', '调处矛盾纠纷近60件'],
    ['a part of a year', '上半年调处矛盾纠纷12件'],
    ['planned', '计划调处矛盾纠纷60件'],
    ['others did it', '协助法院调解纠纷6件'],
    ['another act', '移交矛盾纠纷6件'],
    ['another unit of measure', '调处矛盾纠纷64次'],
    ['a document’s number', '调处矛盾纠纷的通知〔2021〕64号'],
  ])('%s', (_, sentence) => expect(numbers(sentence)).toEqual([]))
})

describe('a number whose clause begins so far back that nobody sees of what it is', () => {
  const long = (signs: number) => `${'事'.repeat(signs - 6)}调处矛盾纠纷64件`

  test('counts two hundred signs behind its stop, and not one further', () => {
    expect(numbers(long(200))).toEqual([64])
    expect(numbers(long(201))).toEqual([])
    expect(numbers(`${'事'.repeat(500)},${long(199)}`)).toEqual([64])
  })

  test('is one of a hundred thousand, and none of them is looked for back to the first', () => {
    expect(numbers('0件'.repeat(100_000))).toEqual([])
  })
})
