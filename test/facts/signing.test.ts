import { describe, expect, test } from 'vitest'
import { recognise } from '../../src/facts/recognise.ts'
import { documentOf } from './document.ts'

const blanks = (text: string) => recognise(documentOf(text)).blanks.map(({ what, label }) => `${what} ${label}`)

describe('where a paper is signed and nobody has', () => {
  test.each([
    [
      '乙方（盖章）：\n法定代表人（签字）：\n签订日期：　年　月　日',
      ['name 乙方(盖章)', 'name 法定代表人(签字)', 'day 签订日期'],
    ],
    ['甲方（公章）：____________', ['name 甲方(公章)']],
    ['代表签字：\t年 月 日', ['name 代表签字', 'day 日期']],
    ['承诺人：        2022年   月   日', ['name 承诺人', 'day 日期']],
    ['甲方（盖章）：示例县人民政府　　乙方（盖章）：', ['name 乙方(盖章)']],
    ['用人单位(签章): \n2022年7月  日', ['name 用人单位(签章)', 'day 日期']],
  ])('%s', (text, found) => expect(blanks(text)).toEqual(found))
})

describe('what is filled in', () => {
  test.each([
    '甲方（盖章）：广元市昭化区示例局\n代表签字：向某某　2021年5月20日',
    '乙方（盖章）：\n四川示例律师事务所\n2021年5月20日',
    '审核人：张三\n日期：2021年5月20日',
    '附件：空白申请表\n申请人（签字）：\n　　年　月　日',
  ])('%s is none', (text) => expect(blanks(text)).toEqual([]))
})

describe('a form', () => {
  const form = (rows: readonly string[][]) =>
    recognise(
      documentOf('示例审查表', {
        tables: [{ name: '表1', kind: 'grid', rows: rows.map((values, index) => ({ index, values })), merges: [] }],
      }),
    ).blanks.map(({ label }) => label)

  test('without its results is told row by row', () =>
    expect(
      form([
        ['政策措施名称', '某某奖补办法'],
        ['审查结论', ''],
        ['审查机构主要负责人意见', '签字:          年   月   日'],
      ]),
    ).toEqual(['审查结论', '审查机构主要负责人意见']))

  test('with them is none', () =>
    expect(
      form([
        ['政策措施名称', '某某奖补办法'],
        ['审查结论', '可以出台。'],
        ['审查人意见', '同意。 签字:岳某某   2021年9月14日'],
      ]),
    ).toEqual([]))
})

describe('how long a contract runs', () => {
  const term = (...lines: string[]) => {
    const found = recognise(documentOf(lines.join('\n'))).term
    return found && [found.from, found.to, found.open]
  }

  test.each([
    ['常年法律顾问合同', '三、聘期一年，自2021年1月1日起至2021年12月31日止。', ['2021-01-01', '2021-12-31', false]],
    ['聘用协议书', '合同期限：2020年7月1日至2022年6月30日', ['2020-07-01', '2022-06-30', false]],
    ['律师执业证', '有效期至2022年5月31日', [null, '2022-05-31', false]],
    ['衔接协作备忘录', '本备忘录有效期自2020年1月1日起至2021年12月31日止。', ['2020-01-01', '2021-12-31', false]],
    ['合作意向', '本意向有效期至2021年12月31日。', [null, '2021-12-31', false]],
  ])('%s: %s', (title, line, found) => expect(term(title, line)).toEqual(found))

  test('of a number of years, from the day it was signed', () =>
    expect(
      term('服务合同', '本合同自双方签字盖章之日起生效，有效期三年。', '广元市昭化区示例局', '2019年3月1日'),
    ).toEqual(['2019-03-01', '2022-02-28', false]))

  test.each(['期满无异议自动顺延', '期满无异议顺延一年', '期满长期有效'])('and goes on by itself: %s', (words) =>
    expect(term('服务合同', `服务期限：2020年1月1日至2020年12月31日，${words}。`)).toEqual([
      '2020-01-01',
      '2020-12-31',
      true,
    ]),
  )

  test.each([
    ['续约页', '合同续期，期限自2022年1月1日起至2023年12月31日止。', '2023-12-31'],
    ['补充约定：经协商续聘一届', '聘期自2022年1月5日至2023年1月4日。', '2023-01-04'],
    ['续约页', '续期期限自2023年1月1日起至2023年12月31日止。', '2021-12-31'],
    ['附件：服务清单', '现场服务期限自2022年1月1日起至2023年12月31日止。', '2021-12-31'],
  ])('and goes on where a page behind it renews it: %s %s', (page, renewed, until) => {
    const own = '第一条 聘期自2020年1月1日起至2021年12月31日止。'
    expect(term('常年法律顾问合同', own, '签订日期：2019年12月27日', page, renewed)).toEqual([
      '2020-01-01',
      until,
      false,
    ])
  })

  test.each([
    ['投资协议书', '建设期24个月，自2020年1月1日至2021年12月31日。'],
    ['关于开展整治的通知', '整治期限：2021年1月1日至2021年3月31日。'],
  ])('%s says nothing of a term', (title, line) => expect(term(title, line)).toBeNull())
})

describe('whom it is for, and its end', () => {
  test('主送机关 above the text', () =>
    expect(recognise(documentOf('关于某事的通报\n局机关各股室、各监管所：\n现通报如下。')).addressee?.value).toBe(
      '局机关各股室、各监管所',
    ))
  test('特此说明 at its end', () => {
    expect(recognise(documentOf('情况说明\n我局没有此类事项。\n特此说明。')).closing?.value).toBe('特此说明。')
    expect(recognise(documentOf('情况说明\n特此说明的事项如下，请查收。')).closing).toBeNull()
  })
})

describe('until when a rule holds', () => {
  const term = (title: string, ...lines: string[]) => {
    const found = recognise(documentOf([title, ...lines, '松林镇人民政府', '2018年10月30日'].join('\n'))).term
    return found && [found.to, found.open]
  }

  test.each([
    ['松林镇防汛应急预案', '本预案自印发之日起施行，有效期三年。', ['2021-10-29', false]],
    ['松林镇集市管理暂行办法', '第十条 本办法自2018年12月1日起施行。有效期2年。', ['2020-11-30', false]],
    ['松林镇集市管理暂行办法', '本办法自发布之日起施行，有效期至2020年12月31日。', ['2020-12-31', false]],
    ['执法辅助人员管理制度', '本制度自印发之日起试行，试行期一年。', ['2019-10-29', false]],
    ['松林镇集市管理办法', '本办法自印发之日起施行，有效期两年，期满未修订的继续有效。', ['2020-10-29', true]],
  ])('%s: %s', (title, line, found) => expect(term(title, line)).toEqual(found))

  test.each([
    ['松林镇摊位管理办法', '摊位证有效期一年，期满重新申请。'],
    ['执法人员管理制度', '执法证件有效期五年。'],
    ['松林镇防汛应急预案', '本预案自印发之日起施行。'],
  ])('of others it says nothing of itself: %s: %s', (title, line) => expect(term(title, line)).toBeNull())
})
