import { describe, expect, test } from 'vitest'
import type { Indicator } from '../../src/core/system.ts'
import { NO_UNIT_FILE } from '../../src/core/unit-file.ts'
import { match } from '../../src/placing/match.ts'
import { partOf } from '../../src/system/responsibility.ts'
import { file, titled } from '../helpers/documents.ts'
import { unitNamed } from '../helpers/package.ts'
import { shipped } from '../helpers/shipped.ts'

const SYSTEM = await shipped()
const OFFICE = unitNamed(SYSTEM, '区司法局')
const BUREAU = unitNamed(SYSTEM, '区市场监管局')
const owed = (indicator: Indicator) => partOf(SYSTEM, BUREAU, indicator).part

/** What a paper serves for certain, wherever it lies. */
const served = (path: string, title: string, text = ''): string[] => {
  const one = titled(path, title)
  const document = { ...one, evidence: { ...one.evidence, passages: text ? [{ text, at: {} }] : [] } }
  const { matches } = match([document], SYSTEM, OFFICE, NO_UNIT_FILE)
  return matches.flatMap(({ indicator, material, sure }) => (sure && material ? [`${indicator}.${material}`] : []))
}
const LOOSE = '材料/其他/扫描.pdf'

describe('titles as offices write them', () => {
  test.each([
    ['昭化区法治政府建设2021年工作要点', '96.plan'],
    ['昭化区2021年度法治政府建设工作安排', '96.plan'],
    ['重大行政决策程序操作规程', '34.procedure'],
    ['行政执法公示实施办法', '52.system'],
    ['重大行政决策过程记录和立卷归档工作指引', '45.system'],
    ['行政执法音像记录清单', '57.system'],
    ['规范性文件公众参与办法', '24.rules'],
    ['赋予乡镇县级行政权力事项承接事项清单', '47.powers'],
    ['关于健全矛盾纠纷多元处理机制的实施意见', '78.mechanism'],
    ['行政处罚案件百卷大评查情况通报', '62.review'],
    ['常年法律顾问聘请合同', '42.adviser'],
    ['行刑衔接工作制度', '51.link'],
    ['行政许可延长审查期限决定书', '1.longer'],
    ['行政许可延长期限批准书', '1.longer'],
    ['延期(分期)缴纳罚款批准书', '68.deferred'],
    ['涉企现场检查事项梳理压减清单', '10.compare'],
    ['关于推行证明事项和涉企经营许可事项告知承诺制的实施方案', '4.plan'],
    ['中介服务机构脱钩情况核查表', '3.decoupled'],
  ])('%s → %s', (title, material) => {
    expect(served(LOOSE, title)).toContain(material)
  })
})

describe('a paper of a matter that another unit owes', () => {
  const shop = (title: string): string[] =>
    match([titled(LOOSE, title)], SYSTEM, BUREAU, NO_UNIT_FILE, [], owed).matches.flatMap(({ indicator, material }) =>
      material ? [`${indicator}.${material}`] : [],
    )

  test.each([
    ['党组书记、局长2021年度述职述法报告', '99.account'],
    ['履行推进法治建设第一责任人职责情况的报告', '99.account'],
    ['信用修复办理登记台账', '11.repair'],
  ])('%s is that and nothing of the unit’s own', (title, material) => {
    const [indicator] = material.split('.')
    expect(shop(title).map((one) => one.split('.')[0])).toEqual(expect.arrayContaining([indicator]))
    expect(shop(title).filter((one) => !one.startsWith(`${indicator}.`))).toEqual([])
  })

  test.each([
    ['关于2021年度法治政府建设情况的报告', '97.report'],
    ['常年法律顾问聘请合同', '42.adviser'],
  ])('%s, as plainly its own, is its own', (title, material) => expect(shop(title)).toEqual([material]))
})

describe('two matters in one title both count', () => {
  test.each([
    ['法制审核机构、人员及审核目录清单', ['60.body', '61.catalogue']],
    ['关于行政规范性文件及妨碍统一市场规定清理结果的公告', ['12.cleanup', '32.result']],
    ['行政执法责任制和过错责任追究制度', ['62.duty', '64.wrong']],
  ])('%s', (title, materials) => {
    expect(served(LOOSE, title)).toEqual(expect.arrayContaining(materials))
  })
})

describe('a kind of paper alone serves nothing', () => {
  test.each(['公告', '报告', '办法', '情况说明', '目录', '现场照片', '会议纪要', '通知'])('%s', (title) => {
    expect(served('21-33规范性文件/a.pdf', title)).toEqual([])
    expect(served('28/a.pdf', title)).toEqual([])
  })
})

describe('a paper taken for one thing is no evidence for another', () => {
  test.each([
    ['规范性文件后评估报告', ['31.filed', '40.report', '97.report']],
    ['行政复议零报告', ['41.opinion', '41.self-check']],
    ['“谁执法谁普法”责任清单', ['6.powers', '52.disclosed']],
    ['关于公开征求《停车管理办法》意见的公告', ['29.bodies', '32.result', '34.catalogue']],
    ['党政联席会议纪要', ['94.study', '96.meeting']],
    ['关于开展行政执法人员培训的通知', ['90.training', '95.exam', '94.lecture']],
  ])('%s', (title, materials) => {
    expect(served(LOOSE, title).filter((one) => materials.includes(one))).toEqual([])
  })
})

test('what stands around a paper tells of which dossier it is', () => {
  const title = '关于《停车泊位设置方案》的合法性审查意见书'
  expect(served('重大决策/停车/a.pdf', title)).toEqual(['41.opinion'])
  expect(served('规范性文件/停车/a.pdf', title)).toEqual(['28.opinion'])
})

test('a section serves by its head', () => {
  const text = ['关于2021年行政执法案卷评查情况的通报', '一、基本情况', '抽取案卷3件。', '二、整改情况', '均已改正。']
  const one = titled(LOOSE, text[0]!)
  const document = { ...one, evidence: { ...one.evidence, passages: text.map((line) => ({ text: line, at: {} })) } }
  const { matches } = match([document], SYSTEM, OFFICE, NO_UNIT_FILE)
  expect(matches.filter(({ sure }) => sure).map(({ indicator, material }) => `${indicator}.${material}`)).toContain(
    '62.fixed',
  )
})

describe('a draft or a blank is never surely the paper', () => {
  test.each(['重大行政决策程序规定（征求意见稿）', '公平竞争审查内部工作制度(送审稿)', '公平竞争审查表（模板）'])(
    '%s',
    (title) => {
      expect(served(LOOSE, title)).toEqual([])
    },
  )

  test('an opinion on a draft is none', () => {
    expect(served(LOOSE, '关于《粮食储备管理办法（送审稿）》行政规范性文件合法性审核意见书')).toEqual(['28.opinion'])
  })
})

test('a picture is what its few words say', () => {
  const shot = { format: 'jpg', passages: [{ text: '柏林镇班子成员旁听庭审现场 2021-10-21', at: {} }] } as const
  const { matches } = match([file('IMG_1021.jpg', shot)], SYSTEM, OFFICE, NO_UNIT_FILE)
  expect(matches.filter(({ sure }) => sure).map(({ indicator }) => indicator)).toContain('94')
})
