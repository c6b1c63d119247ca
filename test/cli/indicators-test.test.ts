import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { run } from '../helpers/run.ts'
import { written } from '../system/world.ts'

const CASES = `- rule: 1.reviewed
  cases:
    - name: 一件没有备案
      expect: gap
      says: 0%（0/1）
      rows: {规范性文件台账: [{文件名称: 甲办法, 公布日期: 2021-05-06}]}
    - name: 备案日期空白
      expect: met
      says: 已达
      rows: {规范性文件台账: [{文件名称: 乙办法, 公布日期: 2021-05-06, 是否备案: 否}]}
`

let folder: string
const inFolder = (...argv: string[]) => run(['indicators', ...argv, '--indicators', folder])

beforeEach(() => {
  folder = written()
  mkdirSync(join(folder, 'cases'))
  writeFileSync(join(folder, 'cases', '01-制度.yaml'), CASES)
})

describe('audit indicators test', () => {
  test('shows where a rule does not judge as its author says, and ends with 1', async () => {
    const { code, out } = await inFolder('test', '1.reviewed')
    expect(code).toBe(1)
    expect(out).toBe(`✗ 1.reviewed  备案日期空白  cases/01-制度.yaml:7
    应为  符合  ……已达……
    实为  缺口  合法性审核率0%（0/1），应达99.5%；不符合的有乙办法
1 条规则、2 个用例：1 个相符，1 个不符
`)
  })

  test('ends with 0 where all of them do, and still says what no case shows', async () => {
    writeFileSync(join(folder, 'cases', '01-制度.yaml'), CASES.replace('expect: met\n      says: 已达', 'expect: gap'))
    const { code, out, err } = await inFolder('test', '1.reviewed')
    expect({ code, out }).toEqual({ code: 0, out: '1 条规则、2 个用例：2 个相符，0 个不符\n' })
    expect(err).toBe(`规则 1.reviewed 缺少得出“符合”、“存疑”的用例
规则 1.reviewed 缺少临界的用例：把 at-least 由 99.5% 改为 98.5%，没有用例的结论随之改变
规则 1.reviewed 缺少临界的用例：把 at-least 由 99.5% 改为 100%，没有用例的结论随之改变
`)
  })

  test('takes an indicator for all its rules', async () => {
    expect((await inFolder('test', '1')).out).toMatch('1 条规则、2 个用例')
    expect((await inFolder('test', '2')).out).toMatch('没有用例：请写在指标体系文件夹的 cases 文件夹里')
  })

  test('tells the same as data', async () => {
    const { code, out } = await inFolder('test', '1.reviewed', '--format', 'json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      passed: 1,
      failed: 1,
      results: [
        { rule: '1.reviewed', name: '一件没有备案', passed: true },
        { name: '备案日期空白', passed: false },
      ],
      lacking: [{ rule: '1.reviewed', outcomes: ['unclear'] }],
    })
  })

  test('refuses faulty files with their places', async () => {
    writeFileSync(join(folder, 'cases', '01-制度.yaml'), CASES.replace('1.reviewed', '1.reveiwed'))
    const { code, out, err } = await inFolder('test')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe(`cases/01-制度.yaml:1:9: 没有规则“1.reveiwed”，是否应为“1.reviewed”？
用例文件有 1 处错误，请改正后再运行
`)
  })

  test('refuses an id that nothing has', async () => {
    const { code, err } = await inFolder('test', '1.reveiwed')
    expect({ code, err }).toEqual({ code: 2, err: '没有编号为“1.reveiwed”的指标或规则，最接近的是 1.reviewed\n' })
  })

  test('hides what a case’s name would do to a terminal', async () => {
    writeFileSync(join(folder, 'cases', '01-制度.yaml'), CASES.replace('备案日期空白', '"\\e[2J清屏"'))
    expect((await inFolder('test', '1.reviewed')).out).toMatch('✗ 1.reviewed  ␛[2J清屏')
  })
})

describe('audit indicators check', () => {
  test('demands no cases of a system', async () => {
    const { code } = await run(['indicators', 'check', folder])
    expect(code).toBe(0)
  })

  test('demands them when asked, and lists what is missing', async () => {
    const { code, out, err } = await run(['indicators', 'check', folder, '--cases'])
    expect(code).toBe(2)
    expect(out).toMatch('规则 2.in-time 缺少得出“符合”、“缺口”、“存疑”的用例')
    expect(err).toMatch(/^用例有 1 个不符、\d+ 处不全，请改正后再检查\n$/)
  })
})

describe('audit indicators coverage', () => {
  test('counts the materials and cases of each indicator, and who decides its rules', async () => {
    const { code, out } = await inFolder('coverage', '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual([
      {
        id: '1',
        materials: 2,
        rules: [
          { id: '1.there', kind: 'documents', decides: 'machine' },
          { id: '1.reviewed', kind: 'rate', decides: 'machine' },
        ],
        cases: 2,
      },
      { id: '2', materials: 0, rules: [{ id: '2.in-time', kind: 'rate', decides: 'machine' }], cases: 0 },
    ])
  })

  test('sums them up by the first level, with the package at the end', async () => {
    expect(
      (await inFolder('coverage')).out,
    ).toBe(`一级指标      指标      规则      计算  对照材料  书面说明  请人判断      用例
一、制度         2         3         2         1         0         0         2
整体要求         1         1         0         1         0         0         0
合计             3         4         2         2         0         0         2
`)
  })

  test('has all 104 indicators of the shipped system', async () => {
    const { out } = await run(['indicators', 'coverage', '--format', 'json'])
    const covered: unknown = JSON.parse(out)
    expect(Array.isArray(covered) && covered.length).toBe(104)
  })

  test('says which indicators have no rules', async () => {
    const bare = mkdtempSync(join(tmpdir(), 'system-'))
    cpSync(folder, bare, { recursive: true })
    writeFileSync(
      join(bare, '02-末.yaml'),
      '- {id: "3", level1: 二、末, level2: 1.末, text: 末, units: {printed: 各镇, cell: explicit}}\n',
    )
    const { out } = await run(['indicators', 'coverage', '--indicators', bare])
    expect(out).toMatch('还没有规则的指标：3\n')
  })
})
