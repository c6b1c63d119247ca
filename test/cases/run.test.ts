import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Edge, unshownEdges } from '../../src/cases/edges.ts'
import { lackingIn } from '../../src/cases/lacking.ts'
import { loadCases, type RuleCases } from '../../src/cases/load.ts'
import { type CaseResult, runCases } from '../../src/cases/run.ts'
import { faultLine } from '../../src/core/problem.ts'
import type { IndicatorSystem } from '../../src/core/system.ts'
import { KINDS } from '../../src/judging/kinds/index.ts'
import { loadSystem } from '../../src/system/load.ts'
import { INDICATORS, LEDGERS, SYSTEM, UNITS } from '../system/world.ts'

type World = { readonly system: IndicatorSystem; readonly cases: readonly RuleCases[] }

/** A small system, judged by the kinds that judge real packages. */
async function world(cases: string, indicators = INDICATORS): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'cases-'))
  const files = { 'system.yaml': SYSTEM, 'units.yaml': UNITS, 'ledgers.yaml': LEDGERS, '01-制度.yaml': indicators }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  mkdirSync(join(folder, 'cases'))
  writeFileSync(join(folder, 'cases', '01-制度.yaml'), cases)
  const system = await loadSystem(folder)
  const loaded = await loadCases(folder, system, KINDS)
  expect(loaded.faults.map(faultLine)).toEqual([])
  return { system, cases: loaded.cases }
}

async function ran(cases: string, indicators?: string): Promise<CaseResult[]> {
  const { system, cases: loaded } = await world(cases, indicators)
  return runCases(system, loaded)
}

const got = async (lines: string, rule = '1.reviewed', indicators?: string): Promise<CaseResult['got']> => {
  const [result] = await ran(`- rule: ${rule}\n  cases:\n    - name: 甲\n      expect: met\n${lines}`, indicators)
  if (!result) throw new Error('no case was run')
  return result.got
}

const rows = (text: string): string => `      rows: {规范性文件台账: [${text}]}\n`
const documents = (text: string): string => `      documents: [${text}]\n`

describe('a case holds', () => {
  const one = (expected: string): string =>
    `- rule: 1.reviewed\n  cases:\n    - {name: 甲, ${expected}, rows: {L01: [{文件名称: 甲办法, 公布日期: 2021-05-06, 是否备案: 是}]}}\n`

  test('where the rule reaches the outcome and says the words', async () => {
    expect(await ran(one('expect: met, says: 100%（1/1）'))).toEqual([
      {
        rule: '1.reviewed',
        name: '甲',
        file: 'cases/01-制度.yaml',
        line: 3,
        expected: { outcome: 'met', says: '100%（1/1）', subject: '' },
        got: { outcome: 'met', says: ['合法性审核率100%（1/1），已达99.5%'] },
        passed: true,
      },
    ])
  })

  test.each([
    ['another outcome', 'expect: gap'],
    ['other words', 'expect: met, says: 2/2'],
    ['no verdict on what it asks about', 'expect: met, subject: "2021"'],
  ])('but not with %s', async (_, expected) => {
    expect((await ran(one(expected))).map(({ passed }) => passed)).toEqual([false])
  })

  test('a verdict that is not there is named with those that are', async () => {
    const [result] = await ran(
      `- rule: 1.there\n  cases:\n    - {name: 甲, expect: met, subject: list, documents: [{material: opinion, issued: 2021-05-06}]}\n`,
    )
    expect(result?.got).toEqual({ outcome: 'exempt', says: ['没有“list”这个结论，有的是：opinion'] })
    expect(result?.passed).toBe(false)
  })
})

describe('rows are read as those of a workbook', () => {
  test.each([
    [
      'what is not written is blank, and a blank flag is what its column says',
      '{文件名称: 甲办法, 公布日期: 2021-05-06}',
      'gap',
    ],
    ['a day as a clerk writes it', '{文件名称: 甲办法, 公布日期: 2021年5月6日, 是否备案: √}', 'met'],
    ['a day that nobody can read', '{文件名称: 甲办法, 公布日期: 五月, 是否备案: 否}', 'unclear'],
    ['a row twenty times over', '{times: 20, 文件名称: 第<n>号办法, 公布日期: 2021-05-06, 是否备案: 是}', 'met'],
    [
      'one in another file that differs',
      '{文件名称: 甲办法, 公布日期: 2021-05-06, 是否备案: 是}, {in: 乙.xlsx, 文件名称: 甲办法, 公布日期: 2021-05-06, 是否备案: 否}',
      'unclear',
    ],
    ['no row at all', '', 'noted'],
  ])('%s', async (_, text, outcome) => expect((await got(rows(text))).outcome).toBe(outcome))

  test('a repeated row counts as many', async () => {
    const text =
      '{times: 20, 文件名称: 第<n>号办法, 公布日期: 2021-05-06, 是否备案: 是}, {文件名称: 乙办法, 公布日期: 2021-05-06}'
    expect((await got(rows(text))).says).toEqual(['合法性审核率95.2%（20/21），应达99.5%；不符合的有乙办法'])
  })

  test('a table without a column whose blank means 否 says 否', async () => {
    const lacks = '      lacks: {规范性文件台账: [是否备案]}\n'
    const { says } = await got(rows('{文件名称: 甲办法, 公布日期: 2021-05-06}') + lacks)
    expect(says).toEqual(['合法性审核率0%（0/1），应达99.5%；不符合的有甲办法'])
  })

  test('a table that lacks what it is recognised by is no such ledger', async () => {
    const lacks = '      lacks: {规范性文件台账: [公布日期, 文件名称]}\n'
    expect((await got(rows('{是否备案: 是}') + lacks)).says[0]).toMatch('未见《规范性文件台账》')
  })
})

describe('documents say what the case says of them', () => {
  const opinion = (more: string) => documents(`{material: opinion, issued: 2021-05-06${more}}`)
  test.each([
    ['there', opinion(''), 'met'],
    ['by the name of the material', documents('{material: 审核意见书, issued: 2021-05-06}'), 'met'],
    ['without a day', documents('{material: opinion}'), 'unclear'],
    ['on the last day before the cycle', documents('{material: opinion, issued: 2020-12-31}'), 'gap'],
    ['on that day, but hard to read', documents('{material: opinion, issued: 2020-12-31, dated: weak}'), 'unclear'],
    ['a draft', opinion(', draft: true'), 'unclear'],
    ['unread', opinion(', read: unread'), 'unclear'],
    ['perhaps the material', opinion(', sure: false'), 'unclear'],
    ['nearly the material', opinion(', near: 题名缺少“审核”'), 'unclear'],
    ['another paper', documents('{title: 工作总结, issued: 2021-05-06}'), 'gap'],
    ['an unread file of no indicator', documents('{read: unread}'), 'unclear'],
    ['none', '', 'gap'],
    ['none, and the duty is unsure', '      certain: false\n', 'noted'],
    ['none, and zero was declared', '      declares: 零报告\n', 'exempt'],
    ['none, and it does not apply', '      declares: {declares: 不适用, reason: 无此职能}\n', 'exempt'],
  ])('%s', async (_, lines, outcome) => expect((await got(lines, '1.there')).outcome).toBe(outcome))

  test('papers that are repeated are papers of their own', async () => {
    const indicators = INDICATORS.replace('materials: [opinion]}', 'materials: [opinion], at-least: 3}')
    const three = documents('{times: 3, material: opinion, title: 第<n>份意见, issued: 2021-05-06}')
    expect(await got(three, '1.there', indicators)).toEqual({
      outcome: 'met',
      says: ['《审核意见书》已有《第1份意见》、《第2份意见》、《第3份意见》'],
    })
  })

  test('a text is filled up to the character', async () => {
    const rule = '    - {id: long, name: 篇幅, kind: content, materials: [opinion], at-most-chars: 300}\n'
    const indicators = INDICATORS.replace('  rules:\n', `  rules:\n${rule}`)
    const { says } = await got(documents('{material: opinion, text: 共五个字。, chars: 300}'), '1.long', indicators)
    expect(says[0]).toMatch('共300字')
  })
})

describe('what else a case may say', () => {
  test('a rate that the unit claims of itself', async () => {
    const claims = '      claims: {合法性审核率: 100%}\n'
    const indicators = INDICATORS.replace('at-least: 99.5%', 'at-least: 99.5%\n      claimed-as: [合法性审核率]')
    expect((await got(claims, '1.reviewed', indicators)).says[0]).toMatch('自查报告.docx（第1页）称合法性审核率100%')
  })

  test('an outside figure', async () => {
    const row = rows('{文件名称: 甲办法, 送审日期: 2021-05-06, 公布日期: 2021-05-07}')
    const asOf = '      as-of: 2022-07-31\n'
    expect((await got(row + asOf, '2.in-time')).outcome).toBe('unclear')
    expect((await got(`${row}${asOf}      parameters: {city-rate: 100}\n`, '2.in-time')).outcome).toBe('met')
  })

  test('a day on which the rule is not yet in force, and a unit that it is not for', async () => {
    expect((await got('      as-of: 2021-07-14\n', '2.in-time')).outcome).toBe('off')
    expect((await got('      as-of: 2021-07-15\n', '2.in-time')).outcome).not.toBe('off')
    expect((await got('      unit: town\n', '2.in-time')).outcome).toBe('off')
  })

  test('the answer of a person, and until when', async () => {
    const rule = '    - {id: fit, name: 质量, kind: review, question: 是否可行？}\n'
    const indicators = INDICATORS.replace('  rules:\n', `  rules:\n${rule}`)
    const answered = (text: string) => got(`      answers: [${text}]\n`, '1.fit', indicators)
    expect((await answered('符合')).outcome).toBe('met')
    expect(await answered('{answer: 不符合, reason: 照抄上级, by: 张某, on: 2022-07-01}')).toEqual({
      outcome: 'gap',
      says: ['张某于2022年7月1日答复不符合：照抄上级'],
    })
    expect((await answered('{answer: 符合, on: 2021-01-01, until: 2021-12-31}')).outcome).toBe('unclear')
  })

  test('what other rules found, for the rule that gathers', async () => {
    const rule = '    - {id: all, name: 真实性, kind: rollup, statement: [opinion], messages: [rate.claim-differs]}\n'
    const indicators = INDICATORS.replace('  rules:\n', `  rules:\n${rule}`)
    const promise = documents('{material: opinion, issued: 2022-07-01}')
    const found = (message: string) => `      earlier: [{message: ${message}}]\n`
    expect((await got(promise + found('rate.claim-differs'), '1.all', indicators)).outcome).toBe('unclear')
    expect((await got(promise + found('rate.short'), '1.all', indicators)).outcome).toBe('met')
  })
})

describe('a rule that no cases describe', () => {
  test('is told with the outcomes that no case shows', async () => {
    const { system, cases } = await world(
      `- rule: 1.there\n  impossible: {gap: 不会}\n  cases:\n    - {name: 甲, expect: unclear}\n`,
    )
    expect(lackingIn(system, cases).map(({ rule, outcomes }) => [rule.id, outcomes])).toEqual([
      ['package.there', ['met', 'gap', 'unclear']],
      ['1.there', ['met']],
      ['1.reviewed', ['met', 'gap', 'unclear']],
      ['2.in-time', ['met', 'gap', 'unclear']],
    ])
  })
})

describe('a figure that could be a step off unseen', () => {
  const edges = async (kind: string, cases: string): Promise<string[]> => {
    const indicators = INDICATORS.replace('  rules:\n', `  rules:\n    - {id: rule, name: 要求, ${kind}}\n`)
    const { system, cases: loaded } = await world(`- rule: 1.rule\n  cases:\n${cases}`, indicators)
    expect(runCases(system, loaded).filter(({ passed }) => !passed)).toEqual([])
    return unshownEdges(system, loaded).map(({ limit, from, to }: Edge) => `${limit} ${from} → ${to}`)
  }
  let n = 0
  const row = (expect: string, ...texts: string[]) =>
    `    - {name: 甲${n++}, expect: ${expect}, rows: {L01: [${texts.map((text) => `{文件名称: 甲, ${text}}`).join(', ')}]}}\n`
  const days = (from: string, to: string) => `送审日期: ${from}, 公布日期: ${to}`

  const DURATION = 'kind: duration, ledger: L01, from: 送审日期, to: 公布日期, unit: workday, at-most: 5'
  const kept = row('met', days('2021-03-01', '2021-03-08'))
  const broken = row('gap', days('2021-03-01', '2021-03-09'))

  test('none where one case stands at the edge and another a step past it', async () => {
    expect(await edges(DURATION, kept + broken)).toEqual([])
  })

  test('the stricter where nothing stands at the edge', async () => {
    expect(await edges(DURATION, row('met', days('2021-03-01', '2021-03-05')) + broken)).toEqual(['at-most 5 → 4'])
  })

  test('the laxer where nothing stands a step past it', async () => {
    expect(await edges(DURATION, kept + row('gap', days('2021-03-01', '2021-03-30')))).toEqual(['at-most 5 → 6'])
  })

  test('a length of time inside a condition', async () => {
    const kind = 'kind: rate, ledger: L01, at-least: 100%, part: {公布日期: {within: 15日, of: 送审日期}}'
    const eleven = Array.from({ length: 11 }, () => days('2021-03-01', '2021-03-02'))
    const short = row('gap', ...eleven, days('2021-03-01', '2021-06-01'))
    expect(await edges(kind, short)).toEqual(['part 公布日期 15日 → 14日', 'part 公布日期 15日 → 16日'])
    const edge = row('met', days('2021-03-01', '2021-03-16')) + row('gap', days('2021-03-01', '2021-03-17'))
    expect(await edges(kind, short + edge)).toEqual([])
  })

  test('a day', async () => {
    const kind = 'kind: deadline, ledger: L01, column: 公布日期, by: 2021-12-31'
    const [on, after] = [row('met', '公布日期: 2021-12-31'), row('gap', '公布日期: 2022-01-01')]
    expect(await edges(kind, on + after)).toEqual([])
    expect(await edges(kind, on)).toEqual(['by 2021-12-31 → 2022-01-01'])
    expect(await edges(kind, after)).toEqual(['by 2021-12-31 → 2021-12-30'])
  })

  test('all has no more than all, and one case of ten shows that it is all', async () => {
    const kind = 'kind: rate, ledger: L01, at-least: 100%, part: {公布日期: present}'
    expect(await edges(kind, row('gap', '送审日期: 2021-03-01'))).toEqual(['at-least 100% → 90%'])
    const ten = Array.from({ length: 10 }, () => '公布日期: 2021-03-01')
    expect(await edges(kind, row('gap', ...ten, '送审日期: 2021-03-01'))).toEqual([])
  })

  test('what nobody chose is no figure of the rule', async () => {
    const some = '    - {name: 乙, expect: gap}\n'
    expect(await edges('kind: documents, materials: [opinion], demanded: 合法性审核率', some)).toEqual([])
    expect(await edges('kind: documents, materials: [opinion], at-least: 2, demanded: 合法性审核率', some)).toEqual([
      'at-least 2 → 1',
      'at-least 2 → 3',
    ])
  })
})
