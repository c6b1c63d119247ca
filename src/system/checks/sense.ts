import { comparedTo, type Percent, percentOf } from '../../core/percent.ts'
import { UNIT_KINDS } from '../../core/system.ts'
import type { RawIndicator, RawRule } from '../raw.ts'
import { entry, isObject, listAt } from '../values.ts'
import { hint, quoted } from '../words.ts'
import type { Check } from './check.ts'

/** Without one of these a rule of the kind has nothing to judge by. */
export const NEEDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  rate: [['at-least', 'at-most', 'at-most-parameter']],
  deadline: [
    ['by', 'by-each-year'],
    ['materials', 'ledger'],
  ],
  duration: [['at-least', 'at-most', 'at-most-column']],
  count: [
    ['at-least', 'at-most'],
    ['ledger', 'materials'],
  ],
  content: [['sections', 'mentions', 'forbidden', 'linked', 'columns', 'at-most-chars', 'at-least-chars']],
}

/** The first is nothing without the second. */
export const NEED_TOO: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  deadline: [['ledger', 'column']],
  duration: [
    ['less-from', 'less-to'],
    ['less-to', 'less-from'],
  ],
  total: [['roster', 'roster-name']],
}

/** Tells a rule that could never run, or never be met. */
export function checkSense(check: Check, rule: RawRule, exempts: RawIndicator['exempts']): void {
  for (const names of NEEDS[rule.kind] ?? [])
    if (!names.some((name) => isGiven(rule, name)))
      check.tell(rule, 'kind', `“${rule.kind}”至少要写明一项：${names.join('、')}`)
  for (const [name, other] of NEED_TOO[rule.kind] ?? [])
    if (isGiven(rule, name) && !isGiven(rule, other)) check.tell(rule, name, `写了“${name}”，还要写“${other}”`, 'key')

  checkBounds(check, rule)
  checkForce(check, rule, exempts)
  const columns = listAt(rule, 'columns')
  if (rule.kind === 'order' && columns && columns.length < 2) check.tell(rule, 'columns', '至少要有两列，才有先后')
  if (rule.kind === 'rollup') checkGathered(check, rule)
}

function isGiven(rule: RawRule, name: string): boolean {
  const value = entry(rule, name)
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
}

function checkBounds(check: Check, rule: RawRule): void {
  const [least, most] = [amountOf(rule, 'at-least'), amountOf(rule, 'at-most')]
  if (typeof least === 'number' && typeof most === 'number' && least > most) tooLow(check, rule)
  if (isPercent(least) && isPercent(most) && comparedTo(least.part, least.of, most) > 0) tooLow(check, rule)
  if (isPercent(least) && least.part > least.of) check.tell(rule, 'at-least', '比例的下限超过了100%，无法达到')
}

const tooLow = (check: Check, rule: RawRule): void =>
  check.tell(
    rule,
    'at-most',
    `at-most（${entry(rule, 'at-most')}）小于 at-least（${entry(rule, 'at-least')}），无法同时满足`,
  )

function amountOf(rule: RawRule, name: string): number | Percent | undefined {
  const value = entry(rule, name)
  if (typeof value === 'number') return value
  return typeof value === 'string' ? percentOf(value.normalize('NFKC')) : undefined
}

const isPercent = (value: number | Percent | undefined): value is Percent => isObject(value)

function checkForce(check: Check, rule: RawRule, exempts: RawIndicator['exempts']): void {
  const { from, until } = rule['in-force']
  if (from !== null && until !== null && from > until)
    check.tell(rule['in-force'], 'until', `失效日期（${until}）早于生效日期（${from}），这条要求从不生效`)
  const exempted = new Set(exempts.map(({ kind }) => kind))
  if (UNIT_KINDS.some((kind) => rule.for.includes(kind) && !exempted.has(kind))) return
  check.tell(rule, 'for', `要求“${rule.name}”所对的单位已全部列为不适用（exempts），从不判断`)
}

/** A roll-up gathers messages of other kinds, written `rate.short`. */
function checkGathered(check: Check, rule: RawRule): void {
  const known = Object.entries(check.kinds).flatMap(([name, { messages }]) =>
    Object.keys(messages).map((key) => `${name}.${key}`),
  )
  const messages = listAt(rule, 'messages') ?? []
  messages.forEach((message, index) => {
    if (typeof message === 'string' && !known.includes(message))
      check.tell(messages, index, `没有${quoted(message)}这种结果${hint(message, known)}`)
  })
}
