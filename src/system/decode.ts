import { isDay } from '../core/day.ts'
import type { Param, Params, ParamValues } from '../core/kind.ts'
import { percentOf } from '../core/percent.ts'
import { spanOf } from '../core/span.ts'
import type { CellTest, Where } from '../core/where.ts'
import { entry, isObject } from './values.ts'

/** A ledger by the name that ledgers.yaml gives it, whether a rule used its name or its id. */
export type LedgerName = (written: string) => string

/** A rule's parameters as its kind's `judge` gets them. They are validated, and defaults filled, before. */
export function paramsOf(params: Params, rule: object, ledgerName: LedgerName): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, param]) => [name, decoded(param, entry(rule, name), ledgerName)]),
  )
}

function decoded({ type }: Param, value: unknown, ledgerName: LedgerName): unknown {
  if (value === null) return null
  if (type === 'percent') return percentOf(folded(value))
  if (type === 'span') return spanOf(folded(value))
  if (type === 'where') return whereOf(value)
  if (type === 'classes') return listOf(value).map(listOf)
  if (type === 'ledger') return ledgerName(String(value))
  if (type === 'checks') return listOf(value).map((item) => checkOf(item, ledgerName))
  return value
}

const checkOf = (item: unknown, ledgerName: LedgerName): ParamValues['checks'][number] => ({
  ledger: ledgerName(String(entry(item, 'ledger'))),
  where: whereOf(entry(item, 'where')),
  says: String(entry(item, 'says') ?? ''),
})

function whereOf(value: unknown): Where {
  return isObject(value) ? Object.entries(value).map(([column, test]) => ({ column, tests: testsOf(test) })) : []
}

function testsOf(test: unknown): CellTest[] {
  if (test === 'present' || test === 'absent') return [{ test }]
  if (!isObject(test) || Array.isArray(test)) return [{ test: 'is', values: textsOf(test) }]
  return Object.entries(test).flatMap(([name, value]) => testOf(name, value, test))
}

function testOf(name: string, value: unknown, whole: object): CellTest[] {
  if (name === 'is' || name === 'not') return [{ test: name, values: textsOf(value) }]
  if (name === 'contains') {
    const unless = entry(whole, 'unless')
    return [{ test: name, words: textsOf(value), ...(unless !== undefined && { unless: textsOf(unless) }) }]
  }
  if (name === 'without') return [{ test: name, words: textsOf(value) }]
  if ((name === 'at-least' || name === 'at-most') && typeof value === 'number') return [{ test: name, number: value }]
  if ((name === 'from' || name === 'until') && typeof value === 'string' && isDay(value))
    return [{ test: name, day: value }]
  if (name === 'before' || name === 'not-after' || name === 'differs-from')
    return [{ test: name, column: String(value) }]
  const span = name === 'within' ? spanOf(folded(value)) : undefined
  return span ? [{ test: 'within', span, of: String(entry(whole, 'of')) }] : []
}

const listOf = (value: unknown): unknown[] => [value].flat()

const textsOf = (value: unknown): string[] => listOf(value).map(String)

/** ９５％ is typed as often as 95%. */
const folded = (value: unknown): string => String(value).normalize('NFKC')
