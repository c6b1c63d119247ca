import { kind } from '../core/kind.ts'
import type { Verdict } from '../core/verdict.ts'
import { gap, met, unclear } from '../core/verdict.ts'
import {
  isVerdict,
  LEDGER_MESSAGES,
  namesOf,
  type Opened,
  openColumn,
  opened,
  placesOf,
  sampled,
  tablePlaces,
} from './cases.ts'
import type { Condition } from './conditions.ts'
import { columnsOf, condition } from './conditions.ts'
import { type Bound, boundName, decided, shareName, type Tally, tally } from './tally.ts'
import { quoted } from './words.ts'

const messages = {
  ...LEDGER_MESSAGES,
  enough: { says: '{name}{rate}（{part}/{whole}人），已{bound}', fix: '无需处理' },
  short: {
    says: '{name}{rate}（{part}/{whole}人），应{bound}',
    fix: '请充实人员以达到要求；名册登记有遗漏的，请据实补登并附任职文件或资格证明',
  },
  'open-rows': {
    says: '{name}暂不能核定：现有{part}/{whole}人，另有{count}人无法判断（{rows}），足以影响是否{bound}',
    fix: '请补填或更正这{count}人的{columns}，再行核算',
  },
  'no-column': {
    says: '{name}暂不能核定：《{ledger}》缺少{columns}列',
    fix: '请在现有名册中补上{columns}列，再行核算',
  },
  'no-rows': {
    says: '{name}无从核算：《{ledger}》中没有应计入的人员（0/0不等于达标）',
    fix: '请核对名册是否报全；确无此类人员的，请书面说明',
  },
} as const

export const share = kind({
  name: 'share',
  summary: '按名册核算某类人员所占比例，并要求不少于若干人。',
  decides: 'machine',
  params: {
    ledger: { type: 'ledger', description: '据以核算的名册' },
    where: { type: 'where', description: '哪些人计入总数', default: [] },
    part: { type: 'where', description: '其中哪些人计入该类' },
    'at-least': { type: 'percent', description: '所占比例不低于' },
    'at-least-count': { type: 'integer', description: '人数不少于', default: 0 },
    distinct: { type: 'columns', description: '这些列都相同的记录合为一人', default: [] },
  },
  messages,

  judge(params, scope) {
    const found = opened(scope, params.ledger, params.where, [...columnsOf(params.part), ...params.distinct])
    if (isVerdict(found)) return [found]
    const part = condition(params.part, scope)
    const counts = tally(found.chosen, found.perhaps, part.of, params.distinct)
    const bound: Bound = { side: 'at-least', percent: params['at-least'] }
    return [
      judged({
        name: scope.rule.name,
        ledger: params.ledger,
        bound,
        least: params['at-least-count'],
        part,
        found,
        counts,
      }),
    ]
  },
})

type Frame = {
  readonly name: string
  readonly ledger: string
  readonly bound: Bound
  readonly least: number
  readonly part: Condition
  readonly found: Opened
  readonly counts: Tally
}

function judged({ name, ledger, bound, least, part, found, counts }: Frame): Verdict<keyof typeof messages> {
  const { pass, fail, open } = counts
  const whole = pass.length + fail.length
  const data = {
    name,
    ledger,
    rate: shareName(pass.length, whole),
    part: pass.length,
    whole,
    bound: least > 0 ? `${boundName(bound)}且不少于${least}人` : boundName(bound),
  }
  const more = { expected: data.bound, actual: `${data.rate}（${pass.length}/${whole}）` }
  const tables = tablePlaces(found.tables)
  if (whole + open.length === 0) return unclear('no-rows', data, { ...more, cites: tables })

  const cites = [...tables, ...sampled(placesOf(pass, part.decisive))]
  const answer = decided(counts, bound)
  const most = pass.length + open.filter(({ canPass }) => canPass).length
  if (answer === 'fails' || most < least) return gap('short', data, { ...more, cites })
  if (answer === 'holds' && pass.length >= least) return met('enough', data, { ...more, cites })

  const some = open.map(({ item }) => item)
  if (found.lacking.length > 0)
    return unclear('no-column', { ...data, columns: quoted(found.lacking) }, { ...more, cites: tables })
  const why = openColumn(part, found.counts)
  const columns = [...new Set(some.slice(0, 100).flatMap(({ row }) => why(row) ?? []))]
  return unclear(
    'open-rows',
    { ...data, count: some.length, rows: namesOf(some, '人'), columns: quoted(columns.slice(0, 3)) },
    { ...more, cites: placesOf(some, why) },
  )
}
