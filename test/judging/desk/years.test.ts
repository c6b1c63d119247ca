import { describe, expect, test } from 'vitest'
import { monthsOf, yearsAbout, yearsIn, yearsOf } from '../../../src/judging/desk/years.ts'
import { workbook as book, sheet } from '../../helpers/documents.ts'
import { paper, scopeOf } from '../../helpers/scope.ts'

describe('the years of the cycle', () => {
  test('are whole where they are over and wholly inside', () => {
    expect(yearsOf(scopeOf()).map(({ subject, whole, why }) => [subject, whole, why])).toEqual([
      ['2020', true, ''],
      ['2021', true, ''],
      ['2022', false, '截至2022年7月31日尚未结束'],
    ])
  })

  test('stop at the day of the audit', () => {
    expect(yearsOf(scopeOf({ asOf: '2021-12-31' })).map(({ subject, whole }) => [subject, whole])).toEqual([
      ['2020', true],
      ['2021', true],
    ])
    expect(yearsOf(scopeOf({ asOf: '2021-12-30' })).at(-1)?.whole).toBe(false)
  })

  test('may begin and end within a year', () => {
    const scope = scopeOf({ cycle: { from: '2020-09-01', to: '2022-07-31' }, asOf: '2023-02-01' })
    expect(yearsOf(scope).map(({ subject, why }) => [subject, why])).toEqual([
      ['2020', '创建周期自2020年9月1日起'],
      ['2021', ''],
      ['2022', '创建周期至2022年7月31日止'],
    ])
  })

  test('are none before the cycle begins', () => expect(yearsOf(scopeOf({ asOf: '2019-12-31' }))).toEqual([]))
})

test('only months that are over and wholly inside the cycle are judged', () => {
  const scope = scopeOf({ cycle: { from: '2022-01-02', to: '2022-07-31' }, asOf: '2022-04-29' })
  expect(monthsOf(scope, 2022).map(({ subject }) => subject)).toEqual(['2022-02', '2022-03'])
  expect(monthsOf(scopeOf({ asOf: '2022-04-30' }), 2022).at(-1)?.subject).toBe('2022-04')
})

test.each([
  ['2021年度法治政府建设年度报告', [2021]],
  ['二〇二一年工作要点', [2021]],
  ['2020—2022年工作规划', [2020, 2021, 2022]],
  ['２０２１年度决策目录', [2021]],
  ['关于2021年7月5日会议的通知', []],
  ['昭司发〔2021〕3号', []],
  ['工作要点', []],
])('%s is about %j', (title, years) => expect(yearsIn(title)).toEqual(years))

test.each([
  ['(2020—2022年)', [2020, 2021, 2022]],
  ['2021年、2022年度', [2021, 2022]],
  ['(2021年3月调整)', [2022]],
  ['根据2020年的规定', [2022]],
])('%s under the title: of which years the paper is', (line, years) => {
  const title = '重大行政决策事项目录'
  expect(yearsAbout(paper({ path: '目录.docx', title, issued: '2022-07-22', text: [title, line, '正文'] }))).toEqual(
    years,
  )
})

describe('a file of the papers of several years', () => {
  const about = (path: string, ...text: string[]) => yearsAbout(paper({ path, title: '2020年度案卷评查通报', text }))
  const HEADS = ['2020年度案卷评查通报', '抽查7件。', '2020年12月11日', '2021年度案卷评查及绩效评估', '抽查6件。']

  test('is of each year that its name has and a line of it heads', () => {
    expect(about('62/案卷评查2020、2021.docx', ...HEADS)).toEqual([2020, 2021])
  })
  test('is of its title’s where no line heads the other, or its name has one', () => {
    expect(about('62/案卷评查2020、2021.docx', ...HEADS.slice(0, 3), '2021年12月24日')).toEqual([2020])
    expect(about('62/案卷评查2020.docx', ...HEADS)).toEqual([2020])
    expect(about('62/案卷评查2019、2021.docx', ...HEADS)).toEqual([2020])
  })
})

describe('a workbook with a sheet for each year is about all of them', () => {
  const HEAD = ['序号', '决策事项']
  const ROW = ['1', '停车收费方案']
  const about = (...sheets: [name: string, title: string, rows?: string[][]][]) =>
    yearsAbout(book('目录.xlsx', ...sheets.map(([name, title, rows = [ROW]]) => sheet(name, [[title], HEAD, ...rows]))))

  test('by the names of the sheets, or by what heads them', () => {
    expect(about(['2020', '2020年目录'], ['2021', '2021年目录'])).toEqual([2020, 2021])
    expect(about(['第一张', '2020年目录'], ['第二张', '2021年目录'])).toEqual([2020, 2021])
  })
  test('an empty sheet is of none', () => {
    expect(about(['2020', '2020年目录'], ['2021', '2021年目录', []])).toEqual([])
  })
})
