import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LoadedCases, loadCases } from '../../src/cases/load.ts'
import { faultLine } from '../../src/core/problem.ts'
import { loadSystem } from '../../src/system/load.ts'
import { KINDS, written } from '../system/world.ts'

const load = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<LoadedCases> => {
  const folder = written()
  mkdirSync(join(folder, 'cases'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'cases', name), text)
  return loadCases(folder, await loadSystem(folder, { kinds: KINDS }), KINDS)
}

const faults = async (text: string): Promise<string[]> => (await load({ '01-制度.yaml': text })).faults.map(faultLine)

const CASES = `- rule: 1.reviewed
  cases:
    - name: 漏一件
      expect: gap
      rows:
        规范性文件台账: [{文件名称: 甲办法, 公布日期: 2021-05-06}]
`
const with_ = (line: string): string => CASES.replace('expect: gap\n', `expect: gap\n      ${line}\n`)

test('a system without cases has none', async () => {
  const folder = written()
  expect(await loadCases(folder, await loadSystem(folder, { kinds: KINDS }), KINDS)).toEqual({ cases: [], faults: [] })
})

test('a case has its place, its rule and every default', async () => {
  const { cases, faults: none } = await load({ '01-制度.yaml': CASES, '02-空.yaml': '# 尚无\n' })
  expect(none).toEqual([])
  expect(cases.map(({ rule, indicator }) => [rule.id, indicator.id])).toEqual([['1.reviewed', '1']])
  expect(cases[0]?.cases).toEqual([
    {
      file: 'cases/01-制度.yaml',
      line: 3,
      case: {
        name: '漏一件',
        expect: 'gap',
        says: '',
        subject: null,
        'as-of': null,
        unit: null,
        certain: true,
        rows: { 规范性文件台账: [{ 文件名称: '甲办法', 公布日期: '2021-05-06', times: 1, in: null }] },
        lacks: {},
        documents: [],
        claims: {},
        declares: null,
        answers: [],
        parameters: {},
        earlier: [],
      },
    },
  ])
})

test('a ledger may be called by its id', async () => {
  expect(await faults(CASES.replace('规范性文件台账:', 'L01:'))).toEqual([])
})

describe('a mistake is told with its place and the nearest word', () => {
  const MISTAKES: [title: string, text: string, fault: string][] = [
    ['no such rule', CASES.replace('1.reviewed', '1.reveiwed'), '1:9: 没有规则“1.reveiwed”，是否应为“1.reviewed”？'],
    [
      'no such ledger',
      CASES.replace('文件台账', '文件抬账'),
      '6:9: ledgers.yaml 没有台账“规范性文件抬账”，是否应为“规范性文件台账”？',
    ],
    [
      'no such column',
      CASES.replace('公布日期', '公示日期'),
      '6:31: 台账“规范性文件台账”没有“公示日期”这一列，是否应为“公布日期”？',
    ],
    [
      'no such column is lacking',
      with_('lacks: {规范性文件台账: [公示日期]}'),
      '5:25: 台账“规范性文件台账”没有“公示日期”这一列，是否应为“公布日期”？',
    ],
    [
      'no such material',
      with_('documents: [{material: opinoin}]'),
      '5:30: 指标 1 没有材料“opinoin”，是否应为“opinion”？',
    ],
    [
      'a material of another indicator',
      with_('documents: [{material: self-report}]'),
      '5:30: 指标 1 没有材料“self-report”，可用的有：opinion、审核意见书、list、文件清单',
    ],
    [
      'no such parameter',
      with_('parameters: {city-rat: 5}'),
      '5:20: system.yaml 没有参数“city-rat”，是否应为“city-rate”？',
    ],
    [
      'no such outcome',
      CASES.replace('expect: gap', 'expect: fail'),
      '4:15: “expect”没有“fail”这个取值，可用的有：met、gap、unclear、noted、exempt、off',
    ],
    ['no such key', with_('row: {}'), '5:7: 没有“row”这一项，是否应为“rows”？'],
    ['a claim that is no rate', with_('claims: {审核率: 全部}'), '5:21: “全部”不是比率，应如 95%'],
    ['a case for nothing', '- rule: 1.reviewed\n  cases: []\n', '2:10: “cases”至少要有一项'],
    ['too many rows', CASES.replace('{文件名称', '{times: 1001, 文件名称'), '6:27: times 应在1至1000之间'],
    ['no row', CASES.replace('{文件名称', '{times: 0, 文件名称'), '6:27: times 应在1至1000之间'],
    ['an endless text', with_('documents: [{chars: 20001}]'), '5:27: chars 应在1至20000之间'],
    ['near to nothing', with_('documents: [{near: 题名相近}]'), '5:20: 写了“near”，还要写“material”'],
    [
      'an outcome that was called impossible',
      CASES.replace('  cases:', '  impossible: {gap: 不会}\n  cases:'),
      '5:15: 1.reviewed 的 impossible 写明不会得出“gap”，这里却写了这个结论',
    ],
    ['a word that is no declaration', with_('declares: 没有'), '5:17: “declares”“没有”的写法不对，应如 零报告、不适用'],
    [
      'a message of no kind',
      with_('earlier: [{message: rate.lost}]'),
      '5:27: 没有“rate.lost”这种结果，是否应为“rate.found”？',
    ],
    ['a day that does not exist', with_('as-of: 2022-02-30'), '5:14: “as-of”“2022-02-30”的写法不对，应如 2022-07-31'],
    ['an id that became a number', CASES.replace('name: 漏一件', 'name: 1.10'), '3:13: “name”要加引号，写作 "1.10"'],
    ['no list', 'rule: 1.reviewed\n', '1:1: 内容应为列表，现为一组“键: 值”'],
  ]
  test.each(MISTAKES)('%s', async (_, text, fault) => {
    expect(await faults(text)).toEqual([`cases/01-制度.yaml:${fault}`])
  })

  test('a rule in two files', async () => {
    const { faults: told } = await load({ 'a.yaml': CASES, 'b.yaml': CASES })
    expect(told.map(faultLine)).toEqual(['cases/b.yaml:1:9: “1.reviewed”重复，已用于 cases/a.yaml:1:9'])
  })

  test('two cases of one name', async () => {
    const second = '    - {name: 漏一件, expect: met}\n'
    expect(await faults(CASES + second)).toEqual([
      'cases/01-制度.yaml:7:14: “漏一件”重复，已用于 cases/01-制度.yaml:3:13',
    ])
  })

  test('a file that is not UTF-8', async () => {
    const { faults: told } = await load({ 'a.yaml': new Uint8Array([0xb9, 0xe6]) })
    expect(told.map(faultLine)).toEqual(['cases/a.yaml:1:1: 文件不是 UTF-8 编码，请用 UTF-8 另存'])
  })

  test('a key that would reach the prototype', async () => {
    expect(await faults(CASES.replace('规范性文件台账:', '__proto__:'))).toEqual([
      'cases/01-制度.yaml:6:9: ledgers.yaml 没有台账“__proto__”，可用的有：规范性文件台账',
    ])
  })
})
