import { addDays, type Day } from '../../core/day.ts'
import type { Place } from '../../core/place.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { bare, plain } from '../../language/text.ts'
import { flagOf } from '../../records/flag.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { rolesOf } from './roles.ts'
import { placeOf } from './row-name.ts'
import { spanOf } from './sequence.ts'

/** What one list of the unit's own says is gone, or may not act: under which name, since when, and where it says so. */
type Barred = {
  readonly grid: Grid
  readonly name: string
  readonly since: Day | undefined
  readonly at: Place
  readonly says: string
}

/** Rows of other tables that still have what a list of the same indicator abolished, or bars (废止目录, 是否具有制定资格 否). */
export function stillThere(grid: Grid, lists: readonly Grid[]): Flaw[] {
  if (isOfDropped(grid) || barring(grid) !== undefined) return []
  const barred = lists.filter((list) => list !== grid).flatMap(barredIn)
  if (barred.length === 0) return []
  return grid.rows.flatMap((row) => {
    if (grid.columns.some((column) => holdsAny(cell(row, column), rowWords().dropping))) return []
    for (const column of grid.columns) {
      const items = plain(cell(row, column))
        .split(/[、,，;；]/u)
        .map(bare)
      const found = barred.find(({ name, since }) => items.some((item) => isOne(item, name)) && !isBefore(row, since))
      if (found)
        return [{ ...flawAt('情形', row, column, `${column.name}“${cell(row, column)}”，${found.says}`), by: found.at }]
    }
    return []
  })
}

/** 村委会出具的居住地证明 is a 居住地证明. */
const isOne = (item: string, name: string): boolean => item === name || (item.length <= LONGEST && item.endsWith(name))
const LONGEST = 20

function isBefore(row: GridRow, since: Day | undefined): boolean {
  if (since === undefined) return false
  const days = rolesOf(row.grid).days.flatMap((one) => spanOf(row, one)?.to ?? [])
  return days.length > 0 && days.every((day) => day < addDays(since, 1))
}

const known = new WeakMap<Grid, readonly Barred[]>()

function barredIn(list: Grid): readonly Barred[] {
  const found = known.get(list) ?? made(list)
  known.set(list, found)
  return found
}

function made(list: Grid): Barred[] {
  const flag = barring(list)
  if (flag === undefined && !isOfDropped(list)) return []
  const named = list.columns.find((column) => column !== flag && isNames(list, column))
  if (!named) return []
  const end = rolesOf(list).days.find(({ column }) => holdsAny(column.head.text, rowWords().dropping))
  return list.rows.flatMap((row) => {
    if (flag !== undefined && flagOf(cell(row, flag)) !== false) return []
    const name = bare(cell(row, named))
    // 无犯罪记录证明(非法定岗位) is gone for some alone.
    if (name.length < SHORTEST || /[()（）]/u.test(cell(row, named))) return []
    const says = flag === undefined ? `已列入${list.names[0] ?? ''}` : `${flag.name}为“${cell(row, flag)}”`
    return [{ grid: list, name, since: end && spanOf(row, end)?.to, at: placeOf(row, named), says }]
  })
}
const SHORTEST = 4

/** The column that says which of them may not. */
const barring = (grid: Grid): Column | undefined =>
  grid.columns.find((column) => holdsAny(bare(column.head.text), rowWords().entitled))

/** Words, and another one in nearly every row. */
function isNames(list: Grid, column: Column): boolean {
  const texts = list.rows.map((row) => bare(cell(row, column)))
  return texts.every((text) => /\p{Script=Han}{2}/u.test(text)) && new Set(texts).size >= texts.length * MOSTLY
}
const MOSTLY = 0.8

/** Its own name, and that of the workbook only where it has none. */
function isOfDropped({ names, near }: Grid): boolean {
  const own = names.slice(0, near).filter((name) => /\p{Script=Han}{2}/u.test(name))
  return (own.length > 0 ? own : names).some((name) => holdsAny(name, rowWords().droppedLists))
}
