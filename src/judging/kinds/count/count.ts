import type { Scope } from '../../../core/kind.ts'
import { kind } from '../../../core/kind.ts'
import type { Place } from '../../../core/place.ts'
import { exempt, gap, met, shown, unclear, type Verdict } from '../../../core/verdict.ts'
import { cycleOf, monthsOf, type Period, subjectOf, yearsOf } from '../../desk/years.ts'
import { ABSENT_MESSAGES, absentVerdict, ledgerMaterials, mayBeMore } from '../../papers/absent.ts'
import { admittedIn } from '../../papers/admissions.ts'
import { type Case, casesOf, placesOf, tablePlaces } from '../../rows/cases.ts'
import { isVerdict, LEDGER_MESSAGES, opened } from '../../rows/opened.ts'
import { type Counted, groupsBy, papersIn, rowsIn } from './counting.ts'
import { type Frame, placesIn } from './frame.ts'
import { ofMonths } from './months.ts'
import { ofPeriod } from './period.ts'
import { sparedIn } from './spared.ts'

const messages = {
  ...LEDGER_MESSAGES,
  ...ABSENT_MESSAGES,
  enough: { says: '{of}{period}{name}：共{count}{note}', fix: '无需处理' },
  few: {
    says: '{of}{period}{name}：现有{count}，应不少于{least}',
    fix: '请补充{period}的记录或材料；确未开展的，请书面说明情况并补做',
  },
  admitted: {
    says: '{of}{period}{name}：{paper}写明“{words}”，应不少于{least}',
    fix: '确未开展的，如实书面说明情况，并补做；其实做过的，补报材料并更正报告',
  },
  many: {
    says: '{of}{period}{name}：现有{count}，应不超过{most}（{rows}）',
    fix: '请核实所列各件；登记有误的，请更正',
  },
  running: {
    says: '{of}{period}{name}：已有{count}，全年应不少于{least}，按时间进度应有{pace}；{why}',
    fix: '请在年底前补足',
  },
  'months-many': {
    says: '{of}{period}{name}有{count}个月超过{most}：{months}',
    fix: '请核实这些月份的记录；登记有误的，请更正',
  },
  'months-short': {
    says: '{of}{period}{name}有{count}个月不足{least}：{months}',
    fix: '请补充这些月份的记录；确未开展的，请书面说明情况',
  },
  'months-open': {
    says: '{of}{period}{name}暂不能核算：{found}{reason}',
    fix: '请补填或更正后再行核对',
  },
  'no-month': { says: '{of}{period}尚无完整的月份可供核对{name}', fix: '月末后再行核对' },
  'open-rows': {
    says: '{of}{period}{name}暂不能核算：现有{count}，另有{open}不能确定是否计入（{rows}）{reason}',
    fix: '请补填或更正所列各件的日期、年度等登记内容',
  },
  'not-all-read': {
    says: '{of}{period}{name}只见{count}，应不少于{least}，但{reason}',
    fix: '请先核实未读取或不能确定的文件，再补充材料',
  },
  spared: { says: '{period}没有{name}：材料写明“{words}”，那一年不要求', fix: '无需处理' },
  unset: { says: '{name}没有写明计数的台账或材料，无法核对', fix: '请指标资料组完善该规则的参数' },
} as const

type Found = Verdict<keyof typeof messages>

export const count = kind({
  name: 'count',
  summary: '记录或文件的件数不少于、不超过若干；年度未结束的不因不足判缺口。',
  decides: 'machine',
  params: {
    ledger: { type: 'ledger', description: '清点哪本台账', default: null },
    materials: { type: 'materials', description: '或者清点哪些材料', default: null },
    where: { type: 'where', description: '台账的哪些记录计入', default: [] },
    each: {
      type: 'choice',
      of: ['cycle', 'year', 'month'],
      description: '按整个周期、每年还是每月计',
      default: 'year',
    },
    date: { type: 'column', description: '台账中的日期列', default: null },
    year: { type: 'column', description: '台账中的年度列', default: null },
    by: { type: 'column', description: '按这一列的每个值分别计数', default: null },
    distinct: { type: 'columns', description: '这些列都相同的记录合为一件', default: [] },
    noun: { type: 'text', description: '按什么计：条、名、次等；不写则台账按条、文件按份', default: null },
    'spared-by': {
      type: 'texts',
      description: '没有这些就无从办起（如案卷）：所清点的材料写明某一年没有的，那一年不要求',
      default: [],
    },
    'spared-unless': { type: 'ledger', description: '但这本台账那一年有记录的，仍要求', default: null },
    'at-least': { type: 'integer', description: '不少于', default: null },
    'at-most': { type: 'integer', description: '不超过', default: null },
  },
  messages,

  judge(params, scope) {
    const { ledger, materials, each, by } = params
    const frame: Frame = {
      scope,
      materials: materials ?? (ledger === null ? [] : ledgerMaterials(scope, ledger)),
      least: params['at-least'],
      most: params['at-most'],
      of: '',
      unit: params.noun ?? (ledger === null ? '份' : '条'),
      backs: [],
      ledger,
      others: [],
      lacking: [],
      spared: { by: params['spared-by'], unless: params['spared-unless'] },
    }
    if (ledger !== null) {
      const found = opened(scope, ledger, params.where, [params.date, params.year, by, ...params.distinct])
      if (isVerdict(found)) return [found]
      const shared = { ...frame, backs: tablePlaces(found.tables), lacking: found.lacking }
      const groups = by === null ? [{ ...found, of: '' }] : groupsBy(found, by)
      return groups.flatMap(({ of, chosen, perhaps }) =>
        judged({ ...shared, of, others: othersIn(scope, params, of, chosen) }, each, rowsIn(chosen, perhaps, params)),
      )
    }
    if (materials === null)
      return [unclear('unset', { name: scope.rule.name }, { expected: '台账或材料', actual: '未写明' })]
    const counted = papersIn(scope, materials)
    if (counted) return judged(frame, each, () => counted)
    const owned = (each === 'year' ? yearsOf(scope) : []).flatMap((year) => {
      const told = admitted(frame, year)
      return told ? [unspared(frame, year, told)] : []
    })
    return owned.length > 0 ? owned : [absentOrIdle(frame)]
  },
})

/** The rows of a group that the condition leaves out: 专职 who has left is no 专职, and no row to be overlooked. */
function othersIn(
  scope: Scope,
  { ledger, by }: { readonly ledger: string | null; readonly by: string | null },
  of: string,
  chosen: readonly Case[],
): Place[] {
  if (ledger === null || by === null || of === '') return []
  const own = casesOf(scope, ledger).filter(({ row }) => row.field(by).text.trim() === of)
  return placesOf(own.filter((item) => !chosen.includes(item)))
}

type Counting = (periods: readonly Period[]) => (period: Period) => Counted

function judged(frame: Frame, each: 'cycle' | 'year' | 'month', counting: Counting): Found[] {
  const { scope } = frame
  if (each === 'month') {
    const years = yearsOf(scope).map((year) => ({ year, months: monthsOf(scope, year.year ?? 0) }))
    const counted = counting(years.flatMap(({ months }) => months))
    const told = years.flatMap(({ months }) => months).filter((month) => counted(month).sure.length > 0)
    const [first, last] = [told[0], told.at(-1)]
    const kept = ({ from }: Period) => first !== undefined && from > first.from && from < last!.from
    return years.map(({ year, months }) => ofMonths(frame, year, months, counted, kept))
  }
  const periods = each === 'year' ? yearsOf(scope) : [cycleOf(scope)]
  const counted = counting(periods)
  // Of papers, from the first year in which the unit did so.
  const since = frame.ledger === null ? periods.findIndex((period) => counted(period).sure.length > 0) : -1
  return periods.map((period, at) => {
    const isShown = since >= 0 && at > since
    // The table that has the other years proves what it does not have.
    const kept = periods.flatMap((other) => (other === period ? [] : placesIn(counted(other).sure)))
    const others = frame.ledger === null ? kept.filter(({ cell }) => cell !== undefined) : frame.others
    const verdict = ofPeriod(
      isShown ? { ...frame, others, scope: { ...scope, certain: true } } : { ...frame, others },
      period,
      counted(period),
    )
    const { sure, open } = counted(period)
    const owned = sure.length + open.length === 0 ? admitted(frame, period) : undefined
    return unspared(frame, period, owned ?? (isShown ? shown(verdict) : verdict))
  })
}

/** The unit's own account says of the year that it was not done: nobody need look for what is not there. */
function admitted({ scope, materials, least, of, unit }: Frame, period: Period): Found | undefined {
  if (period.year === null || !period.whole || least === null || least < 1) return undefined
  const found = admittedIn(scope, materials, period.year)
  return found
    ? gap(
        'admitted',
        {
          of,
          period: period.name,
          name: scope.rule.name,
          least: `${least}${unit}`,
          paper: found.paper,
          words: found.words,
        },
        { subject: subjectOf(of, period), cites: [found.at], expected: `不少于${least}${unit}`, actual: `0${unit}` },
      )
    : undefined
}

/** What was not due in a year is not missing from it. */
function unspared({ scope, materials, spared }: Frame, { year, name }: Period, verdict: Found): Found {
  if (year === null || (verdict.outcome !== 'gap' && verdict.outcome !== 'unclear') || verdict.message === 'many')
    return verdict
  const told = sparedIn(scope, materials, year, spared)
  return told
    ? exempt(
        'spared',
        { period: name, name: scope.rule.name, words: told.words },
        { subject: verdict.subject, cites: [told.at] },
      )
    : verdict
}

/** Nothing is not too much, where nothing could have been overlooked. */
function absentOrIdle({ scope, materials, least, most, unit }: Frame): Found {
  if (least === null && most !== null && !mayBeMore(scope, materials, null))
    return met(
      'enough',
      { of: '', period: '', name: scope.rule.name, count: `0${unit}`, note: `，未超过${most}${unit}` },
      { expected: `不超过${most}`, actual: '0' },
    )
  return absentVerdict(scope, materials)
}
