import type { Scope } from '../core/kind.ts'
import { kind } from '../core/kind.ts'
import type { Place } from '../core/place.ts'
import { exempt, gap, met, unclear, type Verdict } from '../core/verdict.ts'
import { isSure } from './absent.ts'
import { sampled, tablePlaces } from './cases.ts'
import { isVerdict, LEDGER_MESSAGES, opened } from './opened.ts'
import { byPeriod } from './placing.ts'
import { peopleOf, type Sum, staffOf, sumsOf } from './sums.ts'
import { figure, listed, noted, quoted } from './words.ts'
import { cycleOf, type Period, yearsOf } from './years.ts'

const messages = {
  ...LEDGER_MESSAGES,
  reached: { says: '{period}{name}：{people}人均不少于{least}', fix: '无需处理' },
  short: {
    says: '{period}{name}：{people}人中{count}人不足{least}（{rows}）{also}',
    fix: '请核对这{count}人的登记：漏登的补登并附证明；确实不足的，请补足或书面说明',
  },
  running: {
    says: '{period}{name}：{people}人中{count}人尚不足{least}，按时间进度应有{pace}；{why}',
    fix: '请在年底前补足',
  },
  'open-rows': {
    says: '{period}{name}暂不能核定：{count}人的合计不能确定（{rows}）{reason}',
    fix: '请补填或更正这{count}人的登记，再行核算',
  },
  'not-all-read': {
    says: '{period}{name}：现有材料中{count}人不足{least}（{rows}），但有文件未能读取或职责分工尚未确定',
    fix: '请先核实未读取的文件和职责分工，再补充登记',
  },
  'no-roster': {
    says: '{period}{name}：登记的{people}人均不少于{least}，但未见《{roster}》，不能确认是否人人都有登记',
    fix: '请补充《{roster}》，以便核对有无遗漏',
  },
  'no-rows': {
    says: '{period}{name}无从核算：《{ledger}》中没有{period}的记录',
    fix: '请核对台账是否报全，补登{period}的记录',
  },
} as const

type Found = Verdict<keyof typeof messages>

export const total = kind({
  name: 'total',
  summary: '按人（或其他列）和年度合计某列的数值，不少于规定的数；名册上没有登记的按零计。',
  decides: 'machine',
  params: {
    ledger: { type: 'ledger', description: '据以合计的台账' },
    where: { type: 'where', description: '哪些记录计入', default: [] },
    sum: { type: 'column', description: '合计哪一列' },
    by: { type: 'columns', description: '按哪些列分别合计，如姓名' },
    each: { type: 'choice', of: ['cycle', 'year'], description: '按整个周期还是每年合计', default: 'year' },
    year: { type: 'column', description: '台账中的年度列', default: null },
    date: { type: 'column', description: '台账中的日期列', default: null },
    'at-least': { type: 'number', description: '合计不少于' },
    roster: { type: 'ledger', description: '应有人员的名册', default: null },
    'roster-name': {
      type: 'column',
      ledger: 'roster',
      description: '名册中与第一个分类列对应的列；不写则同名',
      default: null,
    },
    'roster-since': {
      type: 'column',
      ledger: 'roster',
      description: '名册中到岗日期所在的列：到岗以前的年度不要求，到岗的当年存疑',
      default: null,
    },
    'roster-where': { type: 'where', ledger: 'roster', description: '名册中的哪些人', default: [] },
  },
  messages,

  judge(params, scope) {
    const { ledger, where, sum, by, each, year, date } = params
    const found = opened(scope, ledger, where, [sum, year, date, ...by])
    if (isVerdict(found)) return [found]
    const roster =
      params.roster === null
        ? null
        : peopleOf(
            scope,
            params.roster,
            params['roster-name'] ?? by[0] ?? '',
            params['roster-where'],
            params['roster-since'],
          )

    const periods = each === 'year' ? yearsOf(scope) : [cycleOf(scope)]
    const casesIn = byPeriod(found, periods, { year, date })
    const columns = roster ? by.slice(0, 1) : by
    const staff = roster && staffOf(roster, periods, (period) => casesIn(period).sure, columns)
    const frame = {
      scope,
      ledger,
      least: params['at-least'],
      roster: params.roster,
      hasRoster: roster !== null,
      backs: tablePlaces(found.tables),
      lacking: found.lacking,
    }
    return periods.map((period) => {
      const { sure, maybe } = casesIn(period)
      return judged(frame, period, sumsOf(sure, maybe, columns, sum, staff, period))
    })
  },
})

type Frame = {
  readonly scope: Scope
  readonly ledger: string
  readonly least: number
  readonly roster: string | null
  readonly hasRoster: boolean
  readonly backs: readonly Place[]
  readonly lacking: readonly string[]
}

function judged(
  { scope, ledger, least, roster, hasRoster, backs, lacking }: Frame,
  period: Period,
  sums: readonly Sum[],
): Found {
  const short = sums.filter(({ most }) => most < least)
  const open = sums.filter(({ sure, most }) => sure < least && most >= least)
  const data = {
    name: scope.rule.name,
    ledger,
    period: period.name,
    people: sums.length,
    least: figure(least),
    roster: roster ?? '',
    why: period.why,
    pace: figure(Math.floor(least * period.share * 10) / 10),
  }
  const about = { subject: period.subject, expected: `每人不少于${figure(least)}` }
  if (sums.length === 0)
    return period.year !== null && !period.whole
      ? exempt('running', { ...data, count: 0 }, { ...about, cites: backs, actual: '尚无记录' })
      : unclear('no-rows', data, { ...about, cites: backs, actual: '没有记录' })

  const actual = `${short.length + open.length}/${sums.length}人不足`
  const places = (some: readonly Sum[]) => some.flatMap((one) => one.places)
  if (short.length + open.length > 0 && !period.whole)
    return exempt(
      'running',
      { ...data, count: short.length + open.length },
      { ...about, cites: [...backs, ...sampled(places(short))], actual },
    )
  const also = open.length > 0 ? `，另有${open.length}人不能确定` : ''
  const lacks = { ...data, count: short.length, rows: told(short), also }
  if (short.length > 0)
    return isSure(scope)
      ? gap('short', lacks, { ...about, cites: [...backs, ...places(short)], actual })
      : unclear('not-all-read', lacks, { ...about, cites: [...backs, ...places(short)], actual })
  if (open.length > 0) {
    const rows = listed(
      open.map(({ name, doubt }) => noted(name, doubt)),
      '人',
    )
    const reason = lacking.length > 0 ? `，台账缺少${quoted(lacking)}列` : ''
    return unclear(
      'open-rows',
      { ...data, count: open.length, rows, reason },
      { ...about, cites: [...backs, ...places(open)], actual },
    )
  }
  const cites = [...backs, ...sampled(places(sums))]
  if (roster !== null && !hasRoster) return unclear('no-roster', data, { ...about, cites, actual: `未见《${roster}》` })
  return met('reached', data, { ...about, cites, actual: `${sums.length}人均达到` })
}

/** 张甲(36)、李乙(0)等5人 */
const told = (sums: readonly Sum[]): string =>
  listed(
    sums.map(({ name, sure }) => noted(name, figure(sure))),
    '人',
  )
