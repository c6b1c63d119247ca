import type { Scope } from '../../core/kind.ts'
import type { Ledger } from '../../core/ledger.ts'
import type { Declaration, NearMiss } from '../../core/package.ts'
import { exempt, unclear, type Verdict } from '../../core/verdict.ts'
import type { Where } from '../../core/where.ts'
import { fileName, quoted } from '../../language/prose.ts'
import { ledgersOf } from '../desk/scope.ts'
import { type Case, casesOf, isAside, namesOf, sampled, truthOf } from './cases.ts'
import { type Condition, columnsOf, condition } from './conditions.ts'
import { deciding, keptFor } from './purpose.ts'

export const LEDGER_MESSAGES = {
  'no-ledger': {
    says: '“{name}”无法核算：未见《{ledger}》（按表头识别，应有{headers}{besides}）{near}',
    fix: '请把现有的此类台账放入文件夹，文件名不限，表头写明上述各列即可；确无此类事项的，请作零报告或书面说明',
  },
  declared: {
    says: '本单位已就本指标作{declares}：{reason}',
    fix: '无需补充；情况有变化的，请撤回{declares}并报送材料',
  },
  'contradicted-declaration': {
    says: '本单位就本指标作了{declares}，但《{ledger}》中有{count}条相关记录（{rows}），两处不一致',
    fix: '请核实原件：确有此类事项的，撤回{declares}；台账登记有误的，更正台账',
  },
} as const

type LedgerMessage = keyof typeof LEDGER_MESSAGES

export type Opened = {
  /** Cases that count, and cases of which that cannot be told. */
  readonly chosen: readonly Case[]
  readonly perhaps: readonly Case[]
  /** All cases of the ledger, chosen or not. */
  readonly all: number
  readonly tables: readonly Ledger[]
  /** Columns that the rule asks for and nothing that keeps a case has. */
  readonly lacking: readonly string[]
  /** The condition by which cases were chosen. */
  readonly counts: Condition
}

/**
 * The cases of a ledger that a rule concerns, or the verdict where there is nothing to count. `uses`: the columns it looks
 * at; `begins`: those of them without which a register is kept for another purpose.
 */
export function opened(
  scope: Scope,
  ledger: string,
  where: Where,
  uses: readonly (string | null)[] = [],
  begins: readonly string[] = [],
): Opened | Verdict<LedgerMessage> {
  const tables = ledgersOf(scope, ledger)
  const declaration = declarationOf(scope)
  const columns = [...new Set([...columnsOf(where), ...uses.filter((column) => column !== null)])]
  if (tables.length === 0) return declaration ? declared(declaration) : noLedger(scope, ledger, columns)

  const counts = condition(where, scope)
  const cases = keptFor(casesOf(scope, ledger), tables, [...deciding(where), ...begins])
  const [chosen, perhaps]: [Case[], Case[]] = [[], []]
  for (const item of cases) {
    const truth = truthOf(item, counts.of)
    if (truth === 'yes') chosen.push(item)
    if (truth === 'unknown' && !isAside(item)) perhaps.push(item)
  }
  if (chosen.length + perhaps.length === 0 && areOfOtherKinds(tables, columnsOf(where)))
    return declaration ? declared(declaration) : noLedger(scope, ledger, columns)
  if (declaration && chosen.length > 0) return contradicted(declaration, ledger, chosen)
  if (declaration && perhaps.length === 0) return declared(declaration)
  const filled = tables.filter(({ rows }) => rows.length > 0)
  const asked = [...chosen, ...perhaps]
  const lacking = columns.filter(
    (column) =>
      filled.some((table) => !table.columns.includes(column)) &&
      (asked.length === 0 || asked.some(({ rows }) => rows.every((row) => row.field(column).state === 'absent'))),
  )
  return { chosen, perhaps, all: cases.length, tables, lacking, counts }
}

/** Registers whose own names say of what kind they are, and none of them of this one: nobody keeps any of it here. */
const areOfOtherKinds = (tables: readonly Ledger[], columns: readonly string[]): boolean =>
  tables.every(({ named = [] }) => columns.some((column) => named.includes(column)))

export const isVerdict = <M extends string>(result: Opened | Verdict<M>): result is Verdict<M> => 'outcome' in result

/** Whenever it was made: what a unit adds while its gaps are being closed counts as of the submission day. */
export const declarationOf = ({ package: { declarations }, indicator }: Scope): Declaration | undefined =>
  declarations.find(({ indicator: id }) => id === indicator.id)

export const declared = ({ declares, reason, at }: Declaration): Verdict<'declared'> =>
  exempt('declared', { declares, reason: reason || '未写明事由' }, { cites: [at], actual: declares })

function noLedger(scope: Scope, ledger: string, columns: readonly string[]): Verdict<'no-ledger'> {
  const [near] = nearLedgers(scope, ledger)
  return unclear(
    'no-ledger',
    {
      name: scope.rule.name,
      ledger,
      ...headersOf(scope, ledger, columns),
      near: near ? `；${fileName(near.file)}与之接近，但${near.why}` : '',
    },
    { expected: `《${ledger}》`, actual: '未见', cites: near ? [{ file: near.file }] : [], lacks: { ledger } },
  )
}

/** By which headers the ledger is recognised; of the others that the rule looks at, it need not have any. */
function headersOf({ package: { specs = [] } }: Scope, ledger: string, columns: readonly string[]) {
  const spec = specs.find(({ id, name }) => name === ledger || id === ledger)
  const optional = spec?.columns.filter(({ needed }) => !needed).map(({ name }) => name) ?? []
  const needed = spec?.columns.filter((column) => column.needed).map(({ name }) => name) ?? []
  const asked = columns.filter((column) => !optional.includes(column))
  const [must, may] = [asked.length > 0 ? asked : needed, columns.filter((column) => optional.includes(column))]
  return {
    headers: must.length > 0 ? `${quoted(must.slice(0, 6))}等列` : '相应的列',
    besides: may.length > 0 ? `；如有${quoted(may.slice(0, 6))}，请一并列出` : '',
  }
}

/** Tables that are nearly this ledger, of whatever indicator asks for it. */
function nearLedgers({ package: { nearMisses }, indicator }: Scope, ledger: string): NearMiss[] {
  const asking = new Set(indicator.materials.filter((material) => material.ledger === ledger).map(({ id }) => id))
  return nearMisses.filter((near) => near.indicator === indicator.id && asking.has(near.material))
}

function contradicted(
  { declares, at }: Declaration,
  ledger: string,
  chosen: readonly Case[],
): Verdict<'contradicted-declaration'> {
  const data = { declares, ledger, count: chosen.length, rows: namesOf(chosen) }
  return unclear('contradicted-declaration', data, {
    cites: [at, ...sampled(chosen.map(({ row }) => row.place()))],
    expected: '0条',
    actual: `${chosen.length}条`,
  })
}
