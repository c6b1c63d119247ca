import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../src/core/package.ts'
import type { Indicator, IndicatorSystem, Material, Unit } from '../../src/core/system.ts'
import { type Mapping, NO_UNIT_FILE } from '../../src/core/unit-file.ts'
import { match } from '../../src/placing/match.ts'
import { file, material, needed, sheet, spec, titled, workbook } from '../helpers/documents.ts'
import { INDICATORS } from './outline.ts'

const LEDGER = spec('L01', '规范性文件台账', [needed('文件名称'), needed('送审日期', 'day'), needed('公布日期', 'day')])

const asked: Record<string, Material[]> = {
  package: [
    material('自查报告', [], { topic: ['自查报告'] }),
    material('特色亮点及现场点位情况统计表', [], { nature: 'ledger' }),
  ],
  '13': [material('零报告', ['行政强制零报告'], { id: 'nil', nature: 'statement' })],
  '28': [
    material('合法性审核意见书', ['合法性审核意见'], { id: 'opinion' }),
    material('规范性文件台账', ['规范性文件台账'], { id: 'ledger', nature: 'ledger', ledger: 'L01' }),
  ],
  '31': [
    material('备案台账', ['规范性文件台账'], { id: 'filed', nature: 'ledger', ledger: '规范性文件台账' }),
    material('备案报告', ['备案报告'], { id: 'report' }),
  ],
  '80': [
    material('活动照片', [], { id: 'photo', nature: 'photo' }),
    material('公布截图', ['公布截图'], { id: 'shot', nature: 'screenshot' }),
  ],
  '96': [material('法治专题会议纪要', [], { id: 'minutes', topic: ['法治'], genre: ['会议'] })],
  '97': [
    material('法治政府建设年度报告', ['年度报告'], { id: 'yearly' }),
    material('公开截图', [], { id: 'shot', nature: 'screenshot', topic: ['年度报告'] }),
  ],
}

const indicator = (one: Pick<Indicator, 'id' | 'level1' | 'level2'>): Indicator => ({
  ...one,
  text: '',
  units: { printed: '', cell: 'explicit', as: '', why: '' },
  materials: asked[one.id] ?? [],
  rules: [],
  exempts: [],
  kin: [],
})

const SYSTEM: IndicatorSystem = {
  id: 'test',
  version: '1',
  name: '测试指标体系',
  source: '',
  cycle: { from: '2020-01-01', to: '2022-07-31', note: '' },
  milestones: [],
  denials: [],
  parameters: [],
  errata: [],
  roster: { units: [], groups: [] },
  ledgers: [LEDGER],
  package: indicator({ id: 'package', level1: '', level2: '' }),
  indicators: INDICATORS.map(indicator),
  sha256: '',
}
const UNIT: Unit = { name: '区司法局', kind: 'department', aliases: [], sure: 'certain', note: '' }

const TABLE = sheet('2021', [
  ['文件名称', '送审日期', '公布日期'],
  ['甲办法', '2021-03-01', '2021-03-20'],
])
const IMAGE = { format: 'jpg', extent: 'unread' } as const
const UNREAD = { format: 'pdf', extent: 'unread' } as const

const run = (documents: readonly Document[], files: readonly Mapping[] = []) =>
  match(documents, SYSTEM, UNIT, { ...NO_UNIT_FILE, files })
const lines = (...documents: Document[]) =>
  run(documents).matches.map((one) => `${one.indicator}.${one.material ?? '-'} ${one.sure ? 'sure' : 'unsure'}`)
const nears = (...documents: Document[]) =>
  run(documents).nearMisses.map((one) => `${one.indicator}.${one.material} ${one.why}`)
const maps = (pattern: string, indicators: string[], name: string | null = null): Mapping => ({
  pattern,
  indicators,
  material: name,
  line: 3,
})

describe('under the indicator’s folder', () => {
  test('a fitting title is sure', () => {
    expect(run([titled('28-合法性审核/01.pdf', '合法性审核意见书')]).matches).toEqual([
      {
        file: '28-合法性审核/01.pdf',
        indicator: '28',
        material: 'opinion',
        sure: true,
        placed: true,
        why: '位于文件夹“28-合法性审核”，题名《合法性审核意见书》，讲“合法性审核”，文种属“意见”，即“合法性审核意见书”',
      },
    ])
  })

  test('what fits nothing is placed there all the same', () => {
    expect(run([titled('28/a.pdf', '宪法宣传周活动总结')]).matches).toEqual([
      {
        file: '28/a.pdf',
        indicator: '28',
        material: null,
        sure: false,
        placed: true,
        why: '位于文件夹“28”，但与所列材料均不相符',
      },
    ])
  })

  test('a near miss is told and the file stays placed', () => {
    const document = titled('28/a.pdf', '合法性审核送审函')
    expect(lines(document)).toEqual(['28.- unsure'])
    expect(nears(document)).toEqual([
      '28.opinion 发现题名《合法性审核送审函》，应为《合法性审核意见书》：是“函件”而非材料本身',
    ])
  })

  test('the name of a file nobody could read is not enough', () => {
    expect(lines(file('28/合法性审核意见书.pdf'))).toEqual(['28.opinion sure'])
    expect(lines(file('28/合法性审核意见书.pdf', UNREAD))).toEqual(['28.opinion unsure'])
  })

  test('what is one of its materials is no near miss of another', () => {
    expect(nears(file('28/合法性审核意见书送审函.docx'))).toHaveLength(1)
    expect(nears(workbook('28/合法性审核意见书送审函.xlsx', TABLE))).toEqual([])
  })

  test('a folder of two indicators serves both', () => {
    expect(lines(titled('28、31/a.pdf', '备案报告'))).toEqual(['31.report sure', '28.- unsure'])
  })

  test('a bare kind of paper proves nothing: its folder asks, its text tells', () => {
    const minutes = (path: string, text = '') => {
      const one = titled(path, '区司法局会议纪要')
      return lines({ ...one, evidence: { ...one.evidence, passages: [{ text, at: {} }] } })
    }
    expect(minutes('96/a.pdf')).toEqual(['96.minutes unsure'])
    expect(minutes('96/a.pdf', '会议专题研究部署2021年度法治政府建设重点工作。')).toEqual(['96.minutes sure'])
    expect(minutes('28/a.pdf')).toEqual(['28.- unsure'])
    expect(minutes('其他/资料/a.pdf')).toEqual([])
  })
})

describe('elsewhere', () => {
  test('its own title is sure, the file’s name asks a person', () => {
    expect(lines(titled('31/a.pdf', '合法性审核意见书'))).toEqual(['28.opinion sure', '31.- unsure'])
    expect(lines(file('材料/其他/合法性审核意见书.pdf'))).toEqual(['28.opinion unsure'])
    expect(lines(titled('a/b/c.pdf', '法治政府建设年度报告公开后的社会反响'))).toEqual(['97.yearly unsure'])
  })

  test('a notice about the report is a near miss', () => {
    const notice = (path: string) => titled(path, '关于报送法治政府建设年度报告的通知')
    expect(lines(notice('a/b/c.pdf'))).toEqual([])
    expect(nears(notice('a/b/c.pdf')).map((line) => line.slice(0, 9))).toEqual(['97.yearly', '97.shot 发'])
  })
})

describe('ledgers', () => {
  test('one file serves every indicator that asks for it, wherever it lies', () => {
    expect(lines(workbook('其他/汇总/表.xlsx', TABLE))).toEqual(['28.ledger sure', '31.filed sure'])
    expect(lines(workbook('28/表.xlsx', TABLE))).toEqual(['28.ledger sure', '31.filed sure'])
    expect(run([workbook('28/表.xlsx', TABLE)]).ledgers.map(({ spec: { id }, rows }) => [id, rows.length])).toEqual([
      ['L01', 1],
    ])
  })

  test('a file that is only called so is a near miss, or unsure when unread', () => {
    expect(nears(file('28/规范性文件台账.docx'))).toEqual([
      '28.ledger 文件名“规范性文件台账”，讲“规范性文件”，文种属“台账”，但没有读到表格',
      '31.filed 文件名“规范性文件台账”，讲“规范性文件”，文种属“台账”，但没有读到表格',
    ])
    expect(lines(file('28/规范性文件台账.pdf', UNREAD))).toEqual(['28.ledger unsure', '31.filed unsure'])
  })

  test('a table that lacks columns is a near miss for all who ask', () => {
    const table = sheet('2021', [
      ['文件名称', '公布日期', '备注'],
      ['甲办法', '2021-03-20', ''],
    ])
    expect(nears(workbook('28/表.xlsx', table)).map((line) => line.slice(0, 9))).toEqual(['28.ledger', '31.filed '])
  })
})

describe('pictures', () => {
  test.each([
    ['80/活动照片1.jpg', ['80.photo unsure']],
    ['80/公布截图.png', ['80.shot unsure']],
    ['80/网页截图.png', ['80.shot unsure']],
    ['80/IMG_0001.jpg', ['80.photo unsure', '80.shot unsure']],
    ['97/IMG_0001.jpg', ['97.shot unsure']],
    ['28/IMG_0001.jpg', ['28.- unsure']],
    ['28/合法性审核意见书.jpg', ['28.opinion unsure']],
  ])('%s', (path, expected) => {
    expect(lines(file(path, IMAGE))).toEqual(expected)
  })

  test('a screenshot is not the report that it shows; without the word it may be the report', () => {
    const showing = (path: string) => {
      const { facts } = titled(path, '区司法局2021年度法治政府建设年度报告')
      return lines(file(path, IMAGE, facts))
    }
    expect(showing('97/2021年公开截图.png')).toEqual(['97.shot sure'])
    expect(showing('97/微信图片.png')).toEqual(['97.yearly sure'])
  })

  test('a camera’s picture is no screenshot', () => {
    const taken = { ...IMAGE, properties: { taken: '2021-12-04' } }
    expect(lines(file('80/IMG_0001.jpg', taken))).toEqual(['80.photo unsure'])
    expect(lines(file('97/IMG_0001.jpg', taken))).toEqual(['97.- unsure'])
  })
})

test('statements serve as statements, surely only with their title', () => {
  expect(lines(titled('13/a.pdf', '行政强制零报告'))).toEqual(['13.nil sure'])
  expect(lines(titled('13/a.pdf', '有关工作情况说明'))).toEqual(['13.nil unsure'])
  expect(
    run([titled('13/a.pdf', '行政强制零报告')]).declarations.map(({ indicator: id, declares }) => [id, declares]),
  ).toEqual([['13', '零报告']])
})

test('package materials lie at the root', () => {
  expect(lines(titled('00-自查报告.docx', '区司法局自查报告'))).toEqual(['package.自查报告 sure'])
  expect(lines(titled('自查/报告.docx', '区司法局自查报告'))).toEqual(['package.自查报告 sure'])
  expect(lines(file('附件3-特色亮点及现场点位情况统计表.xlsx'))).toEqual(['package.特色亮点及现场点位情况统计表 sure'])
  expect(lines(titled('28/自查报告.docx', '区司法局自查报告'))).toEqual(['28.- unsure'])
  expect(lines(titled('杂项.docx', '杂项'))).toEqual([])
})

describe('the unit’s own mapping', () => {
  const scan = file('扫描/IMG1.pdf', UNREAD)

  test('decides, whatever the file is called and wherever it lies', () => {
    expect(run([scan], [maps('扫描/*.pdf', ['28'], '合法性审核意见书')]).matches).toEqual([
      {
        file: '扫描/IMG1.pdf',
        indicator: '28',
        material: 'opinion',
        sure: true,
        placed: true,
        why: 'audit.yaml 第3行指定',
      },
    ])
    expect(
      run([titled('28/a.pdf', '杂项')], [maps('28/a.pdf', ['31', '97'])]).matches.map((one) => [
        one.indicator,
        one.material,
        one.sure,
      ]),
    ).toEqual([
      ['31', null, true],
      ['97', null, true],
    ])
  })

  test('leaves the material to the title when it names none', () => {
    expect(run([titled('x/a.pdf', '合法性审核意见书')], [maps('x', ['28'])]).matches).toMatchObject([
      { material: 'opinion', sure: true },
    ])
  })

  test('what it gets wrong is told', () => {
    const mapping = [maps('没有/*.pdf', ['28']), maps('扫描', ['128', '28'], '会议纪要')]
    expect(run([scan], mapping).problems).toEqual([
      { code: 'mapping', message: '第3行“没有/*.pdf”没有对应到任何文件，请核对路径和文件名', file: 'audit.yaml' },
      { code: 'mapping', message: '第3行“扫描”所写指标“128”不在指标体系中，请改正指标号', file: 'audit.yaml' },
      {
        code: 'mapping',
        message:
          '第3行“扫描”所写材料“会议纪要”不是指标28所列材料，请从下列名称中选用：合法性审核意见书、规范性文件台账',
        file: 'audit.yaml',
      },
    ])
  })
})

describe('what a file serves does not depend on the others', () => {
  const DOCUMENTS = [
    titled('28-审核/01-意见书.pdf', '合法性审核意见书'),
    titled('28-审核/02-送审函.pdf', '合法性审核送审函'),
    workbook('台账/规范性文件.xlsx', TABLE),
    titled('31/2021/报告.pdf', '备案报告'),
    titled('其他/年报.docx', '区司法局2021年法治政府建设年度报告'),
    file('80/活动照片.jpg', IMAGE),
    titled('13/a.pdf', '行政强制零报告'),
    titled('00-自查报告.docx', '自查报告'),
    titled('x/y/关于报送年度报告的通知.pdf', '关于报送法治政府建设年度报告的通知'),
  ]
  const of = (documents: readonly Document[]) => {
    const { matches, nearMisses, declarations } = run(documents)
    return { matches, nearMisses, declarations }
  }

  test('any order gives the same', () => {
    const whole = of(DOCUMENTS)
    fc.assert(
      fc.property(fc.shuffledSubarray(DOCUMENTS, { minLength: DOCUMENTS.length }), (shuffled) => {
        expect(of(shuffled)).toEqual(whole)
      }),
      { numRuns: 30 },
    )
  })

  test('any part of the package gives its part of the matches', () => {
    const whole = of(DOCUMENTS)
    fc.assert(
      fc.property(fc.subarray(DOCUMENTS), (some) => {
        const paths = new Set(some.map(({ evidence }) => evidence.path))
        const part = of(some)
        expect(part.matches).toEqual(whole.matches.filter(({ file: path }) => paths.has(path)))
        expect(part.nearMisses).toEqual(whole.nearMisses.filter(({ file: path }) => paths.has(path)))
      }),
      { numRuns: 30 },
    )
  })

  test('a new name that touches neither number nor title changes nothing', () => {
    const brief = (path: string) => lines(titled(path, '合法性审核意见书'))
    const usual = brief('28-合法性审核/01-意见书.pdf')
    for (const path of [
      '28-审核材料/01-意见书.pdf',
      '028/扫描件.pdf',
      '指标28/2021/07.pdf',
      '2-3-28/意见书 - 副本(2).pdf',
    ])
      expect(brief(path)).toEqual(usual)
  })
})

test('audit.yaml itself is no evidence', () => {
  expect(lines(file('audit.yaml', { format: 'txt' }))).toEqual([])
})

test('five thousand files are matched, each with its own', () => {
  const documents = Array.from({ length: 5000 }, (_, index) =>
    titled(`${(index % 100) + 1}-佐证材料/${index}.pdf`, `关于第${index}次法治工作的情况报告`),
  )
  expect(run(documents).matches.length).toBeGreaterThanOrEqual(5000)
})
