import { SEVERITY_NAMES } from '../core/outcome.ts'
import { spotName } from '../core/place.ts'
import type { Finding, Report } from '../core/report.ts'
import { clipped } from '../language/text.ts'

/** States of an entry, in their order. Only a verifying re-audit closes one. */
export const STATES = ['未整改', '整改中', '已整改待核', '情况说明', '已销号'] as const

export type Column = { readonly header: string; readonly width: number; readonly human?: true; readonly centred?: true }

/** The columns of the 问题整改清单 as materials groups keep it; `human` ones are filled in by people. */
export const COLUMNS = [
  { header: '序号', width: 5, centred: true },
  { header: '责任单位', width: 10, centred: true },
  { header: '指标号', width: 7, centred: true },
  { header: '类别', width: 8, centred: true },
  { header: '问题', width: 34 },
  { header: '位置（文件、页或单元格）', width: 28 },
  { header: '依据', width: 26 },
  { header: '整改建议', width: 26 },
  { header: '责任人', width: 8, human: true, centred: true },
  { header: '整改时限', width: 10, human: true, centred: true },
  { header: '整改情况', width: 16, human: true },
  { header: '状态', width: 11, human: true, centred: true },
  { header: '销号（核查人、日期）', width: 12, human: true, centred: true },
  { header: '编号', width: 16 },
] as const satisfies readonly Column[]

export const STATE_COLUMN = 12
export const ID_COLUMN = 14

const ORDER = ['否决', '否决待核', '必须改', '建议改', '存疑']

/** What a unit has to act on: gaps by gravity, then what a person must look at. */
export function entriesOf({ findings, unit }: Report): (string | number)[][] {
  const open = findings.filter(({ outcome }) => outcome === 'gap' || outcome === 'unclear')
  return open
    .map((finding) => ({ finding, category: categoryOf(finding) }))
    .sort((a, b) => ORDER.indexOf(a.category) - ORDER.indexOf(b.category))
    .map(({ finding, category }, index) => [
      index + 1,
      unit.name,
      finding.indicator === 'package' ? '整包' : finding.indicator,
      category,
      finding.message,
      placesOf(finding),
      [finding.basis, finding.erratum && `勘误：${finding.erratum}`].filter(Boolean).join('\n'),
      finding.remedy,
      '',
      '',
      '',
      '未整改',
      '',
      finding.id,
    ])
}

function categoryOf({ outcome, severity }: Finding): string {
  if (severity === 'veto') return outcome === 'gap' ? '否决' : '否决待核'
  return outcome === 'unclear' ? '存疑' : SEVERITY_NAMES[severity]
}

const MOST_PLACES = 12

function placesOf({ cites }: Finding): string {
  const lines = cites.slice(0, MOST_PLACES).map((cite) => {
    const quote = cite.quote ? `“${clipped(cite.quote, 40)}”` : ''
    return [cite.file, spotName(cite), quote].filter(Boolean).join('  ')
  })
  return [...lines, ...(cites.length > MOST_PLACES ? [`……等 ${cites.length} 处`] : [])].join('\n')
}
