import { describe, expect, test } from 'vitest'
import { isDenied } from '../../src/language/negation.ts'

describe('what a sentence denies', () => {
  test.each([
    ['执法人员绩效考核未设罚没指标', '罚没指标'],
    ['考核办法不设罚没指标', '罚没指标'],
    ['全年未下达罚款任务', '罚款任务'],
    ['无因信息公开引起的复议被撤销、诉讼被判败诉情形', '被判败诉'],
    ['无因信息公开引起的复议被撤销、诉讼被判败诉情形', '被撤销'],
    ['没有下达罚没指标', '罚没指标'],
    ['党委会定了不下罚款任务', '罚款任务'],
    ['从来没给中队派罚款任务', '罚款任务'],
  ])('%s: no %s', (sentence, word) => expect(isDenied(sentence, word)).toBe(true))

  test.each([
    ['今年下达罚没指标20万元', '罚没指标'],
    ['完成罚没指标的情况', '罚没指标'],
    ['每个中队下罚款任务3万元', '罚款任务'],
    ['不管哪个中队都有罚款任务', '罚款任务'],
    ['未经审核的决定被撤销', '被撤销'],
    ['无证经营案件被撤销2件', '被撤销'],
    ['查实无证执法被撤销的情形', '被撤销'],
    ['决定被撤销，无其他情形', '被撤销'],
  ])('%s: %s', (sentence, word) => expect(isDenied(sentence, word)).toBe(false))
})
