import { type Day, yearOf } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import type { LedgerRow } from '../../../core/ledger.ts'
import { exempt, gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import type { Where } from '../../../core/where.ts'
import { sampled, tablePlaces } from '../../rows/cases.ts'
import { dayIn, isEmpty, yearIn } from '../../rows/cells.ts'
import {
  cells,
  isSorted,
  openVerdict,
  type RowMessage,
  type Seen,
  type Sorted,
  sorted,
  stillOpen,
  told,
} from '../../rows/rows.ts'
import { type DueDay, dataOf, moreOf } from './days.ts'

type Asked = {
  readonly ledger: string
  readonly column: string
  readonly year: string | null
  readonly where: Where
  readonly after: number
}

type OfYear = 'rows-late' | 'rows-advised' | 'rows-on-time' | 'no-year' | 'not-due'

/** One verdict for each due day, on all rows of its year. */
export function rowsJudged(
  scope: Scope,
  { ledger, column, year, where, after }: Asked,
  dues: readonly DueDay[],
): Verdict<OfYear | RowMessage>[] {
  const byYear = new Map(dues.map((due) => [due.year, due]))
  const fixed = byYear.get(null)
  const yearOfRow = (row: LedgerRow): number | undefined => {
    const day = dayIn(row.field(column))
    return year === null ? day && yearOf(day) - after : yearIn(row.field(year))
  }
  const found = sorted<'open-rows'>(scope, {
    ledger,
    where,
    uses: [column, year],
    see(row) {
      if (fixed) return seen(row, column, fixed.by, scope)
      const about = yearOfRow(row)
      const due = about === undefined ? undefined : byYear.get(about)
      if (due) return seen(row, column, due.by, scope)
      return about === undefined ? open(year ?? column, '不明') : { state: 'idle' }
    },
  })
  if (!isSorted(found)) return [found]
  // A row without a year may be any year's.
  const yearOfItem = ({ item }: Item): number | null => (fixed ? null : (yearOfRow(item.row) ?? null))
  return dues.map((due) => {
    const own = (items: readonly Item[]) => items.filter((one) => yearOfItem(one) === due.year)
    const open = found.open.filter((one) => yearOfItem(one) === due.year || yearOfItem(one) === null)
    return rowsOfYear(scope, ledger, due, { ...found, right: own(found.right), wrong: own(found.wrong), open })
  })
}

type Item = Sorted<'open-rows'>['right'][number]

const open = (column: string, words: string): Seen<'open-rows'> => ({
  state: 'open',
  why: 'open-rows',
  column,
  words: `${column}${words}`,
})

function seen(row: LedgerRow, column: string, by: Day, { package: { asOf } }: Scope): Seen<'open-rows'> {
  const field = row.field(column)
  const day = dayIn(field)
  if (day) return { state: day <= by ? 'right' : 'wrong', column, words: day }
  if (field.state === 'inapplicable') return { state: 'idle' }
  if (isEmpty(field)) return asOf <= by ? { state: 'idle' } : open(column, '未填')
  return open(column, '无法识别')
}

function rowsOfYear(
  scope: Scope,
  ledger: string,
  due: DueDay,
  found: Sorted<'open-rows'>,
): Verdict<OfYear | RowMessage> {
  const { right, wrong, open, tables } = found
  const data = { ...dataOf(scope, due), ledger }
  const more = moreOf(due)
  if (wrong.length > 0) {
    const also = stillOpen(open)
    return gap(
      'rows-late',
      { ...data, count: wrong.length, rows: told(wrong), also },
      { ...more, cites: cells(wrong), actual: `${wrong.length}件晚于期限` },
    )
  }
  if (open.length > 0) return openVerdict(found, [], data, more)
  if (right.length === 0) {
    if (scope.package.asOf <= due.by) return exempt('not-due', data, more)
    const of = due.year === null ? '应核对的' : `${data.about}的`
    return unclear(
      'no-year',
      { ...data, of },
      { ...more, cites: tablePlaces(tables), actual: '没有记录', lacks: { ledger } },
    )
  }
  const { advised } = due
  const between = advised === null ? [] : right.filter(({ seen }) => seen.state === 'right' && seen.words > advised)
  if (between.length > 0)
    return unclear(
      'rows-advised',
      { ...data, count: between.length, rows: told(between) },
      { ...more, cites: cells(between), actual: `${between.length}件晚于较早期限` },
    )
  return met(
    'rows-on-time',
    { ...data, count: right.length },
    { ...more, cites: [...tablePlaces(tables), ...sampled(cells(right))], actual: `${right.length}件均按期` },
  )
}
