import { describe, expect, test } from 'vitest'
import { recognise } from '../../src/facts/recognise.ts'
import { documentOf } from './document.ts'

const drafts = (text: string) => recognise(documentOf(text)).drafts.map(({ value, why }) => [value, why])

test.each([
  ['昭化区物业管理办法(征求意见稿)', '征求意见稿'],
  ['昭化区物业管理办法（送审稿）', '送审稿'],
  ['昭化区物业管理办法(草案)', '草案'],
  ['《昭化区物业管理办法(讨论稿)》', '讨论稿'],
  ['昭化区物业管理办法\n(修改稿)', '修改稿'],
  ['昭化区物业管理办法(第二次征求意见稿)', '第二次征求意见稿'],
  ['昭化区物业管理办法\n（征求意见稿，2022年5月16日）', '征求意见稿,2022年5月16日'],
  ['昭化区物业管理办法(2022.5.16送审稿)', '2022.5.16送审稿'],
])('%s is marked as a draft', (text, value) => expect(drafts(text)).toEqual([[value, '标题注明为非定稿']]))

test.each([
  ['昭府办函〔2022〕号', '文号未填'],
  ['昭府办函〔2022〕XX号', '文号未填'],
  ['昭府办函〔XXXX〕X号', '文号未填'],
  ['昭化区司法局\n2022年×月×日', '日期未填'],
  ['昭化区司法局\nXX年X月X日', '日期未填'],
  ['昭化区司法局\n2022年  月  日', '日期未填'],
  ['三、存在问题(待补充)', '正文有待补内容'],
])('%s: %s', (text, why) => expect(drafts(text).map(([, found]) => found)).toEqual([why]))

test.each([
  '关于《昭化区物业管理办法(征求意见稿)》公开征求意见的公告',
  '合法性审核意见书\n送审文件:昭化区物业管理办法(送审稿)\n送审日期:2022年5月9日',
  '昭府办函〔2022〕21号',
  '关于公开征求意见的公告\n现公开征求意见。\n昭化区物业管理办法(征求意见稿)',
  '关于防洪堤应急加固事项缩短征求意见期限的说明\n(2021年7月19日随征求意见公告一并发布)',
  '昭化区司法局\n2022年7月5日',
  '向社会公布征求意见稿并听取意见。',
  '法治政府建设方案草案的说明',
])('%s is final', (text) => expect(drafts(text)).toEqual([]))

describe('tracked changes', () => {
  test('are told with their number', () => {
    expect(recognise(documentOf('工作方案', { properties: { 'tracked-changes': 3 } })).drafts).toEqual([
      { value: '修订3处', at: { file: '28/文件.docx' }, certainty: 'certain', why: '文件里留有未接受的修订' },
    ])
  })

  test('of none are none', () =>
    expect(recognise(documentOf('工作方案', { properties: { 'tracked-changes': 0 } })).drafts).toEqual([]))
})
