import type { Scope } from '../../../core/kind.ts'
import { kind } from '../../../core/kind.ts'
import { type Percent, percentOf } from '../../../core/percent.ts'
import { rowWords } from '../../../language/row-words.ts'
import { cycleOf, yearsOf } from '../../desk/years.ts'
import { claimsOf } from '../../papers/claims.ts'
import { byPeriod } from '../../rows/by-period.ts'
import { type Case, isAside } from '../../rows/cases.ts'
import { isEmpty } from '../../rows/cells.ts'
import { type Condition, columnsOf, either } from '../../rows/conditions.ts'
import { isVerdict, LEDGER_MESSAGES, opened } from '../../rows/opened.ts'
import { alike, type Bound, tally } from '../../rows/tally.ts'
import { type Frame, judged } from './period.ts'
import { disagreeing, unproven } from './rate-claims.ts'

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
    says: '{period}{name}暂不能核算：现有{part}{noun}符合、{failed}{noun}不符合，另有{count}{noun}无法判断（{rows}），足以影响是否{bound}',
    fix: '请补填或更正这{count}{noun}的{columns}，再行核算',
  },
  disputed: {
    says: '{period}{name}暂不能核算：{count}{noun}在不同文件中登记不一（{rows}），足以影响是否{bound}',
    fix: '请对照原件核实，统一各份台账的登记',
  },
  'no-column': {
    says: '{period}{name}暂不能核算：《{ledger}》缺少{columns}列，足以影响是否{bound}',
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
    says: '{source}称{subject}{percent}，但未见《{ledger}》，无从核算（按表头识别，应有{headers}{besides}）',
    fix: '请补充得出该数字所依据的台账，表头写明上述各列即可；确无此类事项的，请更正文字并作零报告',
  },
} as const

export const rate = kind({
  name: 'rate',
  summary: '按台账逐件重新核算比率，列出不符合的各件，并与材料中自称的比率对照；分母为零不算达标。',
  decides: 'machine',
  params: {
    ledger: { type: 'ledger', description: '据以核算的台账' },
    where: { type: 'where', description: '哪些记录计入分母', default: [] },
    part: { type: 'where', description: '其中哪些记录计入分子' },
    'part-or': {
      type: 'where',
      description: '符合这一组条件的也计入分子（如在批准延期的期限内）；台账没有这些列或没有填写的，不看',
      default: null,
    },
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
    const all = opened(scope, ledger, where, [...columnsOf(params.part), year, ...distinct])
    const claims = claimsOf(scope.package, params['claimed-as'], ledger)
    if (isVerdict(all)) return [all.message === 'no-ledger' ? unproven(all, claims) : all]

    const part = either(params.part, params['part-or'], scope)
    const found = { ...all, chosen: all.chosen.filter((item) => !isLeftOut(item, part)) }
    const frame: Frame = { ...found, scope, ledger, part, claims, year, noun: params.noun, ...limits(params, scope) }
    const periods = each === 'year' ? yearsOf(scope) : [cycleOf(scope)]
    const casesIn = byPeriod(found, periods, { year })
    const isFloor = frame.bounds.every(({ side }) => side === 'at-least') && !frame.waits
    const tallies = periods.map((period) => {
      const { sure, maybe } = casesIn(period)
      const counts = tally(sure, maybe, part.of, distinct)
      return isFloor ? alike(counts) : counts
    })
    const verdicts = periods.map((period, index) => judged(frame, period, tallies[index]!))
    return [...verdicts, ...disagreeing(frame, tallies)]
  },
})

/** 不计入审查件数 and nothing where the others have a day, or 服务指导,未开展检查,不计数: it belongs to no share. */
const isLeftOut = (item: Case, { decisive }: Condition): boolean =>
  isAside(item) &&
  item.rows.every((row) => {
    const column = decisive(row)
    const isAnother = rowWords().another.some((word) => row.remark?.includes(word))
    return isAnother || (column !== undefined && isEmpty(row.field(column)))
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
    parameter?.value == null ? undefined : percentOf(`${String(parameter.value).replace(/[%\uff05]\s*$/, '')}%`)
  const bounds: Bound[] = []
  if (params['at-least']) bounds.push({ side: 'at-least', percent: params['at-least'] })
  for (const percent of [params['at-most'], outside]) if (percent) bounds.push({ side: 'at-most', percent })
  const waits = id !== null && !outside ? (parameter ?? id) : bounds.length === 0 ? scope.rule.name : null
  return { bounds, waits }
}
