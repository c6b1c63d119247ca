import type { Scope } from '../core/kind.ts'
import { kind } from '../core/kind.ts'
import type { LedgerRow } from '../core/ledger.ts'
import type { Place } from '../core/place.ts'
import { bare } from '../core/text.ts'
import { exempt, gap, met, unclear, type Verdict } from '../core/verdict.ts'
import { isSure } from './absent.ts'
import { type Case, isDisputed, isVerdict, LEDGER_MESSAGES, opened, placesOf, sampled, tablePlaces } from './cases.ts'
import { numberIn } from './cells.ts'
import { sameAs } from './tally.ts'
import { figure, listed, noted, quoted } from './words.ts'
import { cycleOf, type Period, placed, yearsOf } from './years.ts'

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

/** One person's sum in one period. `open` cases may add to it; `doubt` says why the person or the sum is uncertain. */
type Sum = {
  readonly key: string
  readonly name: string
  readonly sure: number
  readonly most: number
  readonly doubt: string
  readonly places: readonly Place[]
}

type Person = {
  readonly name: string
  readonly doubt: string
  readonly shared: boolean
  readonly places: readonly Place[]
}

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
        : peopleOf(scope, params.roster, params['roster-name'] ?? by[0] ?? '', params['roster-where'])

    const periods = each === 'year' ? yearsOf(scope) : [cycleOf(scope)]
    const [chosen, perhaps] = [
      placed(found.chosen, periods, { year, date }),
      placed(found.perhaps, periods, { year, date }),
    ]
    const loose = [...chosen.loose, ...perhaps.loose]
    const columns = roster ? by.slice(0, 1) : by
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
      const sums = sumsOf(
        chosen.in.get(period) ?? [],
        [...(perhaps.in.get(period) ?? []), ...loose],
        columns,
        sum,
        roster,
      )
      return judged(frame, period, sums)
    })
  },
})

/** Who must be there; null where no such roster was found. Two rows of one name are two people whom sums cannot tell apart. */
function peopleOf(
  scope: Scope,
  ledger: string,
  column: string,
  where: Parameters<typeof opened>[2],
): Map<string, Person> | null {
  const found = opened({ ...scope, package: { ...scope.package, declarations: [] } }, ledger, where, [column])
  if (isVerdict(found)) return null
  const people = new Map<string, Person>()
  const add = (item: Case, doubt: string) => {
    const name = item.row.field(column).text.trim()
    const key = bare(name)
    if (!key) return
    const known = people.get(key)
    people.set(key, {
      name,
      shared: known !== undefined,
      doubt: known ? '名册中有同名' : doubt,
      places: [...(known?.places ?? []), item.row.place(column)],
    })
  }
  for (const item of found.chosen) add(item, isDisputed(item) ? '名册登记不一' : '')
  for (const item of found.perhaps) add(item, '是否在名册范围内不明')
  return people
}

type Amount = {
  readonly sure: number
  readonly most: number
  readonly name: string
  readonly doubt: string
  readonly places: readonly Place[]
}

function sumsOf(
  chosen: readonly Case[],
  open: readonly Case[],
  by: readonly string[],
  sum: string,
  roster: ReadonlyMap<string, Person> | null,
): Sum[] {
  const amounts = new Map<string, Amount>()
  let nameless = 0
  const add = (item: Case, counts: boolean) => {
    const { low, high, doubt } = amountOf(item, sum)
    const key = sameAs(item, by)
    if (key === undefined) {
      nameless += high
      return
    }
    const known = amounts.get(key) ?? {
      sure: 0,
      most: 0,
      name: by
        .map((column) => item.row.field(column).text.trim())
        .filter((text) => text !== '')
        .join(' '),
      doubt: '',
      places: [],
    }
    const places = known.places.length < 20 ? [...known.places, ...placesOf([item], () => sum)] : known.places
    amounts.set(key, {
      ...known,
      sure: plus(known.sure, counts ? low : 0),
      most: plus(known.most, high),
      doubt: known.doubt || doubt || (counts ? '' : '有记录不能确定是否计入'),
      places,
    })
  }
  for (const item of chosen) add(item, true)
  for (const item of open) add(item, false)

  const keys = roster ? [...roster.keys()] : [...amounts.keys()]
  return keys.map((key) => {
    const [amount, person] = [amounts.get(key), roster?.get(key)]
    const doubt = person?.doubt || amount?.doubt || (nameless > 0 ? '有记录未写姓名' : '')
    const places = amount ? amount.places : (person?.places ?? [])
    return {
      key,
      name: person?.name ?? amount?.name ?? '',
      sure: person?.shared ? 0 : (amount?.sure ?? 0),
      most: person?.doubt ? Number.POSITIVE_INFINITY : plus(amount?.most ?? 0, nameless),
      doubt,
      places,
    }
  })
}

/** Sums of tenths must not drift: 0.1 ten times is 1. */
const plus = (a: number, b: number): number => Math.round((a + b) * 1e6) / 1e6

/** The least and the most that a case can be worth; files that differ leave it between them. */
function amountOf({ rows }: Case, sum: string): { low: number; high: number; doubt: string } {
  const numbers = rows.map((row: LedgerRow) => numberIn(row.field(sum)))
  const known = numbers.filter((number) => number !== undefined)
  if (known.length < numbers.length)
    return { low: 0, high: Number.POSITIVE_INFINITY, doubt: `有记录的${sum}未填或无法识别` }
  const [low, high] = [Math.min(...known), Math.max(...known)]
  return { low, high, doubt: low === high ? '' : '有记录在不同文件中登记不一' }
}

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
