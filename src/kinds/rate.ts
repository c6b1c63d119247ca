import type { Claim } from '../core/fact.ts'
import type { Scope } from '../core/kind.ts'
import { kind } from '../core/kind.ts'
import type { Ledger } from '../core/ledger.ts'
import { type Percent, percentOf } from '../core/percent.ts'
import type { Parameter } from '../core/system.ts'
import type { Verdict } from '../core/verdict.ts'
import { exempt, gap, met, unclear } from '../core/verdict.ts'
import {
  isDisputed,
  isVerdict,
  LEDGER_MESSAGES,
  namesOf,
  openColumn,
  opened,
  placesOf,
  sampled,
  tablePlaces,
} from './cases.ts'
import { agrees, claimsOf, sourceOf } from './claims.ts'
import { type Condition, columnsOf, condition } from './conditions.ts'
import { type Bound, boundName, decided, shareName, type Tally, tally } from './tally.ts'
import { quoted } from './words.ts'
import { cycleOf, type Period, placed, yearsOf } from './years.ts'

const messages = {
  ...LEDGER_MESSAGES,
  reached: { says: '{period}{name}{rate}（{part}/{whole}），已{bound}', fix: '无需处理' },
  short: {
    says: '{period}{name}{rate}（{part}/{whole}），应{bound}；不符合的有{rows}{claimed}',
    fix: '请补齐这{count}{noun}的相应材料，或据实更正台账的登记',
  },
  exceeded: {
    says: '{period}{name}{rate}（{part}/{whole}），应{bound}；计入的有{rows}{claimed}',
    fix: '请核对这{count}{noun}的登记；登记无误的，请附原因分析和整改情况',
  },
  'open-rows': {
    says: '{period}{name}暂不能核定：现有{part}{noun}符合、{failed}{noun}不符合，另有{count}{noun}无法判断（{rows}），足以影响是否{bound}',
    fix: '请补填或更正这{count}{noun}的{columns}，再行核算',
  },
  disputed: {
    says: '{period}{name}暂不能核定：{count}{noun}在不同文件中登记不一（{rows}），足以影响是否{bound}',
    fix: '请对照原件核实，统一各份台账的登记',
  },
  'no-column': {
    says: '{period}{name}暂不能核定：《{ledger}》缺少{columns}列，足以影响是否{bound}',
    fix: '请在现有台账中补上{columns}列，再行核算',
  },
  'no-rows': {
    says: '{period}{name}无从核算：《{ledger}》中没有应计入的记录（0/0不等于达标）',
    fix: '请核对台账是否报全；确无此类事项的，请作零报告',
  },
  'not-yet': { says: '{period}尚无应计入{name}的记录（{why}）', fix: '有记录后再行核算' },
  'no-threshold': {
    says: '{period}{name}核算为{rate}（{part}/{whole}），对照数值“{parameter}”尚未提供，待对照',
    fix: '请指标资料组提供“{parameter}”的权威数值后对照',
  },
  'claim-differs': {
    says: '{source}称{subject}{percent}，按《{ledger}》核算为{rate}（{part}/{whole}），两处不一致',
    fix: '请核实原件：台账漏登、误登的更正台账，文字有误的更正文字，使两处一致',
  },
  'claim-unproven': {
    says: '{source}称{subject}{percent}，但未见《{ledger}》，无从核算（按表头识别，应有{headers}等列）',
    fix: '请补充得出该数字所依据的台账，表头写明上述各列即可；确无此类事项的，请更正文字并作零报告',
  },
} as const

type Found = Verdict<keyof typeof messages>

/** What all verdicts of one rule share. */
type Frame = {
  readonly scope: Scope
  readonly ledger: string
  readonly tables: readonly Ledger[]
  readonly lacking: readonly string[]
  readonly part: Condition
  readonly counts: Condition
  readonly bounds: readonly Bound[]
  readonly waits: Parameter | string | null
  readonly claims: readonly Claim[]
  readonly noun: string
}

export const rate = kind({
  name: 'rate',
  summary: '按台账逐件重新核算比率，列出不符合的各件，并与材料中自称的比率对照；分母为零不算达标。',
  decides: 'machine',
  params: {
    ledger: { type: 'ledger', description: '据以核算的台账' },
    where: { type: 'where', description: '哪些记录计入分母', default: [] },
    part: { type: 'where', description: '其中哪些记录计入分子' },
    'at-least': { type: 'percent', description: '不低于', default: null },
    'at-most': { type: 'percent', description: '不高于', default: null },
    'at-most-parameter': {
      type: 'parameter',
      description: '不高于这个外部数值；数值未提供时只列核算结果，待对照',
      default: null,
    },
    'claimed-as': { type: 'texts', description: '材料中自称该比率时的叫法，用于与核算结果对照', default: [] },
    each: { type: 'choice', of: ['cycle', 'year'], description: '整个周期核算一次，还是逐年核算', default: 'cycle' },
    year: { type: 'column', description: '记录所属的年度列或日期列', default: null },
    distinct: { type: 'columns', description: '这些列都相同的记录合为一件，其中一条符合即为符合', default: [] },
    noun: { type: 'text', description: '按什么计：件、名、处等', default: '件' },
  },
  messages,

  judge(params, scope) {
    const { ledger, where, each, year, distinct } = params
    const found = opened(scope, ledger, where, [...columnsOf(params.part), year, ...distinct])
    const claims = claimsOf(scope, params['claimed-as'])
    if (isVerdict(found)) return [found.message === 'no-ledger' ? unproven(found, claims) : found]

    const part = condition(params.part, scope)
    const frame: Frame = { ...found, scope, ledger, part, claims, noun: params.noun, ...limits(params, scope) }
    const periods = each === 'year' ? yearsOf(scope) : [cycleOf(scope)]
    const [chosen, perhaps] = [placed(found.chosen, periods, { year }), placed(found.perhaps, periods, { year })]
    const loose = [...chosen.loose, ...perhaps.loose]
    const tallies = periods.map((period) => {
      const maybe = [...(perhaps.in.get(period) ?? []), ...loose]
      return tally(chosen.in.get(period) ?? [], maybe, part.of, distinct)
    })
    const verdicts = periods.map((period, index) => judged(frame, period, tallies[index]!))
    return [...verdicts, ...disagreeing(frame, tallies)]
  },
})

function limits(
  params: {
    readonly 'at-least': Percent | null
    readonly 'at-most': Percent | null
    readonly 'at-most-parameter': string | null
  },
  scope: Scope,
) {
  const id = params['at-most-parameter']
  const parameter = scope.package.parameters.find((other) => other.id === id)
  const outside =
    parameter?.value == null ? undefined : percentOf(`${String(parameter.value).replace(/[%%]\s*$/, '')}%`)
  const bounds: Bound[] = []
  if (params['at-least']) bounds.push({ side: 'at-least', percent: params['at-least'] })
  for (const percent of [params['at-most'], outside]) if (percent) bounds.push({ side: 'at-most', percent })
  const waits = id !== null && !outside ? (parameter ?? id) : bounds.length === 0 ? scope.rule.name : null
  return { bounds, waits }
}

function judged(frame: Frame, period: Period, counts: Tally): Found {
  const { pass, fail, open } = counts
  const about = {
    subject: period.subject,
    expected: frame.bounds.map(boundName).join('，'),
    actual: shownShare(counts),
  }
  const data = dataOf(frame, period, counts)
  const tables = tablePlaces(frame.tables)
  if (pass.length + fail.length + open.length === 0)
    return period.year !== null && !period.whole
      ? exempt('not-yet', data, about)
      : unclear('no-rows', data, { ...about, cites: tables })

  const answers = frame.bounds.map((bound) => ({ bound, answer: decided(counts, bound) }))
  const failing = answers.find(({ answer }) => answer === 'fails')
  if (failing) return failed(frame, counts, failing.bound, data, about)
  if (answers.some(({ answer }) => answer === 'open')) return undecided(frame, counts, data, about)
  const cites = [...tables, ...sampled(placesOf(pass, frame.part.decisive))]
  if (!frame.waits) return met('reached', data, { ...about, cites })
  if (pass.length + fail.length === 0) return undecided(frame, counts, data, about)
  const parameter = typeof frame.waits === 'string' ? frame.waits : frame.waits.name
  return unclear('no-threshold', { ...data, parameter }, { ...about, expected: '待对照', cites })
}

type About = { readonly subject: string; readonly expected: string; readonly actual: string }

function dataOf({ scope, ledger, bounds, noun }: Frame, period: Period, { pass, fail }: Tally) {
  const [part, whole] = [pass.length, pass.length + fail.length]
  return {
    name: scope.rule.name,
    ledger,
    noun,
    period: period.year === null ? '' : period.name,
    why: period.why,
    rate: shareName(part, whole),
    part,
    whole,
    failed: fail.length,
    bound: bounds.map(boundName).join('且'),
  }
}

const shownShare = ({ pass, fail }: Tally): string => {
  const whole = pass.length + fail.length
  return whole > 0 ? `${shareName(pass.length, whole)}（${pass.length}/${whole}）` : '0/0'
}

function failed(frame: Frame, counts: Tally, bound: Bound, data: ReturnType<typeof dataOf>, about: About): Found {
  const short = bound.side === 'at-least'
  const blamed = short ? counts.fail : counts.pass
  const claims = frame.claims.filter((claim) => !agrees(claim, counts))
  const claimed = claims
    .map((claim) => `；${sourceOf(claim)}却称${claim.percent}%`)
    .slice(0, 1)
    .join('')
  const cites = [...placesOf(blamed, frame.part.decisive), ...claims.map(({ at }) => at)]
  return gap(
    short ? 'short' : 'exceeded',
    { ...data, rows: namesOf(blamed, frame.noun), count: blamed.length, claimed },
    { ...about, cites },
  )
}

function undecided(frame: Frame, { open }: Tally, data: ReturnType<typeof dataOf>, about: About): Found {
  const disputed = open.map(({ item }) => item).filter(isDisputed)
  const some = disputed.length > 0 ? disputed : open.map(({ item }) => item)
  const why = openColumn(frame.part, frame.counts)
  const columns = [...new Set(some.slice(0, 100).flatMap(({ rows }) => rows.flatMap((row) => why(row) ?? [])))]
  const all = {
    ...data,
    bound: data.bound || '符合要求',
    count: some.length,
    rows: namesOf(some, frame.noun),
    columns: quoted(columns.slice(0, 3)),
  }
  const cites = placesOf(some, why)
  if (disputed.length > 0) return unclear('disputed', all, { ...about, cites })
  if (frame.lacking.length === 0) return unclear('open-rows', all, { ...about, cites })
  return unclear(
    'no-column',
    { ...all, columns: quoted(frame.lacking) },
    { ...about, cites: tablePlaces(frame.tables) },
  )
}

/** A claim may speak of any one of the years, so it differs only where it fits none of them. */
function disagreeing({ claims, scope, ledger, tables }: Frame, tallies: readonly Tally[]): Found[] {
  const odd = claims.filter((claim) => tallies.every((counts) => !agrees(claim, counts)))
  const [first] = odd
  const counts = tallies.find(({ pass, fail }) => pass.length + fail.length > 0) ?? tallies[0]
  if (!first || !counts) return []
  const [part, whole] = [counts.pass.length, counts.pass.length + counts.fail.length]
  const data = { ...claimData(first), name: scope.rule.name, ledger, rate: shareName(part, whole), part, whole }
  const cites = [...odd.map(({ at }) => at), ...tablePlaces(tables)]
  return [unclear('claim-differs', data, { subject: 'claim', cites, expected: data.rate, actual: data.percent })]
}

function unproven(found: Found, claims: readonly Claim[]): Found {
  const [first] = claims
  if (!first) return found
  const cites = claims.map(({ at }) => at)
  return unclear(
    'claim-unproven',
    { ...found.data, ...claimData(first) },
    { cites, expected: found.expected, actual: found.actual },
  )
}

const claimData = (claim: Claim) => ({ source: sourceOf(claim), subject: claim.subject, percent: `${claim.percent}%` })
