import { type Day, written } from '../../core/day.ts'
import { PROBLEM_CODES } from '../../core/problem.ts'
import type { Report } from '../../core/report.ts'
import { headlineOf } from '../../core/verdict-line.ts'
import { safe } from '../cells.ts'
import { heightOf } from '../heights.ts'
import { categoryOf } from '../item-words.ts'
import { isOverdue, stateOn } from '../model/entry.ts'
import type { Shown } from '../rows.ts'
import type { Box, Look, Page, Row } from './parts/page.ts'
import { OURS, signatures } from './table.ts'

const WIDTHS = [18, 14, 14, 14, 14, 14, 14, 14, 16]
const LAST = WIDTHS.length

const STATES = ['待整改', '整改中', '已整改待复核', '退回', '长期整改'] as const

/** The page that is signed: whose list it is, how many of what, what was not read, and who handed it to whom. */
export function cover(
  report: Report,
  rows: { readonly list: readonly Shown[]; readonly questions: readonly Shown[]; readonly closed: readonly Shown[] },
  { number, on }: { readonly number: string; readonly on: Day },
): Page {
  const head: Row[] = [
    line(`${report.unit.name}问题整改清单`, 44, { ...WORDS, size: 20, bold: true, across: 'center' }),
    line(report.system.name, 22, { ...WORDS, size: 12, across: 'center' }),
    pair('单位', report.unit.name),
    pair('审核日', `${written(report.asOf)}${report.clock ? `（${report.clock}）` : ''}`),
    pair('清单号', `清单号 ${number}　制表 ${on}`),
    pair('结论', headlineOf(report).text),
    pair('未能读取', unreadOf(report)),
    line('', 8, { ...WORDS, size: 6 }),
  ]
  const guide = GUIDE.map((text) => line(text, 18, { ...WORDS, size: 10 }))
  const table = counts(rows, on)
  const from = head.length + table.length + 1
  const foot = signatures(
    [
      ['签发单位（盖章）：', '接收单位（盖章）：'],
      ['负责人（签字）：　　　　　　　　年　　月　　日', '负责人（签字）：　　　　　　　　年　　月　　日'],
    ],
    from + guide.length + 2,
    LAST,
  )
  const across = (row: number): Box => [row, 1, row, LAST]
  const pairs = head.flatMap(({ cells }, index): Box[] =>
    cells.length === 1 ? [across(index + 1)] : [[index + 1, 2, index + 1, LAST]],
  )
  return {
    name: '封面',
    columns: WIDTHS.map((width) => ({ width })),
    rows: [...head, ...table, { cells: [] }, ...guide, { cells: [] }, ...foot.rows],
    joined: [...pairs, ...guide.map((_, index) => across(from + index + 1)), ...foot.joined],
    high: 1,
    guarded: true,
  }
}

const WORDS: Look = { size: 11, down: 'center', across: 'left', wraps: true }
const LABEL: Look = { size: 11, bold: true, down: 'center', across: 'center', wraps: true, boxed: true, fill: OURS }
const VALUE: Look = { size: 11, down: 'center', wraps: true, boxed: true }
const NUMBER: Look = { ...VALUE, across: 'center' }
const NAME: Look = { ...NUMBER, bold: true }

const line = (text: string, height: number, look: Look): Row => ({ height, cells: [{ value: safe(text), look }] })

const pair = (name: string, text: string): Row => ({
  height: Math.max(22, heightOf([text], [100]) + 4),
  cells: [
    { value: name, look: LABEL },
    { value: safe(text), look: VALUE },
    ...WIDTHS.slice(2).map(() => ({ value: '', look: VALUE })),
  ],
})

const GUIDE = [
  '填写：黄色表头各栏由人填写，其余各栏由系统填写；排序、筛选、隐藏、加列都不影响收回，请勿删改表头和隐藏的“编号”栏。',
  '改完后把“状态”改为“已整改待复核”，在“完成情况”写明怎么改的、佐证在哪里。只有系统重新审核材料、不再发现的，才会销号。',
  '延期、长期整改、豁免、不适用在“申请审批”表申请，经指标资料组同意后生效；否决项不得豁免。存疑的在“存疑待核”表答复，否决项的须经复核。',
  '打印签字的各表都看得见；备查的（建议补充、材料目录、指标与依据、历史等）已隐藏：右键点任一表名，选“取消隐藏”。',
]

const categoriesIn = (list: readonly Shown[]): string[] => [...new Set(list.map(({ round }) => categoryOf(round.item)))]

function counts({ list, questions, closed }: Parameters<typeof cover>[1], on: Day): Row[] {
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
  return lines.map((values, index) => ({
    height: 22,
    cells: values.map((value, column) => ({ value, look: index === 0 ? LABEL : column === 0 ? NAME : NUMBER })),
  }))
}

const MOST_UNREAD = 6

function unreadOf({ summary, files, problems }: Report): string {
  const { total, unread, partly } = summary.files
  if (unread + partly === 0) return `${total}个文件全部读取${hintsIn(problems)}`
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

/** What else was noticed stands on a sheet that is put away where everything was read. */
function hintsIn(problems: Report['problems']): string {
  const counts = new Map<string, number>()
  for (const { code } of problems) counts.set(PROBLEM_CODES[code], (counts.get(PROBLEM_CODES[code]) ?? 0) + 1)
  const told = [...counts].map(([name, count]) => `${name}${count}处`)
  return told.length === 0 ? '' : `；另有提示（${told.join('、')}），见隐藏的“未能读取”表`
}
