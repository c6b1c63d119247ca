import type { Param } from '../../core/kind.ts'
import type { KnownLedger } from '../names.ts'
import type { RawRule } from '../raw.ts'
import type { Kinds } from '../schemas/indicators.ts'
import { entry, isObject, listAt, textOf } from '../values.ts'
import { hint, quoted } from '../words.ts'
import type { Check } from './check.ts'
import { checkWhere, noColumn } from './where.ts'

/** Every ledger, column, material and parameter that a rule names is defined. */
export function checkReferences(check: Check, id: string, materials: readonly string[], rule: RawRule): void {
  for (const [name, param] of Object.entries(check.kinds[rule.kind]?.params ?? {}))
    checkParam(check, materials, rule, name, param)
  checkErratum(check, id, rule)
}

function checkParam(check: Check, materials: readonly string[], rule: RawRule, name: string, param: Param): void {
  const value = entry(rule, name)
  if (value === null || value === undefined) return
  if (param.type === 'ledger') ledgerAt(check, rule, name)
  if (param.type === 'parameter') defined(check, rule, name, check.names.parameters, 'system.yaml 没有参数')
  if (param.type === 'material' || param.type === 'materials') checkMaterials(check, materials, rule, name)
  if (param.type === 'checks') for (const item of listAt(rule, name) ?? []) if (isObject(item)) checkEach(check, item)
  if (param.type === 'column' || param.type === 'columns' || param.type === 'where')
    checkColumns(check, rule, name, param.ledger ?? 'ledger')
}

function checkColumns(check: Check, rule: RawRule, name: string, by: string): void {
  const value = entry(rule, name)
  if (isEmpty(value)) return
  const ledger = check.names.ledgers?.get(textOf(rule, by) ?? '')
  if (textOf(rule, by) === undefined) check.tell(rule, name, `写了“${name}”，却没有用“${by}”写明是哪个台账的列`, 'key')
  else if (ledger && isObject(value) && !Array.isArray(value)) checkWhere(check, value, ledger)
  else if (ledger)
    eachWord(rule, name, (holder, at, column) => {
      if (!ledger.columns.has(column)) check.tell(holder, at, noColumn(ledger, column))
    })
}

const isEmpty = (value: unknown): boolean => isObject(value) && Object.keys(value).length === 0

function checkEach(check: Check, item: object): void {
  const ledger = ledgerAt(check, item, 'ledger')
  const where = entry(item, 'where')
  if (ledger && isObject(where)) checkWhere(check, where, ledger)
}

/** Tells a ledger that nothing defines, and one that no table could be recognised as. */
export function ledgerAt(check: Check, holder: object, key: string): KnownLedger | undefined {
  const { ledgers } = check.names
  const name = textOf(holder, key)
  if (!ledgers || name === undefined) return undefined
  const ledger = ledgers.get(name)
  if (!ledger) {
    const known = [...new Set([...ledgers.values()].map((other) => other.name))]
    check.tell(holder, key, `ledgers.yaml 没有台账${quoted(name)}${hint(name, known)}`)
  } else if (!ledger.recognisable)
    check.tell(holder, key, `台账${quoted(name)}没有一列标明 needed: true，认不出任何表格，这条要求无从判断`)
  return ledger
}

function checkMaterials(check: Check, ids: readonly string[], rule: RawRule, name: string): void {
  eachWord(rule, name, (holder, at, id) => {
    if (!ids.includes(id)) check.tell(holder, at, `本指标没有材料${quoted(id)}${hint(id, ids)}`)
  })
}

function checkErratum(check: Check, id: string, rule: RawRule): void {
  const { errata } = check.names
  if (rule.erratum === null || !errata) return
  const indicators = errata.get(rule.erratum)
  if (!indicators) defined(check, rule, 'erratum', [...errata.keys()], 'system.yaml 没有勘误')
  else if (!indicators.includes(id)) check.tell(rule, 'erratum', `勘误${quoted(rule.erratum)}没有列出指标 ${id}`)
}

function defined(check: Check, holder: object, key: string, known: readonly string[] | null, says: string): void {
  const name = textOf(holder, key)
  if (known && name !== undefined && !known.includes(name))
    check.tell(holder, key, `${says}${quoted(name)}${hint(name, known)}`)
}

/** A word, or each word of a list, with the place where it stands. */
function eachWord(
  holder: object,
  key: string,
  visit: (holder: object, at: string | number, word: string) => void,
): void {
  const value = entry(holder, key)
  if (typeof value === 'string') visit(holder, key, value)
  if (Array.isArray(value))
    value.forEach((word: unknown, at) => {
      if (typeof word === 'string') visit(value, at, word)
    })
}

/** The materials that any of the rules names; a material nobody asks for is asked in vain. */
export function materialsUsed(kinds: Kinds, rules: readonly object[]): Set<string> {
  const used = new Set<string>()
  for (const rule of rules)
    for (const [name, { type }] of Object.entries(kinds[textOf(rule, 'kind') ?? '']?.params ?? {}))
      if (type === 'material' || type === 'materials') eachWord(rule, name, (_, __, id) => used.add(id))
  return used
}
