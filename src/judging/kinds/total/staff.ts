import type { Day } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import type { Place } from '../../../core/place.ts'
import type { Where } from '../../../core/where.ts'
import { bare } from '../../../language/text.ts'
import type { Period } from '../../desk/years.ts'
import { type Case, isDisputed } from '../../rows/cases.ts'
import { dayIn } from '../../rows/cells.ts'
import { isVerdict, opened } from '../../rows/opened.ts'
import { sameAs } from '../../rows/tally.ts'

export type Person = {
  readonly name: string
  readonly doubt: string
  readonly shared: boolean
  /** Known only from a picture of a roster: the name may be misread. */
  readonly pictured: boolean
  /** Since when the person is there; null where nobody wrote it. */
  readonly since: Day | null
  /** The day of the certificate: before it the person may not have been in office, or held an older one. */
  readonly certified: Day | null
  readonly places: readonly Place[]
}

/** Who must be there; null where no such roster was found. Two rows of one name are two people whom sums cannot tell apart. */
export function peopleOf(
  scope: Scope,
  ledger: string,
  column: string,
  where: Where,
  { since, certified }: { readonly since: string | null; readonly certified: string | null },
): Map<string, Person> | null {
  const found = opened({ ...scope, package: { ...scope.package, declarations: [] } }, ledger, where, [column, since])
  const dayOf = (item: Case, of: string | null) => (of !== null && dayIn(item.row.field(of))) || null
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
      pictured: item.rows.every(({ ledger }) => ledger.recognised),
      doubt: known ? '名册中有同名' : doubt,
      since: dayOf(item, since),
      certified: dayOf(item, certified),
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

export const isToCome = (person: Person | undefined, { to }: Period): boolean =>
  person?.since !== null && person?.since !== undefined && person.since > to

/** Who came within the period, or may have: nobody is short of a whole year's hours for a part of it. */
export function newcomerDoubt({ since, certified }: Person, first: Period | undefined, { from, to }: Period): string {
  if (since) return since > from && since <= to ? `${since}到岗` : ''
  if (certified && certified > to) return `${certified}才发证，可能尚未从事执法`
  if (!first || first.from < from) return ''
  return first.from > from ? '以后的年度才有登记，可能尚未到岗' : '首次有登记的年度，可能年中到岗'
}
