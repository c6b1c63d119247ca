import { expect, test } from 'vitest'
import { NO_UNIT_FILE } from '../../src/core/unit-file.ts'
import { recognise } from '../../src/facts/recognise.ts'
import { match } from '../../src/placing/match.ts'
import { file } from '../helpers/documents.ts'
import { unitNamed } from '../helpers/package.ts'
import { shipped } from '../helpers/shipped.ts'

const SYSTEM = await shipped()
const TOWN = unitNamed(SYSTEM, '射箭镇')

const matched = (path: string, ...lines: string[]) => {
  const document = file(path, { passages: lines.map((text) => ({ text, at: {} })) })
  return match([document], SYSTEM, TOWN, NO_UNIT_FILE)
}
/** As the files of a package come: with what was recognised in them. */
const read = (path: string, ...lines: string[]) => {
  const { evidence } = file(path, { passages: lines.map((text) => ({ text, at: {} })) })
  return match([{ evidence, facts: recognise(evidence) }], SYSTEM, TOWN, NO_UNIT_FILE)
}
const told = (path: string, ...lines: string[]) =>
  matched(path, ...lines).tellings.map(({ indicator, material }) => `${indicator}.${material}`)

test('minutes tell of what the meeting was called for', () => {
  const lines = ['中共射箭镇委员会会议纪要', '议题：听取法治政府建设情况汇报', '会议指出，上年工作扎实。']
  expect(told('党委会议纪要.docx', ...lines)).toContain('96.meeting')
})

test('a rule tells of what its articles are headed by, and not of every word in them', () => {
  const rule = ['机关工作制度', '第一条 专家论证', '重大事项请三名以上的人看可行性，请法律顾问看合同。']
  const found = told('机关工作制度.docx', ...rule)
  expect(found).toContain('39.system')
  expect(found).not.toContain('42.adviser')
})

test('who signs a paper is not what it is about', () => {
  const { matches } = matched('演练小结.docx', '防汛演练小结', '6月12日组织避险演练。', '射箭镇应急办', '2020年6月15日')
  expect(new Set(matches.map(({ indicator }) => indicator))).toEqual(new Set(['89']))
})

test('a sentence tells of what it says most plainly, and not of all that some of its words would do for', () => {
  const lines = [
    '中共广元市昭化区委全面依法治区委员会办公室文件',
    '昭委法办发〔2020〕11号',
    '关于2020年度法治政府建设督察考评情况的通报',
    '各镇党委、政府，区级各部门：',
    '2020年11月16日至27日，区委依法治区办组织4个组对12个镇、26个部门开展法治政府建设督察考评，现将情况通报如下。',
    '2020年12月8日',
  ]
  const { evidence } = file('情况通报.docx', { passages: lines.map((text) => ({ text, at: {} })) })
  const { tellings } = match([{ evidence, facts: recognise(evidence) }], SYSTEM, TOWN, NO_UNIT_FILE)
  expect(tellings.map(({ indicator, material }) => `${indicator}.${material}`)).toEqual(['100.review'])
})

test('an account tells in passing how the office does it, but not by what it is called, nor by what there is none of', () => {
  const account = (...lines: string[]) => told('情况说明.docx', ...lines, '射箭镇人民政府', '2022年7月20日')
  expect(account('情况说明', '九、用人', '提拔村干部，条件差不多的看谁会按法办事，优先提拔他。')).toContain(
    '92.promotion',
  )
  expect(account('关于行政裁量权基准的情况说明', '镇上照区里的办。')).not.toContain('52.discretion')
  expect(account('情况说明', '我镇不是裁量权基准的制定主体。')).not.toContain('52.discretion')
})

const THREE = [
  '射箭镇行政执法公示、全过程记录、重大执法决定法制审核实施办法',
  '第一章  公示',
  '第一条  执法主体、权限、依据、程序、救济渠道在政务公开栏长期公示。',
  '第二章  全过程记录',
  '第二条  检查时带执法记录仪,所拍音像资料当日导出保存。',
  '第三章  法制审核',
  '第三条  下列决定应当审核:(一)涉及重大公共利益的;(二)经过听证程序的。',
]

const saidIn = (path: string, ...lines: string[]) =>
  read(path, ...lines).tellings.map(({ indicator, material }) => `${indicator}.${material}`)

test('a rule made for whole groups of indicators tells in its articles, under their chapters, what each asks', () => {
  const found = saidIn('实施办法.docx', ...THREE)
  for (const one of ['52.disclosed', '57.system', '61.catalogue']) expect(found).toContain(one)
  expect(found).not.toContain('52.discretion')
})

test('a rule on something else does not tell of them by one clause', () => {
  const found = saidIn('公务用车管理办法.docx', '射箭镇公务用车管理办法', ...THREE.slice(1, 5))
  for (const one of ['52.disclosed', '57.system', '61.catalogue']) expect(found).not.toContain(one)
})

test('a rule among others is found by its own title, however long, and not where minutes take it up', () => {
  const title = '二、内部人员干预、插手案件办理的记录、通报和责任追究规定'
  const lines = ['一、投诉处理制度', '第一条 专人登记。', title, '第一条 有人打招呼的,应当如实记录。']
  const served = (name: string) =>
    read(`${name}.docx`, name, ...lines).matches.map(({ indicator, material }) => `${indicator}.${material}`)
  expect(served('射箭镇行政执法监督制度汇编')).toContain('64.meddling')
  expect(served('射箭镇行政执法监督会议纪要')).not.toContain('64.meddling')
})

const serves = (path: string, ...lines: string[]) =>
  read(path, ...lines).matches.flatMap(({ indicator, material, sure }) => (sure ? [`${indicator}.${material}`] : []))

test('a statement that there was nothing says so, in its title or in a sentence about just that', () => {
  const summary = ['关于2021年度行政规范性文件监督管理工作的总结', '全年制定行政规范性文件三件，均已报备。']
  expect(serves('总结.docx', ...summary)).not.toContain('23.none')
  const said = ['关于行政规范性文件有关情况的说明', '三年来没有部门争议较大的行政规范性文件。']
  expect(serves('说明.docx', ...said)).toContain('23.none')
  expect(serves('说明.docx', '关于无部门争议较大规范性文件的情况说明', '特此说明。')).toContain('23.none')
})

test('what its title denies, the shorter name of its file does not grant', () => {
  const lines = ['关于2020年度无重大行政决策事项的说明', '当年没有作出重大行政决策。']
  expect(serves('2020年度决策事项的说明.doc', ...lines)).not.toContain('36.explained')
})

test('a section that speaks of its dossier alone is no paper of it', () => {
  const opinion = [
    '重大行政决策合法性审查意见书',
    '一、决策权限',
    '项目已实施专家论证和风险评估，由镇政府决定。',
    '二、审查结论',
    '合法。',
  ]
  expect(serves('意见书.docx', ...opinion)).not.toContain('46.report')
})

test('the evaluation of a rule tells nothing of one of a decision', () => {
  const told = (lead: string) => {
    const text = [lead, '一、组织实施', '2020年9月至11月对办法进行了后评估，征求了各方意见。']
    return read('后评估.docx', ...text).tellings.map(({ indicator }) => indicator)
  }
  expect(told('行政规范性文件工作情况')).not.toContain('46')
})

test('an account of one group of indicators is like papers of no other', () => {
  const alike = (group: string) =>
    read(`${group}落实情况的说明.docx`, `关于“${group}”各项指标落实情况的说明`, '各项工作均有序开展。').tellings.filter(
      ({ why }) => why.includes('叫法相近'),
    )
  const level = SYSTEM.indicators.find(({ id }) => id === '69')!.level1
  const own = new Set(SYSTEM.indicators.flatMap(({ id, level1 }) => (level1 === level ? [id] : [])))
  const found = alike(level.replace(/^.*、/, ''))
  expect(found.filter(({ indicator }) => !own.has(indicator))).toEqual([])
})

test('a chapter of a draft serves no more than the draft', () => {
  const report = (title: string) => [title, '一、项目概况', '项目实施涉及群众利益。', '二、风险评估', '风险等级为低。']
  expect(serves('评估报告.docx', ...report('农贸市场项目社会稳定风险评估报告（送审稿）'))).not.toContain('40.report')
  expect(serves('评估报告.docx', ...report('农贸市场项目社会稳定风险评估报告'))).toContain('40.report')
})

test('a matter on the agenda of minutes, and a letter bound into a dossier, are told with their place', () => {
  const quotes = (path: string, ...lines: string[]) =>
    read(path, ...lines)
      .tellings.filter(({ indicator }) => indicator === '21')
      .flatMap(({ at }) => at.quote ?? [])
  const topic = '宅基地审批管理暂行规定有关重大问题的请示'
  expect(quotes('党委会记录.docx', '中共射箭镇委员会会议记录', '2021年8月24日', `议题：${topic}。`)).toContain(
    `议题:${topic}。`,
  )
  expect(quotes('党委会记录.docx', '中共射箭镇委员会会议记录', '2021年8月24日', '议题：秋收生产。')).toEqual([])
  // Each stands there alone, so that neither hides behind the other.
  const dossier = ['起草说明', '本镇山地多，建房纠纷多。', `关于${topic}`, '镇党委：', '现请示如下。']
  expect(quotes('合订本.docx', ...dossier)).toContain(`关于${topic}`)
})
