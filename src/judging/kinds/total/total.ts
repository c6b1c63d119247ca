import { kind } from '../../../core/kind.ts'
import { cycleOf, yearsOf } from '../../desk/years.ts'
import { byPeriod } from '../../rows/by-period.ts'
import { tablePlaces } from '../../rows/cases.ts'
import { isVerdict, LEDGER_MESSAGES, opened } from '../../rows/opened.ts'
import { judged } from './period.ts'
import { peopleOf, staffOf } from './staff.ts'
import { sumsOf } from './sums.ts'

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
  'not-yet': { says: '{period}尚无{name}的记录（{why}）', fix: '有记录后再行核对' },
  'open-rows': {
    says: '{period}{name}暂不能核算：{count}人的合计不能确定（{rows}）{reason}',
    fix: '请补填或更正这{count}人的登记，再行核算',
  },
  'not-all-read': {
    says: '{period}{name}：现有材料中{count}人不足{least}（{rows}），但{reason}',
    fix: '请先核实未读取、不能确定的文件和职责分工，再补充登记',
  },
  'no-roster': {
    says: '{period}{name}：登记的{people}人均不少于{least}，但未见《{roster}》，不能确认是否人人都有登记',
    fix: '请补充《{roster}》，以便核对有无遗漏',
  },
  'no-people': {
    says: '{period}{name}无从核算：《{roster}》中没有应核算的人员',
    fix: '请核对名册是否报全、登记是否有误；确无此类人员的，请书面说明',
  },
  'no-rows': {
    says: '{period}{name}无从核算：《{ledger}》中没有{period}的记录',
    fix: '请核对台账是否报全，补登{period}的记录',
  },
} as const

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
    'roster-certified': {
      type: 'column',
      ledger: 'roster',
      description: '名册中发证日期所在的列：发证以前的年度没有登记的存疑',
      default: null,
    },
    'claimed-as': { type: 'texts', description: '自查报告等说全都做到时的叫法，用于对照', default: [] },
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
        : peopleOf(scope, params.roster, params['roster-name'] ?? by[0] ?? '', params['roster-where'], {
            since: params['roster-since'],
            certified: params['roster-certified'],
          })

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
    const asked = { by: columns, sum, staff, pictured: found.tables.some(({ recognised }) => recognised) }
    return periods.map((period) => judged(frame, period, sumsOf(casesIn(period), asked, period)))
  },
})
