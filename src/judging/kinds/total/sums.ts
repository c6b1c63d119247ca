import type { LedgerRow } from '../../../core/ledger.ts'
import type { Place } from '../../../core/place.ts'
import type { Period } from '../../desk/years.ts'
import type { InPeriod } from '../../rows/by-period.ts'
import { type Case, placesOf } from '../../rows/cases.ts'
import { numberIn } from '../../rows/cells.ts'
import { sameAs } from '../../rows/tally.ts'
import { isToCome, newcomerDoubt, type Staff } from './staff.ts'

/** One person's sum in one period. `open` cases may add to it; `doubt` says why the person or the sum is uncertain. */
export type Sum = {
  readonly key: string
  readonly name: string
  readonly sure: number
  readonly most: number
  readonly doubt: string
  readonly places: readonly Place[]
}

type Asked = {
  readonly by: readonly string[]
  readonly sum: string
  readonly staff: Staff | null
  /** Some table of the ledger was recognised from a picture. */
  readonly pictured: boolean
}

/** Everybody's sum: those on the roster where there is one, else those with a record. */
export function sumsOf(cases: InPeriod, { by, sum, staff, pictured }: Asked, period: Period): Sum[] {
  const { amounts, nameless } = amountsIn(cases, by, sum)
  const keys = staff
    ? [...staff.people.keys()].filter((key) => !isToCome(staff.people.get(key), period))
    : amounts.keys()
  return [...keys].map((key) => {
    const [amount, person] = [amounts.get(key), staff?.people.get(key)]
    // Where nobody has a record, the year is missing and not the person.
    const newcomer =
      person && staff && (amounts.size > 0 || person.certified)
        ? newcomerDoubt(person, staff.first.get(key), period)
        : ''
    // A misread name has no record on either side, and a misread figure is no sum.
    const seen = amount ? amount.pictured : pictured || (person?.pictured ?? false)
    const misread = seen ? '由图片识别，可能认错' : ''
    return {
      key,
      name: person?.name ?? amount?.name ?? '',
      sure: person?.shared ? 0 : (amount?.sure ?? 0),
      most: person?.doubt || newcomer || misread ? Number.POSITIVE_INFINITY : plus(amount?.most ?? 0, nameless),
      doubt: person?.doubt || newcomer || amount?.doubt || misread || (nameless > 0 ? '有记录未写姓名' : ''),
      places: amount ? amount.places : (person?.places ?? []),
    }
  })
}

type Amount = {
  readonly sure: number
  readonly most: number
  readonly name: string
  readonly doubt: string
  /** No row of it was typed. */
  readonly pictured: boolean
  readonly places: readonly Place[]
}

function amountsIn({ sure, maybe }: InPeriod, by: readonly string[], sum: string) {
  const amounts = new Map<string, Amount>()
  let nameless = 0
  const add = (item: Case, counts: boolean) => {
    const { low, high, doubt } = amountOf(item, sum)
    const key = sameAs(item, by)
    if (key === undefined) {
      nameless += high
      return
    }
    const known = amounts.get(key) ?? {
      sure: 0,
      most: 0,
      name: nameOf(item, by),
      doubt: '',
      pictured: true,
      places: [],
    }
    amounts.set(key, {
      ...known,
      sure: plus(known.sure, counts ? low : 0),
      most: plus(known.most, high),
      doubt: known.doubt || doubt || (counts ? '' : '有记录不能确定是否计入'),
      pictured: known.pictured && item.rows.every(({ ledger }) => ledger.recognised),
      places: known.places.length < 20 ? [...known.places, ...placesOf([item], () => sum)] : known.places,
    })
  }
  for (const item of sure) add(item, true)
  for (const item of maybe) add(item, false)
  return { amounts, nameless }
}

const nameOf = ({ row }: Case, by: readonly string[]): string =>
  by
    .map((column) => row.field(column).text.trim())
    .filter((text) => text !== '')
    .join(' ')

/** Sums of tenths must not drift: 0.1 ten times is 1. */
const plus = (a: number, b: number): number => Math.round((a + b) * 1e6) / 1e6

/** The least and the most that a case can be worth; files that differ leave it between them. */
function amountOf({ rows }: Case, sum: string): { low: number; high: number; doubt: string } {
  const numbers = rows.map((row: LedgerRow) => numberIn(row.field(sum)))
  const known = numbers.filter((number) => number !== undefined)
  if (known.length < numbers.length)
    return { low: 0, high: Number.POSITIVE_INFINITY, doubt: `有记录的${sum}未填或无法识别` }
  const [low, high] = [Math.min(...known), Math.max(...known)]
  return { low, high, doubt: low === high ? '' : '有记录在不同文件中登记不一' }
}
