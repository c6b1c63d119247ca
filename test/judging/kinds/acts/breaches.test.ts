import { describe, expect, test } from 'vitest'
import type { Document } from '../../../../src/core/package.ts'
import { breached } from '../../../../src/judging/kinds/acts/breaches.ts'
import { paper, scopeOf } from '../../../helpers/scope.ts'

const told = (name: string, title: string, ...text: string[]) =>
  breached(scopeOf({ documents: [paper({ path: '甲.docx', title, text })] }), [name]).map(({ outcome }) => outcome)

describe('targets of fines', () => {
  const MATTER = '下达罚没、办案任务'
  test.each([
    ['2022年执法大队目标责任书', '全年罚没收入完成16万元。'],
    ['2021年执法考核方案', '每人每月办理案件不少于2件。'],
    ['关于下达2021年度工作任务的通知', '罚没款任务8万元，按季通报。'],
  ])('%s: %s', (title, line) => expect(told(MATTER, title, line)).toEqual(['gap']))
  test.each([
    ['2021年执法工作总结', '全年罚没收入完成16万元。'],
    ['2021年执法考核方案', '不得下达罚没收入多少万元的指标。'],
    ['执法办案工作方案', '对当事人处以罚款，达到2万元以上的集体讨论。'],
    ['行政执法案卷评查方案', '每个单位抽取处罚案件不少于5件参加案卷评查。'],
  ])('not: %s: %s', (title, line) => expect(told(MATTER, title, line)).toEqual([]))
})

describe('leave under another name', () => {
  const MATTER = '以备案等方式变相许可'
  const LINE = '未办理登记备案的摊主，一律不准在场内经营，禁止开业。'
  test('is told', () => expect(told(MATTER, '关于规范摊位经营的通知', LINE)).toEqual(['gap']))
  test('not where the law that asks for it is named', () =>
    expect(told(MATTER, '关于规范小作坊经营的通知', '根据《四川省食品小作坊管理条例》，通知如下。', LINE)).toEqual([]))
  test('nor in a report on what was cleared', () => expect(told(MATTER, '变相许可清理情况的通知', LINE)).toEqual([]))
})

describe('an enforcement', () => {
  const MATTER = '强制没有全程录像'
  test.each(['强制拆除时没带执法记录仪。', '查封现场因设备故障未录像。'])('%s', (line) =>
    expect(told(MATTER, '情况说明', line)).toEqual(['gap']),
  )
  test.each(['拆除过程全程录像，无遗漏。', '拆除时如有未录像的，应当说明。', '未发现查封、扣押未录像的情形。'])(
    'not: %s',
    (line) => expect(told(MATTER, '情况说明', line)).toEqual([]),
  )
})

test('each paper is told once, with what it says', () => {
  const document: Document = paper({
    path: '甲.docx',
    title: '目标责任书',
    text: ['全年罚没收入完成16万元。', '每人罚款不低于8000元的，办结案件20件。'],
  })
  expect(breached(scopeOf({ documents: [document] }), ['下达罚没、办案任务'])).toHaveLength(1)
})

test('what a volume and the paper bound in it both say is told of the paper', () => {
  const text = ['示府发〔2021〕9号', '渣土的运输，统一由镇政府指定的顺通运输队承运。']
  const volume = paper({ path: '合订本.docx', title: '示例镇规范性文件合订本', text })
  const bound: Document = {
    ...paper({ path: '合订本.docx', title: '示例镇集镇管理办法', text }),
    partOf: '合订本.docx',
  }
  const found = breached({ package: { ...scopeOf({ documents: [volume] }).package, parts: [bound] } }, ['指定经营者'])
  expect(found.map(({ data }) => data.paper)).toEqual(['《示例镇集镇管理办法》'])
})
