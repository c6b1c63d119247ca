import { describe, expect, test } from 'vitest'
import type { Document } from '../../src/core/package.ts'
import type { Material } from '../../src/core/system.ts'
import { stemOf } from '../../src/placing/names.ts'
import { subjectOf, titleFit, wantedOf } from '../../src/placing/titles.ts'
import { file, material, titled } from '../helpers/documents.ts'

const OPINION = material('合法性审核意见书', ['合法性审核意见', '合法性审查意见'])
const REPORT = material('法治政府建设年度报告', ['法治政府建设年度报告', '年度报告'])
const RULES = material('行政执法公示制度')

const fitOf = (document: Document, asked: Material) => titleFit(subjectOf(document), wantedOf(asked))

describe('is the material', () => {
  test.each([
    ['关于《停车管理办法》的合法性审核意见书', OPINION],
    ['合法性审查意见', OPINION],
    ['关于《停车管理办法（送审稿）》的合法性审核意见书', OPINION],
    ['关于《停车管理的通知》的合法性审核意见', OPINION],
    ['区司法局2021年法治政府建设年度报告', REPORT],
    ['法治政府建设年度报告（2021年）', REPORT],
    ['关于印发《行政执法公示制度》的通知', RULES],
    ['关于印发广元市昭化区行政执法公示制度的通知', RULES],
    ['行政执法公示制度（试行）', RULES],
    ['关于建立矛盾纠纷多元化解机制的通知', material('矛盾纠纷多元化解机制')],
    ['法制审核制度及目录清单', material('法制审核制度及目录清单', [], { except: ['目录'] })],
  ])('%s', (title, asked) => {
    expect(fitOf(titled('a.pdf', title), asked)).toEqual({
      fit: 'sure',
      by: 'title',
      specific: true,
      why: `题名《${title}》与材料“${asked.name}”一致`,
    })
  })

  test.each([
    '28/01-昭司审〔2021〕3号-合法性审核意见书.pdf',
    '20210506合法性审核意见书（盖章扫描件）.pdf',
    '合法性审核意见书 - 副本 (2).pdf',
    '合法性审核意见书(终稿).docx',
    '合法性审核意见书〔2021〕3号.pdf',
  ])('by the name of a file without text: %s', (path) => {
    expect(fitOf(file(path), OPINION)).toMatchObject({ fit: 'sure', by: 'file' })
  })

  test('by its first line where no title was recognised', () => {
    const passages = ['昭化区司法局', '合法性审核意见书', '现将有关情况报告如下'].map((text) => ({
      text,
      at: { page: 1 },
    }))
    expect(fitOf(file('扫描0001.docx', { passages }), OPINION)).toMatchObject({
      fit: 'sure',
      by: 'heading',
      why: '题名《合法性审核意见书》与材料“合法性审核意见书”一致',
    })
  })
})

describe('is nearly the material', () => {
  test.each([
    [
      '合法性审核送审函',
      OPINION,
      '发现《合法性审核送审函》，应为《合法性审核意见书》：题名含“送审函”，是送审材料而非审核结论',
    ],
    [
      '关于报送法治政府建设年度报告的通知',
      REPORT,
      '发现《关于报送法治政府建设年度报告的通知》，应为《法治政府建设年度报告》：题名含“通知”，是布置工作的通知而非材料本身',
    ],
    [
      '法治政府建设年度报告模板',
      REPORT,
      '发现《法治政府建设年度报告模板》，应为《法治政府建设年度报告》：题名含“模板”，是空白模板而非填好的材料',
    ],
    [
      '关于印发《法治政府建设年度报告模板》的通知',
      REPORT,
      '发现《关于印发《法治政府建设年度报告模板》的通知》，应为《法治政府建设年度报告》：题名含“模板”，是空白模板而非填好的材料',
    ],
    [
      '行政执法公示制度（征求意见稿）',
      RULES,
      '发现《行政执法公示制度（征求意见稿）》，应为《行政执法公示制度》：题名含“征求意见稿”，是征求意见的草稿而非定稿',
    ],
    [
      '行政执法公示制度落实情况报告',
      RULES,
      '发现《行政执法公示制度落实情况报告》，应为《行政执法公示制度》：题名含“报告”，是“报告”而非材料本身',
    ],
    [
      '关于征求行政执法公示制度意见的函',
      RULES,
      '发现《关于征求行政执法公示制度意见的函》，应为《行政执法公示制度》：题名含“函”，是来往函件而非材料本身',
    ],
  ])('%s', (title, asked, why) => {
    expect(fitOf(titled('a.pdf', title), asked)).toMatchObject({ fit: 'near', why })
  })

  test('a draft by its file’s name', () => {
    expect(fitOf(titled('28/行政执法公示制度（初稿）.docx', '行政执法公示制度'), RULES)).toMatchObject({ fit: 'near' })
  })

  test('a draft by a sign in its text, but not by a weak one', () => {
    const sign = { value: '×年×月', at: { file: 'a.docx' }, certainty: 'likely' } as const
    expect(fitOf(titled('a.docx', '行政执法公示制度', { drafts: [sign] }), RULES)).toMatchObject({
      fit: 'near',
      why: '发现《行政执法公示制度》，应为《行政执法公示制度》：正文有“×年×月”字样，是草稿而非定稿',
    })
    expect(
      fitOf(titled('a.docx', '行政执法公示制度', { drafts: [{ ...sign, certainty: 'weak' }] }), RULES),
    ).toMatchObject({ fit: 'sure' })
  })

  test('a word that the material itself asks for is no objection', () => {
    expect(fitOf(titled('a.pdf', '关于开展行政执法培训的通知'), material('培训通知', ['行政执法培训的通知'])).fit).toBe(
      'sure',
    )
    expect(fitOf(titled('a.pdf', '停车管理办法（征求意见稿）'), material('征求意见稿')).fit).toBe('sure')
  })

  test('a title that the material excludes', () => {
    const asked = material('权责清单', [], { except: ['负面清单'] })
    expect(fitOf(titled('a.pdf', '负面清单和权责清单'), asked)).toMatchObject({ fit: 'near' })
    expect(fitOf(titled('a.pdf', '区司法局权责清单'), asked)).toMatchObject({ fit: 'sure' })
  })
})

describe('asks a person', () => {
  test('more follows the title', () => {
    expect(fitOf(titled('a.pdf', '行政执法公示制度上墙情况'), RULES)).toEqual({
      fit: 'unsure',
      by: 'title',
      specific: true,
      why: '题名《行政执法公示制度上墙情况》含“行政执法公示制度”，是否为材料“行政执法公示制度”请人工核对',
    })
  })

  test('the file’s name and the title disagree', () => {
    expect(fitOf(titled('合法性审核意见书.pdf', '关于举办宪法讲座的通知'), OPINION)).toMatchObject({
      fit: 'unsure',
      why: '文件名“合法性审核意见书”与材料“合法性审核意见书”一致，但正文题名为《关于举办宪法讲座的通知》，请人工核对',
    })
  })
})

describe('is another document', () => {
  test('a draft of a kindred matter', () => {
    expect(fitOf(titled('a.pdf', '重大行政决策目录（送审稿）'), material('重大行政决策程序规定')).fit).toBe('none')
    expect(fitOf(titled('a.pdf', '重大行政决策目录（送审稿）'), material('重大行政决策规定')).fit).toBe('none')
  })

  test.each(['会议纪要', '关于举办宪法讲座的通知', '合法', ''])('%s', (title) => {
    expect(fitOf(titled('a.pdf', title), OPINION)).toMatchObject({ fit: 'none' })
  })
})

test.each([
  ['昭化区权责清单', '权责清单', true],
  ['区司法局2021年度权责清单', '权责清单', true],
  ['普法责任清单', '责任清单', false],
  ['行政复议决定书公开链接', '公开链接', false],
])('%s is %s anywhere: %s', (title, name, specific) => {
  expect(fitOf(titled('a.pdf', title), material(name)).specific).toBe(specific)
})

test.each([
  ['会议纪要', false],
  ['情况说明', false],
  ['年度工作总结', false],
  ['方案', false],
  ['权责清单', true],
  ['合法性审核意见书', true],
])('%s says enough outside its folder: %s', (name, specific) => {
  expect(fitOf(titled('a.pdf', name), material(name)).specific).toBe(specific)
})

test.each([
  ['28/01-昭司审〔2021〕3号-合法性审核意见书.pdf', '昭司审 -合法性审核意见书'],
  ['3.审核意见书.pdf', '审核意见书'],
  ['指标28-2021年5月6日会议纪要(2).docx', '会议纪要'],
  ['20210506.pdf', '20210506'],
  ['.docx', 'docx'],
])('%s is called %s', (path, stem) => {
  expect(stemOf(path)).toBe(stem)
})

test('hostile names come to an end', () => {
  for (const unit of ['合法性审核', '合法性审核意见1', '一', '1', '年', '〔2021', '(', '印发', '第', ' '])
    for (const document of [titled('a.pdf', unit.repeat(20_000)), file(`${unit.repeat(20_000)}.pdf`)])
      expect(fitOf(document, OPINION).fit).toMatch(/^(?:sure|unsure|near|none)$/)
})

test('the name of a workbook of several sheets speaks for all of them, and not for one', () => {
  const asked = material('检查事项对照表')
  const of = (...names: string[]) => {
    const tables = names.map((name) => ({
      name,
      kind: 'sheet' as const,
      merges: [],
      rows: [{ index: 0, values: ['甲'] }],
    }))
    const { facts } = titled('检查事项清单及检查事项对照表.xlsx', '检查事项清单')
    return fitOf(file('检查事项清单及检查事项对照表.xlsx', { tables }, facts), asked).fit
  }
  expect(of('清单', '对照')).toBe('sure')
  expect(of('清单')).toBe('unsure')
})

describe('other words for the same paper', () => {
  const rules = (name: string, titles: readonly string[] = []) => material(name, titles, { nature: 'institutional' })
  const nothing = material('无应移送未移送案件的情况说明（零报告）', ['信息公开的情况说明'], { nature: 'statement' })

  test.each([
    ['行政执法全过程记录办法', rules('行政执法全过程记录制度')],
    ['关于印发《行政执法责任制实施办法》的通知', rules('职责文件', ['行政执法责任制'])],
    ['行政执法音像记录设备使用管理规定', rules('音像记录管理', ['音像记录制度'])],
    ['行政执法案卷归档及“一户式”数字化管理办法', rules('归档', ['案卷归档制度'])],
  ])('a rule in force by another name: %s', (title, asked) => {
    expect(fitOf(titled('a.docx', title), asked)).toMatchObject({ fit: 'sure', by: 'title' })
  })

  test('the 落实方案 of a 制度 is none, and a 办法 is no 清单', () => {
    expect(fitOf(titled('a.docx', '行政执法公示制度落实方案'), rules('行政执法公示制度')).fit).toBe('near')
    expect(fitOf(titled('a.docx', '包容免罚清单管理办法'), rules('包容免罚清单')).fit).not.toBe('sure')
    expect(fitOf(titled('a.docx', '案卷评查管理办法'), material('案卷评查报告')).fit).not.toBe('sure')
  })

  test('a statement on the matter that denies it, in its own folder alone', () => {
    const denied = fitOf(titled('a.docx', '关于未发生信息公开败诉、被纠错情况的说明'), nothing)
    expect(denied).toMatchObject({ fit: 'sure', specific: false })
    expect(fitOf(titled('a.docx', '政府信息公开工作说明'), nothing).fit).not.toBe('sure')
  })

  test('的 makes no other paper', () => {
    const report = material('评查问题整改报告', ['评查发现问题整改情况报告'])
    expect(fitOf(titled('a.docx', '关于案卷评查发现问题整改情况的报告'), report)).toMatchObject({ fit: 'sure' })
  })

  test('its own title outweighs a word in its file’s name', () => {
    const list = material('涉企检查事项清单', [], { except: ['对照'] })
    expect(fitOf(titled('清单及对照表.xlsx', '涉企检查事项清单'), list)).toMatchObject({ fit: 'sure', by: 'title' })
    expect(fitOf(titled('a.xlsx', '涉企检查事项清单对照表'), list).fit).toBe('near')
  })
})

describe('a file’s name and the title of its text', () => {
  const MEETING = material('法治专题会议纪要', ['法治建设专题会议纪要'])
  const named = (title: string) => fitOf(titled('96/2021年党委法治建设专题会议纪要.docx', title), MEETING)

  test.each(['昭化镇党委会议纪要', '会议纪要', '区司法局2021年第3期会议纪要'])(
    'where the text is only called %s, the name says which',
    (title) => {
      expect(named(title)).toMatchObject({ fit: 'sure', by: 'file' })
    },
  )

  test.each(['昭化镇安全生产会议纪要', '昭化镇党委工作报告', '关于招商引资的请示'])('%s is asked about', (title) => {
    expect(named(title)).toMatchObject({ fit: 'unsure', by: 'file' })
  })
})

test('a picture shows what its name says, whatever is written in it', () => {
  const page = material('公开页面', ['年度报告公开'], { nature: 'screenshot' })
  const shown = (path: string, format: 'png' | 'docx') => {
    const one = titled(path, '关于2020年度法治政府建设情况的报告')
    return fitOf({ ...one, evidence: { ...one.evidence, format } }, page).fit
  }
  expect(shown('97/2020年度报告公开.png', 'png')).toBe('sure')
  expect(shown('97/2020年度报告公开.docx', 'docx')).toBe('unsure')
})
