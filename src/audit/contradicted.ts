import type { Day } from '../core/day.ts'
import type { Ledger, LedgerRow } from '../core/ledger.ts'
import type { Nothing, Package } from '../core/package.ts'
import type { Rule } from '../core/system.ts'
import { gap, unclear, type Verdict } from '../core/verdict.ts'
import { type Whose, whose } from '../language/bodies.ts'
import { fileName, listed } from '../language/prose.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'

export const CONTRADICTED_MESSAGES = {
  'nothing-contradicted': {
    says: '{file}写明“{quote}”，但《{ledger}》登记有{count}件（{rows}），两处不一致',
    fix: '请核实原件：确有此类事项的，更正这份说明并补齐相应材料；台账登记有误的，更正台账',
  },
} as const

const MOST = 20

/** The unit says there was none, and its own ledger records some in the time it speaks of. Told by the first rule that reads the ledger. */
export function contradictionsOf(rule: Rule, told: Set<string>, found: Package): Verdict[] {
  const { ledger: name } = rule.params
  if (typeof name !== 'string') return []
  return (found.nothings ?? []).flatMap((one): Verdict[] => {
    if (!one.of.ledgers.includes(name) || told.has(one.of.id)) return []
    const ledgers = found.ledgers.filter(({ spec, file }) => spec.name === name && file !== one.file)
    const rows = ownRows(
      ledgers.flatMap((ledger) => ledger.rows.flatMap((row) => seen(ledger, row, one))),
      one,
      found,
    )
    if (rows.length === 0) return []
    told.add(one.of.id)
    const sure = rows.some(({ certain }) => certain)
    const data = {
      file: `“${fileName(one.file)}”`,
      quote: clipped(visible(one.sentence), 60),
      ledger: name,
      count: rows.length,
      rows: listed(
        rows.map(({ row }) => row.name),
        '件',
      ),
    }
    const more = {
      subject: `nothing-${one.of.id}`,
      cites: [one.at, ...rows.slice(0, MOST).map(({ row }) => row.place())],
      expected: '0件',
      actual: `${rows.length}件`,
    }
    return [(sure ? gap : unclear)('nothing-contradicted', data, more)]
  })
}

/**
 * Who registers what everybody made (报备登记) made none of it: whose a record is its own row says, or what stands in the
 * registers of the same matter.
 */
function ownRows(rows: readonly Seen[], { of }: Nothing, { ledgers, unit, roster = [] }: Package): readonly Seen[] {
  const makersOf = (row: LedgerRow): Whose[] =>
    of.makers.flatMap((name) => {
      const field = row.field(name)
      return field.state === 'text' && field.text !== '' ? [whose(field.text, unit, roster)] : []
    })
  const named = ledgers
    .filter(({ spec }) => of.ledgers.includes(spec.name))
    .flatMap((ledger) => ledger.rows.map(makersOf).filter((makers) => makers.length > 0))
  if (named.length > 0 && !named.some((makers) => makers.includes('own'))) return []
  return rows.filter(({ row }) => {
    const makers = makersOf(row)
    return makers.length === 0 || makers.includes('own')
  })
}

type Seen = { readonly row: LedgerRow; readonly certain: boolean }

/** A row of the time that the statement speaks of; without a day it may be of another. */
function seen({ spec }: Ledger, row: LedgerRow, { from, to }: Nothing): Seen[] {
  const days = spec.columns.flatMap(({ name, type }): Day[] => {
    if (type !== 'day' && type !== 'time') return []
    const field = row.field(name)
    return field.state === 'day' || field.state === 'time' ? [field.day] : []
  })
  const [first] = days.toSorted()
  if (first === undefined) return [{ row, certain: false }]
  return (from === null || first >= from) && (to === null || first <= to) ? [{ row, certain: true }] : []
}
