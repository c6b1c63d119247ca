import { type Day, monthOf, yearOf } from '../../core/day.ts'
import { promiseWords } from '../../language/promise-words.ts'
import type { LeastPromise, Per } from '../../language/promises.ts'
import { plain } from '../../language/text.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Grid, GridRow } from './grid.ts'
import type { Clock } from './limits.ts'
import { hasWord } from './promised-rows.ts'
import { type DayColumn, rolesOf } from './roles.ts'
import { spanOf } from './sequence.ts'
import type { Stated } from './stated.ts'

/**
 * Stretches between the first and the last entry of a register in which something was done less often than promised:
 * 以案释法每季度至少1次, and none in a quarter. The entry after it is cited. Before the first and after the last entry nobody knows where else it may have been entered.
 */
export function missedTimes(grid: Grid, stated: readonly Stated[], { asOf }: Clock): Flaw[] {
  const days = rolesOf(grid).days.filter(({ as, end }) => as === 'act' && end !== '止')
  const [day] = days
  if (!day || days.length !== 1 || !hasWord(plain(grid.names.join()), promiseWords('books'))) return []
  const all = stated.flatMap((one) =>
    one.promise.kind === 'least' && one.promise.of === 'times' && isNamed(grid, one)
      ? [{ ...one, promise: one.promise }]
      : [],
  )
  const [first] = all
  if (!first || new Set(all.map(({ promise: { least, per } }) => `${least}${per}`)).size !== 1) return []
  return holesIn(grid, day, first, asOf)
}

type Least = Omit<Stated, 'promise'> & { readonly promise: LeastPromise }

function holesIn(grid: Grid, day: DayColumn, { promise, since, says, at }: Least, asOf: Day): Flaw[] {
  const { per, least } = promise
  const entries = grid.rows.flatMap((row) => {
    const span = spanOf(row, day)
    return span && stretchOf(span.from, per) === stretchOf(span.to, per) ? [{ row, on: span.from }] : []
  })
  // A day that cannot be read may lie in any stretch.
  if (entries.length !== grid.rows.length || entries.length < FEW) return []
  const sorted = entries.toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const numbers = sorted.map(({ on }) => stretchOf(on, per))
  const start = Math.max(numbers[0]! + 1, since ? stretchOf(since, per) + 1 : 0)
  const end = Math.min(numbers.at(-1)!, stretchOf(asOf, per))
  const flaws: Flaw[] = []
  for (let number = start; number < end; number += 1) {
    const count = numbers.filter((one) => one === number).length
    const next = sorted.find((_, index) => numbers[index]! > number)
    if (count >= least || !next || isTold(grid, number, per)) continue
    const words = `${nameOf(number, per)}${count === 0 ? '没有一次' : `只有${count}次`}，少于${says}的${EACH[per]}${least}${promise.unit}`
    flaws.push({ ...flawAt('办理', next.row, day.column, words), by: at })
  }
  return flaws
}

const FEW = 3
const EACH = { year: '每年', half: '每半年', quarter: '每季度', month: '每月' }
const SIZE: Readonly<Record<Per, number>> = { year: 12, half: 6, quarter: 3, month: 1 }
const stretchOf = (day: Day, per: Per): number => Math.floor((yearOf(day) * 12 + monthOf(day) - 1) / SIZE[per])

function nameOf(number: number, per: Per): string {
  const month = number * SIZE[per]
  const [year, from] = [Math.floor(month / 12), (month % 12) + 1]
  if (per === 'year') return `${year}年`
  if (per === 'month') return `${year}年${from}月`
  if (per === 'half') return `${year}年${from === 1 ? '上' : '下'}半年`
  return `${year}年第${'一二三四'[Math.floor((from - 1) / 3)]}季度`
}

/** A note or a remark that speaks of the stretch says why. */
function isTold(grid: Grid, number: number, per: Per): boolean {
  const name = nameOf(number, per).slice(5)
  const texts = [...grid.asides, ...grid.rows].flatMap((row: GridRow) =>
    grid.columns.map((column) => cell(row, column)),
  )
  return name !== '' && texts.some((text) => text.length > 6 && text.includes(name))
}

/** The table is named by nearly all of one thing that the promise is of: a cell beside it, or what stands before it. */
function isNamed(grid: Grid, { cells, promise }: Stated): boolean {
  if (promise.kind !== 'least') return false
  const names = grid.names
    .slice(0, grid.near + 1)
    .map(plain)
    .join('\n')
  return cells.flatMap(thingsIn).some((thing) => thing.length >= LONG && names.includes(thing))
}

const LONG = 4

/** What a sentence is of, without its figures and the verbs of doing something often. */
function thingsIn(text: string): string[] {
  const drop = [...promiseWords('year'), ...promiseWords('half'), ...promiseWords('quarter'), ...promiseWords('month')]
  const least = promiseWords('least')
  const pattern = [...drop, ...least, ...promiseWords('holding')].toSorted((a, b) => b.length - a.length).join('|')
  return plain(text)
    .split(new RegExp(`${pattern}|[\\d,;:、。()“”《》]+|[次期场]|以上`, 'u'))
    .filter(Boolean)
}
