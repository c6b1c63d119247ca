import { type Day, dayOf } from '../../../core/day.ts'
import type { LedgerRow } from '../../../core/ledger.ts'
import type { Package } from '../../../core/package.ts'
import { cellWord } from '../../../language/cell-words.ts'
import { bare } from '../../../language/text.ts'
import { isEmpty } from '../../rows/cells.ts'
import { isTakenOut } from '../../tables/aside.ts'
import { cell } from '../../tables/cells.ts'
import { spanIn } from '../../tables/days.ts'
import { type Grid, type GridRow, gridsOf } from '../../tables/grid.ts'

/**
 * One record of a table, with every day that its row holds. `key` tells it apart across files; empty where none does.
 * `doubted`: who counts may leave it out, because it was withdrawn, or what is counted was not done with it.
 */
export type Recorded = { readonly key: string; readonly days: readonly Day[]; readonly doubted: boolean }
export type Register = { readonly file: string; readonly sheet: string; readonly records: readonly Recorded[] }

/** The tables that are a ledger; where none is, those that call themselves a register of what it holds. */
export function registersOf(found: Package, name: string): Register[] {
  // What was recognised from a picture may be misread: it is held against nobody.
  const ledgers = found.ledgers.filter(({ spec, recognised }) => spec.name === name && !recognised)
  const { things = [], acts = [] } = found.specs?.find((spec) => spec.name === name)?.spoken ?? {}
  if (ledgers.length > 0)
    return ledgers.map(({ file, sheet, rows }) => ({
      file,
      sheet,
      records: rows.map((row) => ({
        key: row.key,
        days: daysOf(row),
        doubted: row.aside === true || isUndone(row, acts),
      })),
    }))
  return gridsOf(found)
    .filter(
      (grid) =>
        !grid.recognised &&
        isRegister(grid) &&
        things.some((thing) => grid.names.some((one) => bare(one).includes(thing))),
    )
    .map((grid) => ({ file: grid.file, sheet: grid.table.name, records: grid.rows.map((row) => recordOf(row, acts)) }))
}

const REGISTER = new RegExp(cellWord('registers'), 'u')
const FIGURES = new RegExp(cellWord('figures'), 'u')

/** Its rows are records only where something says of each which it is: 环节、责任、起、止 are the steps of one. */
const isRegister = ({ names, columns }: Grid): boolean =>
  names.some((name) => REGISTER.test(name)) &&
  !names.some((name) => FIGURES.test(name)) &&
  columns.some(({ parts }) => IDENTIFYING.has(parts.attributes[0] ?? '') || parts.objects.length > 0)

const IDENTIFYING = new Set(['名称', '姓名', '编号', '内容'])

function recordOf(row: GridRow, acts: readonly string[]): Recorded {
  const { values, grid } = row
  const { year } = grid
  const spans = values.flatMap((value) => spanIn(value, year) ?? [])
  const days = spans.flatMap(({ from, to }) => [from, to])
  const middle = year === undefined ? undefined : dayOf(year, 7, 1)
  const ofAct = grid.columns.filter(({ head }) => isOfAct(head.labels.at(-1) ?? '', acts))
  return {
    key: '',
    days: days.length > 0 ? days : middle ? [middle] : [],
    doubted: isTakenOut(row) || (ofAct.length > 0 && ofAct.every((column) => isNothing(cell(row, column)))),
  }
}

/** 移送公安日期, 移送书文号: the day or the number of what is counted, which a row of something else leaves empty. */
const isOfAct = (label: string, acts: readonly string[]): boolean =>
  MARKED.test(label) && acts.some((act) => label.includes(act))
const isNothing = (text: string): boolean => bare(text) === '' || NOTHING.test(bare(text))

const MARKED = new RegExp(`${cellWord('marked')}$`, 'u')
const NOTHING = new RegExp(`^${cellWord('nothing')}$`, 'u')

function isUndone(row: LedgerRow, acts: readonly string[]): boolean {
  const ofAct = row.ledger.columns.filter((name) => isOfAct(name, acts))
  return ofAct.length > 0 && ofAct.every((name) => isEmpty(row.field(name)))
}

function daysOf(row: LedgerRow): Day[] {
  return row.ledger.spec.columns.flatMap(({ name, type }): Day[] => {
    if (type !== 'day' && type !== 'time' && type !== 'year') return []
    const field = row.field(name)
    if (field.state === 'day' || field.state === 'time') return [field.day]
    const middle = field.state === 'number' && type === 'year' ? dayOf(field.number, 7, 1) : undefined
    return middle ? [middle] : []
  })
}
