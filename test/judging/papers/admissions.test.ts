import { expect, test } from 'vitest'
import { admittedIn } from '../../../src/judging/papers/admissions.ts'
import { material, paper, scopeOf } from '../../helpers/scope.ts'

const admitted = (text: string, title = '2021年度法治政府建设情况报告') =>
  admittedIn(
    scopeOf({
      materials: [{ ...material('review'), topic: ['案卷评查'] }],
      documents: [paper({ path: '甲.docx', title, text: [text] })],
    }),
    ['review'],
    2021,
  )?.words

test('an account that says of the year that it was not done owns up to it', () => {
  expect(admitted('因人员调整,2021年未组织行政执法案卷评查')).toContain('未组织')
  expect(admitted('案卷评查2021年没做')).toContain('没做')
  expect(admitted('全年没有开展案卷评查')).toContain('没有开展')
  expect(admitted('2021年没有搞过案卷评查', '2022年案卷评查情况通报')).toContain('没有搞过')
})

test('another year, another body, nothing to do it with and what was done are none', () => {
  for (const text of [
    '2020年未组织案卷评查',
    '2021年有3个部门未开展案卷评查',
    '2021年没有案卷,未开展案卷评查',
    '2021年组织案卷评查1次,没有发现问题',
    '是否未组织案卷评查',
  ])
    expect(admitted(text)).toBeUndefined()
  expect(admitted('未组织案卷评查', '案卷评查办法')).toBeUndefined()
  expect(admitted('2021年未组织案卷评查', '关于2021年度未开展案卷评查的说明')).toBeUndefined()
})
