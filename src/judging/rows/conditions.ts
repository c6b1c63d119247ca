import type { Scope } from '../../core/kind.ts'
import type { Field, LedgerRow } from '../../core/ledger.ts'
import { type CellTest, some, type Truth, type Where } from '../../core/where.ts'
import { cellWord } from '../../language/cell-words.ts'
import { saysUndone } from '../../language/negation.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare, plain } from '../../language/text.ts'
import { dayIn, hoursIn, isEmpty, numberIn } from './cells.ts'
import { dueAfter } from './due.ts'
import { dueIn } from './due-cells.ts'

export type Condition = {
  of(row: LedgerRow): Truth
  /** The column that decided: the first that fails, else the first that cannot be told, else the first asked. */
  decisive(row: LedgerRow): string | undefined
}

type Test = (row: LedgerRow, field: Field) => Truth

/** Compiles a condition once, so that judging is a few comparisons a row. */
export function condition(where: Where, scope: Scope): Condition {
  const asked = where.map(({ column, tests }) => ({
    column,
    given: tests,
    tests: tests.map((test) => compiled(test, scope, column)),
  }))
  const truthOf = (row: LedgerRow, { column, given, tests }: (typeof asked)[number]): Truth => {
    const field = row.field(column)
    const unsaid = field.state === 'absent' || (field.state === 'none' && field.text === '')
    const found = unsaid ? without(column, given, row) : 'unknown'
    if (found !== 'unknown' || field.state === 'absent') return found
    let truth: Truth = 'yes'
    for (const test of tests) truth = both(truth, test(row, field))
    return truth
  }
  return {
    of: (row) => {
      let truth: Truth = 'yes'
      for (const one of asked) {
        truth = both(truth, truthOf(row, one))
        if (truth === 'no') break
      }
      return truth
    },
    decisive: (row) => {
      const found = asked.map((one) => truthOf(row, one))
      const at = [found.indexOf('no'), found.indexOf('unknown'), 0].find((index) => index >= 0)
      return asked[at ?? 0]?.column
    },
  }
}

/** As `all` of the two. */
const both = (a: Truth, b: Truth): Truth => (a === 'no' || b === 'no' ? 'no' : a === 'unknown' ? a : b)

/**
 * What a table without the column says of a row. Who only leaves out what is seldom the case (辅助人员, 离岗) leaves out
 * nothing where nobody tells it, but for what the remarks speak of; whatever else decides what counts is never guessed.
 */
function without(column: string, tests: readonly CellTest[], { remark = '' }: LedgerRow): Truth {
  if (!tests.every(({ test }) => test === 'not' || test === 'absent')) return 'unknown'
  const said = plain(remark)
  if (said === '') return 'yes'
  const left = tests.flatMap((test) => (test.test === 'not' ? test.values : []))
  if (!REPLACES.test(said) && left.some((value) => value.length > 1 && said.includes(value))) return 'no'
  if (!ON_DUTY.test(column)) return 'yes'
  return LEFT.test(said) && !REPLACES.test(said) ? 'no' : 'yes'
}

const ON_DUTY = new RegExp(cellWord('onDuty'), 'u')
const LEFT = new RegExp(cellWord('left'), 'u')
/** 接替调走的某某: it is another who left. */
const REPLACES = new RegExp(cellWord('replaces'), 'u')

/** One condition, or else another one, of which a row says something only where it has all its columns. */
export function either(where: Where, other: Where | null, scope: Scope): Condition {
  const own = condition(where, scope)
  if (other === null) return own
  const also = condition(other, scope)
  const columns = columnsOf(other)
  const isSaid = (row: LedgerRow) =>
    columns.every((column) => row.field(column).state !== 'absent' && !isEmpty(row.field(column)))
  return { of: (row) => some([own.of(row), isSaid(row) ? also.of(row) : 'no']), decisive: own.decisive }
}

/** Every column that a condition looks at. */
export function columnsOf(where: Where): string[] {
  const others = (test: CellTest) => (test.test === 'within' ? [test.of] : 'column' in test ? [test.column] : [])
  return [...new Set(where.flatMap(({ column, tests }) => [column, ...tests.flatMap(others)]))]
}

const yes = (holds: boolean): Truth => (holds ? 'yes' : 'no')

/** Columns that hold a number or a day: words in them are no such thing. */
const MARKED = new RegExp(`${cellWord('marked')}$`, 'u')

function compiled(test: CellTest, scope: Scope, column: string): Test {
  const isMarked = MARKED.test(column)
  const isNone = (row: LedgerRow, field: Field) =>
    isEmpty(field) || (isMarked && !row.ledger.recognised && saysUndone(field.text))
  switch (test.test) {
    case 'present':
      return (row, field) => (isNone(row, field) ? 'no' : isMute(field) ? 'unknown' : 'yes')
    // 不适用 says that nothing is there, but not that something ought to be: absent holds, present stays open.
    case 'absent':
      return (row, field) =>
        isNone(row, field) || field.state === 'inapplicable' ? 'yes' : isMute(field) ? 'unknown' : 'no'
    case 'is':
      return equals(test.values)
    case 'not': {
      const same = equals(test.values)
      return (row, field) => opposite(same(row, field))
    }
    case 'without': {
      const words = test.words.map(spelled)
      return (_, field) => (field.state === 'unreadable' ? 'unknown' : yes(!has(words, field)))
    }
    case 'contains': {
      const [words, unless] = [test.words.map(spelled), test.unless?.map(spelled)]
      const lacks = ({ state }: Field): Truth => (state === 'unreadable' ? 'unknown' : 'no')
      if (!unless) return (_, field) => (has(words, field) ? 'yes' : lacks(field))
      return (_, field) => (has(unless, field) ? 'no' : has(words, field) ? 'yes' : 'unknown')
    }
    case 'at-least':
    case 'at-most':
      return (_, field) => {
        const number = numberIn(field)
        if (number === undefined) return 'unknown'
        return yes(test.test === 'at-least' ? number >= test.number : number <= test.number)
      }
    case 'differs-from':
      return (row, field) => differs(field, row.field(test.column))
    default:
      return byDay(test, scope, column)
  }
}

/** Whether one of the words stands in a cell, compared as they are spelt. */
const has = (words: readonly string[], { text }: Field): boolean => holdsAny(spelled(text), words)

const opposite = (truth: Truth): Truth => (truth === 'unknown' ? truth : yes(truth === 'no'))

/** The cell says something that its column cannot hold, or that the question does not arise. */
const isMute = ({ state }: Field): boolean => state === 'unreadable' || state === 'inapplicable'

/** Bare, but a sign that is nothing but a sign (√) stays. */
const spelled = (text: string): string => bare(text) || plain(text).trim()

const YES = new Set(['是', '√', '✓', '✔', '有', '已', 'y', 'yes', '1'])
const NO = new Set(['否', '×', '✗', '✘', 'x', '无', '未', '没有', 'n', 'no', '0'])

function equals(values: readonly string[]): Test {
  const wanted = new Set(values.map(spelled))
  const [asksYes, asksNo] = [YES, NO].map((words) => [...wanted].some((value) => words.has(value)))
  return (_, field) => {
    if (field.state === 'flag') return yes(Boolean(field.flag ? asksYes : asksNo))
    if (wanted.has(spelled(field.text))) return 'yes'
    // Nobody stated it: a blank cell is neither 是 nor 否.
    return field.state === 'blank' || isMute(field) ? 'unknown' : 'no'
  }
}

/** What is not there does not differ; from what is not there, nobody can tell. */
function differs(field: Field, other: Field): Truth {
  if (isEmpty(field)) return 'no'
  if (isMute(field) || isMute(other) || isEmpty(other) || other.state === 'absent') return 'unknown'
  const order = compared(field, other)
  return yes(order === undefined ? spelled(field.text) !== spelled(other.text) : order !== 0)
}

type DayTest = Extract<CellTest, { test: 'from' | 'until' | 'before' | 'not-after' | 'within' }>

/**
 * A blank day has not come to pass: the answer is no, unless the day by which it should is still to come. Another
 * column's blank day leaves the answer open.
 */
function byDay(test: DayTest, scope: Scope, column: string): Test {
  return (row, field) => {
    if (test.test === 'within') return within(test, row, field, scope)
    if (isEmpty(field)) return 'column' in test && isToCome(row.field(test.column), scope) ? 'unknown' : 'no'
    const day = dayIn(field) ?? ('day' in test ? dueIn(row, column, scope)?.day : undefined)
    if (!day) return 'unknown'
    if ('day' in test) return yes(test.test === 'from' ? day >= test.day : day <= test.day)
    const other = row.field(test.column)
    const due = dueIn(row, test.column, scope)
    if (due) return (test.test === 'before' ? day < due.day : day <= due.day) ? 'yes' : due.sure ? 'no' : 'unknown'
    const order = compared(field, other)
    return order === undefined ? 'unknown' : yes(test.test === 'before' ? order < 0 : order <= 0)
  }
}

function isToCome(due: Field, { package: { asOf } }: Scope): boolean {
  const day = dayIn(due)
  return day !== undefined && day >= asOf
}

/** Negative, zero or positive; by the minute where both cells tell it. Undefined where one is no day. */
export function compared(a: Field, b: Field): number | undefined {
  if (a.state === 'time' && b.state === 'time') return a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0
  const [left, right] = [dayIn(a), dayIn(b)]
  return left && right && (left < right ? -1 : left > right ? 1 : 0)
}

function within({ span, of }: Extract<DayTest, { test: 'within' }>, row: LedgerRow, field: Field, scope: Scope): Truth {
  const other = row.field(of)
  const start = dayIn(other)
  if (!start || (!isEmpty(field) && !dayIn(field))) return 'unknown'
  if (span.unit === 'hour') return withinHours(span.count, other, field)
  const due = dueAfter(scope.package.calendar, start, span)
  const day = dayIn(field)
  // Not done yet is a failure only once the time is over.
  if (!day) return due?.sure && scope.package.asOf > due.day ? 'no' : 'unknown'
  // Earlier than what it should follow: one of the two days is a slip.
  if (!due || day < start) return 'unknown'
  return day <= due.day ? 'yes' : due.sure ? 'no' : 'unknown'
}

function withinHours(limit: number, start: Field, end: Field): Truth {
  const [from, to] = [hoursIn(start), hoursIn(end)]
  if (!from || !to || to.to < from.from) return 'unknown'
  if (to.to - from.from <= limit) return 'yes'
  return to.from - from.to > limit ? 'no' : 'unknown'
}
