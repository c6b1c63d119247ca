import { describe, expect, test } from 'vitest'
import type { Document } from '../../src/core/package.ts'
import type { Unit } from '../../src/core/system.ts'
import { declarationsIn } from '../../src/placing/declarations.ts'
import { namesOf } from '../../src/placing/names.ts'
import { file, sheet, titled } from '../helpers/documents.ts'
import { OUTLINE } from './outline.ts'

const UNIT: Unit = { name: '区司法局', kind: 'department', aliases: ['区委依法治区办'], sure: 'certain', note: '' }
const of = (...documents: Document[]) =>
  declarationsIn(
    documents.map((document) => ({ document, names: namesOf(document) })),
    UNIT,
    OUTLINE,
  )
const brief = (...documents: Document[]) =>
  of(...documents).map(({ indicator, declares }) => `${indicator} ${declares}`)
const issued = (by: string) => ({
  issuer: { value: by, at: { file: 'a' }, certainty: 'certain' } as const,
  issued: { value: '2022-06-30', at: { file: 'a' }, certainty: 'certain' } as const,
})

test('a statement under an indicator, with who signed it and when', () => {
  const title = '行政强制零报告'
  expect(of(titled('13-行政强制/说明.pdf', title, issued('广元市昭化区司法局')))).toEqual([
    {
      indicator: '13',
      declares: '零报告',
      reason: title,
      by: '广元市昭化区司法局',
      on: '2022-06-30',
      at: { file: '13-行政强制/说明.pdf', page: 1, quote: title },
    },
  ])
})

test('an unsigned and undated one says so', () => {
  expect(of(file('13/行政强制零报告.pdf'))).toEqual([
    {
      indicator: '13',
      declares: '零报告',
      reason: '行政强制零报告',
      by: '',
      on: null,
      at: { file: '13/行政强制零报告.pdf' },
    },
  ])
})

describe('what is declared', () => {
  test.each([
    ['行政强制零报告', '13 零报告'],
    ['关于2021年未开展行政强制的情况说明', '13 零报告'],
    ['关于指标13不适用的说明', '13 不适用'],
    ['不涉及行政强制的情况说明', '13 不适用'],
    ['关于本单位无相关职责的情况说明', '13 不适用'],
    ['关于无行政强制职责的说明', '13 不适用'],
    ['无相关职责', '13 不适用'],
  ])('%s', (title, expected) => {
    expect(brief(titled('13/a.pdf', title))).toEqual([expected])
  })
})

test('lines that list indicators', () => {
  const lines = [
    '我局对照指标体系：',
    '指标5、17、19不适用，我局无相关职责。',
    '第48项指标未开展；指标 J1 零报告。',
    '第3项工作不适用',
  ]
  const passages = lines.map((text, index) => ({ text, at: { page: index + 1 } }))
  const document = file('不适用情况说明.docx', { passages })
  expect(brief(document)).toEqual(['5 不适用', '17 不适用', '19 不适用', '48 零报告', 'J1 零报告'])
  expect(of(document)[0]).toMatchObject({ at: { file: '不适用情况说明.docx', page: 2, quote: '指标5、17、19不适用' } })
})

test.each([
  ['指标5、17不适用：我局无相关职责。另行说明', '我局无相关职责'],
  ['指标5、17不适用，因本单位不收费；指标19不适用', '本单位不收费'],
  ['指标5不适用（没有此项职责）。', '没有此项职责'],
  ['指标5、17不适用。', '指标5、17不适用'],
  ['指标5、17不适用', '指标5、17不适用'],
])('the reason is what follows: %s', (text, reason) => {
  const document = file('不适用情况说明.docx', { passages: [{ text, at: {} }] })
  expect(of(document)[0]?.reason).toBe(reason)
})

test('a list that a page breaks in the middle of a word', () => {
  const passages = ['指标2、7、13、', '49零报', '告：2020年以来未发生此类情形。'].map((text) => ({
    text,
    at: { page: 1 },
  }))
  expect(of(titled('其他/有关指标零报告.pdf', '关于有关指标的零报告')).length).toBe(0)
  expect(brief(file('其他/有关指标零报告.pdf', { passages }))).toEqual([
    '2 零报告',
    '7 零报告',
    '13 零报告',
    '49 零报告',
  ])
})

describe('is no declaration', () => {
  test.each([
    ['a notice about it', titled('13/a.pdf', '关于做好零报告工作的通知')],
    ['a rule about it', titled('13/a.pdf', '零报告制度')],
    ['a form', titled('13/零报告模板.docx', '零报告')],
    ['a list of duties that begins with 无', titled('13/a.pdf', '无障碍环境建设工作职责清单')],
    ['another title', titled('13/a.pdf', '行政强制工作情况')],
    ['another unit’s', titled('13/a.pdf', '行政强制零报告', issued('广元市昭化区财政局'))],
    ['the city’s bureau', titled('13/a.pdf', '行政强制零报告', issued('广元市司法局'))],
    ['under no indicator, listing none', titled('零报告.pdf', '零报告')],
    [
      'a draft',
      titled('13/a.docx', '零报告', { drafts: [{ value: '修订痕迹', at: { file: 'a' }, certainty: 'likely' }] }),
    ],
  ])('%s', (_, document) => {
    expect(of(document)).toEqual([])
  })
})

test('hostile text comes to an end', () => {
  const passages = ['指标1、', '指标1', '第1、', '未开展', '1、'].map((unit) => ({ text: unit.repeat(50_000), at: {} }))
  expect(of(file('不适用说明.docx', { passages })).every(({ declares }) => declares === '不适用')).toBe(true)
})

describe('a statement’s table of indicators', () => {
  const listing = (rows: readonly (readonly string[])[], title = '关于部分指标不涉及我镇的情况说明') => {
    const at = { file: 'a', page: 1, quote: title }
    const tables = [sheet('', [['指标号', '指标内容', '情况说明'], ...rows])]
    return brief(
      file('说明.docx', { tables }, { title: { value: title, at, certainty: 'certain' }, ...issued('区司法局') }),
    )
  }

  test.each([
    [['17', '一网通办', '无相关职能'], '17 不适用'],
    [['13', '行政强制', '我镇未实施行政强制措施'], '13 零报告'],
    [['指标8', '收费', '无行政事业性收费项目'], '8 零报告'],
    [['九', '双随机', '不涉及'], '9 不适用'],
  ])('%s says %s', (row, expected) => {
    expect(listing([row])).toEqual([expected])
  })

  test('one row may speak of several', () => {
    expect(listing([['9、10、11', '双随机、信用监管', '我镇无相关职能']])).toEqual([
      '9 不适用',
      '10 不适用',
      '11 不适用',
    ])
    expect(listing([['21-24', '行政规范性文件', '未制发']])).toEqual([
      '21 零报告',
      '22 零报告',
      '23 零报告',
      '24 零报告',
    ])
  })

  test.each([
    ['a row that denies nothing', [['28', '合法性审核', '已全部审核']]],
    ['a row whose number is none', [['合计', '3项', '未发生']]],
    ['a number the system does not have', [['128', '其他', '未发生']]],
  ])('%s declares nothing', (_, rows) => {
    expect(listing(rows)).toEqual([])
  })

  test('in a notice it declares nothing', () => {
    expect(listing([['13', '行政强制', '未实施']], '关于报送不涉及指标的通知')).toEqual([])
  })
})

describe('a title that says there was nothing', () => {
  const TITLE = '关于无重大行政决策事项的情况说明'

  test('speaks for the many indicators that it is put under', () => {
    expect(brief(titled('三/指标34-36 说明.pdf', TITLE))).toEqual(['34 零报告', '35 零报告', '36 零报告'])
  })

  test.each(['34/说明.pdf', '指标34、35说明.pdf', '说明.pdf'])('but not under one or two, nor anywhere: %s', (path) => {
    expect(brief(titled(path, TITLE))).toEqual([])
  })

  test('as a statement of what was done it says nothing', () => {
    expect(brief(titled('三/指标34-36 说明.pdf', '关于重大行政决策情况的说明'))).toEqual([])
  })
})

test('a table that keeps records declares nothing by its name', () => {
  const path = '13/行政强制措施登记（含零报告年份）.xlsx'
  const subjects = [{ document: file(path), names: namesOf(file(path)) }]
  expect(declarationsIn(subjects, UNIT, OUTLINE).map(({ declares }) => declares)).toEqual(['零报告'])
  expect(declarationsIn(subjects, UNIT, OUTLINE, new Set([path]))).toEqual([])
})
