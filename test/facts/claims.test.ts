import { describe, expect, test } from 'vitest'
import { recognise } from '../../src/facts/recognise.ts'
import { documentOf, sheetOf, workbookOf } from './document.ts'

const claims = (text: string) => recognise(documentOf(text)).claims.map(({ subject, percent }) => [subject, percent])

test.each([
  ['合法性审核率达100%', [['合法性审核率', 100]]],
  ['合法性审核率达到了１００％。', [['合法性审核率', 100]]],
  ['审核率为91.7%(11/12)', [['审核率', 91.7]]],
  ['按期办结率达到百分之百', [['按期办结率', 100]]],
  ['按期办结率达到百分之一百', [['按期办结率', 100]]],
  ['计划完成率为百分之一百零五', [['计划完成率', 105]]],
  ['按期办结率百分百', [['按期办结率', 100]]],
  ['群众满意度为百分之九十五点五', [['群众满意度', 95.5]]],
  ['女性占比 30%', [['女性占比', 30]]],
  ['负责人出庭应诉率:100%', [['负责人出庭应诉率', 100]]],
  ['2021年,我局行政规范性文件的合法性审核率达100%', [['我局行政规范性文件的合法性审核率', 100]]],
  [
    '回复率、满意度均达100%',
    [
      ['回复率', 100],
      ['满意度', 100],
    ],
  ],
  [
    '且报备率、报备及时率和规范率均达100%',
    [
      ['报备率', 100],
      ['报备及时率', 100],
      ['规范率', 100],
    ],
  ],
  [
    '回复率、满意度分别达98%、99.5%',
    [
      ['回复率', 98],
      ['满意度', 99.5],
    ],
  ],
  [
    '公示率达100%,办结率达98.2%',
    [
      ['公示率', 100],
      ['办结率', 98.2],
    ],
  ],
  ['共5件,按期办复5件,占比100%。', [['按期办复率', 100]]],
  ['合计7件,按期答复7件(100%)', [['按期答复率', 100]]],
  ['应训40人,达标(60学时以上)40人,占比100%。', [['达标率', 100]]],
])('%s', (text, expected) => expect(claims(text)).toEqual(expected))

test.each([
  '合法性审核率应达100%',
  '确保合法性审核率达100%',
  '合法性审核率达95%以上',
  '合法性审核率超过98%',
  '合法性审核率近100%',
  '合法性审核率同比提高5%',
  '力争办结率达到100%',
  '全年共办件100件,占50%',
  '浓度5%',
])('%s claims no figure that could be recomputed', (text) => {
  expect(claims(text).filter(([subject]) => subject !== '浓度')).toEqual([])
})

test('a claim that a line breaks is one claim', () => {
  expect(claims('经过全体人员的共同努力,我局行政规范性文件合法性审核率\n达100%。\n另有 5%')).toEqual([
    ['我局行政规范性文件合法性审核率', 100],
  ])
})

describe('its place', () => {
  test('in a text is quoted', () => {
    expect(recognise(documentOf('二、成效\n全年合法性审核率达100%。')).claims[0]?.at).toEqual({
      file: '28/文件.docx',
      quote: '全年合法性审核率达100%。',
    })
  })

  test('in a table is the cell', () => {
    expect(
      recognise(
        workbookOf(
          sheetOf('汇总', [
            ['指标', '说明'],
            ['28', '合法性审核率达100%'],
          ]),
        ),
      ).claims,
    ).toEqual([
      {
        subject: '合法性审核率',
        percent: 100,
        context: ' 合法性审核率达',
        at: { file: '28/台账.xlsx', sheet: '汇总', cell: 'B2', quote: '合法性审核率达100%' },
      },
    ])
  })
})
