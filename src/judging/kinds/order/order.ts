import { kind } from '../../../core/kind.ts'
import type { Field, LedgerRow } from '../../../core/ledger.ts'
import { gap, met, unclear } from '../../../core/verdict.ts'
import { sampled, tablePlaces } from '../../rows/cases.ts'
import { dayIn, isEmpty } from '../../rows/cells.ts'
import { compared } from '../../rows/conditions.ts'
import { cells, isSorted, openVerdict, ROW_MESSAGES, type Seen, sorted, stillOpen, told } from '../../rows/rows.ts'

const messages = {
  ...ROW_MESSAGES,
  'in-order': { says: '{name}：核对{count}件，日期先后均符合', fix: '无需处理' },
  'out-of-order': {
    says: '{name}：{count}件日期先后不符（{rows}），应为{order}{also}',
    fix: '请核实这{count}件的原件日期：台账误登的更正台账；确属倒置的，请书面说明情况',
  },
  'nothing-dated': {
    says: '{name}无从核对：应核对的{count}件都没有两个以上可比较的日期',
    fix: '请按原件补填各列日期（{order}）',
  },
} as const

export const order = kind({
  name: 'order',
  summary: '台账各列日期应当依次先后，如先审核、后审议、再公布。',
  decides: 'machine',
  params: {
    ledger: { type: 'ledger', description: '据以核对的台账' },
    where: { type: 'where', description: '核对哪些记录', default: [] },
    columns: { type: 'columns', description: '按先后次序列出的日期列' },
    strict: { type: 'flag', description: '为 true 时同一天也算不符合', default: false },
    missing: {
      type: 'choice',
      of: ['unclear', 'ignore'],
      description: '有一列没有填写时：存疑（unclear），还是跳过该列（ignore）',
      default: 'ignore',
    },
  },
  messages,

  judge({ ledger, where, columns, strict, missing }, scope) {
    const found = sorted(scope, {
      ledger,
      where,
      uses: columns,
      begins: columns.slice(0, 1),
      see: (row) => seen(row, columns, strict, missing === 'ignore'),
    })
    if (!isSorted(found)) return [found]

    const expected = columns.join(strict ? '先于' : '不晚于')
    const data = { name: scope.rule.name, ledger, order: expected }
    const { right, wrong, open, idle, tables } = found
    if (wrong.length > 0) {
      const also = stillOpen(open)
      return [
        gap(
          'out-of-order',
          { ...data, count: wrong.length, rows: told(wrong), also },
          { cites: cells(wrong), expected, actual: `${wrong.length}件不符` },
        ),
      ]
    }
    if (open.length > 0) return [openVerdict(found, [], data, { expected })]
    if (right.length === 0)
      return [
        unclear(
          'nothing-dated',
          { ...data, count: idle },
          { cites: tablePlaces(tables), expected, actual: '没有可比较的日期' },
        ),
      ]
    return [
      met(
        'in-order',
        { ...data, count: right.length },
        { cites: [...tablePlaces(tables), ...sampled(cells(right))], expected, actual: `${right.length}件均符合` },
      ),
    ]
  },
})

type Dated = { readonly column: string; readonly field: Field }

function seen(row: LedgerRow, columns: readonly string[], strict: boolean, skipsBlank: boolean): Seen<never> {
  const fields = columns.map((column) => ({ column, field: row.field(column) }))
  const asked = skipsBlank ? fields.filter(({ field }) => !isEmpty(field) && field.state !== 'inapplicable') : fields
  const dated = asked.filter(({ field }) => dayIn(field))
  const wrong = dated.flatMap((later, index) =>
    index > 0 && isAmiss(dated[index - 1]!, later, strict) ? [{ earlier: dated[index - 1]!, later }] : [],
  )[0]
  if (wrong)
    return { state: 'wrong', column: wrong.later.column, words: `${dateName(wrong.earlier)}，${dateName(wrong.later)}` }
  const mute = asked.find(({ field }) => !dayIn(field))
  if (mute)
    return {
      state: 'open',
      why: 'open-rows',
      column: mute.column,
      words: `${mute.column}${isEmpty(mute.field) ? '未填' : '无法识别'}`,
    }
  const last = dated.at(-1)
  return last && dated.length > 1 ? { state: 'right', column: last.column, words: '' } : { state: 'idle' }
}

function isAmiss(earlier: Dated, later: Dated, strict: boolean): boolean {
  const found = compared(earlier.field, later.field)
  return found !== undefined && (strict ? found >= 0 : found > 0)
}

/** The moment where the cell tells it, else the day. */
const dateName = ({ column, field }: Dated): string =>
  `${column}${field.state === 'time' ? field.moment.replace('T', ' ') : (dayIn(field) ?? '')}`
