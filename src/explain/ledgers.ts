import type { ColumnType, LedgerSpec, MarkMeaning } from '../core/ledger.ts'
import type { IndicatorSystem, Material, Rule } from '../core/system.ts'
import type { Where } from '../core/where.ts'
import { columnsOf } from '../judging/rows/conditions.ts'
import { kindOf } from './kind-of.ts'

export type ColumnWords = {
  readonly name: string
  readonly holds: string
  readonly needed: boolean
  readonly also: readonly string[]
  readonly marks: readonly string[]
  /** The rules that look at it, by id. */
  readonly used: readonly string[]
}

export type LedgerWords = {
  readonly id: string
  readonly name: string
  readonly titles: readonly string[]
  readonly key: readonly string[]
  readonly note: string
  readonly columns: readonly ColumnWords[]
}

/** The ledgers that these materials are or these rules read, in the system's order. */
export function ledgerWords(
  system: IndicatorSystem,
  materials: readonly Pick<Material, 'ledger'>[],
  rules: readonly Rule[],
): LedgerWords[] {
  const uses = rules.flatMap((rule) => usesOf(rule).map((use) => ({ ...use, rule: rule.id })))
  const named = new Set([...materials.flatMap(({ ledger }) => ledger ?? []), ...uses.map(({ ledger }) => ledger)])
  return system.ledgers
    .filter(({ id, name }) => named.has(id) || named.has(name))
    .map((spec) => ({ ...wordsOf(spec), columns: columnsIn(spec, uses) }))
}

const wordsOf = ({ id, name, titles, key, note }: LedgerSpec) => ({ id, name, titles, key, note })

function columnsIn(spec: LedgerSpec, uses: readonly Use[]): ColumnWords[] {
  return spec.columns.map(({ name, type, needed, also, marks }) => ({
    name,
    holds: TYPE_NAMES[type],
    needed,
    also,
    marks: Object.entries(marks).map(([mark, meaning]) => `${mark === '' ? '空白' : `“${mark}”`}${MEANINGS[meaning]}`),
    used: [
      ...new Set(
        uses.flatMap(({ ledger, columns, rule }) =>
          (ledger === spec.name || ledger === spec.id) && columns.includes(name) ? [rule] : [],
        ),
      ),
    ],
  }))
}

export const TYPE_NAMES: Readonly<Record<ColumnType, string>> = {
  text: '文字',
  day: '日期',
  time: '日期和时刻',
  year: '年度',
  number: '数字',
  percent: '百分比',
  flag: '是或否',
}

const MEANINGS: Readonly<Record<MarkMeaning, string>> = {
  blank: '视为没有填写',
  none: '视为没有',
  inapplicable: '视为不适用',
  no: '视为否',
  zero: '视为0',
}

type Use = { readonly ledger: string; readonly columns: readonly string[]; readonly rule: string }

/** Which columns of which ledger a rule looks at, by its kind's own account of its parameters. */
function usesOf(rule: Rule): Omit<Use, 'rule'>[] {
  const { params } = rule
  return Object.entries(kindOf(rule)?.params ?? {}).flatMap(([name, param]) => {
    const value = params[name]
    if (param.type === 'ledger') return typeof value === 'string' ? [{ ledger: value, columns: [] }] : []
    if (param.type === 'checks')
      return checksIn(value).map(({ ledger, where }) => ({ ledger, columns: columnsOf(where) }))
    if (param.type !== 'column' && param.type !== 'columns' && param.type !== 'where') return []
    const ledger = params[param.ledger ?? 'ledger']
    if (typeof ledger !== 'string' || value === null) return []
    const columns = param.type === 'where' ? columnsOf(value as Where) : [value].flat().map(String)
    return [{ ledger, columns }]
  })
}

type Check = { readonly ledger: string; readonly where: Where }

const checksIn = (value: unknown): Check[] => (Array.isArray(value) ? value.filter(isCheck) : [])

const isCheck = (value: unknown): value is Check =>
  typeof value === 'object' && value !== null && 'ledger' in value && 'where' in value
