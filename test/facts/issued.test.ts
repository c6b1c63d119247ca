import { describe, expect, test } from 'vitest'
import { recognise } from '../../src/facts/recognise.ts'
import { documentOf } from './document.ts'

const issued = (text: string) => {
  const { issued: found } = recognise(documentOf(text))
  return found && [found.value, found.certainty, ...(found.why ? [found.why] : [])]
}
const issuer = (text: string) => {
  const { issuer: found } = recognise(documentOf(text))
  return found && [found.value, found.certainty]
}

describe('with the signature it is certain', () => {
  test.each([
    ['昭化区司法局\n2022年7月5日', '2022-07-05'],
    ['昭化区司法局\n\n\n2022年7月5日', '2022-07-05'],
    ['昭化区司法局(盖章)\n2022年7月5日', '2022-07-05'],
    ['昭化区司法局    2022年7月5日', '2022-07-05'],
    ['昭化区司法局\n2022年7月5日(整改情况2022年8月1日补记)', '2022-07-05'],
    ['昭化区司法局\n２０２２年７月５日', '2022-07-05'],
    ['昭化区司法局\n二○一○年十月十八日', '2010-10-18'],
    ['昭化区司法局\n二〇一一年十一月二十五日', '2011-11-25'],
    ['昭化区司法局\n二O二二年七月五日', '2022-07-05'],
    ['昭化区司法局\n2022.7.5', '2022-07-05'],
    ['昭化区司法局\n昭化区财政局\n昭化区民政局\n昭化区教育局\n2022年7月5日', '2022-07-05'],
    ['元坝镇人民政府\n2022年7月5日\n附件\n昭化区司法局\n2023年1月1日', '2022-07-05'],
    ['2021年3月1日\n昭化区司法局\n2022年7月5日', '2022-07-05'],
    ['昭化区司法局\n2022年7月5日\n昭化区司法局办公室 2022年7月6日印发', '2022-07-05'],
  ])('%s', (text, day) => expect(issued(text)).toEqual([day, 'certain']))

  test('three lines apart still, four no more', () => {
    expect(issued('昭化区司法局\n甲\n乙\n2022年7月5日')).toEqual(['2022-07-05', 'certain'])
    expect(issued('昭化区司法局\n甲\n乙\n丙\n2022年7月5日')?.[1]).toBe('likely')
  })
})

describe('damaged, it is mended and weak', () => {
  test.each([
    ['昭化区司法局\n2023418', '2023-04-18', '2023418'],
    ['昭化区司法局\n20201223日', '2020-12-23', '20201223日'],
    ['昭化区司法局\n2020年1223日', '2020-12-23', '2020年1223日'],
    ['昭司〔2021〕3号\n昭化区司法局\n916日', '2021-09-16', '916日'],
    ['昭司〔2021〕3号\n昭化区司法局\n9月16日', '2021-09-16', '9月16日'],
    ['昭化区司法局\n二六年十二月十八日', '2006-12-18', '二六年十二月十八日'],
    ['昭化区司法局\n20211230', '2021-12-30', undefined],
  ])('%s', (text, day, from) =>
    expect(issued(text)).toEqual(from ? [day, 'weak', `原文为“${from}”，系补正`] : [day, 'certain']),
  )

  test.each([
    '昭化区司法局\n2021111',
    '昭化区司法局\n916日',
    '昭化区司法局\n2022年7月',
    '昭化区司法局\n2022年2月30日',
    '2023418',
  ])('%s could be anything', (text) => expect(issued(text)).toBeNull())
})

describe('without a signature it is derived', () => {
  test.each([
    ['工作总结\n2022年7月5日', ['2022-07-05', 'likely', '无署名，取自单独成行的日期']],
    ['工作总结\n(2022年7月5日)', ['2022-07-05', 'likely', '无署名，取自单独成行的日期']],
    ['2022年7月5日\n2022年7月6日', ['2022-07-05', 'weak', '无署名，取自单独成行的日期；另有1个不同日期，请核对']],
    ['昭化区司法局办公室 2022年7月6日印发', ['2022-07-06', 'likely', '推定：取自版记印发日期']],
    [
      '2022年7月1日\n2022年7月3日\n昭化区司法局办公室 2022年7月6日印发',
      ['2022-07-06', 'likely', '推定：取自版记印发日期'],
    ],
    ['成文日期:2022年7月5日 发布日期:2022年7月8日', ['2022-07-05', 'likely', '推定：取自“成文日期”']],
    ['发布时间:2022-07-05 15:02:00 来源:区政府', ['2022-07-05', 'weak', '推定：取自“发布时间”']],
    ['时间:2022年7月5日上午9:00', ['2022-07-05', 'weak', '推定：取自“时间”']],
  ])('%s', (text, found) => expect(issued(text)).toEqual(found))

  test.each([
    '根据2019年4月20日的规定执行。',
    '自2021年8月1日起施行。',
    '根据省政府\n2021年8月2日\n的通知',
    '2022年7月5日,我局召开会议',
    '时间:2022年7月5日至2022年7月20日',
    '培训时间:2022年7月5日—7日',
    '公示时间:2022年7月5日 – 2022年7月12日',
    '公示期\n2022年7月5日\n至2022年7月12日',
  ])('%s is another day', (text) => expect(issued(text)).toBeNull())
})

describe('who issues it', () => {
  test.each([
    ['广元市昭化区人民政府办公室文件\n昭府办发〔2022〕1号', '广元市昭化区人民政府办公室', 'certain'],
    ['昭化区司法局\n昭化区财政局\n2022年7月5日', '昭化区司法局、昭化区财政局', 'certain'],
    ['昭化区司法局   昭化区财政局\n2022年7月5日', '昭化区司法局、昭化区财政局', 'certain'],
    ['昭 化 区 司 法 局\n2022年7月5日', '昭化区司法局', 'certain'],
    ['审核人\t法规股\n昭化区司法局\n2022年7月5日', '昭化区司法局', 'certain'],
    ['昭化区司法局\t昭化区财政局\n2022年7月5日', '昭化区司法局、昭化区财政局', 'certain'],
    ['中共昭化区委全面依法治区委员会办公室\n2022年7月5日', '中共昭化区委全面依法治区委员会办公室', 'certain'],
    ['区创建指挥部办公室\n2022年7月5日', '区创建指挥部办公室', 'certain'],
    ['昭化区司法局法治股\n2022年7月5日', '昭化区司法局法治股', 'certain'],
    ['填报单位:元坝镇人民政府 填报人:张三', '元坝镇人民政府', 'likely'],
    ['元坝司法所(印章)\n2022年7月5日', '元坝司法所', 'certain'],
    ['昭化区司法局关于做好某事的通知\n各镇:', '昭化区司法局', 'likely'],
    ['单位(盖章):昭化区司法局   填报时间:2022年7月5日', '昭化区司法局', 'likely'],
    ['昭化区司法局办公室 2022年7月6日印发', '昭化区司法局办公室', 'likely'],
  ])('%s', (text, name, certainty) => expect(issuer(text)).toEqual([name, certainty]))

  test.each([
    '各镇人民政府\n2022年7月5日',
    '关于推进某所\n2022年7月5日',
    '张三\n2022年7月5日',
    '召开现场办公会\n2022年7月5日',
  ])('%s is nobody', (text) => expect(issuer(text)).toBeNull())
})

describe('recognised in a picture, it is', () => {
  const seen = (text: string, certainty = 0.97) =>
    recognise(documentOf(text, { certainty })).issued?.unconfirmed ?? 'confirmed'
  const signed = '昭化区司法局\n2022年3月2日'

  test.each([
    ['unconfirmed where the paper states it once', signed, true],
    ['unconfirmed where it states other days', `${signed}\n昭化区司法局办公室 2022年3月3日印发`, true],
    ['confirmed by 版记', `${signed}\n昭化区司法局办公室 2022年3月2日印发`, 'confirmed'],
    ['confirmed by the text, in whichever figures', `自二〇二二年三月二日起施行。\n${signed}`, 'confirmed'],
    ['unconfirmed by half a day', `${signed}\n昭化区司法局办公室 3月2日印发`, true],
  ])('%s', (_, text, confirmed) => expect(seen(text)).toBe(confirmed))

  test('unconfirmed where the recogniser doubts either of the two places', () => {
    const both = `${signed}\n昭化区司法局办公室 2022年3月2日印发`
    expect([seen(both, 0.9), seen(both, 0.89)]).toEqual(['confirmed', true])
  })
})

test('what was typed needs no second place', () => {
  expect(recognise(documentOf('昭化区司法局\n2022年3月2日')).issued).not.toHaveProperty('unconfirmed')
})
