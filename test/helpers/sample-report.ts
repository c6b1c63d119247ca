import { blocksOf } from '../../src/audit/blocks/blocks.ts'
import type { Finding, Report } from '../../src/core/report.ts'

export const EMPTY: Report = {
  format: 2,
  tool: { name: 'fazhi-audit', version: '0.1.0' },
  system: { id: 'zhaohua-2022', version: '1.0.0', name: '昭化区法治政府建设示范指标体系', sha256: 'ab'.repeat(32) },
  unit: { name: '区司法局', kind: 'department' },
  asOf: '2022-07-31',
  clock: '',
  summary: {
    indicators: { exempt: 0, noted: 0, met: 0, unclear: 0, gap: 0 },
    findings: { exempt: 0, noted: 0, met: 0, unclear: 0, gap: 0 },
    files: { total: 0, read: 0, partly: 0, unread: 0, unmatched: 0 },
  },
  indicators: [],
  blocks: [],
  findings: [],
  sources: [],
  files: [],
  problems: [],
}

export const finding = (given: Partial<Finding>): Finding => ({
  id: '28.reviewed',
  indicator: '28',
  rule: '28.reviewed',
  kind: 'rate',
  outcome: 'gap',
  severity: 'required',
  key: 'short',
  data: {},
  message: '合法性审核率 91.7%（11/12），应达 100%：《区级旧楼加装电梯办法》没有审核意见日期',
  remedy: '补齐该件的合法性审核意见书，或更正台账',
  expected: '100%',
  actual: '91.7%（11/12）',
  basis: '指标28“行政规范性文件的合法性审核率达100%。”',
  erratum: '',
  cites: [{ file: '28-合法性审核/规范性文件台账.xlsx', sheet: '2022', cell: 'G9', quote: '' }],
  ...given,
})

/** A report around these findings, with the counts that belong to them. */
export function reportOf(findings: readonly Finding[], more: Partial<Report> = {}): Report {
  const counts = { exempt: 0, noted: 0, met: 0, unclear: 0, gap: 0 }
  for (const { outcome } of findings) counts[outcome]++
  const blocks = blocksOf(findings, [], more.problems ?? [])
  return { ...EMPTY, blocks, findings, summary: { ...EMPTY.summary, findings: counts }, ...more }
}

export const SAMPLE: Report = reportOf(
  [
    finding({}),
    finding({
      id: '97.due@2021',
      indicator: '97',
      severity: 'advised',
      message: '2021年度报告成文日期为2022-02-10，晚于1月31日',
      remedy: '以后年度请提前',
    }),
    finding({
      id: 'F1.none',
      indicator: 'F1',
      severity: 'veto',
      outcome: 'unclear',
      message: '未见本单位关于没有严重违法行政行为的情况说明',
    }),
    finding({
      id: '41.review',
      indicator: '41',
      outcome: 'unclear',
      message: '审查时间：2 行日期无法识别',
      erratum: '印发文本“最长不超过5个工作日”；审核按“15个工作日”执行：疑为笔误',
    }),
    finding({ id: '30.yearly@2021', indicator: '30', outcome: 'met', message: '2021年有后评估报告 1 份' }),
  ],
  {
    indicators: [
      { id: 'package', level1: '', text: '整包', part: 'named', outcome: 'met', note: '' },
      {
        id: '28',
        level1: '二、依法行政制度体系完善',
        text: '行政规范性文件的合法性审核率达100%。',
        part: 'named',
        outcome: 'gap',
        note: '',
      },
      {
        id: '24',
        level1: '二、依法行政制度体系完善',
        text: '…',
        part: 'candidate',
        outcome: 'exempt',
        note: '列为待认领',
      },
      { id: '97', level1: '九、法治政府建设组织领导落实到位', text: '…', part: 'named', outcome: 'gap', note: '' },
    ],
    problems: [
      { code: 'encrypted', file: '41/会议纪要.pdf', message: '文件加了密码，无法读取：请去掉打开密码后重新放入' },
      { code: 'litter', file: 'Thumbs.db', message: '系统临时文件，未读' },
    ],
  },
)
