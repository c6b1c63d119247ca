import { describe, expect, test } from 'vitest'
import type { Table } from '../../../../src/core/evidence.ts'
import type { Document, Package } from '../../../../src/core/package.ts'
import { copied } from '../../../../src/judging/papers/flaws/copied.ts'
import { duplicate } from '../../../../src/judging/papers/flaws/duplicate.ts'
import type { Flaw } from '../../../../src/judging/papers/flaws/flaw.ts'
import { otherYear } from '../../../../src/judging/papers/flaws/other-year.ts'
import { unfilled } from '../../../../src/judging/papers/flaws/unfilled.ts'
import { unsigned } from '../../../../src/judging/papers/flaws/unsigned.ts'
import { paper, scopeOf } from '../../../helpers/scope.ts'

const packageOf = (...documents: Document[]) => scopeOf({ documents }).package
const seen = (look: (document: Document, found: Package) => Flaw | undefined, own: Document, ...more: Document[]) =>
  look(own, packageOf(own, ...more))

const DRILL = (day: string, people = 112) => [
  `${day}上午9时，镇防汛指挥部在望江社区沿江低洼段组织防汛避险转移应急演练，参演${people}人，出动冲锋舟1艘、车辆6台。`,
  '先期处置：社区网格员敲锣、上门通知。转移安置：17名老人由包户干部搀扶转移至镇小学，民兵装填沙袋封堵缺口。',
  '对讲机信号差，部分群众未带证件，安置点登记较慢。增配中继台1部，安置点增设登记桌2张。',
]
const drill = (year: number, text: readonly string[]) =>
  paper({
    path: `${year}.docx`,
    title: `松林镇${year}年防汛演练总结`,
    issued: `${year}-06-18`,
    text: [`松林镇${year}年防汛演练总结`, ...text],
  })

describe('an account of 2021', () => {
  test('that tells what happened in 2020, as the account of 2020 does, is copied', () =>
    expect(seen(copied, drill(2021, DRILL('2020年6月12日')), drill(2020, DRILL('2020年6月12日')))?.sure).toBe(true))
  test('the account of 2020 is none', () =>
    expect(seen(copied, drill(2020, DRILL('2020年6月12日')), drill(2021, DRILL('2020年6月12日')))).toBeUndefined())
  test('that opens with a day of 2020, alone, is asked about', () =>
    expect(seen(copied, drill(2021, DRILL('2020年6月12日')))?.sure).toBe(false))
  test('that is built like the last, with its own day, is sound', () =>
    expect(seen(copied, drill(2021, DRILL('2021年6月16日', 98)), drill(2020, DRILL('2020年6月12日')))).toBeUndefined())
  test('is sound where the day of another year is of what it goes by', () => {
    const [, ...rest] = DRILL('')
    const grounded = [
      '根据镇党委2019年6月12日会议部署，现将我镇防汛避险转移应急演练情况总结如下。',
      ...rest,
      ...DRILL('').slice(1),
    ]
    const other = grounded.map((line, at) => (at === 1 ? line.replace('17名', '19名') : line))
    expect(seen(copied, drill(2021, grounded), drill(2020, other))).toBeUndefined()
    const told = ['2019年6月12日上午，镇防汛指挥部组织了防汛避险转移应急演练，参演112人。', ...rest]
    expect(seen(copied, drill(2021, told), drill(2019, told))?.sure).toBe(true)
  })
  test('a plan may say the same each year', () => {
    const plan = (year: number) =>
      paper({
        path: `${year}.docx`,
        title: `松林镇${year}年普法工作计划`,
        text: ['松林镇普法工作计划，今年照常推进。', ...DRILL('2019年6月1日')],
      })
    expect(seen(copied, plan(2021), plan(2020))).toBeUndefined()
  })
})

describe('a file that is called by a year', () => {
  const flaw = (path: string, title: string, issued: '2020-03-12' | '2022-01-12') =>
    otherYear(paper({ path, title, issued }))

  test('and holds the plan of another', () =>
    expect(flaw('2022年普法工作计划.docx', '2020年普法工作计划', '2020-03-12')).toBeDefined())
  test('in which the report on the year before was written is right', () =>
    expect(flaw('2022年报区政府.docx', '2021年度法治政府建设情况报告', '2022-01-12')).toBeUndefined())
  test('a stretch of years is none', () =>
    expect(flaw('2020-2022年普法.docx', '2020年普法工作计划', '2020-03-12')).toBeUndefined())
  test('nor is its number', () =>
    expect(flaw('昭示发〔2022〕8号.docx', '2020年普法工作计划', '2020-03-12')).toBeUndefined())
})

describe('what the machine called a copy', () => {
  const rules = (path: string, text = '第一条 为规范协管员管理，制定本办法。') =>
    paper({ path, title: '协管员管理办法', text: [text] })

  test('is handed in twice', () =>
    expect(seen(duplicate, rules('甲/办法 - 副本.docx'), rules('乙/办法.docx'))).toBeDefined())
  test('not where it says something else', () =>
    expect(seen(duplicate, rules('甲/办法 - 副本.docx', '第一条 修订。'), rules('乙/办法.docx'))).toBeUndefined())
  test('one paper under two indicators is none', () =>
    expect(seen(duplicate, rules('34/办法.docx'), rules('36/办法.docx'))).toBeUndefined())
})

describe('a table', () => {
  const table = (name: string, ...rows: (string | number | null)[][]): Document => {
    const made = paper({ path: '考核.xlsx', title: name })
    const sheet: Table = {
      name: 'Sheet1',
      kind: 'sheet',
      rows: rows.map((values, index) => ({ index, values })),
      merges: [],
    }
    return { ...made, evidence: { ...made.evidence, format: 'xlsx', passages: [], tables: [sheet] } }
  }
  const HEAD = ['序号', '姓名', '岗位', '考核等次']

  test('of heads and numbers alone is blank', () =>
    expect(unfilled(table('2021年考核表', HEAD, [1, null, null, null], [2, null, null, null]))).toBeDefined())
  test('one that says 无 says something', () =>
    expect(unfilled(table('2021年考核表', HEAD, ['无', null, null, null]))).toBeUndefined())
  test('a sample is to be blank', () =>
    expect(unfilled(table('考核表（样表）', HEAD, [1, null, null, null]))).toBeUndefined())
  test('with a row that is filled it is none', () =>
    expect(unfilled(table('2021年考核表', HEAD, [1, '甲某', '协管', '合格'], [2, null, null, null]))).toBeUndefined())
})

describe('an account that bears neither name nor day', () => {
  const TEXT = [
    '按照年度计划，镇半专业扑火队、民兵、派出所、卫生院开展森林火灾扑救演练，设接警、集结、扑救、转移、清理余火五个环节。',
    '集结快，二号工具齐全，群众转移有序；对讲机电量不足，水泵出水慢，外围警戒人员不够，有群众围观。下一步每月检查一次装备，增加警戒人员。',
  ]
  const flaw = (path: string, more: Partial<Parameters<typeof paper>[0]> = {}) =>
    unsigned(paper({ path, text: TEXT, ...more }))

  test('is asked about', () => expect(flaw('森林火灾扑救演练小结.docx')?.words).toBe('没有落款单位，也没有日期'))
  test('not with a day', () => expect(flaw('森林火灾扑救演练小结.docx', { issued: '2020-04-01' })).toBeUndefined())
  test('of a line or two neither', () => expect(flaw('演练小结.docx', { text: ['演练顺利。'] })).toBeUndefined())
  test('a rule is dated by what issues it', () => expect(flaw('森林火灾扑救办法.docx')).toBeUndefined())
})

test('a group that was to sign a report and did not is told, though the day stands under it', () => {
  const made = paper({ path: '后评估报告.docx', title: '公墓项目后评估报告', issued: '2022-06-27' })
  const blank = (label: string) => ({ what: 'name' as const, label, at: { file: '后评估报告.docx' } })
  const flaw = (...labels: string[]) => unsigned({ ...made, facts: { ...made.facts, blanks: labels.map(blank) } })
  expect(flaw('评估组组长(签字)', '评估组成员(签字)')).toBeDefined()
  expect(flaw('评估组组长(签字)')).toBeUndefined()
  expect(flaw('承办人', '审核人')).toBeUndefined()
})
