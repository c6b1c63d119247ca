import type { Place } from '../core/place.ts'
import { spotName } from '../core/place.ts'
import type { Finding, Report } from '../core/report.ts'
import { gapsOf, type Headline, headlineOf } from '../core/verdict-line.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { block, padded, wrapped } from './lines.ts'
import { type Paint, paintOf } from './paint.ts'
import type { Look, Renderer } from './renderer.ts'
import { tableOf } from './tally.ts'
import { problems, secrets } from './text-problems.ts'

const SIGNS: Readonly<Record<Headline['tone'], string>> = { bad: '✗', fair: '△', ask: '?', good: '✓' }
const MOST_UNCLEAR = 15
const MOST_PLACES = 4

/** Verdict first, then gaps by gravity, each in one block: what is missing, where, basis, next step. */
export const text: Renderer = {
  name: 'text',
  extensions: ['txt'],
  binary: false,
  async render(report, look) {
    const paint = await paintOf(look.colour)
    const lines = [
      ...heading(report, look, paint),
      ...secrets(report, look, paint),
      ...section('否决项（单独列出，单位不能豁免）', findingsOf(report, 'veto'), look, paint, 'bad'),
      ...section('必须改', gapsOf(report, 'required'), look, paint, 'bad'),
      ...section('建议改', gapsOf(report, 'advised'), look, paint, 'fair'),
      ...section(
        '存疑（请人工核对）',
        unclearOf(report),
        look,
        paint,
        'ask',
        look.all ? Number.POSITIVE_INFINITY : MOST_UNCLEAR,
      ),
      ...questions(report, look, paint),
      ...problems(report, look, paint),
      ...folded(report, look, paint),
      ...tableOf(report, look, paint.bold),
    ]
    return `${lines.join('\n').trimEnd()}\n`
  },
}

function heading(report: Report, { width }: Look, paint: Paint): string[] {
  const { tone, text } = headlineOf(report)
  const title = `${report.unit.name} · ${report.system.name} ${report.system.version} · 截至 ${report.asOf}`
  return [
    ...wrapped(title, width).map((line) => paint.bold(line)),
    ...block(`${SIGNS[tone]} `, text, width, 0).map((line) => paint[tone](line)),
    ...(report.clock ? block('  ', report.clock, width, 0).map((line) => paint.dim(line)) : []),
    '',
  ]
}

const findingsOf = ({ findings }: Report, severity: Finding['severity']) =>
  findings.filter((one) => one.severity === severity && (one.outcome === 'gap' || one.outcome === 'unclear'))

const doubts = ({ findings }: Report) => findings.filter((one) => one.outcome === 'unclear' && one.severity !== 'veto')

const unclearOf = (report: Report) => doubts(report).filter(({ kind }) => kind !== 'review')

/** What only a person can judge is one line, so that it does not bury what is missing. */
function questions(report: Report, look: Look, paint: Paint): string[] {
  const asked = doubts(report).filter(({ kind }) => kind === 'review')
  if (asked.length === 0 || look.all) return section('需人工判断', asked, look, paint, 'ask')
  const ids = [...new Set(asked.map(({ indicator }) => (indicator === 'package' ? '整包' : indicator)))]
  const text = `指标 ${ids.join('、')}：机器不能判断，由审核人看材料作答（写入 audit.yaml 的 answers）；加 --all 查看问题`
  return [paint.bold(`需人工判断  ${asked.length} 问`), ...block('  ', text, look.width, 0), '']
}

function section(
  title: string,
  findings: readonly Finding[],
  look: Look,
  paint: Paint,
  tone: Headline['tone'],
  most = Number.POSITIVE_INFINITY,
): string[] {
  if (findings.length === 0) return []
  const shown = findings.slice(0, most)
  const rest = findings.length - shown.length
  return [
    paint.bold(`${title}  ${findings.length} 处`),
    ...shown.flatMap((finding, index) => [...entry(finding, shown[index - 1], look, paint, tone), '']),
    ...(rest > 0 ? [`  ……另有 ${rest} 处，加 --all 全部显示，或用 -o 清单.xlsx 导出`, ''] : []),
  ]
}

const LABEL = 6

/** The basis of an indicator stands once: under the first of its entries that follow one another. */
function entry(
  { indicator, message, cites, basis, remedy, erratum, outcome, severity }: Finding,
  before: Finding | undefined,
  { width }: Look,
  paint: Paint,
  tone: Headline['tone'],
): string[] {
  const name = padded(`${indicator === 'package' ? '整包' : indicator} `, 4)
  const kind = severity === 'veto' && outcome === 'unclear' ? '[请核实] ' : ''
  return [
    ...block(`  ${name}`, kind + visible(message), width, 0).map((line, index) =>
      index === 0 ? paint[tone](line) : line,
    ),
    ...places(cites).flatMap((place) => block('', place, width, LABEL)),
    ...(basis !== before?.basis ? block('依据  ', visible(basis), width, LABEL).map((line) => paint.dim(line)) : []),
    ...(erratum && erratum !== before?.erratum
      ? block('勘误  ', visible(erratum), width, LABEL).map((line) => paint.dim(line))
      : []),
    ...(remedy ? block(outcome === 'gap' ? '怎么改  ' : '怎么办  ', visible(remedy), width, LABEL) : []),
  ]
}

function places(cites: readonly Place[]): string[] {
  const lines = cites.slice(0, MOST_PLACES).map((cite) => {
    const quote = cite.quote ? `“${clipped(visible(cite.quote), 40)}”` : ''
    return [visible(cite.file), visible(spotName(cite)), quote].filter(Boolean).join('  ')
  })
  return cites.length > MOST_PLACES ? [...lines, `……等 ${cites.length} 处`] : lines
}

/** What asks nothing of the unit folds into counts. */
function folded({ indicators }: Report, { width }: Look, paint: Paint): string[] {
  const candidates = indicators.filter(
    ({ part, outcome, note }) => part === 'candidate' && outcome === 'exempt' && note,
  )
  const exempt = indicators.filter(({ part, outcome, note }) => part !== 'candidate' && outcome === 'exempt' && note)
  const unruled = indicators.filter(({ outcome, note }) => outcome === 'unclear' && note.includes('不作结论'))
  const line = (title: string, list: typeof indicators) =>
    list.length > 0 ? block('  ', `${title} ${list.length} 项：${list.map(({ id }) => id).join('、')}`, width, 0) : []
  const lines = [
    ...line('待认领（未点名本单位，也未见放在其下的材料，请与指标资料组确认）', candidates),
    ...line('不作要求', exempt),
    ...line('尚无适用规则（请人工核对）', unruled),
  ]
  return lines.length > 0 ? [paint.bold('未列入审核的指标'), ...lines, ''] : []
}
