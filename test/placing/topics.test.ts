import { describe, expect, test } from 'vitest'
import { audit } from '../../src/audit/audit.ts'
import { NO_UNIT_FILE } from '../../src/core/unit-file.ts'
import { indicatorsIn } from '../../src/placing/indicator-ids.ts'
import { match } from '../../src/placing/match.ts'
import { numberedAs } from '../../src/placing/numbering.ts'
import { outlineOf } from '../../src/placing/outline.ts'
import { titled } from '../helpers/documents.ts'
import { orderFor, unitNamed } from '../helpers/package.ts'
import { shipped } from '../helpers/shipped.ts'

const SYSTEM = await shipped()
const OUTLINE = outlineOf(SYSTEM.indicators)
const OFFICE = unitNamed(SYSTEM, '区政府办公室')

const said = (folder: string) => {
  const { ids, topics } = indicatorsIn(`${folder}/意见书.pdf`, OUTLINE)
  return { ids: ids.join(' '), topics: topics.join(' ') }
}

const matched = (path: string, title: string) =>
  match([titled(path, title)], SYSTEM, OFFICE, NO_UNIT_FILE).matches.map(
    ({ indicator, material, sure, placed, topic }) =>
      `${indicator}.${material} ${sure ? 'sure' : 'unsure'}${placed ? ' placed' : ''}${topic ? ' topic' : ''}`,
  )

describe('a folder numbered by the clerk speaks by its words, not by its serial', () => {
  test.each([
    ['1.政务公开', '76 77'],
    ['2.双随机一公开监管', '9'],
    ['3.依法补偿', '15'],
    ['4.建议提案办理', '25 70'],
    ['7.重大行政决策', '34 35 36 37 38 39 40 41 42 43 44 45 46'],
    ['7.重大行政决策/公众参与', '36 37 38'],
    ['7.重大行政决策/专家论证和风险评估', '39 40'],
    ['7.重大行政决策/集体讨论/2021年', '43 44'],
    ['7.重大行政决策/归档', '45'],
    ['8.政府常务会议学法', '94'],
    ['10.述法', '99'],
    ['12.真实性承诺', 'F2'],
    ['6.府院联动', ''],
    ['一级指标三 重大行政决策科学民主合法/5.集体讨论决定', '43 44'],
    ['2021年材料/办公室', ''],
    ['扫描件', ''],
    ['情况说明', ''],
  ])('%s speaks of %s', (folder, topics) => {
    expect(said(folder)).toEqual({ ids: '', topics })
  })
})

describe('folders that are all numbered by the clerk', () => {
  const places = (...paths: string[]) => {
    const outline = numberedAs(OUTLINE, paths)
    return paths.map((path) => indicatorsIn(path, outline).ids.join(' '))
  }

  test('rooms of an office are no indicators, not even where one’s name resembles the plan', () =>
    expect(
      places('1 综合办公室/a.doc', '2 行政审批股/b.doc', '3 执法中队/c.doc', '4 城关所/d.doc', '80 普法/e.doc'),
    ).toEqual(['', '', '', '', '80']))

  test('nor is the one among serials that happens to fit', () =>
    expect(
      places(
        '1.重大行政决策/a.doc',
        '2.信访维稳/b.doc',
        '3.收费与价格/c.doc',
        '4.信用体系建设/d.doc',
        '5.应急演练/e.doc',
      ),
    ).toEqual(['', '', '', '', '']))

  test('a room among folders of the plan leaves them the plan’s', () =>
    expect(places('1.简政放权/a.doc', '3.中介服务/b.doc', '19.好差评/c.doc', '2 法规股/d.doc').slice(0, 3)).toEqual([
      '1',
      '3',
      '19',
    ]))
})

describe('a number whose words are the indicator’s, or nobody’s, stays the indicator’s', () => {
  test.each([
    ['1.简政放权', '1'],
    ['3.中介', '3'],
    ['18-政务服务制度', '18'],
    ['20.12345热线', '20'],
    ['28.合法性审查', '28'],
    ['67-执法保障', '67'],
    ['78.信访维稳', '78'],
    ['88.地灾点', '88'],
    ['7', '7'],
    ['指标7 重大行政决策', '7'],
  ])('%s → %s', (folder, ids) => {
    expect(said(folder)).toEqual({ ids, topics: '' })
  })
})

test('minutes in a folder that speaks of decisions are those of the decision', () => {
  expect(matched('7.重大行政决策/集体讨论/第8期.docx', '昭化区人民政府常务会议纪要')).toEqual([
    '43.minutes sure',
    '43.record sure',
    '44.record sure',
  ])
})

test('a bare kind of paper in a folder that speaks of decisions is for a person to place', () => {
  const found = matched('7.重大行政决策/会议纪要.docx', '会议纪要')
  expect(found.filter((one) => !one.endsWith(' unsure'))).toEqual([])
})

test('such a folder opens a candidate’s indicator, but what is then missing is not certainly missing', async () => {
  const path = '9.法治政府建设年度报告/终.doc'
  const evidence = { ...titled(path, '').evidence, passages: [{ text: '关于2020年度法治政府建设情况的报告', at: {} }] }
  const { findings, indicators } = audit(await orderFor('区政府办公室', [evidence]))
  const own = findings.filter(({ indicator, rule }) => indicator === '97' && rule === '97.page')
  expect(indicators.find(({ id }) => id === '97')).toBeDefined()
  expect(own.map(({ outcome }) => outcome)).toEqual(['noted'])
})

test('a paper that is surely one thing is no other', () => {
  expect(matched('7.重大行政决策/合法性审查/昭司审查5号.pdf', '重大行政决策合法性审查意见书')).toEqual([
    '41.opinion sure',
  ])
})

describe('a package numbered by the plan', () => {
  const under = (...folders: readonly string[]) =>
    match(
      folders.map((folder) => titled(`${folder}/情况.docx`, '情况')),
      SYSTEM,
      OFFICE,
      NO_UNIT_FILE,
    ).matches.flatMap(({ file, indicator, placed }) => (placed ? [`${file.split('/')[0]} → ${indicator}`] : []))

  test('keeps its numbers where the words of one folder speak of another indicator', () => {
    expect(under('11.诚信建设')).toEqual([])
    expect(under('9.双随机', '11.诚信建设', '12.公平竞争')).toContain('11.诚信建设 → 11')
  })

  test('is one where most names fit; a clerk’s own serials do not become indicators by one that does', () => {
    expect(under('1.政务公开', '2.双随机一公开监管', '9.双随机')).not.toContain('1.政务公开 → 1')
  })
})
