import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { IndicatorSystem } from '../../src/core/system.ts'
import { filesIn } from '../../src/system/files.ts'
import { loadSystem } from '../../src/system/load.ts'
import { loadUnitFile } from '../../src/system/unit-file.ts'
import { KINDS, written } from './world.ts'

let system: IndicatorSystem
beforeAll(async () => {
  system = await loadSystem(written(), { kinds: KINDS })
})

function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'unit-'))
  writeFileSync(join(folder, 'audit.yaml'), text)
  return folder
}

const load = (text: string) => loadUnitFile(folderWith(text), system)
const faultsIn = async (text: string): Promise<unknown> =>
  load(text).then(
    () => [],
    (error: unknown) => (error instanceof Error ? error.message.split('\n').slice(1) : error),
  )

describe("a unit's own file", () => {
  test('may be missing, or hold nothing but comments', async () => {
    expect(await loadUnitFile(mkdtempSync(join(tmpdir(), 'unit-')), system)).toBe(null)
    expect(await load('# 在此填写\n')).toBe(null)
  })

  test('maps paths to indicators, in either form and in either language', async () => {
    const expected = [
      { pattern: '会议/2021年第3次局务会纪要.pdf', indicators: ['1', '2'], material: null, line: 2 },
      { pattern: '制度', indicators: ['2'], material: null, line: 3 },
    ]
    expect((await load('文件:\n  会议\\2021年第3次局务会纪要.pdf: [1, "2"]\n  ./制度: 2\n'))?.files).toEqual(expected)
    expect(
      (
        await load(
          'files:\n  - {文件: 会议/2021年第3次局务会纪要.pdf, 指标: [1, 2]}\n  - {file: 制度, indicators: 2}\n',
        )
      )?.files,
    ).toEqual(expected)
  })

  test('a path that looks like a key stays a path', async () => {
    expect((await load('文件: {声明: [1], 文件: [2]}\n'))?.files.map(({ pattern }) => pattern)).toEqual([
      '声明',
      '文件',
    ])
  })

  test('declares, answers and gives figures, each with its line', async () => {
    const text = `单位: 柳树镇
声明:
  - {指标: 2, 声明: 零报告, 理由: 全年没有, 声明人: 党政办, 日期: 2022-07-20}
答复:
  - {要求: 1.reviewed, 答复: 符合, 理由: 已核对原件, 答复人: 法制审核人员, 日期: 2022-07-21, 有效期至: 2022-12-31}
参数:
  - {编号: city-rate, 取值: 3.5%, 出处: 市局通报}
`
    expect(await load(text)).toEqual({
      unit: '柳树镇',
      files: [],
      declarations: [
        {
          indicator: '2',
          declares: '零报告',
          reason: '全年没有',
          by: '党政办',
          on: '2022-07-20',
          at: { file: 'audit.yaml', cell: '第3行' },
        },
      ],
      answers: [
        {
          rule: '1.reviewed',
          answer: '符合',
          reason: '已核对原件',
          by: '法制审核人员',
          on: '2022-07-21',
          until: '2022-12-31',
          at: { file: 'audit.yaml', cell: '第5行' },
        },
      ],
      parameters: [{ id: 'city-rate', name: 'city-rate', value: '3.5%', source: '市局通报', verified: false }],
    })
  })

  test('may name a material by its id or its name', async () => {
    expect((await load('files: [{file: a.pdf, indicators: "1", material: 审核意见书}]'))?.files[0]?.material).toBe(
      '审核意见书',
    )
  })
})

describe('one mistake, one fault', () => {
  test.each([
    ['an unknown key', '声名: []\n', 'audit.yaml:1:1: 没有“声名”这一项，是否应为“声明”？'],
    [
      'an indicator that is not there',
      '文件: {a.pdf: [1, 28]}\n',
      'audit.yaml:1:17: 指标体系中没有指标“28”，可用的有：1、2、package',
    ],
    ['a number that is no id', '文件: {a.pdf: [1.10]}\n', 'audit.yaml:1:14: 第1项要加引号，写作 "1.10"'],
    [
      'a material that is not there',
      'files: [{file: a.pdf, indicators: 1, material: opinon}]\n',
      'audit.yaml:1:48: 指标体系中没有材料“opinon”，是否应为“opinion”？',
    ],
    [
      'a rule that is not there',
      'answers: [{rule: 1.review, answer: 符合, reason: 已核, by: 甲, on: 2022-07-20}]\n',
      'audit.yaml:1:18: 指标体系中没有要求“1.review”，是否应为“1.reviewed”？',
    ],
    [
      'a parameter that is not there',
      'parameters: [{id: rate, value: 1, source: 无}]\n',
      'audit.yaml:1:19: 指标体系中没有参数“rate”，可用的有：city-rate',
    ],
    ['a unit that is not there', 'unit: 柳村镇\n', 'audit.yaml:1:7: 责任单位名单中没有“柳村镇”，最接近的是：柳树镇'],
    [
      'a declaration without its reason',
      '声明: [{指标: 1, 声明: 不适用, 声明人: 甲}]\n',
      'audit.yaml:1:6: 缺少“reason”（理由）',
    ],
    [
      'a declaration of something else',
      '声明: [{指标: 1, 声明: 不报, 理由: 无, 声明人: 甲}]\n',
      'audit.yaml:1:18: “声明”没有“不报”这个取值，可用的有：不适用、零报告',
    ],
    ['a path twice', '文件: {a.pdf: [1], a.pdf: [2]}\n', 'audit.yaml:1:18: “a.pdf”重复，前面已有'],
    ['a list at the top', '- 1\n', 'audit.yaml:1:1: 内容应为一组“键: 值”，现为列表'],
  ])('%s', async (_, text, fault) => expect(await faultsIn(text)).toEqual([fault]))

  test('all of them at once', async () => {
    expect(await faultsIn('unit: 柳村镇\n声名: []\n文件: {a.pdf: [28]}\n')).toEqual([
      'audit.yaml:1:7: 责任单位名单中没有“柳村镇”，最接近的是：柳树镇',
      'audit.yaml:2:1: 没有“声名”这一项，是否应为“声明”？',
      'audit.yaml:3:14: 指标体系中没有指标“28”，可用的有：1、2、package',
    ])
  })
})

describe('what is no file is not waited for', () => {
  const made: Readonly<Record<string, (path: string) => void>> = {
    管道: (path) => execFileSync('mkfifo', [path]),
    文件夹: (path) => mkdirSync(path),
    没有尽头的设备: (path) => symlinkSync('/dev/zero', path),
    指向自己的链接: (path) => symlinkSync('audit.yaml', path),
    指向空处的链接: (path) => symlinkSync('没有', path),
  }

  test.each(Object.entries(made))('%s', async (_, make) => {
    const folder = mkdtempSync(join(tmpdir(), 'unit-'))
    make(join(folder, 'audit.yaml'))
    await expect(loadUnitFile(folder, system)).rejects.toThrow(
      /^audit\.yaml 有1处错误.*\naudit\.yaml: .*(不是普通文件|没有指向文件)/u,
    )
  })

  test('nor in a system’s folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'system-'))
    execFileSync('mkfifo', [join(folder, 'laws.yaml')])
    expect((await filesIn(folder)).faults).toEqual([
      { file: 'laws.yaml', message: '不是普通文件（文件夹、管道或设备），请换成手写的清单' },
    ])
  })
})
