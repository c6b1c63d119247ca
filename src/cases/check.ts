import type { LedgerSpec } from '../core/ledger.ts'
import { percentOf } from '../core/percent.ts'
import type { Indicator, IndicatorSystem, Rule } from '../core/system.ts'
import type { Check } from '../system/checks/check.ts'
import { unlike } from '../system/checks/twice.ts'
import { itemsOf, textOf } from '../system/values.ts'
import { hint, quoted } from '../system/words.ts'
import type { RawCase, RawPaper, RawRuleCases } from './raw.ts'

export const MOST_TIMES = 1000
export const MOST_CHARS = 20_000

/** Rules, ledgers, columns, materials and parameters that cases name all exist, and no case is written twice. */
export function checkRuleCases(check: Check, system: IndicatorSystem, entries: readonly object[]): void {
  unlike(check, entries, 'rule')
  const known = new Map(
    [system.package, ...system.indicators].flatMap((indicator) =>
      indicator.rules.map((rule) => [rule.id, { indicator, rule }] as const),
    ),
  )
  for (const one of entries) {
    const id = textOf(one, 'rule')
    const found = id === undefined ? undefined : known.get(id)
    if (id !== undefined && !found) check.tell(one, 'rule', `没有规则${quoted(id)}${hint(id, nearby(id, known))}`)
    unlike(check, itemsOf(one, 'cases'), 'name')
    if (!found) continue
    for (const given of itemsOf(one, 'cases'))
      if (check.sound<RawCase>(given)) checkCase(check, system, found.indicator, given)
    if (check.sound<RawRuleCases>(one)) checkImpossible(check, found.rule, one)
  }
}

/** The rules of the same indicator, where there is such an indicator. */
function nearby(id: string, known: ReadonlyMap<string, { readonly indicator: Indicator }>): string[] {
  const own = [...known].flatMap(([name, { indicator }]) => (indicator.id === id.split('.')[0] ? [name] : []))
  return own.length > 0 ? own : [...known.keys()]
}

function checkImpossible(check: Check, rule: Rule, { impossible, cases }: RawRuleCases): void {
  for (const one of cases)
    if (Object.hasOwn(impossible, one.expect))
      check.tell(one, 'expect', `${rule.id} 的 impossible 写明不会得出“${one.expect}”，这里却写了这个结论`)
}

function checkCase(check: Check, system: IndicatorSystem, indicator: Indicator, one: RawCase): void {
  for (const [name, rows] of Object.entries(one.rows)) {
    const ledger = ledgerAt(check, system, one.rows, name)
    for (const row of rows) {
      checkTimes(check, row)
      for (const column of Object.keys(row))
        if (!BESIDE.includes(column)) checkColumn(check, ledger, row, column, column, 'key')
    }
  }
  for (const [name, columns] of Object.entries(one.lacks)) {
    const ledger = ledgerAt(check, system, one.lacks, name)
    for (const [index, column] of columns.entries()) checkColumn(check, ledger, columns, index, column, 'value')
  }
  for (const paper of one.documents) checkPaper(check, indicator, paper)
  for (const [name, figure] of Object.entries(one.claims))
    if (typeof figure === 'string' && !percentOf(figure))
      check.tell(one.claims, name, `${quoted(figure)}不是比率，应如 95%`)
  const parameters = system.parameters.map(({ id }) => id)
  for (const id of Object.keys(one.parameters))
    if (!parameters.includes(id))
      check.tell(one.parameters, id, `system.yaml 没有参数${quoted(id)}${hint(id, parameters)}`, 'key')
  for (const found of one.earlier) checkMessage(check, found)
}

/** Keys of a row that are no columns. */
const BESIDE = ['times', 'in']

function ledgerAt(check: Check, { ledgers }: IndicatorSystem, holder: object, name: string): LedgerSpec | undefined {
  const found = ledgers.find((other) => other.name === name || other.id === name)
  const names = ledgers.map((other) => other.name)
  if (!found) check.tell(holder, name, `ledgers.yaml 没有台账${quoted(name)}${hint(name, names)}`, 'key')
  return found
}

function checkColumn(
  check: Check,
  ledger: LedgerSpec | undefined,
  holder: object,
  at: string | number,
  column: string,
  part: 'key' | 'value',
): void {
  const columns = ledger?.columns.map(({ name }) => name)
  if (columns && !columns.includes(column))
    check.tell(holder, at, `台账“${ledger?.name}”没有${quoted(column)}这一列${hint(column, columns)}`, part)
}

function checkTimes(check: Check, holder: { readonly times: number }): void {
  if (holder.times < 1 || holder.times > MOST_TIMES) check.tell(holder, 'times', `times 应在1至${MOST_TIMES}之间`)
}

function checkPaper(check: Check, { id, materials }: Indicator, paper: RawPaper): void {
  checkTimes(check, paper)
  if (paper.chars !== null && (paper.chars < 1 || paper.chars > MOST_CHARS))
    check.tell(paper, 'chars', `chars 应在1至${MOST_CHARS}之间`)
  const names = materials.flatMap((material) => [material.id, material.name])
  if (paper.material !== null && !names.includes(paper.material))
    check.tell(paper, 'material', `指标 ${id} 没有材料${quoted(paper.material)}${hint(paper.material, names)}`)
  if (paper.material === null && paper.near !== null) check.tell(paper, 'near', '写了“near”，还要写“material”', 'key')
}

function checkMessage(check: Check, found: RawCase['earlier'][number]): void {
  const known = Object.entries(check.kinds).flatMap(([name, { messages }]) =>
    Object.keys(messages).map((key) => `${name}.${key}`),
  )
  if (!known.includes(found.message))
    check.tell(found, 'message', `没有${quoted(found.message)}这种结果${hint(found.message, known)}`)
}
