import { expect, test } from 'vitest'
import type { Change } from '../../src/core/change.ts'
import { changesBetween } from '../../src/system/diff.ts'
import { loadSystem } from '../../src/system/load.ts'
import { changed, INDICATORS, KINDS, LEDGERS, SYSTEM, UNITS, type World, written } from './world.ts'

async function between(after: World, before: World = {}): Promise<Change[]> {
  const [a, b] = [written(before), written(after)]
  return changesBetween(await loadSystem(a, { kinds: KINDS }), await loadSystem(b, { kinds: KINDS }))
}

const indicators = (from: string, to: string): World => ({ '01-制度.yaml': changed(INDICATORS, from, to) })
const system = (from: string, to: string): World => ({ 'system.yaml': changed(SYSTEM, from, to) })
const shown = (changes: readonly Change[]) =>
  changes.map(({ of, id, change, fields }) => [of, id, change, ...fields.map(({ key, from, to }) => [key, from, to])])

test('nothing differs from itself', async () => expect(await between({})).toEqual([]))

test('nor does the same in another order of keys, in another file, with a comment', async () => {
  const [one, two] = INDICATORS.split('- id: "2"')
  expect(await between({ '01-制度.yaml': `# 注\n${one}`, '02-其他.yaml': `- id: "2"${two}` })).toEqual([])
})

const CASES: [title: string, world: World, changes: unknown[]][] = [
  [
    'a threshold',
    indicators('at-least: 99.5%', 'at-least: 95%'),
    [['rule', '1.reviewed', 'changed', ['at-least', { part: 995, of: 1000 }, { part: 95, of: 100 }]]],
  ],
  [
    'a severity',
    indicators('kind: documents, mat', 'kind: documents, severity: advised, mat'),
    [['rule', '1.there', 'changed', ['severity', 'required', 'advised']]],
  ],
  [
    'another kind: its parameters are not compared',
    indicators('kind: documents, materials: [opinion]', 'kind: absence, statement: [opinion]'),
    [['rule', '1.there', 'changed', ['kind', 'documents', 'absence']]],
  ],
  [
    'a material',
    indicators('titles: [合法性审核意见]', 'titles: [合法性审核意见, 审核表]'),
    [['material', '1.opinion', 'changed', ['titles', ['合法性审核意见'], ['合法性审核意见', '审核表']]]],
  ],
  [
    'a rule less and a rule more',
    indicators('id: in-time', 'id: timely'),
    [
      ['rule', '2.timely', 'added'],
      ['rule', '2.in-time', 'removed'],
    ],
  ],
  [
    'a sentence of the plan',
    indicators('公布后15日内备案。', '公布后10日内备案。'),
    [['indicator', '2', 'changed', ['text', '公布后15日内备案。', '公布后10日内备案。']]],
  ],
  [
    'a version and a cycle',
    system('version: 1.0.0', 'version: 1.1.0'),
    [['system', 'qingshan-2022', 'changed', ['version', '1.0.0', '1.1.0']]],
  ],
  [
    'a submission day',
    system('to: 2022-07-31', 'to: 2022-08-31'),
    [['system', 'qingshan-2022', 'changed', ['cycle.to', '2022-07-31', '2022-08-31']]],
  ],
  ['an outside figure', system('value: null', 'value: 9'), [['parameter', 'city-rate', 'changed', ['value', null, 9]]]],
  ['an erratum', system('why: 与下限重合', 'why: 有误'), [['erratum', 'e2', 'changed', ['why', '与下限重合', '有误']]]],
  [
    'a unit and a group',
    { 'units.yaml': changed(changed(UNITS, '柳树镇', '杨树镇'), ', holds: towns', ', holds: towns, note: 全部') },
    [
      ['unit', '杨树镇', 'added'],
      ['unit', '柳树镇', 'removed'],
      ['group', '各镇', 'changed', ['note', '', '全部']],
    ],
  ],
  [
    'a ledger’s column',
    { 'ledgers.yaml': changed(LEDGERS, 'also: [标题]', 'also: [标题, 文件]') },
    [['column', 'L01.文件名称', 'changed', ['also', ['标题'], ['标题', '文件']]]],
  ],
]

test.each(CASES)('%s', async (_, world, changes) => expect(shown(await between(world))).toEqual(changes))

test('a demand belongs to its indicator, a parameter to the kind that knows it', async () => {
  const [change] = await between(indicators('at-least: 99.5%', 'at-least: 95%'))
  expect([change?.indicator, change?.fields[0]?.kind]).toEqual(['1', 'rate'])
})

test('titles are counted under the indicators that they speak for, and under none', async () => {
  const titles = (...lines: string[]): World => ({ 'titles.tsv': `题名\t指标\n${lines.join('\n')}\n` })
  const before = titles('甲\t1', '乙\t1、2', '丙\t', '丁\t2')
  const after = titles('甲\t2', '乙\t1、2', '丁\t2', '戊\t2')
  const counts = (changes: readonly Change[]) => changes.map(({ indicator }, at) => [indicator, shown(changes)[at]])
  expect(counts(await between(after, before))).toEqual([
    [null, ['titles', '', 'changed', ['fewer', null, 1]]],
    ['1', ['titles', '1', 'changed', ['fewer', null, 1]]],
    ['2', ['titles', '2', 'changed', ['more', null, 2]]],
  ])
  expect(await between(before, before)).toEqual([])
})

test('an indicator more comes with its rules, one less without', async () => {
  const one = INDICATORS.slice(0, INDICATORS.indexOf('- id: "2"'))
  const without: World = {
    '01-制度.yaml': one,
    'system.yaml': changed(SYSTEM, 'indicators: ["2"]', 'indicators: ["1"]'),
  }
  const ids = (changes: readonly Change[]) => changes.map(({ of, id, change }) => [of, id, change])
  expect(ids(await between({}, without))).toEqual([
    ['erratum', 'e2', 'changed'],
    ['indicator', '2', 'added'],
    ['rule', '2.in-time', 'added'],
  ])
  expect(ids(await between(without))).toEqual([
    ['erratum', 'e2', 'changed'],
    ['indicator', '2', 'removed'],
  ])
})

test('what an edition switches off is told with its reason', async () => {
  const base = await loadSystem(written(), { kinds: KINDS })
  const [first, second] = base.indicators
  const why = '本市不设此项'
  const edition = {
    ...base,
    extension: {
      of: [],
      off: [
        { id: '1.there', why: '改为抽查' },
        { id: '2', why },
      ],
    },
    indicators: [
      { ...first!, rules: first!.rules.filter(({ id }) => id !== '1.there') },
      { ...second!, rules: [], exempts: [{ kind: 'town' as const, why }] },
    ],
  }
  expect(changesBetween(base, edition).map(({ of, id, change, why }) => [of, id, change, why])).toEqual([
    ['rule', '1.there', 'removed', '改为抽查'],
    ['indicator', '2', 'removed', why],
  ])
})
