import type { Day } from '../../core/day.ts'
import type { Report } from '../../core/report.ts'
import { RECORD_HEADERS } from '../back/records.ts'
import { targetOf } from '../item-words.ts'
import type { Event } from '../model/event.ts'
import { standingOf } from '../model/fold.ts'
import { linesOf, numberOf } from '../model/history.ts'
import { PICKED, REQUESTS } from '../model/words.ts'
import { type Asked, closedRows, openRows, requestRows, type Shown } from '../rows.ts'
import { LIST, QUESTIONS, REQUESTED, SIGNED } from '../sheets.ts'
import { cover } from './cover.ts'
import { ADVISED, CLOSED, DEMANDS, demandsOf, FILES, HISTORY, MONTHS, monthRows, UNREAD } from './others.ts'
import type { Page } from './parts/page.ts'
import { workbookOf } from './parts/workbook.ts'
import { table } from './table.ts'

export type ListOf = {
  readonly report: Report
  readonly history: readonly Event[]
  readonly on: Day
  /** From where the list lies to the folder, for links; empty makes none. */
  readonly href?: string
}

const SPARE = 12

/** The 问题整改清单 as a workbook; the same report and history give the same bytes. */
export function bookOf({ report, history, on, href = '' }: ListOf): Promise<Uint8Array> {
  const standing = standingOf(history)
  const number = numberOf(history)
  const { list, questions } = openRows(standing, on)
  const closed = closedRows(standing, on)
  const line = `清单号 ${number}　${report.system.name}（${report.system.version}）　审核日 ${report.asOf}　制表 ${on}`
  const place = ({ round }: Shown) => linkTo(href, targetOf(round.item))
  const { unread, partly } = report.summary.files
  const spare: Asked[] = Array.from({ length: SPARE }, () => null)

  const pages: Page[] = [
    cover(report, { list, questions, closed }, { number, on }),
    table('问题整改清单', {
      title: `${report.unit.name}问题整改清单`,
      line,
      columns: LIST,
      rows: list,
      groups: [
        ['系统填写', '整改要求'],
        ['单位填写', '状态'],
        ['系统', '系统提示'],
        ['指标资料组填写', '复核日期'],
      ],
      choices: [{ header: '状态', of: PICKED }],
      link: { header: '打开', of: place },
      signed: [SIGNED],
    }),
    table('存疑待核', {
      title: `${report.unit.name}存疑待核事项`,
      line,
      columns: QUESTIONS,
      rows: questions,
      choices: [{ header: '核实结论', of: ['符合', '不符合'] }],
      link: { header: '打开', of: place },
    }),
    table('申请审批', {
      title: `${report.unit.name}整改事项申请审批表`,
      line,
      columns: REQUESTED,
      rows: [...requestRows(standing), ...spare],
      choices: [
        { header: '申请事项', of: REQUESTS },
        { header: '审批意见', of: ['同意', '不同意'] },
      ],
    }),
    // A programme that prints the whole book leaves out what is hidden, and only that.
    table('未能读取', {
      title: '未能读取及提示',
      line,
      columns: UNREAD,
      rows: report.problems,
      hidden:
        unread + partly === 0 && !report.problems.some(({ code }) => code === 'secret' || code === 'rule-crashed'),
    }),
    table('已办结', { title: '已办结事项', line, columns: CLOSED, rows: closed, hidden: closed.length === 0 }),
    table('月报', {
      title: '整改情况月报',
      line,
      columns: MONTHS,
      rows: monthRows(history, on),
      hidden: standing.runs.length < 2,
    }),
    table('建议补充', {
      title: '建议补充的材料（有的话请补上，没有不必另做，不计入问题）',
      line,
      columns: ADVISED,
      rows: report.blocks.filter((block) => block.class === 'advised'),
      hidden: true,
    }),
    table('材料目录', {
      title: `${report.unit.name}材料目录`,
      line,
      columns: FILES,
      rows: report.files.map((file, index) => ({ file, at: index + 1 })),
      link: { header: '文件', of: ({ file }) => linkTo(href, file.path) },
      hidden: true,
    }),
    table('指标与依据', {
      title: '各指标结论、要求与依据',
      line,
      columns: DEMANDS,
      rows: demandsOf(report),
      hidden: true,
    }),
    table('历史', {
      title: '整改历史（只增不改）',
      line,
      columns: HISTORY,
      rows: history.map((event) => ({ event, standing })),
      hidden: true,
    }),
    records(history),
  ]
  return workbookOf(pages, report.tool.name, on)
}

const MOST = 30_000

/** The history for the programme itself. It does no harm where a third programme shows it. */
function records(history: readonly Event[]): Page {
  const parts = linesOf(history).flatMap((line, index) =>
    Array.from({ length: Math.max(1, Math.ceil(line.length / MOST)) }, (_, part) => ({
      cells: [{ value: index + 1 }, { value: part + 1 }, { value: line.slice(part * MOST, (part + 1) * MOST) }],
    })),
  )
  const head = { cells: RECORD_HEADERS.map((value) => ({ value })) }
  return { name: '记录', hidden: true, bare: true, columns: [], rows: [head, ...parts] }
}

/** A file in an archive is shown by the archive. */
function linkTo(href: string, path: string | undefined): string {
  if (!href || !path) return ''
  const [outer = ''] = path.split('!/')
  return `${href}${outer.split('/').map(encodeURIComponent).join('/')}`
}
