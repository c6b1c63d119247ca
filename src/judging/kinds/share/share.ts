import type { Scope } from '../../../core/kind.ts'
import { kind } from '../../../core/kind.ts'
import type { LedgerRow } from '../../../core/ledger.ts'
import { comparedTo } from '../../../core/percent.ts'
import type { Verdict } from '../../../core/verdict.ts'
import { gap, met, unclear } from '../../../core/verdict.ts'
import { some, type Truth, type Where } from '../../../core/where.ts'
import { quoted } from '../../../language/prose.ts'
import { columnsToFill, isAside, namesOf, openColumn, placesOf, sampled, tablePlaces } from '../../rows/cases.ts'
import type { Condition } from '../../rows/conditions.ts'
import { columnsOf, condition } from '../../rows/conditions.ts'
import { isVerdict, LEDGER_MESSAGES, type Opened, opened } from '../../rows/opened.ts'
import { type Bound, boundName, decided, shareName, type Tally, tally } from '../../rows/tally.ts'
import { tooFew } from './few.ts'
import { namedIn } from './named.ts'
import { statedShort } from './stated.ts'

const messages = {
  ...LEDGER_MESSAGES,
  enough: { says: '{name}{rate}（{part}/{whole}人），已{bound}', fix: '无需处理' },
  short: {
    says: '{name}{rate}（{part}/{whole}人），应{bound}',
    fix: '请充实人员以达到要求；名册登记有遗漏的，请据实补登并附任职文件或资格证明',
  },
  'open-rows': {
    says: '{name}暂不能核算：现有{part}/{whole}人，另有{count}人无法判断（{rows}），足以影响是否{bound}',
    fix: '请补填或更正这{count}人的{columns}，再行核算',
  },
  'no-column': {
    says: '{name}暂不能核算：《{ledger}》缺少{columns}列',
    fix: '请在现有名册中补上{columns}列，再行核算',
  },
  'none-told': {
    says: '{name}暂不能核算：《{ledger}》登记有{whole}人，没有写明哪些人计入，也没有专列一栏',
    fix: '请在名册中注明哪些人计入，或附任命文件；确实没有的，请调配人员',
  },
  'named-short': {
    says: '{name}{rate}（{part}/{whole}人），应{bound}：名册没有写明哪些人计入，其他材料写明的只有{who}',
    fix: '请充实人员以达到要求；还有其他人员的，请在名册中注明并附任命文件',
  },
  'stated-short': {
    says: '{name}{rate}（{part}/{whole}人），应{bound}：按《{title}》所写的人员{who}和人数计算',
    fix: '请充实人员以达到要求，并重新印发文件；所写人数有误的，请更正并附名册',
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
    where: { type: 'where', description: '核算哪些人', default: [] },
    part: { type: 'where', description: '其中哪些人计入该类' },
    'part-or': { type: 'where', description: '符合这一组条件的也计入该类；名册没有这些列的，不看', default: null },
    whole: { type: 'where', description: '哪些人计入总数；不写则核算的人都计入', default: null },
    'at-least': { type: 'percent', description: '所占比例不低于' },
    'at-least-count': { type: 'integer', description: '人数不少于', default: 0 },
    named: { type: 'texts', description: '名册没有写明哪些人计入的，其他表和文件怎么称呼他们', default: [] },
    among: { type: 'texts', description: '文件怎么称呼计入总数的人：写明两种人数而比例不够的，为不符', default: [] },
    distinct: { type: 'columns', description: '这些列都相同的记录合为一人', default: [] },
  },
  messages,

  judge(params, scope) {
    const found = opened(scope, params.ledger, params.where, [
      ...columnsOf(params.part),
      ...columnsOf(params.whole ?? []),
      ...params.distinct,
    ])
    const bound: Bound = { side: 'at-least', percent: params['at-least'] }
    const called = { named: params.named, among: params.among }
    const stated =
      params.among.length > 0 && statedShort(scope.package, scope.indicator.id, called, bound, scope.rule.name)
    if (isVerdict(found)) return [stated || found]
    // 证件已交回，不计入: whom the roster itself takes out.
    const chosen = found.chosen.filter((item) => !isAside(item))
    const perhaps = found.perhaps.filter((item) => !isAside(item))
    const part = belonging(params.part, params['part-or'], scope)
    const counts = tally(chosen, perhaps, part.of, params.distinct)
    const conditions = params.whole ? [condition(params.whole, scope)] : []
    const [whole = null] = conditions.map(({ of }) => tally(chosen, perhaps, of, params.distinct))
    const told = isTold(found, params.part, params['part-or'])
    // A roster that says itself who is in the class is the better witness.
    if (!told && stated) return [stated]
    if (!told && params.named.length > 0) {
      const few = tooFew([...chosen, ...perhaps], namedIn(scope.package, params.named), bound, scope.rule.name)
      if (few) return [few]
    }
    return [
      judged({
        name: scope.rule.name,
        ledger: params.ledger,
        bound,
        least: params['at-least-count'],
        part,
        found,
        counts,
        whole,
        conditions,
        isTold: told,
      }),
    ]
  },
})

/**
 * Whether the roster tells of anyone that he is in the class, or has a column that asks it. Where neither is so, the
 * office writes it elsewhere or in words that we do not know.
 */
function isTold({ chosen, perhaps }: Opened, part: Where, other: Where | null): boolean {
  const [columns, others] = [columnsOf(part), columnsOf(other ?? [])]
  const words = part.flatMap(({ tests }) =>
    tests.flatMap((test) => (test.test === 'is' ? test.values : test.test === 'contains' ? test.words : [])),
  )
  return [...chosen, ...perhaps].some(
    ({ row }) =>
      others.some((column) => row.field(column).text !== '') ||
      words.length === 0 ||
      columns.some((column) => words.some((word) => row.field(column).text.includes(word))),
  )
}

type Frame = {
  readonly name: string
  readonly ledger: string
  readonly bound: Bound
  readonly least: number
  readonly part: Condition
  readonly found: Opened
  readonly counts: Tally
  /** Who makes up the whole, where that is not all who are counted. */
  readonly whole: Tally | null
  /** By what they make it up. */
  readonly conditions: readonly Condition[]
  readonly isTold: boolean
}

/**
 * Who is in the class, by either condition. A blank is nobody's word that the person is not in it; but a column that the
 * roster never had is no reason to doubt everyone on it.
 */
function belonging(part: Where, other: Where | null, scope: Scope): Condition {
  const [own, also] = [condition(part, scope), condition(other ?? [], scope)]
  const [columns, others] = [columnsOf(part), columnsOf(other ?? [])]
  const stands = (row: LedgerRow, column: string) => row.field(column).state
  const first = (row: LedgerRow): Truth => {
    const truth = own.of(row)
    return truth === 'no' && columns.some((column) => stands(row, column) === 'blank') ? 'unknown' : truth
  }
  const second = (row: LedgerRow): Truth =>
    other === null || others.some((column) => stands(row, column) === 'absent') ? 'no' : also.of(row)
  return { of: (row) => some([first(row), second(row)]), decisive: own.decisive }
}

const hopedOf = ({ pass, open }: Tally): number => pass.length + open.filter(({ canPass }) => canPass).length

/** Who counts in the class need not count in the whole: then the least of the one stands against the most of the other. */
function decidedAgainst(counts: Tally, whole: Tally, { percent }: Bound): 'holds' | 'fails' | 'open' {
  if (whole.pass.length === 0) return 'open'
  if (comparedTo(counts.pass.length, hopedOf(whole), percent) >= 0) return 'holds'
  return comparedTo(hopedOf(counts), whole.pass.length, percent) < 0 ? 'fails' : 'open'
}

function judged(frame: Frame): Verdict<keyof typeof messages> {
  const { name, ledger, bound, least, part, found, counts } = frame
  const { pass, open } = counts
  const whole = (frame.whole?.pass ?? [...pass, ...counts.fail]).length
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
  if (whole + (frame.whole ?? counts).open.length === 0)
    return unclear('no-rows', data, { ...more, cites: tables, lacks: { ledger } })

  const cites = [...tables, ...sampled(placesOf(pass, part.decisive))]
  const answer = frame.whole ? decidedAgainst(counts, frame.whole, bound) : decided(counts, bound)
  if ((answer === 'fails' || hopedOf(counts) < least) && pass.length === 0 && !frame.isTold)
    return unclear('none-told', data, { ...more, cites: tables, lacks: { ledger } })
  if (answer === 'fails' || hopedOf(counts) < least) return gap('short', data, { ...more, cites })
  if (answer === 'holds' && pass.length >= least) return met('enough', data, { ...more, cites })

  const unsure = [...new Set([...open, ...(frame.whole?.open ?? [])].map(({ item }) => item))]
  if (found.lacking.length > 0)
    return unclear(
      'no-column',
      { ...data, columns: quoted(found.lacking) },
      { ...more, cites: tables, lacks: { ledger, columns: found.lacking } },
    )
  const why = openColumn(found.counts, part, ...frame.conditions)
  return unclear(
    'open-rows',
    { ...data, count: unsure.length, rows: namesOf(unsure, '人'), columns: columnsToFill(unsure, why) },
    { ...more, cites: placesOf(unsure, why) },
  )
}
