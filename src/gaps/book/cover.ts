import type { Worksheet } from 'exceljs'
import { type Day, written } from '../../core/day.ts'
import { PROBLEM_CODES } from '../../core/problem.ts'
import type { Report } from '../../core/report.ts'
import { headlineOf } from '../../core/verdict-line.ts'
import { safe } from '../cells.ts'
import { heightOf } from '../heights.ts'
import { isOverdue, stateOn } from '../model/entry.ts'
import { categoryOf, type Shown } from '../sheets.ts'
import { guarded, printed, signatures } from './table.ts'

const WIDTHS = [18, 14, 14, 14, 14, 14, 14, 14, 16]
const LAST = WIDTHS.length
const THIN = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN } as const
const GREY = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E6E6' } } as const

const STATES = ['待整改', '整改中', '已整改待复核', '退回', '长期整改'] as const

/** The page that is signed: whose list it is, how many of what, what was not read, and who handed it to whom. */
export async function cover(
  sheet: Worksheet,
  report: Report,
  rows: { readonly list: readonly Shown[]; readonly questions: readonly Shown[]; readonly closed: readonly Shown[] },
  { number, on }: { readonly number: string; readonly on: Day },
): Promise<void> {
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  let at = 1
  const line = (text: string, size: number, height: number, bold = false, centred = false) => {
    sheet.mergeCells(at, 1, at, LAST)
    const cell = sheet.getCell(at, 1)
    cell.value = safe(text)
    cell.font = { name: '宋体', size, bold }
    cell.alignment = { vertical: 'middle', horizontal: centred ? 'center' : 'left', wrapText: true }
    sheet.getRow(at).height = height
    at++
  }
  const pair = (name: string, text: string) => {
    sheet.mergeCells(at, 2, at, LAST)
    for (let column = 1; column <= LAST; column++) sheet.getCell(at, column).border = BOX
    const [label, cell] = [sheet.getCell(at, 1), sheet.getCell(at, 2)]
    Object.assign(label, { value: name, fill: GREY })
    label.font = { name: '宋体', size: 11, bold: true }
    label.alignment = { vertical: 'middle', horizontal: 'center' }
    cell.value = safe(text)
    cell.font = { name: '宋体', size: 11 }
    cell.alignment = { vertical: 'middle', wrapText: true }
    sheet.getRow(at).height = Math.max(22, heightOf([text], [100]) + 4)
    at++
  }
  line(`${report.unit.name}问题整改清单`, 20, 44, true, true)
  line(report.system.name, 12, 22, false, true)
  pair('单位', report.unit.name)
  pair('审核日', `${written(report.asOf)}${report.clock ? `（${report.clock}）` : ''}`)
  pair('清单号', `清单号 ${number}　制表 ${on}`)
  pair('结论', headlineOf(report).text)
  pair('未能读取', unreadOf(report))
  line('', 6, 8)
  counts(sheet, at, rows, on)
  at += categoriesIn(rows.list).length + 4
  for (const text of GUIDE) line(text, 10, 18)
  signatures(
    sheet,
    [
      ['签发单位（盖章）：', '接收单位（盖章）：'],
      ['负责人（签字）：　　　　　　　　年　　月　　日', '负责人（签字）：　　　　　　　　年　　月　　日'],
    ],
    at + 1,
    LAST,
  )
  printed(sheet)
  sheet.pageSetup.fitToHeight = 1
  await guarded(sheet)
}

const GUIDE = [
  '填写：黄色表头各栏由人填写，其余各栏由系统填写；排序、筛选、隐藏、加列都不影响收回，请勿删改表头和隐藏的“编号”栏。',
  '改完后把“状态”改为“已整改待复核”，在“完成情况”写明怎么改的、佐证在哪里。只有系统重新审核材料、不再发现的，才会销号。',
  '延期、长期整改、豁免、不适用在“申请审批”表申请，经指标资料组同意后生效；否决项不得豁免。存疑的在“存疑待核”表答复。',
  '打印：前四张表（封面、问题整改清单、存疑待核、未能读取）打印签字，其余各表备查。',
]

const categoriesIn = (list: readonly Shown[]): string[] => [...new Set(list.map(({ round }) => categoryOf(round.item)))]

function counts(
  sheet: Worksheet,
  from: number,
  { list, questions, closed }: Parameters<typeof cover>[2],
  on: Day,
): void {
  const row = (name: string, own: readonly Shown[], done: readonly Shown[]) => [
    name,
    own.length,
    ...STATES.map((state) => own.filter(({ round }) => stateOn(round, on) === state).length),
    own.filter(({ round }) => isOverdue(round, on)).length,
    done.length,
  ]
  const of = (name: string) => (shown: Shown) => categoryOf(shown.round.item) === name
  const mended = closed.filter(({ round }) => round.state === '已销号')
  const answered = closed.filter(({ round }) => round.state === '已核实')
  const lines = [
    ['类别', '未办结', ...STATES, '其中逾期', '已办结'],
    ...categoriesIn(list).map((name) => row(name, list.filter(of(name)), mended.filter(of(name)))),
    row('问题合计', list, mended),
    ['存疑待核', questions.length, '', '', '', '', '', '', answered.length],
  ]
  lines.forEach((values, index) => {
    values.forEach((value, column) => {
      const cell = sheet.getCell(from + index, column + 1)
      cell.value = value
      cell.border = BOX
      cell.font = { name: '宋体', size: 11, bold: index === 0 || column === 0 }
      cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
      if (index === 0) cell.fill = GREY
    })
    sheet.getRow(from + index).height = 22
  })
}

const MOST_UNREAD = 6

function unreadOf({ summary, files, problems }: Report): string {
  const { total, unread, partly } = summary.files
  if (unread + partly === 0) return `${total}个文件全部读取`
  const missed = files
    .filter(({ read }) => read !== 'whole')
    .map(({ path }) => {
      const code = problems.find(({ file }) => file === path)?.code
      return code ? `${path}（${PROBLEM_CODES[code]}）` : path
    })
  const named =
    missed.slice(0, MOST_UNREAD).join('；') + (missed.length > MOST_UNREAD ? `；……等${missed.length}个` : '')
  return `${total}个文件中${unread}个未能读取、${partly}个未读完：${named}。这些文件里有没有所缺的材料，系统不知道，详见“未能读取”表`
}
