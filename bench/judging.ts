import { audit } from '../src/audit/audit.ts'
import { addDays, type Day } from '../src/core/day.ts'
import type { Evidence, Value } from '../src/core/evidence.ts'
import type { Kind } from '../src/core/kind.ts'
import type { ColumnSpec, LedgerSpec } from '../src/core/ledger.ts'
import { KINDS } from '../src/judging/kinds/index.ts'
import { loadSystem } from '../src/system/load.ts'
import { resolveUnit } from '../src/system/responsibility.ts'

export type Judging = {
  /** Milliseconds on the wall, and of processor time, which other programmes on the machine disturb less. */
  readonly total: number
  readonly user: number
  readonly rules: number
  readonly byKind: readonly (readonly [string, number])[]
}

/** Milliseconds that each kind took over all rules of one unit whose ledgers hold this many rows together. */
export async function judging(rows: number): Promise<Judging> {
  const system = await loadSystem('indicators/zhaohua-2022')
  const found = resolveUnit(system, '区市场监管局')
  if (!('unit' in found)) throw new Error('the unit is not in the roster')
  const each = Math.ceil(rows / system.ledgers.length)
  const evidence = system.ledgers.map((spec) => workbook(spec, each))
  const spent = new Map<string, number>()
  const kinds = Object.fromEntries(Object.entries(KINDS).map(([name, kind]) => [name, clocked(kind, spent)]))
  const before = process.cpuUsage()
  const start = performance.now()
  const tool = { name: 'bench', version: '0' }
  const report = audit({ system, unit: found.unit, evidence, asOf: '2022-07-31', tool, kinds })
  const total = performance.now() - start
  const user = process.cpuUsage(before).user / 1000
  const byKind = [...spent].sort((a, b) => b[1] - a[1])
  return { total, user, rules: new Set(report.findings.map(({ rule }) => rule)).size, byKind }
}

function clocked(kind: Kind, spent: Map<string, number>): Kind {
  return {
    ...kind,
    judge(params, scope) {
      const start = performance.now()
      const verdicts = kind.judge(params, scope)
      spent.set(kind.name, (spent.get(kind.name) ?? 0) + performance.now() - start)
      return verdicts
    },
  }
}

function workbook(spec: LedgerSpec, count: number): Evidence {
  const head = spec.columns.map(({ name }) => name)
  const rows = Array.from({ length: count }, (_, row) => spec.columns.map((column, index) => cell(column, row, index)))
  const values = [head, ...rows].map((line, index) => ({ index, values: line }))
  return {
    path: `台账/${spec.id}-${spec.name}.xlsx`,
    sha256: spec.id,
    bytes: 0,
    format: 'xlsx',
    extent: 'whole',
    pages: 1,
    pagesRead: 1,
    passages: [],
    tables: [{ name: 'Sheet1', kind: 'sheet', rows: values, merges: [] }],
    properties: {},
    notes: [],
  }
}

const DAYS: readonly Day[] = Array.from({ length: 900 }, (_, after) => addDays('2020-02-01', after))

/** Dull but lawful: days climb by column, so that most rows are in order and in time. */
function cell({ type, name }: ColumnSpec, row: number, column: number): Value {
  const day = DAYS[(row % 800) + column]!
  if (type === 'day') return day
  if (type === 'time') return `${day} 09:30`
  if (type === 'year') return Number(day.slice(0, 4))
  if (type === 'number') return 60
  if (type === 'percent') return '100%'
  if (type === 'flag') return '是'
  return `${name}${row}`
}
