import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/problem.ts'
import { loadSystem } from '../../src/system/load.ts'
import { changed, faultsOf, INDICATORS, KINDS, LEDGERS, SYSTEM, UNITS, type World, written } from './world.ts'

const indicators = (from: string, to: string): World => ({ '01-制度.yaml': changed(INDICATORS, from, to) })
const system = (from: string, to: string): World => ({ 'system.yaml': changed(SYSTEM, from, to) })
const ledgers = (from: string, to: string): World => ({ 'ledgers.yaml': changed(LEDGERS, from, to) })
const units = (from: string, to: string): World => ({ 'units.yaml': changed(UNITS, from, to) })

describe('a sound folder', () => {
  test('has no faults', async () => expect(await faultsOf({})).toEqual([]))

  test('loads with every default filled and every reference followed', async () => {
    const { indicators: loaded } = await loadSystem(written(), { kinds: KINDS })
    expect(loaded[1]).toEqual({
      id: '2',
      level1: '一、制度',
      level2: '1.文件',
      text: '公布后15日内备案。',
      units: { printed: '', cell: 'absent', as: '区政府办公室', why: '按上行推定' },
      materials: [],
      exempts: [],
      kin: [],
      rules: [
        {
          id: '2.in-time',
          name: '备案期限',
          kind: 'rate',
          severity: 'required',
          demanded: null,
          basis: [],
          erratum: 'e2',
          for: ['department'],
          from: '2021-07-15',
          until: null,
          remedy: null,
          note: '',
          params: {
            ledger: '规范性文件台账',
            where: [],
            part: [
              { column: '公布日期', tests: [{ test: 'within', span: { count: 15, unit: 'day' }, of: '送审日期' }] },
            ],
            'at-least': null,
            'at-most': null,
            'at-most-parameter': 'city-rate',
            distinct: [],
          },
        },
      ],
    })
  })

  test('a material without titles is known by its name', async () => {
    const loaded = await loadSystem(written(), { kinds: KINDS })
    expect(loaded.package.materials[0]?.titles).toEqual(['自查报告'])
  })
})

const MISTAKES: [title: string, world: World, fault: string][] = [
  // The shape of the files
  [
    'a mistyped key',
    indicators('  level2: 1.文件\n  text: 合', '  levle2: 1.文件\n  text: 合'),
    '01-制度.yaml:3:3: 没有“levle2”这一项，是否应为“level2”？',
  ],
  [
    'a missing key',
    units('  - {name: 柳树镇, kind: town}', '  - {name: 柳树镇}'),
    'units.yaml:4:5: 缺少“kind”（department 部门，town 镇）',
  ],
  [
    'a mistyped value',
    indicators('nature: process', 'nature: proces'),
    '01-制度.yaml:7:42: “nature”没有“proces”这个取值，是否应为“process”？',
  ],
  [
    'a text where a list belongs',
    indicators('titles: [合法性审核意见]', 'titles: 合法性审核意见'),
    '01-制度.yaml:7:59: “titles”应为列表，现为文字',
  ],
  ['an empty value', indicators('text: 合法性审核率达100%。', 'text:'), '01-制度.yaml:4:8: “text”没有填写'],
  [
    'an id that YAML reads as a number',
    indicators('- id: "1"', '- id: 1.10'),
    '01-制度.yaml:1:7: “id”要加引号，写作 "1.10"',
  ],
  [
    'an id that YAML reads as a small number',
    indicators('- id: "1"', '- id: 08'),
    '01-制度.yaml:1:7: “id”要加引号，写作 "08"',
  ],
  [
    'an id that is none',
    indicators('- id: "1"', '- id: 第一条'),
    '01-制度.yaml:1:7: “id”“第一条”的写法不对，应如 "28"、"J1"',
  ],
  [
    'a day that does not exist',
    system('to: 2022-07-31', 'to: 2022-02-30'),
    'system.yaml:5:31: “to”“2022-02-30”的写法不对，应如 2022-07-31',
  ],
  [
    'a percentage without its sign',
    indicators('at-least: 99.5%', 'at-least: "99.5"'),
    '01-制度.yaml:17:17: “at-least”“99.5”的写法不对，应如 95%、99.5%',
  ],
  [
    'a span in words',
    indicators('within: 15日', 'within: 半个月'),
    '01-制度.yaml:29:29: “within”“半个月”的写法不对，应如 15日、7个工作日、3个月',
  ],
  [
    'a span that hangs in the air',
    indicators('within: 15日, of: 送审日期', 'within: 15日'),
    '01-制度.yaml:29:20: “within”要和“of”一起写',
  ],
  [
    'half a sentence after a comma',
    indicators('why: 按上行推定', 'why: 栏为空,按上行推定'),
    '01-制度.yaml:22:59: 没有“按上行推定”这一项；如果它是前一句话的后半句，请给整句话加引号',
  ],
  ['an absent cell without its reason', indicators(', why: 按上行推定', ''), '01-制度.yaml:22:10: 缺少“why”'],
  [
    'a cell that is printed and replaced',
    indicators('cell: explicit', 'cell: explicit, as: 各镇'),
    '01-制度.yaml:5:56: 责任单位栏印有内容时，不能另写 as',
  ],
  ['for nobody', indicators('for: [department]', 'for: []'), '01-制度.yaml:31:12: “for”至少要有一项'],
  [
    'a kind that does not exist',
    indicators('kind: rate\n      ledger: 规', 'kind: rat\n      ledger: 规'),
    '01-制度.yaml:13:13: “kind”没有“rat”这个取值，是否应为“rate”？',
  ],
  [
    'a parameter of another kind',
    indicators('kind: documents, mat', 'kind: documents, strict: true, mat'),
    '01-制度.yaml:10:49: 没有“strict”这一项，可用的有：id、name、kind、severity、demanded、basis、erratum、for、in-force、remedy、note、materials、need、at-least',
  ],
  [
    'a rule without what its kind needs',
    indicators('      part: {是否备案: 是}\n', ''),
    '01-制度.yaml:11:7: 缺少“part”（合格的行）',
  ],

  // YAML itself
  [
    'a key twice',
    indicators('  level2: 1.文件\n  text: 合', '  level1: 1.文件\n  text: 合'),
    '01-制度.yaml:3:3: “level1”重复，前面已有',
  ],
  [
    'a tab',
    indicators('  level1: 一、制度\n', '\tlevel1: 一、制度\n'),
    '01-制度.yaml:2:1: 缩进要用空格，不能用制表符（Tab）',
  ],
  [
    'a quote that is not closed',
    units('kind: town', 'kind: "town'),
    'units.yaml:8:1: 缺少符号，请检查引号、括号、冒号是否成对、其后是否有空格',
  ],
  [
    'a colon in a value',
    system('name: 青山区法治政府建设指标体系', 'name: 青山区: 指标'),
    'system.yaml:3:7: 一行里出现了两个“键: 值”；值里含有冒号的，请给值加引号',
  ],
  [
    'an alias of nothing',
    indicators('text: 合法性审核率达100%。', 'text: *重点'),
    '01-制度.yaml:4:9: 引用的“重点”在前文没有定义；文字以 * 开头的，请加引号',
  ],
  [
    'a tag',
    system('id: qingshan-2022', 'id: !!js/function qingshan-2022'),
    'system.yaml:1:5: 不支持标签（!）；文字以 ! 开头的，请加引号',
  ],
  ['two documents', units('groups:', '---\ngroups:'), 'units.yaml:5:1: 一个文件只能有一份内容，请删去 ---'],
  ['an empty file', { '01-制度.yaml': '# 尚未填写\n' }, '01-制度.yaml:1:1: 文件没有内容，或者不是列表'],

  // References
  [
    'a ledger that nobody defined',
    indicators('ledger: 规范性文件台账', 'ledger: 规范性文件台帐'),
    '01-制度.yaml:14:15: ledgers.yaml 没有台账“规范性文件台帐”，是否应为“规范性文件台账”？',
  ],
  [
    'a material of a ledger that nobody defined',
    indicators('nature: ledger, ledger: L01', 'nature: ledger, ledger: L02'),
    '01-制度.yaml:8:54: ledgers.yaml 没有台账“L02”，可用的有：规范性文件台账',
  ],
  [
    'a column that the ledger lacks',
    indicators('where: {公布日期', 'where: {发布日期'),
    '01-制度.yaml:15:15: 台账“规范性文件台账”没有“发布日期”这一列，是否应为“公布日期”？',
  ],
  [
    'a column to compare with that the ledger lacks',
    indicators('of: 送审日期', 'of: 送审时间'),
    '01-制度.yaml:29:38: 台账“规范性文件台账”没有“送审时间”这一列，可用的有：文件名称、送审日期、公布日期、是否备案、条数',
  ],
  [
    'a material that the indicator lacks',
    indicators('materials: [opinion]', 'materials: [opinoin]'),
    '01-制度.yaml:10:61: 本指标没有材料“opinoin”，是否应为“opinion”？',
  ],
  [
    'an erratum that nobody noted',
    indicators('erratum: e2', 'erratum: e3'),
    '01-制度.yaml:27:16: system.yaml 没有勘误“e3”，可用的有：e2',
  ],
  [
    'an erratum of another indicator',
    indicators('name: 合法性审核率\n', 'name: 合法性审核率\n      erratum: e2\n'),
    '01-制度.yaml:13:16: 勘误“e2”没有列出指标 1',
  ],
  [
    'an erratum of an indicator that is not there',
    system('indicators: ["2"]', 'indicators: ["2", "20"]'),
    'system.yaml:9:32: 没有指标“20”，可用的有：1、2、package',
  ],
  [
    'a parameter that nobody set',
    indicators('at-most-parameter: city-rate', 'at-most-parameter: city-rates'),
    '01-制度.yaml:30:26: system.yaml 没有参数“city-rates”，是否应为“city-rate”？',
  ],
  [
    'a unit that the roster lacks',
    indicators('printed: 区司法局、', 'printed: 区司法所、'),
    '01-制度.yaml:5:20: units.yaml 没有单位或类别“区司法所”，是否应为“区司法局”？',
  ],
  [
    'a group that the roster lacks',
    indicators('as: 区政府办公室', 'as: 区政府办公室和全体单位'),
    '01-制度.yaml:22:42: units.yaml 没有单位或类别“全体单位”，可用的有：区司法局、区委依法治区办、区政府办公室、柳树镇、各镇、区级相关部门、区级有关部门',
  ],
  [
    'a member that is no unit',
    units('holds: towns}', 'holds: listed, members: [{unit: 柳村镇}]}'),
    'units.yaml:6:48: units 中没有单位“柳村镇”，是否应为“柳树镇”？',
  ],
  [
    'a list without members',
    units('holds: towns', 'holds: listed'),
    'units.yaml:6:23: “各镇”以名单为准，却没有名单（members）',
  ],
  [
    'a key column that the ledger lacks',
    ledgers('key: [文件名称]', 'key: [文件名]'),
    'ledgers.yaml:4:11: 本台账没有“文件名”这一列，是否应为“文件名称”？',
  ],

  // The same thing twice
  [
    'one indicator id twice',
    { '02-执法.yaml': '- {id: "1", level1: 一, level2: 二, text: 三, units: {printed: 各镇, cell: explicit}}\n' },
    '02-执法.yaml:1:8: “1”重复，已用于 01-制度.yaml:1:7',
  ],
  [
    'one rule id twice',
    indicators('id: reviewed', 'id: there'),
    '01-制度.yaml:11:11: “there”重复，已用于 01-制度.yaml:10:12',
  ],
  [
    'one material id twice',
    indicators('id: list', 'id: opinion'),
    '01-制度.yaml:8:12: “opinion”重复，已用于 01-制度.yaml:7:12',
  ],
  [
    'one name for two units',
    units('name: 区政府办公室, kind: department', 'name: 区政府办公室, kind: department, aliases: [区委依法治区办]'),
    'units.yaml:3:48: “区委依法治区办”重复，已用于 units.yaml:2:46',
  ],
  [
    'one header for two columns',
    ledgers('name: 公布日期, type: day', 'name: 公布日期, type: day, also: [送审 日期]'),
    'ledgers.yaml:8:40: “送审 日期”重复，已用于 ledgers.yaml:7:16',
  ],

  // Rules that could never run
  [
    'a rate without a bound',
    indicators('      at-least: 99.5%\n', ''),
    '01-制度.yaml:13:13: “rate”至少要写明一项：at-least、at-most、at-most-parameter',
  ],
  [
    'a floor above the ceiling',
    indicators('at-least: 99.5%', 'at-least: 99.5%\n      at-most: 99%'),
    '01-制度.yaml:18:16: at-most（99%）小于 at-least（99.5%），无法同时满足',
  ],
  [
    'a share of more than all',
    indicators('at-least: 99.5%', 'at-least: 100.1%'),
    '01-制度.yaml:17:17: 比例的下限超过了100%，无法达到',
  ],
  [
    'a deadline without a day',
    indicators('kind: documents, mat', 'kind: deadline, mat'),
    '01-制度.yaml:10:38: “deadline”至少要写明一项：by、by-each-year',
  ],
  [
    'a deadline of nothing',
    indicators(
      '    - id: reviewed',
      '    - {id: late, name: 期限, kind: deadline, by: 2022-01-01}\n    - id: reviewed',
    ),
    '01-制度.yaml:11:34: “deadline”至少要写明一项：materials、ledger',
  ],
  [
    'a ledger without its column',
    indicators(
      'kind: documents, materials: [opinion]',
      'kind: deadline, by: 2022-01-01, materials: [opinion], ledger: L01',
    ),
    '01-制度.yaml:10:86: 写了“ledger”，还要写“column”',
  ],
  [
    'a column without its ledger',
    indicators(
      'kind: documents, materials: [opinion]',
      'kind: deadline, by: 2022-01-01, materials: [opinion], column: 公布日期',
    ),
    '01-制度.yaml:10:86: 写了“column”，却没有用“ledger”写明是哪个台账的列',
  ],
  [
    'no longer in force before it was',
    indicators('in-force: {from: 2021-07-15}', 'in-force: {from: 2021-07-15, until: 2021-07-14}'),
    '01-制度.yaml:32:43: 失效日期（2021-07-14）早于生效日期（2021-07-15），这条要求从不生效',
  ],
  [
    'everybody it is for is exempt',
    indicators('      in-force: {from: 2021-07-15}\n', '  exempts: [{kind: department, why: 不涉及}]\n'),
    '01-制度.yaml:31:12: 要求“备案期限”所对的单位已全部列为不适用（exempts），从不判断',
  ],
  [
    'an order of one column',
    indicators(
      '    - id: reviewed',
      '    - {id: late, name: 先后, kind: order, ledger: L01, columns: [公布日期]}\n    - id: reviewed',
    ),
    '01-制度.yaml:11:63: 至少要有两列，才有先后',
  ],
  [
    'a required material that nobody asks for',
    indicators('materials: [opinion]', 'materials: [list]'),
    '01-制度.yaml:7:12: 必备材料“审核意见书”没有任何要求用到；不检查的，请改为 need: supporting',
  ],
  [
    'a number asked of a day',
    indicators('{公布日期: present}', '{公布日期: {at-least: 3}}'),
    '01-制度.yaml:15:22: “at-least”只能用于数字列，“公布日期”不是',
  ],
  [
    'a day asked of a number',
    indicators('{公布日期: present}', '{条数: {from: 2021-01-01}}'),
    '01-制度.yaml:15:20: “from”只能用于日期列，“条数”不是',
  ],
  [
    'two numbers that exclude each other',
    indicators('{公布日期: present}', '{条数: {at-least: 3, at-most: 2}}'),
    '01-制度.yaml:15:42: at-most（2）小于 at-least（3），没有数能同时满足',
  ],
  [
    'two days that exclude each other',
    indicators('{公布日期: present}', '{公布日期: {from: 2022-01-02, until: 2022-01-01}}'),
    '01-制度.yaml:15:47: until（2022-01-01）早于 from（2022-01-02），没有日期能同时满足',
  ],
  [
    'a value that is both asked and refused',
    indicators('{公布日期: present}', '{文件名称: {is: 办法, not: [办法, 规定]}}'),
    '01-制度.yaml:15:35: is 与 not 相互排除，没有内容能同时满足',
  ],
  [
    'a day compared with itself',
    indicators('of: 送审日期', 'of: 公布日期'),
    '01-制度.yaml:29:38: “公布日期”不能与自身比较',
  ],
  [
    'a day compared with a word',
    indicators('of: 送审日期', 'of: 文件名称'),
    '01-制度.yaml:29:38: “文件名称”不是日期列，不能与日期比较',
  ],
  [
    'a number that is to differ from itself',
    indicators('{公布日期: present}', '{文件名称: {differs-from: 文件名称}}'),
    '01-制度.yaml:15:36: “文件名称”不能与自身比较',
  ],
  [
    'a flag that is neither',
    indicators('part: {是否备案: 是}', 'part: {是否备案: [是, 备案]}'),
    '01-制度.yaml:16:24: “备案”不是“是否”列的取值，可用的有：是、否',
  ],
  [
    'a result that no kind has',
    indicators('kind: documents, materials: [opinion]', 'kind: rollup, statement: [opinion], messages: [rate.fuond]'),
    '01-制度.yaml:10:79: 没有“rate.fuond”这种结果，是否应为“rate.found”？',
  ],
  [
    'a cycle that ends before it begins',
    system('from: 2021-01-01, to: 2022-07-31', 'from: 2022-08-01, to: 2022-07-31'),
    'system.yaml:5:31: 截止日（2022-07-31）早于起始日（2022-08-01）',
  ],

  // The folder
  ['a missing file', { 'ledgers.yaml': '' }, 'ledgers.yaml: 缺少 ledgers.yaml'],
  [
    'a file of unknown use',
    { '制度.yaml': '[]\n' },
    '制度.yaml: 不知道这是什么文件：指标文件名要以两位序号加“-”开头，如“01-政府职能.yaml”',
  ],
]

describe('one mistake, one fault', () => {
  test.each(MISTAKES)('%s', async (_, world, fault) => expect(await faultsOf(world)).toEqual([fault]))
})

test('a ledger that no table could be recognised as is no use to any rule', async () => {
  expect(await faultsOf({ 'ledgers.yaml': LEDGERS.replaceAll(', needed: true', '') })).toEqual([
    '01-制度.yaml:8:54: 台账“L01”没有一列标明 needed: true，认不出任何表格，这条要求无从判断',
    '01-制度.yaml:14:15: 台账“规范性文件台账”没有一列标明 needed: true，认不出任何表格，这条要求无从判断',
    '01-制度.yaml:28:15: 台账“L01”没有一列标明 needed: true，认不出任何表格，这条要求无从判断',
  ])
})

test('all mistakes of all files are told at once, in order', async () => {
  const world = {
    ...system('version: 1.0.0', 'version: 第一版'),
    ...units('kind: town', 'kind: village'),
    ...ledgers('type: number', 'type: numbr'),
    ...indicators('nature: process', 'nature: proces'),
    '02-执法.yaml': '- id: "3"\n  text: [',
  }
  expect(await faultsOf(world)).toEqual([
    '01-制度.yaml:7:42: “nature”没有“proces”这个取值，是否应为“process”？',
    '02-执法.yaml:2:10: 缩进不对，或者括号没有成对：请与同级各行对齐，并检查括号',
    'ledgers.yaml:10:26: “type”没有“numbr”这个取值，是否应为“number”？',
    'system.yaml:2:10: “version”“第一版”的写法不对，应如 1.0.0',
    'units.yaml:4:23: “kind”没有“village”这个取值，可用的有：department、town',
  ])
})

test('a fault in one rule neither hides its neighbours nor blames them', async () => {
  const world = {
    '01-制度.yaml': changed(
      changed(INDICATORS, 'kind: documents', 'kind: document'),
      'ledger: 规范性文件台账',
      'ledger: 文件台账',
    ),
  }
  expect(await faultsOf(world)).toEqual([
    '01-制度.yaml:10:38: “kind”没有“document”这个取值，是否应为“documents”？',
    '01-制度.yaml:14:15: ledgers.yaml 没有台账“文件台账”，可用的有：规范性文件台账',
  ])
})

test('loading throws one error that lists all faults', async () => {
  const folder = written(indicators('nature: process', 'nature: proces'))
  const error: unknown = await loadSystem(folder, { kinds: KINDS }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UserError)
  expect(error).toMatchObject({
    message:
      '指标体系有1处错误，请改正后再审核：\n01-制度.yaml:7:42: “nature”没有“proces”这个取值，是否应为“process”？',
    faults: [{ file: '01-制度.yaml', line: 7, column: 42 }],
  })
})

test('a folder that is not there', async () => {
  await expect(loadSystem('/没有/这个文件夹', { kinds: KINDS })).rejects.toThrow(
    'system.yaml: 找不到或无法打开指标体系文件夹“/没有/这个文件夹”，请检查路径',
  )
})
