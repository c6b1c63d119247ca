import type { Day } from '../core/day.ts'
import type { Scope } from '../core/kind.ts'
import type { LedgerRow } from '../core/ledger.ts'
import type { Place } from '../core/place.ts'
import { bare } from '../core/text.ts'
import { type Case, isDisputed, placesOf } from './cases.ts'
import { dayIn, numberIn } from './cells.ts'
import { isVerdict, opened } from './opened.ts'
import { sameAs } from './tally.ts'
import type { Period } from './years.ts'

/** One person's sum in one period. `open` cases may add to it; `doubt` says why the person or the sum is uncertain. */
export type Sum = {
  readonly key: string
  readonly name: string
  readonly sure: number
  readonly most: number
  readonly doubt: string
  readonly places: readonly Place[]
}

type Person = {
  readonly name: string
  readonly doubt: string
  readonly shared: boolean
  /** Since when the person is there; null where nobody wrote it. */
  readonly since: Day | null
  readonly places: readonly Place[]
}

/** Who must be there; null where no such roster was found. Two rows of one name are two people whom sums cannot tell apart. */
export function peopleOf(
  scope: Scope,
  ledger: string,
  column: string,
  where: Parameters<typeof opened>[2],
  since: string | null,
): Map<string, Person> | null {
  const found = opened({ ...scope, package: { ...scope.package, declarations: [] } }, ledger, where, [column, since])
  if (isVerdict(found)) return null
  const people = new Map<string, Person>()
  const add = (item: Case, doubt: string) => {
    const name = item.row.field(column).text.trim()
    const key = bare(name)
    if (!key) return
    const known = people.get(key)
    people.set(key, {
      name,
      shared: known !== undefined,
      doubt: known ? '名册中有同名' : doubt,
      since: (since !== null && dayIn(item.row.field(since))) || null,
      places: [...(known?.places ?? []), item.row.place(column)],
    })
  }
  const isUnread = ({ row }: Case) => row.field(column).state === 'unreadable'
  for (const item of found.chosen)
    add(item, isDisputed(item) ? '名册登记不一' : isUnread(item) ? '名册中的姓名识别不准' : '')
  for (const item of found.perhaps) add(item, '是否在名册范围内不明')
  return people
}

/** Those who must be there, and the period in which each has a first record: before it, they may not have been there. */
export type Staff = { readonly people: ReadonlyMap<string, Person>; readonly first: ReadonlyMap<string, Period> }

export function staffOf(
  people: ReadonlyMap<string, Person>,
  periods: readonly Period[],
  recorded: (period: Period) => readonly Case[],
  by: readonly string[],
): Staff {
  const first = new Map<string, Period>()
  for (const period of periods)
    for (const item of recorded(period)) {
      const key = sameAs(item, by)
      if (key !== undefined && !first.has(key)) first.set(key, period)
    }
  // The ledger itself may begin late.
  const earliest = periods.find((period) => recorded(period).length > 0)
  for (const [key, period] of first) if (period === earliest) first.delete(key)
  return { people, first }
}

const isToCome = (person: Person | undefined, { to }: Period): boolean =>
  person?.since !== null && person?.since !== undefined && person.since > to

/** Who came within the period, or may have: nobody is short of a whole year's hours for a part of it. */
function newcomerDoubt({ since }: Person, first: Period | undefined, { from, to }: Period): string {
  if (since) return since > from && since <= to ? `${since}到岗` : ''
  if (!first || first.from < from) return ''
  return first.from > from ? '以后的年度才有登记，可能尚未到岗' : '首次有登记的年度，可能年中到岗'
}

type Amount = {
  readonly sure: number
  readonly most: number
  readonly name: string
  readonly doubt: string
  readonly places: readonly Place[]
}

export function sumsOf(
  chosen: readonly Case[],
  open: readonly Case[],
  by: readonly string[],
  sum: string,
  staff: Staff | null,
  period: Period,
): Sum[] {
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
      name: by
        .map((column) => item.row.field(column).text.trim())
        .filter((text) => text !== '')
        .join(' '),
      doubt: '',
      places: [],
    }
    const places = known.places.length < 20 ? [...known.places, ...placesOf([item], () => sum)] : known.places
    amounts.set(key, {
      ...known,
      sure: plus(known.sure, counts ? low : 0),
      most: plus(known.most, high),
      doubt: known.doubt || doubt || (counts ? '' : '有记录不能确定是否计入'),
      places,
    })
  }
  for (const item of chosen) add(item, true)
  for (const item of open) add(item, false)

  const keys = staff
    ? [...staff.people.keys()].filter((key) => !isToCome(staff.people.get(key), period))
    : amounts.keys()
  return [...keys].map((key) => {
    const [amount, person] = [amounts.get(key), staff?.people.get(key)]
    // Where nobody has a record, the year is missing and not the person.
    const newcomer = person && staff && amounts.size > 0 ? newcomerDoubt(person, staff.first.get(key), period) : ''
    const doubt = person?.doubt || newcomer || amount?.doubt || (nameless > 0 ? '有记录未写姓名' : '')
    const places = amount ? amount.places : (person?.places ?? [])
    return {
      key,
      name: person?.name ?? amount?.name ?? '',
      sure: person?.shared ? 0 : (amount?.sure ?? 0),
      most: person?.doubt || newcomer ? Number.POSITIVE_INFINITY : plus(amount?.most ?? 0, nameless),
      doubt,
      places,
    }
  })
}

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
