import type { Scope } from '../../core/kind.ts'
import type { Ledger, LedgerRow } from '../../core/ledger.ts'
import type { Place } from '../../core/place.ts'
import { type Data, exempt, unclear, type Verdict } from '../../core/verdict.ts'
import type { Where } from '../../core/where.ts'
import { listed, noted, quoted } from '../../language/prose.ts'
import { type Case, isAside, tablePlaces } from './cases.ts'
import { isVerdict, LEDGER_MESSAGES, opened } from './opened.ts'

/** What one row shows. `column` is the cell that decides, `words` say in brackets what is odd about it. */
export type Seen<W extends string> =
  | { readonly state: 'right' | 'wrong'; readonly column: string; readonly words: string }
  /** It cannot be told, because of `why`. */
  | { readonly state: 'open'; readonly why: W | 'open-rows'; readonly column: string; readonly words: string }
  /** The row asks nothing. */
  | { readonly state: 'idle' }

export const ROW_MESSAGES = {
  ...LEDGER_MESSAGES,
  'no-rows': { says: '{name}无从核对：《{ledger}》中没有记录', fix: '请核对台账是否报全；确无此类事项的，请作零报告' },
  'none-concerned': {
    says: '《{ledger}》的{count}条记录均不属于{name}的核对范围',
    fix: '无需补充；记录登记有误的，请更正',
  },
  'no-column': { says: '{name}无法核对：《{ledger}》缺少{columns}列{also}', fix: '请在现有台账中补上{columns}列' },
  disputed: {
    says: '{name}暂不能核算：{count}件在不同文件中登记不一（{rows}）{also}',
    fix: '请对照原件核实，统一各份台账的登记',
  },
  'open-rows': {
    says: '{name}暂不能核算：{count}件的登记不足以判断（{rows}）{also}',
    fix: '请补填或更正这{count}件的{columns}',
  },
} as const

export type RowMessage = keyof typeof ROW_MESSAGES

type Item<W extends string> = { readonly item: Case; readonly seen: Seen<W> }

export type Sorted<W extends string> = {
  readonly right: readonly Item<W>[]
  readonly wrong: readonly Item<W>[]
  readonly open: readonly Item<W>[]
  readonly idle: number
  readonly tables: readonly Ledger[]
  readonly lacking: readonly string[]
}

type Asked<W extends string> = {
  readonly ledger: string
  readonly where: Where
  readonly uses: readonly (string | null)[]
  readonly begins?: readonly string[]
  see(row: LedgerRow): Seen<W>
}

/** Looks at every row of a ledger by itself, and sorts the cases; or the verdict where there is nothing to look at. */
export function sorted<W extends string>(
  scope: Scope,
  { ledger, where, uses, begins, see }: Asked<W>,
): Sorted<W> | Verdict<RowMessage> {
  const found = opened(scope, ledger, where, uses, begins)
  if (isVerdict(found)) return found
  const { chosen, perhaps, all, tables, lacking } = found
  if (chosen.length + perhaps.length === 0) {
    const data = { name: scope.rule.name, ledger, count: all }
    return all > 0
      ? exempt('none-concerned', data, { cites: tablePlaces(tables), actual: '0条' })
      : unclear('no-rows', data, { cites: tablePlaces(tables), actual: '0条', lacks: { ledger } })
  }
  const sure = chosen.map((item) => ({ item, seen: together(item, see) }))
  const maybe = perhaps.map((item) => ({ item, seen: doubted(together(item, see)) }))
  const of = (state: Seen<W>['state'], items: readonly Item<W>[] = [...sure, ...maybe]) =>
    items.filter(({ seen }) => seen.state === state)
  // Where nobody can tell of any row whether it counts, all being right is as good.
  const right = of('right', of('right', sure).length > 0 ? sure : maybe)
  const idle = sure.length + maybe.length - of('wrong').length - of('open').length - right.length
  return { right, wrong: of('wrong'), open: of('open'), idle, tables, lacking }
}

function together<W extends string>(item: Case, see: (row: LedgerRow) => Seen<W>): Seen<W> {
  const seen = alike(item, see)
  return seen.state === 'open' && isAside(item) ? { state: 'idle' } : seen
}

function alike<W extends string>({ row, rows }: Case, see: (row: LedgerRow) => Seen<W>): Seen<W> {
  const first = see(row)
  if (rows.length === 1) return first
  const odd = rows.map(see).find((other) => other.state !== first.state)
  if (!odd) return first
  const column = [first, odd].flatMap((one) => ('column' in one ? [one.column] : []))[0] ?? ''
  return { state: 'open', why: 'disputed' as W, column, words: '各文件登记不一' }
}

/** A row that perhaps does not count proves nothing by being wrong, and is no trouble when it is right. */
function doubted<W extends string>(seen: Seen<W>): Seen<W> {
  if (seen.state === 'right' || seen.state === 'idle') return seen
  return {
    state: 'open',
    why: seen.state === 'open' ? seen.why : 'open-rows',
    column: seen.column,
    words: `${seen.words}，${DOUBTED}`,
  }
}

const DOUBTED = '是否属于核对范围不明'

const isDoubted = <W extends string>({ seen }: Item<W>): boolean =>
  seen.state === 'open' && seen.why === 'open-rows' && seen.words.endsWith(DOUBTED)

/** Rows that are wrong as they stand, unless the column that is lacking says why: a clerk wants to know which. */
function wrongOtherwise<W extends string>(open: readonly Item<W>[]): string {
  const some = open.filter(isDoubted)
  return some.length > 0 ? `；按现有登记有${some.length}件不符（${told(some)}）` : ''
}

export const isSorted = <W extends string>(result: Sorted<W> | Verdict<RowMessage>): result is Sorted<W> =>
  !('outcome' in result)

/** 《甲办法》(28日)、《乙办法》(29日)等5件 */
export const told = <W extends string>(items: readonly Item<W>[]): string =>
  listed(items.map(({ item, seen }) => noted(item.row.name, 'words' in seen ? seen.words : '')))
export const cells = <W extends string>(items: readonly Item<W>[]): Place[] =>
  items.flatMap(({ item, seen }) =>
    item.rows.map((row) => row.place('column' in seen && seen.column ? seen.column : undefined)),
  )

/** Beside what is wrong: how many cannot be told, and by which of their columns. */
export function stillOpen<W extends string>(open: readonly Item<W>[]): string {
  if (open.length === 0) return ''
  const columns = columnsOf(open).slice(0, 2)
  return `，另有${open.length}件${columns.length > 0 ? `看不出${quoted(columns)}，` : ''}还不能判断`
}

const columnsOf = <W extends string>(items: readonly Item<W>[]): string[] => [
  ...new Set(items.flatMap(({ seen }) => ('column' in seen && seen.column ? [seen.column] : []))),
]

/** The verdict on open rows: the gravest reason speaks, in the kind's order; the others are counted. */
export function openVerdict<W extends string>(
  { open, lacking, tables }: Sorted<W>,
  order: readonly (W | RowMessage)[],
  data: Data,
  more: { readonly expected: string; readonly subject?: string },
): Verdict<W | RowMessage> {
  const whyOf = ({ seen }: Item<W>) => (seen.state === 'open' ? seen.why : 'open-rows')
  const why =
    [...order, 'disputed' as const].find((reason) => open.some((item) => whyOf(item) === reason)) ?? 'open-rows'
  if (why === 'open-rows' && lacking.length > 0)
    return unclear(
      'no-column',
      { ...data, columns: quoted(lacking), also: wrongOtherwise(open) },
      {
        ...more,
        cites: [...tablePlaces(tables), ...cells(open.filter(isDoubted))],
        actual: `缺少${quoted(lacking)}`,
        lacks: { ledger: tables[0]?.spec.name ?? '', columns: lacking },
      },
    )
  const some = open.filter((item) => whyOf(item) === why)
  const others = open.length - some.length
  const columns = columnsOf(some)
  const all = {
    ...data,
    count: some.length,
    rows: told(some),
    also: others > 0 ? `，另有${others}件也需核实` : '',
    columns: quoted(columns.slice(0, 3)) || '相关各列',
  }
  return unclear(why, all, { ...more, cites: cells(open), actual: `${open.length}件待核实` })
}
