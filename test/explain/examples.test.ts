import { expect, test } from 'vitest'
import { exampleOf, type Given } from '../../src/explain/examples.ts'

const NOTHING: Given = {
  name: '情形',
  'as-of': null,
  unit: null,
  rows: {},
  lacks: {},
  parameters: {},
  documents: [],
  claims: {},
  declares: null,
  answers: [],
  earlier: [],
}
const PAPER = {
  material: 'opinion',
  title: null,
  number: null,
  issued: null,
  text: [],
  chars: null,
  table: [],
  sealed: null,
  draft: false,
  read: 'whole',
  near: null,
  times: 1,
} as const
const names = new Map([['opinion', '审核意见书']])
const shown = (given: Partial<Given>): readonly string[] => exampleOf({ ...NOTHING, ...given }, names, '').given

test('rows are told cell by cell; repeated ones are numbered once', () => {
  const row = { times: 1, in: null, 文件名称: '甲办法', 公布日期: null }
  expect(
    shown({
      rows: {
        台账: [row, { ...row, times: 11, 文件名称: '第<n>号' }, { times: 1, in: '另一份.xlsx', 件数: 3 }],
        名册: [],
      },
    }),
  ).toEqual([
    '《台账》：文件名称甲办法，公布日期未填',
    '《台账》：文件名称第1号，公布日期未填（编号依次递增，共11条）',
    '《台账》：件数3（在“另一份.xlsx”中）',
    '《名册》没有一条记录',
  ])
})

test('more than a few rows are counted', () => {
  const rows = Array.from({ length: 6 }, (_, index) => ({ times: 1, in: null, 序号: index }))
  expect(shown({ rows: { 台账: rows } }).slice(-2)).toEqual(['《台账》：序号3', '《台账》还有2条'])
})

test('documents are told by title, number, day and what they say', () => {
  expect(
    shown({
      documents: [
        PAPER,
        {
          ...PAPER,
          title: '通知',
          number: '甲发〔2021〕1号',
          issued: '2021-05-06',
          text: ['第一', '第二'],
          chars: 2000,
          sealed: true,
          times: 2,
        },
      ],
    }),
  ).toEqual([
    '《审核意见书》，没有成文日期',
    '《通知》，甲发〔2021〕1号，成文于2021年5月6日，已盖章，2000字，写有“第一第二”（同样的共2份）',
  ])
})

test('figures, declarations and answers are told', () => {
  expect(
    shown({
      'as-of': '2021-12-31',
      claims: { 备案率: '100%' },
      declares: { declares: '零报告' },
      answers: ['符合'],
      earlier: [{ says: '不一致' }],
    }),
  ).toEqual([
    '审核日：2021年12月31日',
    '自查报告写有：备案率100%',
    '本单位已就本指标声明零报告',
    '已有人答复“符合”',
    '其他各条的发现：不一致',
  ])
})

test('what is not as it should be is told', () => {
  expect(
    shown({
      unit: 'town',
      lacks: { 台账: ['公布日期', '文号'] },
      parameters: { opinion: 15, rate: null },
      documents: [{ ...PAPER, draft: true, read: 'unread', near: '题名不符' }],
    }),
  ).toEqual([
    '单位是镇',
    '《台账》没有“公布日期”“文号”栏',
    '《审核意见书》，没有成文日期，未定稿，未能读取，不能确定：题名不符',
    '外部数值“审核意见书”：15',
    '外部数值“rate”：尚未提供',
  ])
})
