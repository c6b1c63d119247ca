import type { Workbook } from 'exceljs'
import type { Day } from '../../core/day.ts'
import type { Report } from '../../core/report.ts'
import { RECORD_HEADERS } from '../back/records.ts'
import type { Event } from '../model/event.ts'
import { standingOf } from '../model/fold.ts'
import { linesOf, numberOf } from '../model/history.ts'
import { PICKED, REQUESTS } from '../model/words.ts'
import { rezipped } from '../rezip.ts'
import {
  type Asked,
  closedRows,
  LIST,
  openRows,
  QUESTIONS,
  REQUESTED,
  requestRows,
  type Shown,
  SIGNED,
} from '../sheets.ts'
import { cover } from './cover.ts'
import { ADVISED, CLOSED, DEMANDS, demandsOf, FILES, HISTORY, MONTHS, monthRows, UNREAD } from './others.ts'
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
export async function bookOf({ report, history, on, href = '' }: ListOf): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  const day = new Date(`${on}T00:00:00Z`)
  Object.assign(book, { creator: report.tool.name, lastModifiedBy: report.tool.name, created: day, modified: day })
  const standing = standingOf(history)
  const number = numberOf(history)
  const { list, questions } = openRows(standing, on)
  const closed = closedRows(standing, on)
  const line = `清单号 ${number}　${report.system.name}（${report.system.version}）　审核日 ${report.asOf}　制表 ${on}`
  const place = ({ round }: Shown) => linkTo(href, round.item.places[0]?.file)

  await cover(book.addWorksheet('封面'), report, { list, questions, closed }, { number, on })
  await table(book.addWorksheet('问题整改清单'), {
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
  })
  await table(book.addWorksheet('存疑待核'), {
    title: `${report.unit.name}存疑待核事项`,
    line,
    columns: QUESTIONS,
    rows: questions,
    choices: [{ header: '核实结论', of: ['符合', '不符合'] }],
    link: { header: '打开', of: place },
  })
  // What is signed stands first: LibreOffice prints every sheet of a book, whatever is set.
  await table(book.addWorksheet('未能读取'), { title: '未能读取及提示', line, columns: UNREAD, rows: report.problems })
  const spare: Asked[] = Array.from({ length: SPARE }, () => null)
  await table(book.addWorksheet('申请审批'), {
    title: `${report.unit.name}整改事项申请审批表`,
    line,
    columns: REQUESTED,
    rows: [...requestRows(standing), ...spare],
    choices: [
      { header: '申请事项', of: REQUESTS },
      { header: '审批意见', of: ['同意', '不同意'] },
    ],
  })
  await table(book.addWorksheet('已办结'), { title: '已办结事项', line, columns: CLOSED, rows: closed })
  const advised = report.blocks.filter((block) => block.class === 'advised')
  await table(book.addWorksheet('建议补充'), {
    title: '建议补充的材料（有的话请补上，没有不必另做，不计入问题）',
    line,
    columns: ADVISED,
    rows: advised,
  })
  await table(book.addWorksheet('材料目录'), {
    title: `${report.unit.name}材料目录`,
    line,
    columns: FILES,
    rows: report.files.map((file, index) => ({ file, at: index + 1 })),
    link: { header: '文件', of: ({ file }) => linkTo(href, file.path) },
  })
  await table(book.addWorksheet('指标与依据'), {
    title: '各指标结论、要求与依据',
    line,
    columns: DEMANDS,
    rows: demandsOf(report),
  })
  await table(book.addWorksheet('月报'), { title: '整改情况月报', line, columns: MONTHS, rows: monthRows(history, on) })
  await table(book.addWorksheet('历史'), {
    title: '整改历史（只增不改）',
    line,
    columns: HISTORY,
    rows: history.map((event) => ({ event, standing })),
  })
  records(book, history)
  // It is packed anew below, and packing twice takes longer than all the rest.
  return rezipped(new Uint8Array(await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } })))
}

const MOST = 30_000

/** The history for the programme itself. It does no harm where a third programme shows it. */
function records(book: Workbook, history: readonly Event[]): void {
  const sheet = book.addWorksheet('记录', { state: 'hidden' })
  sheet.addRow([...RECORD_HEADERS])
  linesOf(history).forEach((line, index) => {
    for (let at = 0, part = 1; at < line.length; at += MOST, part++)
      sheet.addRow([index + 1, part, line.slice(at, at + MOST)])
  })
}

/** A file in an archive is shown by the archive. */
function linkTo(href: string, path: string | undefined): string {
  if (!href || !path) return ''
  const [outer = ''] = path.split('!/')
  return `${href}${outer.split('/').map(encodeURIComponent).join('/')}`
}
