import { daysBetween, written } from '../../core/day.ts'
import type { Package } from '../../core/package.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import { type Grid, type GridRow, gridsOf } from './grid.ts'
import { type DayColumn, rolesOf } from './roles.ts'
import { numbersOf, partiesOf } from './same-case.ts'
import { comes, type Demanded, spanOf } from './sequence.ts'

/**
 * Rows whose matter another table tells to have been decided before what this one says came first: reviewed on the 18th in
 * the register of reviews, decided on the 16th in the book of cases. They are one by the number that both bear.
 */
export function outOfOrderElsewhere(grid: Grid, demanded: Demanded, found: Package): Flaw[] {
  const own = actsOf(grid)
  if (!own.some((one) => own.some((other) => other !== one && comes(one, other, demanded))))
    return grid.rows.flatMap((row) => elsewhere(row, own, demanded, found) ?? [])
  // The table has both days of its own: what it says of them is judged there.
  return []
}

function elsewhere(row: GridRow, own: readonly DayColumn[], demanded: Demanded, found: Package): Flaw | undefined {
  const isOther = ({ grid }: GridRow): boolean => grid !== row.grid
  const byNumber = numbersOf(row)
    .flatMap((number) => numbered(found).get(number) ?? [])
    .filter(isOther)
  for (const other of byNumber.length > 0 ? byNumber : ofParty(row, found).filter(isOther))
    for (const earlier of own)
      for (const later of actsOf(other.grid)) {
        if (!comes(earlier, later, demanded) || earlier.end === '起' || later.end === '止') continue
        const [a, b] = [spanOf(row, earlier), spanOf(other, later)]
        if (!a || !b || b.to >= a.from || (byNumber.length === 0 && daysBetween(b.to, a.from) > NEAR)) continue
        const [name] = other.grid.names
        const words = `${earlier.column.name}${written(a.from)}，晚于“${name ?? other.grid.file}”登记的${later.column.name}${written(b.to)}`
        return flawAt('先后', row, earlier.column, words)
      }
  return undefined
}

/** A firm may have been fined twice: what is told of its case by its name alone lies so many days apart at most. */
const NEAR = 60

/**
 * The rows of other tables that concern whom this one concerns, where each table speaks of him once: what no other table
 * has under its number, as registers number in short (〔2021〕8号, 审2020-3). Of two numbers with a year and a serial these
 * must be the same.
 */
function ofParty(row: GridRow, found: Package): readonly GridRow[] {
  const [tail] = tailsOf(row)
  const rows = partiesOf(row).flatMap((party) => concerned(found).get(party) ?? [])
  return rows.filter((other) => {
    const [there] = tailsOf(other)
    return tail === undefined || there === undefined || tail === there
  })
}

const TAIL = /[〔[(（](\d{4})[〕\])）]\D{0,2}(\d{1,5})号?$/u

/** The year and the serial of each number that a row bears. */
const tailsOf = (row: GridRow): string[] =>
  row.grid.columns.flatMap((column) => {
    const [, year, serial] = TAIL.exec(cell(row, column).trim()) ?? []
    return year === undefined || serial === undefined ? [] : [`${year} ${Number(serial)}`]
  })

const actsOf = (grid: Grid): DayColumn[] => rolesOf(grid).days.filter(({ as, event }) => as === 'act' && event !== null)

type Rows = ReadonlyMap<string, readonly GridRow[]>

const numbers = new WeakMap<Package['documents'], Rows>()
const parties = new WeakMap<Package['documents'], Rows>()

const numbered = (found: Package): Rows => by(found, numbers, numbersOf)
const concerned = (found: Package): Rows => by(found, parties, partiesOf)

/** By what rows are known by, the rows that are; what two rows of a table are known by tells them not apart, and is left out. */
function by(
  found: Package,
  known: WeakMap<Package['documents'], Rows>,
  names: (row: GridRow) => readonly string[],
): Rows {
  const ready = known.get(found.documents)
  if (ready) return ready
  const rows = new Map<string, GridRow[]>()
  for (const grid of gridsOf(found)) {
    const twice = new Set<string>()
    for (const row of grid.rows)
      for (const name of names(row)) {
        if (twice.has(name)) continue
        const same = rows.get(name)
        const last = same?.at(-1)
        if (last === row) continue
        if (!same) rows.set(name, [row])
        else if (last?.grid !== grid) same.push(row)
        else {
          same.pop()
          twice.add(name)
        }
      }
  }
  known.set(found.documents, rows)
  return rows
}
