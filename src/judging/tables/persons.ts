import type { ColumnSpec } from '../../core/ledger.ts'
import type { Package } from '../../core/package.ts'
import { cellWord } from '../../language/cell-words.ts'
import { isDitto } from '../../language/ditto.ts'
import { plain } from '../../language/text.ts'
import { assistantsIn } from '../../records/people.ts'
import { isUncounted } from '../../records/remark.ts'
import { cell, raw } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { readAs } from './read-as.ts'
import { isRemark } from './remarks.ts'
import type { Roster } from './roster.ts'
import { saidIn } from './undone.ts'

const NAME = /^[\p{Script=Han}·]{2,4}$/u
const OFFICERS = new Set(['执法人员', '审核人员'])
/** Who went along is the second of two, and handles nothing alone. */
const BESIDE = '同行人员'

/** What two officers have to do together; a 人员 of such an event is an officer too (谁办的, 检查人). */
const TOGETHER = new Set(['办理', '检查', '核实', '施行'])

/** The columns that name who acted, by their heads or by what the ledger that the table is reads them as. */
export function officersOf(grid: Grid, found: Pick<Package, 'ledgers'>): Column[] {
  const own = ownOfficers(grid)
  return own.length > 0 ? own : readAs(grid, found, isOfficer)
}

const isOfficer = ({ of, holds }: ColumnSpec): boolean => of === '执法人员' && holds === 'name'

const ownOfficers = (grid: Grid): Column[] =>
  grid.columns.filter(
    ({ parts }) =>
      (parts.objects.some((id) => OFFICERS.has(id)) && parts.attributes[0] !== '证号') ||
      (parts.objects.length === 0 && parts.attributes[0] === '人员' && parts.events.some((id) => TOGETHER.has(id))),
  )

/**
 * Rows with one name where the other rows of the column have two: who acts alone. Assistants, who may only help, are not
 * counted, nor rows that say that no such act took place (仅送达文书，未开展检查).
 */
export function aloneIn(grid: Grid, roster: Roster, found: Package): Flaw[] {
  const columns = officersOf(grid, found)
  const beside = grid.columns.filter(({ parts }) => parts.objects.includes(BESIDE))
  if (columns.length + beside.length > 1)
    return [
      ...aidedIn(grid, [...columns.filter(isOfActing), ...beside], roster),
      ...unpaired(grid, numberedOf(columns), roster),
    ]
  const [column] = columns
  if (!column) return []
  const { assistants } = roster
  const counts = grid.rows.map((row) => ({ row, names: namesIn(written(row, column)) }))
  const several = counts.filter(({ names }) => names.length > 1).length
  if (several === 0 || several < counts.length * 0.5) return []
  return counts.flatMap(({ row, names }) => {
    const noted = assistantsIn(written(row, column))
    const [also, [first, ...others]] = parted(names, (name) => assistants.has(name) || noted.includes(name))
    if (names.length === 0 || others.length > 0 || isNone(row)) return []
    const who = first ? `只有${first}一人` : '没有执法人员'
    return [
      flawAt(
        '人数',
        row,
        column,
        `${column.name}${who}${also.map((name) => `，${name}是辅助人员`).join('')}`,
        !saysUncounted(row),
      ),
    ]
  })
}

/** 带队 and 同行 in columns of their own are two persons, unless all but one of them only help. */
function aidedIn(grid: Grid, columns: readonly Column[], { assistants }: Roster): Flaw[] {
  return grid.rows.flatMap((row) => {
    const names = columns.flatMap((column) => namesIn(written(row, column)).map((name) => ({ column, name })))
    const [also, officers] = parted(
      names,
      ({ column, name }) => assistants.has(name) || assistantsIn(written(row, column)).includes(name),
    )
    const [first] = officers
    const [aide] = also
    if (!aide || officers.length > 1 || isNone(row)) return []
    const who = first ? `只有${first.column.name}${first.name}一人` : '没有执法人员'
    const others = also.map(({ column, name }) => `，${column.name}${name}是辅助人员`).join('')
    return [flawAt('人数', row, aide.column, `${who}${others}`, !saysUncounted(row))]
  })
}

/** 执法人员1 and 执法人员2: columns whose heads differ by nothing but a number. */
function numberedOf(columns: readonly Column[]): Column[] {
  const kindOf = ({ head }: Column): string => plain(head.text).replace(/[\d一二两()]+/gu, '')
  const [first, ...others] = columns.filter(({ head }) => /[\d一二]/u.test(plain(head.text)))
  return first && others.length === 1 && kindOf(first) === kindOf(others[0]!) ? [first, others[0]!] : []
}

/** Rows in which one of the two columns names nobody, or the same person, or who is no officer (驾驶员), where others name two. */
function unpaired(grid: Grid, columns: readonly Column[], { assistants }: Roster): Flaw[] {
  if (columns.length < 2) return []
  const counts = grid.rows.map((row) => {
    const names = columns.flatMap((column) => officersNamed(written(row, column)))
    return { row, names: new Set(names.filter((name) => !assistants.has(name))) }
  })
  if (counts.filter(({ names }) => names.size > 1).length < counts.length * PAIRED) return []
  return counts.flatMap(({ row, names }) => {
    const [only] = names
    if (names.size !== 1 || only === undefined || isNone(row) || isAided(row, columns, assistants)) return []
    const other = columns.find((column) => !officersNamed(written(row, column)).includes(only)) ?? columns[1]!
    const text = cell(row, other)
    const words = `只有${only}一人，${other.name}${text === '' ? '空白' : `“${text}”`}`
    return [flawAt('人数', row, other, words, !saysUncounted(row))]
  })
}

const PAIRED = 0.75

/** Told already. */
const isAided = (row: GridRow, columns: readonly Column[], assistants: Roster['assistants']): boolean =>
  columns.some((column) => {
    const text = written(row, column)
    return assistantsIn(text).length > 0 || namesIn(text).some((name) => assistants.has(name))
  })

/** 驾驶员 向师傅, in brackets or not, is none. */
const officersNamed = (text: string): string[] => (NO_OFFICER.test(text) ? [] : namesIn(text.replace(/\d.*$/u, '')))
const NO_OFFICER = new RegExp(cellWord('helpers'), 'u')

const isOfActing = ({ parts }: Column): boolean => !parts.objects.includes('审核人员')

const parted = <T>(names: readonly T[], is: (name: T) => boolean): [T[], T[]] => [
  names.filter(is),
  names.filter((name) => !is(name)),
]

const isNone = (row: GridRow): boolean => saidIn(row, TOGETHER).some(({ state }) => state === 'undone')

/** 线上巡查,不计数: that the row is none of them is the unit's word, and a question. */
const saysUncounted = (row: GridRow): boolean =>
  row.grid.columns.some((column) => isRemark(column) && isUncounted(String(row.values[column.at] ?? '')))

/** As it was typed: blanks between names are all that divides some of them. */
export function written(row: GridRow, column: Column): string {
  const own = raw(row, column)
  return own === null || isDitto(own) ? cell(row, column) : String(own)
}

export const namesIn = (text: string): string[] =>
  text
    .split(/[、,，;；/\s]+/u)
    .map((part) =>
      plain(part)
        .replace(/\([^)]*\)|[-—].*$/gu, '')
        .trim(),
    )
    .filter((part) => NAME.test(part))
