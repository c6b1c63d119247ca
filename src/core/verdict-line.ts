import type { Finding, Report } from './report.ts'

/** The whole package in one line, for every format. `tone` is for colour and for nothing else. */
export type Headline = { readonly tone: 'bad' | 'fair' | 'ask' | 'good'; readonly text: string }

export const gapsOf = ({ findings }: Report, severity: Finding['severity']): Finding[] =>
  findings.filter((finding) => finding.outcome === 'gap' && finding.severity === severity)

export function headlineOf(report: Report): Headline {
  const [veto, required, advised] = (['veto', 'required', 'advised'] as const).map((one) => gapsOf(report, one).length)
  const { unclear, gap } = report.summary.findings
  const { total, unread, partly } = report.summary.files
  const kinds = [veto && `否决 ${veto}`, required && `必须改 ${required}`, advised && `建议改 ${advised}`].filter(
    Boolean,
  )
  const asked = unclear > 0 ? `${gap > 0 ? '，另有' : ''} ${unclear} 处存疑` : ''
  const missed = [unread && `${unread} 个未能读取`, partly && `${partly} 个未读完`].filter(Boolean).join('、')
  const files = `；${total} 个文件${missed ? `中 ${missed}` : '全部读取'}`
  if (veto || required) return { tone: 'bad', text: `暂不能报送：${gap} 处缺口（${kinds.join('、')}）${asked}${files}` }
  if (gap > 0) return { tone: 'fair', text: `未见必须改的缺口：建议改 ${advised} 处${asked}${files}` }
  if (unclear > 0) return { tone: 'ask', text: `未见缺口，有${asked}请人工核对${files}` }
  return { tone: 'good', text: `未见缺口，也无存疑${files}` }
}
