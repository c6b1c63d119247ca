import { describe, expect, test } from 'vitest'
import type { Table } from '../../../../src/core/evidence.ts'
import { tables } from '../../../../src/judging/kinds/tables/tables.ts'
import { judge } from '../../../helpers/judges.ts'
import { material, paper, scopeOf } from '../../../helpers/scope.ts'

/** Words of `words/cells.yaml` by which a table is judged: each with a near one that must not be taken for it. */
function rowsOf(params: Readonly<Record<string, unknown>>, title: string, ...lines: string[]): string[] {
  const table: Table = {
    name: 'Sheet1',
    kind: 'sheet',
    merges: [],
    rows: [[title], ...lines.map((line) => line.split('|'))].map((values, index) => ({
      index,
      values: values.map((value) => (value === '' ? null : value)),
    })),
  }
  const scope = scopeOf({
    asOf: '2022-07-31',
    documents: [paper({ path: '登记.xlsx', tables: [table], format: 'xlsx', text: [] })],
    materials: [material('ledger')],
    serves: { ledger: ['登记.xlsx'] },
  })
  return judge(tables, params, scope).flatMap(({ outcome, data }) =>
    outcome === 'gap' || outcome === 'unclear' ? [`${outcome} ${data.rows}`] : [],
  )
}

describe('what a plan forbids, and a row denies', () => {
  const said = (text: string) => rowsOf({ contrary: ['指定交易'] }, '清理登记', '事项|情况', `甲|${text}`, '乙|正常')
  test('is a fault where the row says it', () => expect(said('存在指定交易')).toHaveLength(1))
  test.each(['没有指定交易', '不得搞指定交易', '杜绝了指定交易', '未指定交易', '防止出现指定交易'])('%s', (text) =>
    expect(said(text)).toEqual([]),
  )
})

describe('a law that the civil code replaced', () => {
  const said = (ground: string) =>
    rowsOf({ current: true }, '2022年权责清单', '事项|依据', `甲|${ground}`, '乙|《行政许可法》')
  test.each(['《合同法》第五十二条', '《中华人民共和国合同法》'])('%s is none any more', (ground) =>
    expect(said(ground)).toHaveLength(1),
  )
  test.each(['原《合同法》', '《民法典》（原为《合同法》）', '《劳动合同法》'])('%s', (ground) =>
    expect(said(ground)).toEqual([]),
  )
})

describe('a survey by answers', () => {
  const survey = (head: string, total: string) =>
    rowsOf(
      { satisfied: true, 'at-least': { part: 90, of: 100 } },
      '满意度测评',
      head,
      '甲村|50|5|5|30',
      '乙村|850|45|5|30',
      `${total}|900|50|10|60`,
    )
  test('counts those who are content, of all who answered', () => {
    const [only, ...others] = survey('单位|满意|基本满意|不满意|弃权', '合计')
    expect([only, others]).toEqual([undefined, []])
  })
  test.each([
    ['单位|满意|一般|不满意|不了解', '合计'],
    ['单位|很满意|一般|不太满意|不清楚', '总计'],
    ['单位|非常满意|一般|很不满意|未评价', '合计'],
  ])('%s falls short under %s', (head, total) => expect(survey(head, total)).toHaveLength(1))
  test('a line of half a year is no total', () => expect(survey('单位|满意|一般|不满意|不了解', '上半年')).toEqual([]))
})

describe('what a thing is kept on', () => {
  const said = (ground: string) => rowsOf({ grounded: true }, '收费清单', '项目|收费依据|处理', `甲|${ground}|保留`)
  test.each(['无', '没有，行业惯例', '暂无相关规定', '缺乏法律依据'])('%s is no ground', (ground) =>
    expect(said(ground)).toHaveLength(1),
  )
  test.each(['川发改价〔2020〕3号', '无线电管理条例第三条'])('%s is one', (ground) => expect(said(ground)).toEqual([]))
})
