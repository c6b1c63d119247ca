import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultLine } from '../../src/core/problem.ts'
import { checkSystem, loadSystem } from '../../src/system/load.ts'
import { KINDS, SYSTEM, type World, written } from './world.ts'

const HEAD = 'id: qingshan-2024\nversion: 2.0.0\nname: 青山区指标体系（2024）\nextends: qingshan-2022\n'

/** Folders side by side, the first of which is asked for: the base with what it changes, and editions of it. */
function editions(
  folders: Readonly<Record<string, World>>,
  base: World = {},
): { folder: (name: string) => string; shipped: string } {
  const shipped = mkdtempSync(join(tmpdir(), 'editions-'))
  cpSync(written(base), join(shipped, 'qingshan-2022'), { recursive: true })
  for (const [name, files] of Object.entries(folders)) {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(shipped, name, file)), { recursive: true })
      if (text) writeFileSync(join(shipped, name, file), text)
    }
  }
  return { folder: (name) => join(shipped, name), shipped }
}

const world = (own: World): World => ({ 'system.yaml': HEAD, ...own })

async function extended(own: World, base: World = {}) {
  const { folder, shipped } = editions({ next: world(own) }, base)
  return loadSystem(folder('next'), { kinds: KINDS, shipped })
}

async function faultsOf(own: World): Promise<string[]> {
  const { folder, shipped } = editions({ next: world(own) })
  return (await checkSystem(folder('next'), KINDS, shipped)).faults.map(faultLine)
}

const base = () => loadSystem(written(), { kinds: KINDS })
const rulesOf = ({ indicators }: Awaited<ReturnType<typeof extended>>) =>
  indicators.flatMap(({ rules }) => rules.map(({ id }) => id))
const off = (line: string): World => ({ 'system.yaml': `${HEAD}off:\n  - ${line}\n` })

describe('an edition of one file', () => {
  test('is the base under its own name', async () => {
    const { id, version, name, extension, sha256, ...rest } = await extended({})
    const { id: _, version: __, name: ___, sha256: other, ...inherited } = await base()
    expect([id, version, name, extension]).toEqual([
      'qingshan-2024',
      '2.0.0',
      '青山区指标体系（2024）',
      { of: [{ id: 'qingshan-2022', version: '1.0.0' }], off: [] },
    ])
    expect(rest).toEqual(inherited)
    expect(sha256).not.toBe(other)
  })

  test('a base that nobody extends is not an extension', async () => expect('extension' in (await base())).toBe(false))

  test('may lie beside its base, by a relative path', async () => {
    const { folder } = editions({ next: { 'system.yaml': HEAD.replace('qingshan-2022\n', '../qingshan-2022/\n') } })
    expect((await loadSystem(folder('next'), { kinds: KINDS })).indicators).toHaveLength(2)
  })

  test('may extend an edition', async () => {
    const third = HEAD.replace('qingshan-2022', '../next').replace('2.0.0', '3.0.0')
    const { folder, shipped } = editions({
      next: off('{rule: 2.in-time, why: 未核实}'),
      third: { 'system.yaml': third },
    })
    const system = await loadSystem(folder('third'), { kinds: KINDS, shipped })
    expect(system.extension).toEqual({
      of: [
        { id: 'qingshan-2024', version: '2.0.0' },
        { id: 'qingshan-2022', version: '1.0.0' },
      ],
      off: [{ id: '2.in-time', why: '未核实' }],
    })
    expect(rulesOf(system)).toEqual(['1.there', '1.reviewed'])
  })

  test('has the hash of what comes of it, not of how it is written', async () => {
    const one = await extended({ 'ledgers.yaml': 'ledgers:\n  - {id: L01, titles: [登记表]}\n' })
    const same = await extended({ 'ledgers.yaml': '# 补叫法\nledgers:\n- id: L01\n  titles: [登记表]\n' })
    const other = await extended({ 'ledgers.yaml': 'ledgers:\n  - {id: L01, titles: [登记簿]}\n' })
    expect([one.sha256 === same.sha256, one.sha256 === other.sha256]).toEqual([true, false])
  })
})

describe('what an edition writes', () => {
  test('the cycle stands whole: the note of the old one says nothing of the new', async () => {
    const cycled = { 'system.yaml': `${HEAD}cycle: {from: 2022-08-01, to: 2024-07-31}\n` }
    expect((await extended(cycled)).cycle).toEqual({ from: '2022-08-01', to: '2024-07-31', note: '' })
  })

  test('of a parameter, a milestone or an erratum only what it says', async () => {
    const { parameters } = await extended({
      'system.yaml': `${HEAD}parameters:\n  - {id: city-rate, value: 8.5, source: 市统计局公报, checked: 2022-06-01, verified: true}\n  - {id: new, name: 新, value: 1}\n`,
    })
    expect(parameters).toEqual([
      { id: 'city-rate', name: '全市平均', value: 8.5, source: '市统计局公报', verified: true, checked: '2022-06-01' },
      { id: 'new', name: '新', value: 1, source: '', verified: false, checked: null },
    ])
  })

  test('more names of a unit, and another unit', async () => {
    const { roster } = await extended({
      'units.yaml': 'units:\n  - {name: 区司法局, aliases: [区法治办]}\n  - {name: 杨树镇, kind: town}\n',
    })
    expect(roster.units.map(({ name, kind, aliases }) => [name, kind, aliases])).toEqual([
      ['区司法局', 'department', ['区委依法治区办', '区法治办']],
      ['区政府办公室', 'department', []],
      ['柳树镇', 'town', []],
      ['杨树镇', 'town', []],
    ])
  })

  test('more headers of a column, and another column', async () => {
    const { ledgers } = await extended({
      'ledgers.yaml': 'ledgers:\n  - {id: L01, columns: [{name: 文件名称, also: [文件, 标题]}, {name: 备注}]}\n',
    })
    expect(
      ledgers[0]?.columns.map(({ name, needed, also }) => [name, needed, also]).filter((_, at) => at === 0 || at === 5),
    ).toEqual([
      ['文件名称', true, ['标题', '文件']],
      ['备注', false, []],
    ])
  })

  test('a rule of the same id replaces the whole rule', async () => {
    const system = await extended({
      '01-制度.yaml':
        '- id: "1"\n  rules:\n    - {id: reviewed, name: 审核率, kind: rate, ledger: L01, part: {是否备案: 是}, at-least: 90%}\n',
    })
    const [, rule] = system.indicators[0]?.rules ?? []
    expect([rule?.name, rule?.params['at-least'], rule?.params.where]).toEqual(['审核率', { part: 90, of: 100 }, []])
    expect(rulesOf(system)).toEqual(['1.there', '1.reviewed', '2.in-time'])
  })

  test('a material that no rule asks for any more is supporting', async () => {
    const { indicators } = await extended({
      '01-制度.yaml':
        '- id: "1"\n  materials: [{id: report, name: 报告, nature: process}]\n  rules:\n    - {id: there, name: 报告, kind: documents, materials: [report], severity: advised}\n',
    })
    expect(indicators[0]?.materials.map(({ id, need }) => [id, need])).toEqual([
      ['opinion', 'supporting'],
      ['list', 'required'],
      ['report', 'required'],
    ])
  })

  test('the text and the cell of an indicator, and an indicator more', async () => {
    const { indicators } = await extended({
      '01-制度.yaml': '- {id: "2", text: 公布后10日内备案。, units: {printed: 各镇, cell: explicit}}\n',
      '11-新增.yaml': '- {id: "3", level1: 三, level2: 四, text: 新增, units: {printed: 各镇, cell: explicit}}\n',
    })
    expect(indicators.map(({ id, text, units }) => [id, text, units.as])).toEqual([
      ['1', '合法性审核率达100%。', '区司法局、区级相关部门；各镇'],
      ['2', '公布后10日内备案。', '各镇'],
      ['3', '新增', '各镇'],
    ])
  })
})

describe('what an edition switches off', () => {
  test('a rule is gone, and the reason stays', async () => {
    const system = await extended(off('{rule: 1.there, why: 改为抽查}'))
    expect([rulesOf(system), system.extension?.off]).toEqual([
      ['1.reviewed', '2.in-time'],
      [{ id: '1.there', why: '改为抽查' }],
    ])
    expect(system.indicators[0]?.materials[0]?.need).toBe('supporting')
  })

  test('an indicator stays in its place and is asked of nobody, with the reason', async () => {
    const { indicators } = await extended(off('{indicator: "1", why: 本市不设此项}'))
    const why = '本版停用：本市不设此项'
    expect([indicators[0]?.rules, indicators[0]?.exempts, indicators[0]?.materials.map(({ need }) => need)]).toEqual([
      [],
      [
        { kind: 'department', why },
        { kind: 'town', why },
      ],
      ['supporting', 'supporting'],
    ])
  })

  test('a demand on the whole package', async () => {
    expect((await extended(off('{rule: package.there, why: 另行通知}'))).package.rules).toEqual([])
  })
})

const FAULTS: [title: string, own: World, faults: string[]][] = [
  [
    'a rule that is not there',
    off('{rule: 1.reviwed, why: 无}'),
    ['system.yaml:6:12: 所沿用的体系没有规则“1.reviwed”，是否应为“1.reviewed”？'],
  ],
  [
    'an indicator that is not there',
    off('{indicator: "9", why: 无}'),
    ['system.yaml:6:17: 所沿用的体系没有指标“9”，可用的有：1、2'],
  ],
  ['no reason', off('{rule: 1.there}'), ['system.yaml:6:5: 缺少“why”（停用的理由）']],
  [
    'neither a rule nor an indicator',
    off('{why: 无}'),
    ['system.yaml:6:5: 停用的，写“rule”（规则）或者“indicator”（指标）其中一项'],
  ],
  [
    'one rule twice',
    off('{rule: 1.there, why: 一}\n  - {rule: 1.there, why: 二}'),
    ['system.yaml:7:12: 规则“1.there”已写明停用'],
  ],
  [
    'a rule that it writes itself',
    {
      ...off('{rule: 1.there, why: 无}'),
      '01-制度.yaml':
        '- id: "1"\n  rules: [{id: there, name: 意见书, kind: documents, severity: advised, materials: [opinion]}]\n',
    },
    ['system.yaml:6:12: 规则“1.there”在本体系中另有编写，不能同时停用'],
  ],
  [
    'no identity of its own',
    { 'system.yaml': 'id: qingshan-2022\nextends: qingshan-2022\nversion: 1.0.0\n' },
    [
      'system.yaml:1:1: 缺少“name”：沿用别的体系，也要有自己的名称',
      'system.yaml:3:10: 编号和版本号与所沿用的体系相同，请另编',
    ],
  ],
  [
    'a base that does not come with the tool',
    { 'system.yaml': HEAD.replace('extends: qingshan-2022', 'extends: qingshan-2020') },
    [
      'system.yaml:4:10: 没有随程序发布的指标体系“qingshan-2020”，是否应为“qingshan-2022”？沿用别处的，写相对路径，如 ../zhaohua-2022',
    ],
  ],
  [
    'a base that is no folder',
    { 'system.yaml': HEAD.replace('qingshan-2022\n', '../qingshan\n') },
    ['system.yaml:4:10: “../qingshan”不是指标体系文件夹（没有 system.yaml），请检查路径'],
  ],
  [
    'a base by an absolute path',
    { 'system.yaml': HEAD.replace('qingshan-2022\n', '/srv/qingshan-2022\n') },
    ['system.yaml:4:10: 请写相对路径（如 ../zhaohua-2022），换一台电脑才找得到；现为“/srv/qingshan-2022”'],
  ],
  [
    'itself',
    { 'system.yaml': HEAD.replace('qingshan-2022\n', './\n') },
    ['system.yaml:4:10: “./”又沿用了本体系，成了循环'],
  ],
  [
    'a mistyped key of its own',
    { 'ledgers.yaml': 'ledgers:\n  - {id: L01, title: [登记表]}\n' },
    ['ledgers.yaml:2:15: 没有“title”这一项，是否应为“titles”？'],
  ],
  [
    'a column of a rule of its own that the ledger lacks',
    {
      '01-制度.yaml':
        '- id: "2"\n  rules:\n    - {id: more, name: 更多, kind: rate, ledger: L01, part: {备注: present}, at-least: 90%}\n',
    },
    ['01-制度.yaml:3:60: 台账“规范性文件台账”没有“备注”这一列，可用的有：文件名称、送审日期、公布日期、是否备案、条数'],
  ],
  [
    'an indicator of its own that is not whole',
    { '11-新增.yaml': '- {id: "3", level1: 三, level2: 四, units: {printed: 各镇, cell: explicit}}\n' },
    ['11-新增.yaml:1:3: 缺少“text”（三级指标，照印发文本）'],
  ],
  ['an item that is no indicator', { '11-新增.yaml': '- 指标\n' }, ['11-新增.yaml:1:3: 第1项应为一组“键: 值”']],
  [
    'one indicator twice in its own files',
    { '01-制度.yaml': '- {id: "2", text: 甲}\n- {id: "2", text: 乙}\n' },
    [
      '01-制度.yaml:2:3: 缺少“level1”（一级指标）',
      '01-制度.yaml:2:3: 缺少“level2”（二级指标）',
      '01-制度.yaml:2:3: 缺少“units”',
      '01-制度.yaml:2:8: “2”重复，已用于 01-制度.yaml:1:8',
    ],
  ],
  [
    'a file that is no YAML',
    { 'units.yaml': 'units: [\n' },
    ['units.yaml:2:1: 缩进不对，或者括号没有成对：请与同级各行对齐，并检查括号'],
  ],
]

describe('whatever an edition holds, it is refused with a place and without a crash', () => {
  test.each<[string, World]>([
    ['a key of every object', { 'ledgers.yaml': 'ledgers:\n  - {id: L01, __proto__: {name: 甲}, constructor: 乙}\n' }],
    ['a text where a mapping belongs', { 'units.yaml': 'units: 甲\ngroups: [乙, [丙]]\n' }],
    ['a list for a file of keys', { 'ledgers.yaml': '- 甲\n' }],
    ['keys for a file of lists', { '01-制度.yaml': 'id: "1"\n' }],
    ['a number where a list belongs', { 'system.yaml': `${HEAD}off: 5\npackage: 6\nerrata: {}\n` }],
    [
      'rules that are none',
      { '01-制度.yaml': '- {id: "1", rules: [甲, {id: there, kind: constructor}], materials: 乙}\n' },
    ],
  ])('%s', async (_, own) => {
    const faults = await faultsOf(own)
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.filter((fault) => !/^[^/]+\.yaml:\d+:\d+: \S/.test(fault))).toEqual([])
  })

  test('what it says it extends is a list', async () => {
    expect(await faultsOf({ 'system.yaml': 'id: a\nextends: [b]\n' })).toContain(
      'system.yaml:2:10: “extends”应为文字，现为列表',
    )
  })
})

describe('a fault of an edition is told where the edition wrote it', () => {
  test.each(FAULTS)('%s', async (_, own, faults) => expect(await faultsOf(own)).toEqual(faults))

  test('two that extend each other', async () => {
    const { folder, shipped } = editions({
      one: { 'system.yaml': HEAD.replace('qingshan-2022', '../two') },
      two: { 'system.yaml': HEAD.replace('qingshan-2022', '../one') },
    })
    const { faults } = await checkSystem(folder('one'), KINDS, shipped)
    expect(faults.map(faultLine)).toEqual(['../two/system.yaml:4:10: “../one”又沿用了本体系，成了循环'])
  })

  test('a fault of the base is told in the base', async () => {
    const { folder, shipped } = editions({ next: world({}) }, { 'units.yaml': 'units: []\ngroups: []\n' })
    const { faults } = await checkSystem(folder('next'), KINDS, shipped)
    expect(new Set(faults.map(({ file }) => file))).toEqual(
      new Set(['qingshan-2022/01-制度.yaml', 'qingshan-2022/units.yaml']),
    )
  })

  test('switching off without extending', async () => {
    const { faults } = await checkSystem(
      written({ 'system.yaml': `${SYSTEM}off: [{rule: 1.there, why: 无}]\n` }),
      KINDS,
    )
    expect(faults.map(faultLine)).toEqual(['system.yaml:16:6: 写了“off”，却没有用“extends”写明沿用哪套体系'])
  })
})
