import type { ColumnType } from '../../core/ledger.ts'
import type { KnownLedger } from '../names.ts'
import { entry, isObject, listAt } from '../values.ts'
import { hint, quoted } from '../words.ts'
import type { Check } from './check.ts'

const DATED: readonly ColumnType[] = ['day', 'time']
const COUNTED: readonly ColumnType[] = ['number', 'percent', 'year']
const FLAGS = ['是', '否', '有', '无', '√', '×', '不适用']

/** A condition whose columns exist and whose tests some cell could pass. */
export function checkWhere(check: Check, where: object, ledger: KnownLedger): void {
  for (const [column, test] of Object.entries(where)) {
    const type = ledger.columns.get(column)
    if (!type) {
      check.tell(where, column, noColumn(ledger, column), 'key')
      continue
    }
    if (Array.isArray(test) || !isObject(test)) checkValues(check, type, where, column, test)
    else checkTests(check, ledger, type, column, test)
  }
}

export const noColumn = ({ name, columns }: KnownLedger, column: string): string =>
  `台账“${name}”没有${quoted(column)}这一列${hint(column, [...columns.keys()])}`

function checkTests(check: Check, ledger: KnownLedger, type: ColumnType, column: string, test: object): void {
  for (const [name, value] of Object.entries(test)) {
    const wants = wanted(name)
    if (wants && !wants.includes(type))
      check.tell(test, name, `“${name}”只能用于${wants === DATED ? '日期' : '数字'}列，${quoted(column)}不是`, 'key')
    if (name === 'is' || name === 'not') checkValues(check, type, test, name, value)
    if (['before', 'not-after', 'differs-from', 'of'].includes(name))
      checkOther(check, ledger, column, test, name, value)
  }
  const [least, most, from, until] = ['at-least', 'at-most', 'from', 'until'].map((key) => entry(test, key))
  if (typeof least === 'number' && typeof most === 'number' && least > most)
    check.tell(test, 'at-most', `at-most（${most}）小于 at-least（${least}），没有数能同时满足`)
  if (typeof from === 'string' && typeof until === 'string' && from > until)
    check.tell(test, 'until', `until（${until}）早于 from（${from}），没有日期能同时满足`)
  const refused = valuesOf(entry(test, 'not'))
  const asked = valuesOf(entry(test, 'is'))
  if (asked.length > 0 && asked.every((value) => refused.includes(value)))
    check.tell(test, 'not', 'is 与 not 相互排除，没有内容能同时满足')
}

const wanted = (test: string): readonly ColumnType[] | null =>
  ['from', 'until', 'before', 'not-after', 'within'].includes(test)
    ? DATED
    : ['at-least', 'at-most'].includes(test)
      ? COUNTED
      : null

function checkOther(
  check: Check,
  ledger: KnownLedger,
  column: string,
  test: object,
  name: string,
  other: unknown,
): void {
  if (typeof other !== 'string') return
  const type = ledger.columns.get(other)
  if (!type) check.tell(test, name, noColumn(ledger, other))
  else if (name !== 'differs-from' && !DATED.includes(type))
    check.tell(test, name, `${quoted(other)}不是日期列，不能与日期比较`)
  else if (other === column) check.tell(test, name, `${quoted(other)}不能与自身比较`)
}

/** A flag column only ever reads 是 or 否. */
function checkValues(check: Check, type: ColumnType, holder: object, key: string, test: unknown): void {
  if (type !== 'flag') return
  const holds = listAt(holder, key)
  valuesOf(test).forEach((value, index) => {
    if (test === 'present' || test === 'absent' || FLAGS.includes(value)) return
    check.tell(holds ?? holder, holds ? index : key, `${quoted(value)}不是“是否”列的取值，可用的有：是、否`)
  })
}

const valuesOf = (test: unknown): string[] =>
  [test].flat().flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [String(value)] : []))
