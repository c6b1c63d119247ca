import type { Block } from '../../core/block.ts'
import type { Day } from '../../core/day.ts'
import { OUTCOME_NAMES } from '../../core/outcome.ts'
import { percentText } from '../../core/percent.ts'
import { PROBLEM_CODES } from '../../core/problem.ts'
import type { FileResult, IndicatorResult, Report } from '../../core/report.ts'
import { categoryOf, indicatorsOf, problemOf } from '../item-words.ts'
import type { Event } from '../model/event.ts'
import { type Figures, figuresOf, monthsOf, OPEN_WORDS } from '../model/figures.ts'
import type { Standing } from '../model/fold.ts'
import type { Shown } from '../rows.ts'
import type { Column } from '../sheets.ts'

export const CLOSED: readonly Column<Shown>[] = [
  { header: '序号', width: 6, centred: true, of: ({ entry }) => entry.number },
  { header: '轮次', width: 6, centred: true, of: ({ round }) => round.round },
  { header: '指标', width: 7, centred: true, of: ({ round }) => indicatorsOf(round.item) },
  { header: '类别', width: 8, centred: true, of: ({ round }) => categoryOf(round.item) },
  { header: '问题', width: 36, of: ({ round }) => problemOf(round.item) },
  { header: '整改措施', width: 18, of: ({ round }) => round.fields.整改措施 ?? '' },
  { header: '责任人', width: 9, centred: true, of: ({ round }) => round.fields.责任人 ?? '' },
  { header: '整改时限', width: 11, centred: true, of: ({ round }) => round.fields.整改时限 ?? '' },
  { header: '完成情况', width: 20, of: ({ round }) => round.fields.完成情况 ?? '' },
  { header: '结果', width: 8, centred: true, of: ({ round }) => round.state },
  { header: '办结日期', width: 11, centred: true, of: ({ round }) => round.closed?.on ?? '' },
  { header: '办结依据', width: 30, of: ({ round }) => round.closed?.why ?? '' },
  { header: '佐证文件及校验码', width: 34, of: ({ round }) => (round.closed?.evidence ?? []).map(proof).join('\n') },
  {
    header: '复核系统版本',
    width: 16,
    centred: true,
    of: ({ round }) => (round.closed ? `${round.closed.run.systemVersion}／程序${round.closed.run.tool}` : ''),
  },
]

const proof = ({ path, sha256 }: { path: string; sha256: string }): string => `${path}　${sha256.slice(0, 16)}`

/** The columns of an archive's list. */
export const FILES: readonly Column<{ file: FileResult; at: number }>[] = [
  { header: '序号', width: 6, centred: true, of: ({ at }) => at },
  { header: '文号', width: 20, of: ({ file }) => file.facts.documentNumber ?? '' },
  { header: '责任者', width: 18, of: ({ file }) => file.facts.issuer ?? '' },
  { header: '题名', width: 44, of: ({ file }) => file.facts.title ?? nameOf(file.path) },
  { header: '日期', width: 12, centred: true, of: ({ file }) => file.facts.issued ?? '' },
  { header: '页数', width: 6, centred: true, of: ({ file }) => file.pages || '' },
  {
    header: '备注',
    width: 14,
    of: ({ file }) => (file.read === 'whole' ? '' : file.read === 'partly' ? '只读了一部分' : '未能读取'),
  },
  {
    header: '对应指标',
    width: 14,
    centred: true,
    of: ({ file }) =>
      [...new Set(file.matches.map(({ indicator }) => (indicator === 'package' ? '整包' : indicator)))].join('、') ||
      '未对应',
  },
  { header: '文件', width: 44, of: ({ file }) => file.path },
]

const nameOf = (path: string): string =>
  path
    .split('/')
    .at(-1)!
    .replace(/\.[^.]+$/, '')

export const UNREAD: readonly Column<Report['problems'][number]>[] = [
  { header: '类别', width: 16, centred: true, of: ({ code }) => PROBLEM_CODES[code] },
  { header: '文件', width: 50, of: ({ file = '' }) => file },
  { header: '说明及处理办法', width: 80, of: ({ message }) => message },
]

export const ADVISED: readonly Column<Block>[] = [
  { header: '指标', width: 10, centred: true, of: indicatorsOf },
  { header: '建议补充的材料', width: 80, of: problemOf },
  { header: '依据', width: 40, of: ({ basis }) => basis },
]

export type Demand = { readonly indicator: IndicatorResult; readonly basis: string }

export const DEMANDS: readonly Column<Demand>[] = [
  { header: '指标', width: 8, centred: true, of: ({ indicator: { id } }) => (id === 'package' ? '整包' : id) },
  { header: '一级指标', width: 22, of: ({ indicator }) => indicator.level1 },
  { header: '三级指标（方案原文）', width: 60, of: ({ indicator }) => indicator.text },
  { header: '结论', width: 8, centred: true, of: ({ indicator }) => OUTCOME_NAMES[indicator.outcome] },
  {
    header: '依据及勘误全文',
    width: 70,
    of: ({ basis, indicator }) => [basis, indicator.note].filter(Boolean).join('\n'),
  },
]

/** The long form of every 依据 stands here, once. */
export function demandsOf({ indicators, findings }: Report): Demand[] {
  return indicators.map((indicator) => {
    const own = findings.filter((one) => one.indicator === indicator.id)
    const told = own.flatMap(({ basis, erratum }) => [
      basis.split('；').slice(1).join('；'),
      erratum && `勘误：${erratum}`,
    ])
    return { indicator, basis: [...new Set(told)].filter(Boolean).join('\n') }
  })
}

export const MONTHS: readonly Column<Figures>[] = [
  { header: '截至', width: 12, centred: true, of: ({ until }) => until },
  { header: '应整改', width: 8, centred: true, of: ({ due }) => due },
  { header: '已销号', width: 8, centred: true, of: ({ closed }) => closed },
  { header: '销号率', width: 9, centred: true, of: ({ closed, due }) => percentText(closed, due) },
  ...OPEN_WORDS.map(
    (word): Column<Figures> => ({ header: word, width: 9, centred: true, of: ({ open }) => open[word] ?? 0 }),
  ),
  { header: '其中逾期', width: 9, centred: true, of: ({ overdue }) => overdue },
  { header: '无法复核', width: 9, centred: true, of: ({ unsure }) => unsure },
  { header: '再次出现', width: 9, centred: true, of: ({ again }) => again },
  { header: '首轮销号率', width: 10, centred: true, of: ({ first, firstClosed }) => percentText(firstClosed, first) },
  { header: '本月新增', width: 9, centred: true, of: ({ newly }) => newly },
  { header: '本月销号', width: 9, centred: true, of: ({ closedNow }) => closedNow },
  { header: '本月退回', width: 9, centred: true, of: ({ sentBackNow }) => sentBackNow },
  { header: '本月延期', width: 9, centred: true, of: ({ extendedNow }) => extendedNow },
  { header: '存疑待核', width: 9, centred: true, of: ({ asked }) => asked },
  { header: '已核实', width: 9, centred: true, of: ({ answered }) => answered },
]

export const monthRows = (history: readonly Event[], on: Day): Figures[] =>
  monthsOf(history, on).map(({ from, until }) => figuresOf(history, from, until))

export type Told = { readonly event: Event; readonly standing: Standing }

const about = ({ event, standing }: Told) => ('entry' in event ? standing.entries.get(event.entry) : undefined)

export const HISTORY: readonly Column<Told>[] = [
  { header: '行', width: 7, centred: true, of: ({ event }) => event.n },
  { header: '日期', width: 12, centred: true, of: ({ event }) => event.on },
  { header: '问题序号', width: 9, centred: true, of: (told) => about(told)?.number ?? '' },
  { header: '轮次', width: 6, centred: true, of: ({ event }) => ('round' in event ? event.round : '') },
  { header: '事项', width: 10, centred: true, of: ({ event }) => NAMES[event.type] },
  { header: '栏目', width: 12, of: ({ event }) => partOf(event) },
  { header: '原值', width: 30, of: ({ event }) => ('old' in event ? event.old : '') },
  { header: '新值', width: 46, of: ({ event }) => newOf(event) },
  { header: '何人', width: 12, of: ({ event }) => event.by || '（未写姓名）' },
  { header: '来自', width: 24, of: ({ event }) => event.from },
]

const NAMES: Readonly<Record<Event['type'], string>> = {
  run: '审核',
  found: '发现',
  seen: '内容变化',
  set: '填写',
  state: '状态',
  recheck: '复核',
  closed: '办结',
  request: '申请',
  decision: '审批',
  answer: '核实',
  lapsed: '到期',
  refused: '未采用',
  conflict: '填法不一',
}

function partOf(event: Event): string {
  if (event.type === 'set' || event.type === 'conflict') return event.field
  if (event.type === 'request') return event.what
  if (event.type === 'refused') return event.at
  return event.type === 'state' || event.type === 'closed' ? '状态' : ''
}

const answererOf = ({ answerer, answered, until, review }: Extract<Event, { type: 'answer' }>): string =>
  [answerer, answered, until && `有效期至${until}`, review && `${review.reviewer}${review.reviewed}复核`]
    .filter(Boolean)
    .join('，')

function newOf(event: Event): string {
  switch (event.type) {
    case 'run':
      return `审核日${event.asOf}，指标体系${event.system} ${event.systemVersion}，程序${event.tool}`
    case 'found':
    case 'seen':
      return problemOf(event.item)
    case 'set':
      return event.new
    case 'state':
      return [event.new, event.why].filter(Boolean).join('：')
    case 'recheck':
      return [event.result, event.why].filter(Boolean).join('：')
    case 'closed':
      return [`${event.new}：${event.why}`, ...event.evidence.map(proof)].join('\n')
    case 'request':
      return `${event.what}${event.until ? `至${event.until}` : ''}：${event.reason}（${event.asker}，${event.asked}）`
    case 'decision':
      return `${event.granted ? '同意' : '不同意'}（${event.decider}，${event.decided}）`
    case 'answer':
      return `${event.answer}：${event.reason}（${answererOf(event)}）`
    case 'lapsed':
      return `${event.what}，有效期至${event.until}，不再有效`
    case 'refused':
      return `${event.words}（${event.why}）`
    case 'conflict':
      return event.values.map(({ from, value }) => `${from}：${value || '（空）'}`).join('；')
  }
}
