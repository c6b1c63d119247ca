import type { Scope } from '../core/kind.ts'
import { kind } from '../core/kind.ts'
import type { Place } from '../core/place.ts'
import { exempt, gap, met, unclear, type Verdict } from '../core/verdict.ts'
import { ABSENT_MESSAGES, absentVerdict, isSure } from './absent.ts'
import { isVerdict, LEDGER_MESSAGES, opened, sampled, tablePlaces } from './cases.ts'
import { type Counted, groupsBy, papersIn, rowsIn, type Thing } from './counting.ts'
import { figure, listed, quoted } from './words.ts'
import { cycleOf, monthName, monthsOf, type Period, yearsOf } from './years.ts'

const messages = {
  ...LEDGER_MESSAGES,
  ...ABSENT_MESSAGES,
  enough: { says: '{of}{period}{name}：共{count}{note}', fix: '无需处理' },
  few: {
    says: '{of}{period}{name}：现有{count}，应不少于{least}',
    fix: '请补充{period}的记录或材料；确未开展的，请书面说明情况并补做',
  },
  many: {
    says: '{of}{period}{name}：现有{count}，应不超过{most}（{rows}）',
    fix: '请核实所列各件；登记有误的，请更正',
  },
  running: {
    says: '{of}{period}{name}：已有{count}，全年应不少于{least}，按时间进度应有{pace}；{why}',
    fix: '请在年底前补足',
  },
  'months-short': {
    says: '{of}{period}{name}有{count}个月不足{least}：{months}',
    fix: '请补充这些月份的记录；确未开展的，请书面说明情况',
  },
  'months-open': {
    says: '{of}{period}{name}暂不能核定：{count}个月不足{least}（{months}），但{reason}',
    fix: '请补填或更正后再行核对',
  },
  'no-month': { says: '{of}{period}尚无完整的月份可供核对{name}', fix: '月末后再行核对' },
  'open-rows': {
    says: '{of}{period}{name}暂不能核定：认定{count}，另有{open}不能确定是否计入（{rows}）{reason}',
    fix: '请补填或更正所列各件的日期、年度等登记内容',
  },
  'not-all-read': {
    says: '{of}{period}{name}只见{count}，应不少于{least}，但{reason}',
    fix: '请先核实未读取或未认定的文件，再补充材料',
  },
  unset: { says: '{name}没有写明计数的台账或材料，无法核对', fix: '请指标资料组完善该规则的参数' },
} as const

type Found = Verdict<keyof typeof messages>

type Frame = {
  readonly scope: Scope
  readonly materials: readonly string[]
  readonly least: number | null
  readonly most: number | null
  /** One count for each value of a column: which one. */
  readonly of: string
  /** What is counted: 条 of a ledger, 份 of papers, or the rule's own noun. */
  readonly unit: string
  readonly backs: readonly Place[]
  readonly lacking: readonly string[]
}

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
    'at-least': { type: 'integer', description: '不少于', default: null },
    'at-most': { type: 'integer', description: '不超过', default: null },
  },
  messages,

  judge(params, scope) {
    const { ledger, materials, each } = params
    const frame = {
      scope,
      materials: materials ?? [],
      least: params['at-least'],
      most: params['at-most'],
      of: '',
      unit: params.noun ?? (ledger === null ? '份' : '条'),
      backs: [],
      lacking: [],
    }
    const years = each === 'cycle' ? [cycleOf(scope)] : yearsOf(scope)
    if (ledger === null) {
      if (materials === null)
        return [unclear('unset', { name: scope.rule.name }, { expected: '台账或材料', actual: '未写明' })]
      const counted = papersIn(scope, materials)
      if (counted === null) return [absentOrIdle({ ...frame, materials })]
      if (each === 'month') return years.map((year) => monthly(frame, year, monthsOf(scope, year.year ?? 0), counted))
      return years.map((period) => judged(frame, period, counted(period)))
    }
    const found = opened(scope, ledger, params.where, [params.date, params.year, params.by, ...params.distinct])
    if (isVerdict(found)) return [found]
    const groups =
      params.by === null ? [{ of: '', chosen: found.chosen, perhaps: found.perhaps }] : groupsBy(found, params.by)
    return groups.flatMap(({ of, chosen, perhaps }) => {
      const own = { ...frame, of, backs: tablePlaces(found.tables), lacking: found.lacking }
      const counted = rowsIn(chosen, perhaps, params)
      if (each === 'month') {
        const months = years.map((year) => monthsOf(scope, year.year ?? 0))
        const inMonth = counted(months.flat())
        return years.map((year, index) => monthly(own, year, months[index] ?? [], inMonth))
      }
      const inPeriod = counted(years)
      return years.map((period) => judged(own, period, inPeriod(period)))
    })
  },
})

function absentOrIdle({ scope, materials, least, most, unit }: Frame): Found {
  if (least === null && most !== null)
    return met(
      'enough',
      { of: '', period: '', name: scope.rule.name, count: `0${unit}`, note: `，未超过${most}${unit}` },
      { expected: `不超过${most}`, actual: '0' },
    )
  return absentVerdict(scope, materials)
}

function judged(frame: Frame, period: Period, { sure, open }: Counted): Found {
  const { scope, least, most, of, backs, unit } = frame
  const have = sure.length
  const about = {
    of,
    period: period.name,
    name: scope.rule.name,
    count: `${have}${unit}`,
    why: period.why,
    least: `${least ?? 0}${unit}`,
    most: `${most ?? 0}${unit}`,
  }
  const more = {
    subject: [of, period.subject].filter((part) => part !== '').join(' '),
    expected: boundName(least, most, unit),
    actual: `${have}${unit}`,
  }
  const cites = [...backs, ...sampled(sure.flatMap(({ places }) => places))]
  const all = {
    ...about,
    open: `${open.length}${unit}`,
    rows: listed(
      (open.length > 0 ? open : sure).map(({ name }) => name),
      unit,
    ),
    reason: '',
  }

  if (most !== null && have > most)
    return gap(
      'many',
      {
        ...all,
        rows: listed(
          sure.map(({ name }) => name),
          unit,
        ),
      },
      { ...more, cites: sure.flatMap(({ places }) => places) },
    )
  const openCites = [...backs, ...open.flatMap(({ places }) => places)]
  if (most !== null && have + open.length > most)
    return unclear('open-rows', { ...all, reason: reasonOf(frame) }, { ...more, cites: openCites })
  if (least === null || have >= least)
    return met('enough', { ...about, note: noteOf(least, most, unit) }, { ...more, cites })
  if (!period.whole)
    return exempt(
      'running',
      { ...about, pace: `${figure(Math.floor(least * period.share * 10) / 10)}${unit}` },
      { ...more, cites },
    )
  if (have + open.length >= least)
    return unclear('open-rows', { ...all, reason: reasonOf(frame) }, { ...more, cites: openCites })
  if (isSure(scope, frame.materials)) return gap('few', about, { ...more, cites })
  return unclear('not-all-read', { ...about, reason: doubtOf(scope) }, { ...more, cites })
}

/** One verdict a year, over the months that are past. */
function monthly(frame: Frame, year: Period, months: readonly Period[], inPeriod: (period: Period) => Counted): Found {
  const { scope, of, backs, most, unit } = frame
  const least = frame.least ?? (most === null ? 1 : 0)
  const counts = months.map((month) => ({ month, ...inPeriod(month) }))
  const names = (some: typeof counts) =>
    some.map(({ month, sure }) => `${monthName(month)}${sure.length}${unit}`).join('、')
  const about = {
    of,
    period: year.name,
    name: scope.rule.name,
    least: `${least}${unit}`,
    most: `${most ?? 0}${unit}`,
    note: noteOf(null, most, unit),
    why: year.why,
    pace: '',
  }
  const bound = `每月${boundName(frame.least ?? (most === null ? 1 : null), most, unit)}`
  const more = { subject: [of, year.subject].filter((part) => part !== '').join(' '), expected: bound }
  if (counts.length === 0) return exempt('no-month', about, more)

  const places = (some: readonly { readonly sure: readonly Thing[] }[]) =>
    some.flatMap(({ sure }) => sure.flatMap((thing) => thing.places))
  const many = counts.filter(({ sure }) => most !== null && sure.length > most)
  if (many.length > 0)
    return gap(
      'many',
      { ...about, count: `${many.length}个月`, rows: names(many) },
      { ...more, cites: places(many), actual: names(many) },
    )
  const open = [...new Set(counts.flatMap((one) => one.open))]
  const short = counts.filter(({ sure }) => sure.length < least)
  const data = { ...about, count: short.length, months: names(short) }
  const cites = [...backs, ...sampled(places(counts))]
  const over = counts.some((one) => most !== null && one.sure.length + one.open.length > most)
  if (short.length === 0 && !over)
    return met(
      'enough',
      { ...about, count: `${counts.length}个月，每月均不少于${least}${unit}` },
      { ...more, cites, actual: `${counts.length}个月均符合` },
    )
  const lost = short.filter((one) => one.sure.length + one.open.length < least)
  if (lost.length > 0 && isSure(scope))
    return gap(
      'months-short',
      { ...data, count: lost.length, months: names(lost) },
      { ...more, cites, actual: names(lost) },
    )
  const reason = open.length > 0 ? `有${open.length}${unit}的日期等登记不能确定${reasonOf(frame)}` : doubtOf(scope)
  return unclear(
    'months-open',
    { ...data, reason },
    { ...more, cites: [...backs, ...open.flatMap((thing) => thing.places)], actual: names(short) },
  )
}

const reasonOf = ({ lacking }: Frame): string => (lacking.length > 0 ? `，台账缺少${quoted(lacking)}列` : '')

/** Why too few is no accusation here. */
function doubtOf(scope: Scope): string {
  return scope.certain ? '有文件未能读取或接近而不能认定' : '本指标是否由本单位承担尚不能确定'
}

const boundName = (least: number | null, most: number | null, unit: string): string =>
  [...(least === null ? [] : [`不少于${least}${unit}`]), ...(most === null ? [] : [`不超过${most}${unit}`])].join('、')

const noteOf = (least: number | null, most: number | null, unit: string): string => {
  const bounds = [
    ...(least === null ? [] : [`已达${least}${unit}`]),
    ...(most === null ? [] : [`未超过${most}${unit}`]),
  ]
  return bounds.map((bound) => `，${bound}`).join('')
}
