import { describe, expect, test } from 'vitest'
import { recognise } from '../../src/facts/recognise.ts'
import { sheet, workbook } from '../helpers/documents.ts'
import { documentOf } from './document.ts'

const heard = (note: string) =>
  recognise(
    workbook(
      '约谈登记.xlsx',
      sheet('登记', [['序号', '对象', '方式'], ['1', '甲公司', '约谈'], ['2', '乙公司', '劝导'], [note]]),
    ).evidence,
  ).denials.length > 0

test.each([
  ['注：2020年以来我局未采取行政强制措施。', true],
  ['注：除上述2件外，我局未采取行政强制措施。', true],
  ['注：以上事项均以非强制方式办结，未采取行政强制措施。', false],
  ['注：表中各件均未采取行政强制措施。', false],
])('%s: of the unit, or of the rows above', (note, isTheUnits) => expect(heard(note)).toBe(isTheUnits))

describe('of which time', () => {
  const times = (...lines: string[]) =>
    recognise(
      documentOf(['关于行政执法工作的说明', ...lines, '石桥镇人民政府', '2022年7月26日'].join('\n')),
    ).denials.map(({ from, to }) => [from, to])

  test.each([
    ['2021年3月31日起,我镇承接赋权事项。此前只有劝导,没有行政处罚案件。', [[null, '2021-03-30']]],
    ['2021年3月31日起承接赋权事项,此前我镇没有行政处罚案件。', [[null, '2021-03-30']]],
    ['此前我镇没有行政处罚案件。', []],
    ['2020年以来,我镇没有行政处罚案件。', [['2020-01-01', '2022-07-26']]],
  ])('%s', (line, wanted) => expect(times(line)).toEqual(wanted))

  test('a day that stands over one sheet of a workbook ends nothing that another one says', () => {
    const noted = (...more: ReturnType<typeof sheet>[]) =>
      recognise(
        workbook(
          '台账.xlsx',
          sheet('证明', [
            ['证明事项清单'],
            ['公布时间:2021年9月16日'],
            ['序号', '证明名称', '依据'],
            ['1', '死亡证明', '条例'],
          ]),
          ...more,
        ).evidence,
      ).denials.map(({ from, to }) => [from, to])
    const note = sheet('诉讼', [
      ['诉讼登记'],
      ['序号', '案由', '结果'],
      ['1', '批准', '驳回'],
      ['2020年以来没有司法建议。'],
    ])
    expect(noted(note)).toEqual([['2020-01-01', null]])
  })

  test('a year that heads one sheet dates what stands under no other', () => {
    const list = sheet('清单', [['政务公开清单(2022年2月更新)'], ['序号', '事项'], ['1', '机构职能']])
    const noted = (title: string) =>
      recognise(
        workbook(
          '公开.xlsx',
          list,
          sheet('申请', [[title], ['序号', '内容'], ['1', '征地补偿'], ['没有行政复议案件。']]),
        ).evidence,
      ).denials.map(({ from, to }) => [from, to])
    expect(noted('依申请公开登记')).toEqual([[null, null]])
    expect(noted('2021年依申请公开登记')).toEqual([['2021-01-01', '2021-12-31']])
  })
})

describe('an agreement or a rule says what ought to be, and sections bound to it what was not', () => {
  const bound = (...lines: string[]) =>
    recognise(
      documentOf(['石桥镇与区级部门行政执法协作协议', ...lines, '石桥镇人民政府', '2022年7月26日'].join('\n')),
    ).denials.map(({ scope, from, to }) => [scope, from, to])
  const NONE = '没有采取过查封、扣押、冻结。'
  test('under a head that gives an account', () =>
    expect(bound('强制情况', NONE)).toEqual([['采取过查封、扣押、冻结', null, '2022-07-26']]))
  test('not in its own articles', () => expect(bound('一、乙方', NONE)).toEqual([]))
  test('the time of one section is not that of the next', () =>
    expect(bound('移送情况', '2021年9月以来没有移送案件。', '强制情况', NONE).map(([, from]) => from)).toEqual([
      '2021-09-01',
      null,
    ]))
})
