import type { Package } from '../../core/package.ts'
import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { clipped, plain } from '../../language/text.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { type Column, type Grid, type GridRow, gridsOf } from './grid.ts'
import { isRemark } from './remarks.ts'
import { rolesOf } from './roles.ts'
import { affairsOf, bears, holds, identitiesOf } from './same-case.ts'
import { spanOf } from './sequence.ts'

const [TRANSFER, CLOSED] = ['移送', new Set(['决定', '结案'])] as const

/**
 * Cases of which a register – their own or another one – says that they are criminal and ought to be handed over, which were
 * decided or closed all the same, and which no register of what was handed over has.
 */
export function untransferred(grid: Grid, found: Package): Flaw[] {
  if (grid.recognised || affairsOf(grid).has(TRANSFER)) return []
  const advised = advisedIn(found)
  const others = gridsOf(found).filter((one) => one !== grid && !one.recognised)
  return grid.rows.flatMap(
    (row) => (advised.length > 0 ? flawIn(row, advised, others) : undefined) ?? keptIn(row, others) ?? [],
  )
}

/**
 * 未移送公安机关 in the remarks of a case that is closed; or 涉嫌拒不支付劳动报酬, where there is a register of what was handed over
 * and it has no such case. What a case is about (案由) is no finding, and who says that it was too little says why.
 */
function keptIn(row: GridRow, others: readonly Grid[]): Flaw | undefined {
  const { unhanded, crimes, minor } = rowWords()
  for (const column of row.grid.columns) {
    const text = plain(cell(row, column))
    if (text.length < SHORTEST || !tells(column) || holdsAny(text, minor)) continue
    const isKept = holdsAny(text, unhanded)
    if (!isKept && !(SUSPECTED.test(text) && crimes.some((one) => new RegExp(`${SUSPECT}${one}`, 'u').test(text))))
      continue
    const closed = closedBy(row)
    if (!closed) continue
    const registers = others.filter((one) => affairsOf(one).has(TRANSFER) && one.rows.length > 0)
    const identities = identitiesOf(row)
    if (registers.some((one) => holds(one, identities))) continue
    if (!isKept && (registers.length === 0 || identities.length === 0)) continue
    const absent = registers.length > 0 ? '移送登记中没有该案，' : ''
    return flawAt('移送', row, column, `${column.name}“${clipped(text, 60)}”，${absent}案件已经办完（${closed}）`)
  }
  return undefined
}

const SHORTEST = 4
const SUSPECT = cellWord('suspect')
const SUSPECTED = new RegExp(SUSPECT, 'u')
const TOLD = new Set(['意见', '结果', '情况'])
const tells = (column: Column): boolean => isRemark(column) || TOLD.has(column.parts.attributes[0] ?? '')

const known = new WeakMap<Package['documents'], readonly GridRow[]>()

/** Hardly any row advises it, and every register of cases asks for them. */
function advisedIn(found: Package): readonly GridRow[] {
  const rows =
    known.get(found.documents) ??
    gridsOf(found).flatMap((grid) => (grid.recognised ? [] : grid.rows.filter((row) => adviceIn(row))))
  known.set(found.documents, rows)
  return rows
}

function flawIn(row: GridRow, advised: readonly GridRow[], others: readonly Grid[]): Flaw | undefined {
  const own = identitiesOf(row)
  const advising = advised.includes(row) ? row : advised.find((one) => one.grid !== row.grid && bears(one, own))
  const said = advising && adviceIn(advising)
  if (!said) return undefined
  const rows = others.flatMap((one) => one.rows)
  const linked = own.length === 0 ? [] : rows.filter((one) => bears(one, own))
  const identities = [...new Set([...own, ...linked.flatMap(identitiesOf)])]
  if (identities.length === 0 || others.some((one) => affairsOf(one).has(TRANSFER) && holds(one, identities)))
    return undefined
  const closed = [row, ...linked].flatMap((one) => closedBy(one) ?? [])[0]
  const words = `写明“${clipped(said.text, 40)}”，移送登记中没有该案${closed ? `，却已${closed}` : ''}`
  return flawAt('移送', row, said.row === row ? said.column : undefined, words, closed !== undefined)
}

type Said = { readonly row: GridRow; readonly column: Column; readonly text: string }

/** 涉嫌犯罪，建议移送公安机关; what was handed over, or is none, advises nothing. */
function adviceIn(row: GridRow): Said | undefined {
  const { criminal, handing, handed } = rowWords()
  for (const column of row.grid.columns) {
    const text = cell(row, column)
    if (text.length < 6 || !holdsAny(text, criminal)) continue
    if (holdsAny(text, handing) && !holdsAny(text, handed)) return { row, column, text }
  }
  return undefined
}

/** 于2021年10月28日作出决定 */
function closedBy(row: GridRow): string | undefined {
  const act = rolesOf(row.grid).days.find(
    (one) => one.as === 'act' && CLOSED.has(one.event ?? '') && spanOf(row, one) !== undefined,
  )
  return act && `${act.column.name}${cell(row, act.column)}`
}
