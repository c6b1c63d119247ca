import { yearOf } from '../../core/day.ts'
import type { Package } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare } from '../../language/text.ts'
import { momentOf } from '../../records/moment.ts'
import { cell } from './cells.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { type Entry, isOne, listOf, yearsIn } from './listed-names.ts'
import { placeOf } from './row-name.ts'

/** What is held against what: the lists that were drawn up, and those in which each of their rows has to stand. */
export type Against = {
  readonly lists: readonly Grid[]
  readonly others: readonly Grid[]
  /** Only rows that say so of themselves (已决策); without any all of them. */
  readonly only: readonly string[]
  /** What is planned is not late before its year is over. */
  readonly isPlan: boolean
}

/** A column of the lists of which nearly every cell stands in a list of others. */
export type Join = {
  readonly column: Column
  /** The list of others. */
  readonly list: readonly Entry[]
  /** The rows that stand in the other list, with the rows there. */
  readonly held: ReadonlyMap<GridRow, readonly GridRow[]>
}

const [FEWEST, MOST, APART, LONGEST] = [3, 0.75, 0.8, 40] as const

/** Every pair of columns in which nearly all of what was due is found; of one file all tables are one list. */
export function joinsOf(group: readonly Grid[], others: readonly Grid[], against: Against): Join[] {
  const files = [...new Set(others.map(({ file }) => file))]
  return files.flatMap((path) =>
    joined(
      group,
      others.filter(({ file }) => file === path),
      against,
    ),
  )
}

function joined(group: readonly Grid[], others: readonly Grid[], { only }: Against): Join[] {
  const covered = new Set(others.flatMap(({ rows }) => rows.flatMap(yearsIn)))
  const isCovered = (row: GridRow): boolean => covered.size === 0 || yearsIn(row).every((year) => covered.has(year))
  const rows = new Set(group.flatMap((one) => one.rows).filter((row) => isOfThem(row, only) && isCovered(row)))
  const lists = headsOf(others).flatMap((head) => {
    const list = listOf(others, head)
    return isOfNames(list) ? [list] : []
  })
  return headsOf(group).flatMap((head) => {
    const own = listOf(group, head)
    if (!isOfNames(own)) return []
    return lists.flatMap((list) => {
      const [mine] = own
      if (!mine || !(areApart(own) || areApart(list))) return []
      const due = own.filter(({ row }) => rows.has(row))
      const held = heldIn(due, own, list)
      const names = new Set(due.flatMap(({ row, key }) => (held.has(row) ? [key] : [])))
      // Another table of the same file, without that column, is of something else.
      const asked = [...rows].filter((row) => row.grid.columns.some((column) => bare(column.head.text) === head))
      if (names.size < FEWEST || held.size < asked.length * MOST) return []
      return [{ column: mine.column, held, list }]
    })
  })
}

/** How the other list is called, and where it begins: the table of the row's own year. */
export function otherOf({ list }: Join, row: GridRow): { readonly name: string; readonly at: Place } | undefined {
  const years = yearsIn(row)
  const first = list.find((one) => yearsIn(one.row).some((year) => years.includes(year))) ?? list[0]
  if (!first) return undefined
  const { names } = first.row.grid
  // A sheet that is called 公示 says less than the line above the table.
  const name = names.find((one) => one.length > LONG) ?? names[0] ?? ''
  return { name: `《${name}》`, at: placeOf(first.row, first.column) }
}

const LONG = 5

/** For each of what was due the rows of the other list that are of it. */
function heldIn(due: readonly Entry[], own: readonly Entry[], list: readonly Entry[]): Map<GridRow, GridRow[]> {
  const taken = grouped(own)
  const listed = grouped(list)
  // What is another one's very name is not this one's, however alike they are.
  const free = list.filter(({ key }) => !taken.has(key))
  const held = new Map<GridRow, GridRow[]>()
  for (const { row, key } of due) {
    const years = yearsIn(row)
    // What comes back every year has to stand there for its own.
    const isYearly = (taken.get(key) ?? []).some((one) => yearsIn(one.row).some((year) => !years.includes(year)))
    const same = (listed.get(key) ?? free.filter((one) => isOne(one.key, key)))
      .map((one) => one.row)
      .filter((one) => {
        const its = yearsIn(one)
        return !isYearly || years.length === 0 || its.length === 0 || its.some((year) => years.includes(year))
      })
    if (same.length > 0) held.set(row, same)
  }
  return held
}

function grouped(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const one of entries) {
    const same = groups.get(one.key)
    if (same) same.push(one)
    else groups.set(one.key, [one])
  }
  return groups
}

const headsOf = (grids: readonly Grid[]): string[] => [
  ...new Set(grids.flatMap(({ columns }) => columns.filter(isOfText).map(({ head }) => bare(head.text)))),
]

const isOfText = ({ parts }: Column): boolean => !NO_NAMES.has(parts.attributes[0] ?? '')
const NO_NAMES = new Set(['序号', '日期', '时间', '备注', '说明', '金额', '数量', '依据', '比例', '是否', '状态'])

/** Words or numbers, and no days, figures or bare serials. */
function isOfNames(list: readonly Entry[]): boolean {
  const named = list.filter(({ key, row, column }) => {
    const text = cell(row, column)
    return key.length >= FEWEST && key.length <= LONGEST && !/^[\d.]+$/u.test(text) && momentOf(text) === undefined
  })
  return list.length > 0 && named.length >= list.length * APART
}

/** In one of the two each stands once: what every row says (区农业农村局) tells nothing apart. */
function areApart(list: readonly Entry[]): boolean {
  const apart = new Set(list.map(({ key, row }) => `${yearsIn(row).join()} ${key}`))
  return apart.size >= list.length * APART
}

const isOfThem = (row: GridRow, only: readonly string[]): boolean =>
  only.length === 0 || row.grid.columns.some((column) => holdsAny(cell(row, column), only))

/** The row is of what was to be done by now. */
export function isDue(row: GridRow, { only, isPlan }: Against, { asOf }: Pick<Package, 'asOf'>): boolean {
  if (!isOfThem(row, only)) return false
  if (isPlan && !yearsIn(row).every((year) => year < yearOf(asOf))) return false
  return !row.grid.columns.some((column) => holdsAny(cell(row, column), rowWords().pending))
}
