import { describe, expect, test } from 'vitest'
import { deniedIn } from '../../src/language/denied.ts'
import { saysNothing } from '../../src/language/nothing.ts'

const REGULATION = { of: ['规范性文件'], acts: ['制定', '印发'], all: [] }
const TARGETS = {
  of: [],
  acts: [],
  all: [
    ['指标', '任务'],
    ['罚没', '下达'],
  ],
}

describe('a thing of which there was none', () => {
  test.each([
    '我镇未制定规范性文件',
    '我局未单独或者牵头制定规范性文件',
    '没有制定具有普遍约束力的规范性文件',
    '无规范性文件',
    '我局及各内设股室均未制定规范性文件',
    '规范性文件0件',
    '规范性文件制发数为0',
    '本单位不涉及规范性文件制定工作',
    '未开展检查、未制定规范性文件和重大决策',
  ])('%s', (sentence) => expect(saysNothing(sentence, REGULATION)).toBe(true))

  test.each([
    ['another thing follows', '未收到规范性文件审查建议'],
    ['only some of them', '没有制定关于收费的规范性文件'],
    ['a norm', '不得制定规范性文件'],
    ['of its own offices only', '内设股室、领导小组均未以自己名义制定规范性文件'],
    ['a norm after a condition', '未经审核不得印发规范性文件'],
    ['a cause', '没有因规范性文件被撤销'],
    ['a question', '是否未制定规范性文件'],
    ['what others did not do', '对未制定规范性文件的单位予以通报'],
    ['a count', '规范性文件10件'],
  ])('not where it is %s', (_, sentence) => expect(saysNothing(sentence, REGULATION)).toBe(false))
})

describe('a state of things that was not', () => {
  test('one word of each class stands in what is denied', () => {
    expect(saysNothing('从未给执法人员下达任务', TARGETS)).toBe(true)
    expect(saysNothing('没有下达罚没指标', TARGETS)).toBe(true)
    expect(saysNothing('没有下达通知', TARGETS)).toBe(false)
  })

  test('a denial ends where the sentence turns to what was done', () => {
    expect(saysNothing('没有发生投诉,但下达了罚没指标', TARGETS)).toBe(false)
    expect(saysNothing('罚没指标方面,从未下达', TARGETS)).toBe(true)
    expect(saysNothing('未因履职不当,在行政复议中被下达指标', TARGETS)).toBe(true)
  })
})

test('a duty of others is told from what did not happen', () => {
  expect(deniedIn('我镇不承担行政复议职责').map(({ ours }) => ours)).toEqual([false])
  expect(deniedIn('我镇未发生行政复议').map(({ ours }) => ours)).toEqual([true])
  expect(deniedIn('行政许可事项已整体划转区行政审批局').map(({ ours }) => ours)).toEqual([false])
})

test('a long text without stops is left alone', () => expect(deniedIn(`未${'某'.repeat(500)}`)).toEqual([]))
