import { describe, expect, test } from 'vitest'
import { stretchesIn } from '../../src/placing/stretches.ts'
import { file } from '../helpers/documents.ts'

const of = (...lines: string[]) =>
  stretchesIn(file('甲.docx', { passages: lines.map((text) => ({ text, at: {} })) }).evidence).map(
    ({ head, text }) => `${head}|${text}`,
  )

describe('a paragraph stands under', () => {
  test('the numbered head before it', () => {
    expect(of('一、行政诉讼', '只有1件。', '二、问责', '没有。')).toEqual(['行政诉讼|只有1件。', '问责|没有。'])
  })

  test('the head that begins it', () => {
    expect(of('（一）流程。窗口一次收齐。')).toEqual(['流程|窗口一次收齐。'])
  })

  test('the head of its part, where its number has none of its own', () => {
    const long = '检查时全程开启执法记录仪,所拍内容当日导出并按户建档,与案卷同号存放,保存期不少于十年。'
    expect(
      of('第二章  记录', '第一节  音像', `第五条  ${long}`, '第二节  文字', '第三章  附则', `第六条 ${long}`),
    ).toEqual([`音像|${long}`, `附则|${long}`])
    expect(of('第三章  审核', '第九条  下列决定应当审核:听证的。', '附：全程记录的办法', '由承办单位建档。')).toEqual([
      '审核|下列决定应当审核:听证的。',
      '全程记录的办法|由承办单位建档。',
    ])
  })

  test('a short line by itself', () => {
    expect(of('专家论证意见', '三名专家认为可行。')).toEqual(['专家论证意见|三名专家认为可行。'])
  })

  test('what the meeting was called for', () => {
    expect(of('议题：听取法治政府建设情况汇报', '会议指出，上年工作扎实。')).toEqual([
      '听取法治政府建设情况汇报|议题:听取法治政府建设情况汇报',
      '听取法治政府建设情况汇报|会议指出,上年工作扎实。',
    ])
  })

  test('nothing, where it is long and stands first', () => {
    expect(of('2020年8月16日凌晨，河水上涨，镇里转移57户。')).toEqual(['|2020年8月16日凌晨,河水上涨,镇里转移57户。'])
  })
})

test('rows of a table tell under what stands over it', () => {
  const rows = [['一个月讲一个主题'], ['月份', '主题'], ['3月', '以案释法进村社']]
  const table = {
    name: 'Sheet1',
    kind: 'sheet' as const,
    merges: [],
    rows: rows.map((values, index) => ({ index, values })),
  }
  expect(stretchesIn(file('甲.xlsx', { tables: [table] }).evidence)).toEqual([
    { head: '一个月讲一个主题', text: '3月,以案释法进村社' },
  ])
})

test('who signs, the day and rows of tables are neither head nor text', () => {
  expect(of('一、问责', '没有。', '磨滩镇应急办', '2020年8月28日', '1\t居民\t采纳')).toEqual([
    '问责|没有。',
    '问责|磨滩镇应急办',
  ])
})
