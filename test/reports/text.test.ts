import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/core/report.ts'
import { widthOf } from '../../src/reports/lines.ts'
import { PLAIN } from '../../src/reports/renderer.ts'
import { text } from '../../src/reports/text.ts'
import { finding, reportOf, SAMPLE } from '../helpers/sample-report.ts'

const shown = async (report: Report, look = PLAIN) => String(await text.render(report, look))

test('verdict first, gaps by gravity, then what to look at', async () => {
  expect(await shown(SAMPLE)).toMatchInlineSnapshot(`
    "区司法局 · 昭化区法治政府建设示范指标体系 1.0.0 · 截至 2022-07-31
    ✗ 暂不能报送：2 处缺口（必须改 1、建议改 1），另有 2 处存疑；0 个文件全部读取

    否决项（单独列出，单位不能豁免）  1 处
      F1  [请核实] 未见本单位关于没有严重违法行政行为的情况说明
          28-合法性审核/规范性文件台账.xlsx  2022!G9
          依据  指标28“行政规范性文件的合法性审核率达100%。”
          怎么办  补齐该件的合法性审核意见书，或更正台账

    必须改  1 处
      28  合法性审核率 91.7%（11/12），应达 100%：《区级旧楼加装电梯办法》没有审核意
          见日期
          28-合法性审核/规范性文件台账.xlsx  2022!G9
          依据  指标28“行政规范性文件的合法性审核率达100%。”
          怎么改  补齐该件的合法性审核意见书，或更正台账

    建议改  1 处
      97  2021年度报告成文日期为2022-02-10，晚于1月31日
          28-合法性审核/规范性文件台账.xlsx  2022!G9
          依据  指标28“行政规范性文件的合法性审核率达100%。”
          怎么改  以后年度请提前

    存疑（请人工核对）  1 处
      41  审查时间：2 行日期无法识别
          28-合法性审核/规范性文件台账.xlsx  2022!G9
          依据  指标28“行政规范性文件的合法性审核率达100%。”
          勘误  印发文本“最长不超过5个工作日”；审核按“15个工作日”执行：疑为笔误
          怎么办  补齐该件的合法性审核意见书，或更正台账

    未能读取及其他提示
      · 加密：文件加了密码，无法读取：请去掉打开密码后重新放入
        41/会议纪要.pdf
      系统临时文件 1 个未读（如 Thumbs.db），报送前请删除

    未列入审核的指标
      待认领（未点名本单位，也未见放在其下的材料，请与指标资料组确认） 1 项：24

    各一级指标                          符合      缺口      存疑  建议补充    不适用
    二、依法行政制度体系完善               0         1         0         0         1
    九、法治政府建设组织领导落实…         0         1         0         0         0
    合计                                   0         2         0         0         1
    "
  `)
})

describe('the first lines say', () => {
  test.each([
    ['gaps', [finding({})], '✗ 暂不能报送：1 处缺口（必须改 1）；0 个文件全部读取'],
    ['only advice', [finding({ severity: 'advised' })], '△ 未见必须改的缺口：建议改 1 处；0 个文件全部读取'],
    ['only doubts', [finding({ outcome: 'unclear' })], '? 未见缺口，有 1 处存疑请人工核对；0 个文件全部读取'],
    ['nothing to mend', [finding({ outcome: 'met' })], '✓ 未见缺口，也无存疑；0 个文件全部读取'],
  ])('%s', async (_, findings, line) => {
    expect((await shown(reportOf(findings))).split('\n')[1]).toBe(line)
  })
})

test('a hostile file name cannot move the cursor or break a line', async () => {
  const hostile = finding({ cites: [{ file: '28/\x1b[2J\n=cmd|x\u202e.pdf' }], message: '缺\x07' })
  const output = await shown(reportOf([hostile]))
  expect(output).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
  expect(output).toContain('␛[2J␊=cmd|x\\u202e.pdf')
})

test('no escape code without colour, some with it, the same words in both', async () => {
  const [grey, bright] = [await shown(SAMPLE), await shown(SAMPLE, { ...PLAIN, colour: true })]
  expect(grey).not.toContain('\x1b')
  expect(bright).toContain('\x1b[31m')
  expect(bright.replace(/\x1b\[\d+m/g, '')).toBe(grey)
})

test.each([40, 60, 80, 120])('fits a terminal of %i columns', async (width) => {
  for (const line of (await shown(SAMPLE, { ...PLAIN, width })).split('\n'))
    expect(widthOf(line.replace(/[，。：；）”…]+$/u, ''))).toBeLessThanOrEqual(width)
})

test('sixty doubts show fifteen and say where the others are', async () => {
  const doubts = Array.from({ length: 60 }, (_, index) => finding({ id: `28.a@${index}`, outcome: 'unclear' }))
  const output = await shown(reportOf(doubts))
  expect(output.match(/补齐该件/g)).toHaveLength(15)
  expect(output).toContain('另有 45 处')
  expect((await shown(reportOf(doubts), { ...PLAIN, all: true })).match(/补齐该件/g)).toHaveLength(60)
})

test('one problem of two thousand files is one entry', async () => {
  const problems = Array.from(
    { length: 2000 },
    (_, index) => ({ code: 'unsupported', file: `${index}.doc`, message: '旧版文档暂不能读' }) as const,
  )
  const output = await shown(reportOf([finding({})], { problems }))
  expect(output.match(/旧版文档暂不能读/g)).toHaveLength(1)
  expect(output).toContain('等 2000 个文件')
})

test('a suspicion of secrets stands above everything else', async () => {
  const secret = { code: 'secret', file: '函.docx', message: '有涉密嫌疑：切勿通过互联网邮箱报送' } as const
  const output = await shown(reportOf([finding({})], { problems: [secret] }))
  expect(output.indexOf('涉密警示')).toBeLessThan(output.indexOf('必须改  1 处'))
})
