import { kind } from '../../../core/kind.ts'
import type { LedgerRow } from '../../../core/ledger.ts'
import type { Place } from '../../../core/place.ts'
import { exempt, gap, met } from '../../../core/verdict.ts'
import { namedIn } from '../../papers/naming.ts'
import { notesWhy, noticedAt, shortenedBy } from '../../papers/shortened.ts'
import { sampled, tablePlaces } from '../../rows/cases.ts'
import { dayIn } from '../../rows/cells.ts'
import {
  cells,
  isSorted,
  openVerdict,
  ROW_MESSAGES,
  type Seen as SeenRow,
  type Sorted,
  sorted,
  stillOpen,
  told,
} from '../../rows/rows.ts'
import { type Ask, limitName, type Trouble } from './limit.ts'
import { stretchOf } from './stretch.ts'

const messages = {
  ...ROW_MESSAGES,
  kept: { says: '{name}：核对{count}件，期限均{limit}{except}', fix: '无需处理' },
  'nothing-due': {
    says: '{name}：{count}件尚在办理或没有填写办结时间，目前无可核对的期限',
    fix: '办结后补填，再行核对',
  },
  broken: {
    says: '{name}：{count}件期限不符（{rows}），应{limit}{also}',
    fix: '请核对这{count}件的原件日期：误登的更正台账；确有延期、中止等法定情形的，补登并附依据；确已超期或不足的，书面说明',
  },
  reversed: { says: '{name}暂不能核算：{count}件止期早于起期（{rows}）{also}', fix: '请核对原件，更正{columns}' },
  'perhaps-longer': {
    says: '{name}暂不能核算：{count}件超过期限，而可以延长期限的{columns}没有登记（{rows}）{also}',
    fix: '这{count}件确有延期、中止等情形的，请补填{columns}并附依据；没有的，填“0”',
  },
  borderline: {
    says: '{name}临界：{count}件按起始日不计入差1日，按起始日计入恰好达到（{rows}），应{limit}{also}',
    fix: '请核实起止日期的计算方法；按开始的当日不计入（民法典第二百零一条）不足的，请书面说明',
  },
  'no-calendar': {
    says: '{name}暂不能核算：{count}件涉及的年份没有国务院放假调休安排数据（{rows}）{also}',
    fix: '请更新节假日数据后再行核对，或人工计算工作日',
  },
} as const

const GRAVEST = ['reversed', 'disputed', 'perhaps-longer', 'borderline', 'no-calendar'] as const

export const duration = kind({
  name: 'duration',
  summary: '台账两列之间的时长符合期限；开始的当日不计入，期满遇法定休假日顺延。',
  decides: 'machine',
  params: {
    ledger: { type: 'ledger', description: '据以核对的台账' },
    where: { type: 'where', description: '核对哪些记录', default: [] },
    from: { type: 'column', description: '起算的日期（时刻）列，当日不计入' },
    to: { type: 'column', description: '截止的日期（时刻）列，当日计入' },
    since: { type: 'day', description: '期限自这一天施行：更早起算的，从这一天算', default: null },
    unit: { type: 'choice', of: ['day', 'workday', 'month', 'hour'], description: '按日、工作日、月还是小时计算' },
    'claimed-as': { type: 'texts', description: '自查报告等说全都做到时的叫法，用于对照', default: [] },
    'at-least': { type: 'number', description: '不少于', default: null },
    'at-most': { type: 'number', description: '不超过', default: null },
    'at-most-column': {
      type: 'column',
      description: '各记录自己的时限（天数，或到期日）所在的列；没有填写的按 at-most',
      default: null,
    },
    plus: { type: 'columns', description: '加到时限上的天数（如批准延期、中止）所在的各列', default: [] },
    'less-from': { type: 'column', description: '不计入的一段的起始列', default: null },
    'less-to': { type: 'column', description: '不计入的一段的截止列', default: null },
    exact: { type: 'flag', description: '按起始日不计入不足的就是不足，不另问起始日是否计入', default: false },
    'both-ends': {
      type: 'flag',
      description: '起止两日都在其中（征求意见自首日即可提出）：按起始日计入够了的就够',
      default: false,
    },
    'explained-by': {
      type: 'materials',
      description: '短于 at-least 的，这些材料中有一份写明是这一件的，不算不符',
      default: [],
    },
    missing: {
      type: 'choice',
      of: ['unclear', 'ignore', 'overdue'],
      description: '截止列没有填写时：存疑，不计，或在到期后算逾期',
      default: 'unclear',
    },
  },
  messages,

  judge(given, scope) {
    const { ledger, where, from, to, unit } = given
    const uses = [from, to, given['at-most-column'], ...given.plus, given['less-from'], given['less-to']]
    const ask: Ask = {
      scope,
      from,
      to,
      unit,
      since: given.since,
      exact: given.exact,
      bothEnds: given['both-ends'],
      missing: given.missing,
      least: given['at-least'],
      most: given['at-most'],
      mostColumn: given['at-most-column'],
      plus: given.plus,
      lessFrom: given['less-from'],
      lessTo: given['less-to'],
    }
    const isExplained = namedIn(scope, given['explained-by'])
    const see = (row: LedgerRow): SeenRow<Trouble> => {
      const seen = excused(row, ask)
      return seen.state === 'wrong' && ask.least !== null && ask.most === null && isExplained(row)
        ? { state: 'idle' }
        : seen
    }
    const found = sorted<Trouble>(scope, { ledger, where, uses, begins: [from], see })
    if (!isSorted(found)) return [found]

    const limit = limitName(ask)
    const data = { name: scope.rule.name, ledger, limit }
    const { right, wrong, idle, tables } = found
    const open = found.open.filter((one) => !isBackwards(one, found))
    if (open.length + right.length + wrong.length + idle === 0)
      return [exempt('nothing-due', { ...data, count: found.open.length }, { expected: limit, actual: '尚无' })]
    if (wrong.length > 0) {
      const also = stillOpen(open)
      return [
        gap(
          'broken',
          { ...data, count: wrong.length, rows: told(wrong), also },
          { cites: [...cells(wrong), ...noticesOf(wrong, ask)], expected: limit, actual: `${wrong.length}件不符` },
        ),
      ]
    }
    if (open.length > 0) return [openVerdict<Trouble>({ ...found, open }, GRAVEST, data, { expected: limit })]
    const places = [...tablePlaces(tables), ...sampled(cells(right))]
    if (right.length === 0)
      return [exempt('nothing-due', { ...data, count: idle }, { cites: places, expected: limit, actual: '尚无' })]
    return [
      met(
        'kept',
        { ...data, count: right.length, except: exceptIn(right) },
        { cites: places, expected: limit, actual: `${right.length}件均符合` },
      ),
    ]
  },
})

/** Too short, and its own notice says why: the law asks no more. */
function excused(row: LedgerRow, ask: Ask): ReturnType<typeof stretchOf> {
  const seen = stretchOf(row, ask)
  if (ask.least === null || (seen.state !== 'wrong' && seen.state !== 'open')) return seen
  const [from, until] = [dayIn(row.field(ask.from)), dayIn(row.field(ask.to))]
  if (!from || !until) return seen
  if (shortenedBy(ask.scope.package, row, { from, until }))
    return { state: 'right', column: ask.to, words: `${seen.words}，${EXPLAINED}` }
  return ask.most === null && ask.bothEnds && notesWhy(row)
    ? { state: 'right', column: ask.to, words: `${seen.words}，${NOTED}` }
    : seen
}

/** The notices that say the same days as the rows: they have to be mended, too. */
const noticesOf = (wrong: readonly Seen[], { scope, from, to, least }: Ask): Place[] =>
  least === null
    ? []
    : wrong.flatMap(({ item: { row } }) => {
        const [first, last] = [dayIn(row.field(from)), dayIn(row.field(to))]
        return first && last ? noticedAt(scope.package, row, { from: first, until: last }) : []
      })

const EXPLAINED = '公告写明了缩短的理由'
const NOTED = '备注写明了缩短的理由'

function exceptIn(right: readonly Seen[]): string {
  const short = right.filter(
    ({ seen }) => 'words' in seen && [EXPLAINED, NOTED].some((why) => seen.words.endsWith(why)),
  )
  return short.length > 0 ? `，其中${told(short)}` : ''
}

const FEW = 2

/** Where every row of a table ends before it begins, its columns are not what they were taken for: that is ours. */
function isBackwards({ item, seen }: Seen, { right, wrong, open }: Sorted<Trouble>): boolean {
  if (seen.state !== 'open' || seen.why !== 'reversed') return false
  const { ledger } = item.row
  const own = (some: readonly Seen[]) => some.filter(({ item: other }) => other.row.ledger === ledger)
  const [around, all] = [own(open), own([...right, ...wrong, ...open])]
  return all.length >= FEW && around.length === all.length && around.every(reversed)
}

const reversed = ({ seen }: Seen): boolean => seen.state === 'open' && seen.why === 'reversed'

type Seen = Sorted<Trouble>['open'][number]
