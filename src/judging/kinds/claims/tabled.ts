import type { Claim } from '../../../core/fact.ts'
import type { Package } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import { cellWord } from '../../../language/cell-words.ts'
import { bare } from '../../../language/text.ts'
import { cell } from '../../tables/cells.ts'
import { spanIn } from '../../tables/days.ts'
import { type Column, type Grid, type GridRow, gridsOf } from '../../tables/grid.ts'
import { placeOf } from '../../tables/row-name.ts'

/** A rate that a table of figures states, or what stands below a table: of which year, and of which kind of its cases. */
export type Tabled = Claim & {
  readonly year: number | undefined
  readonly kind: string | undefined
  /** In a column of the table, whose own arithmetic is checked where it stands. */
  readonly inColumn: boolean
}

const seen = new WeakMap<Package['documents'], readonly Tabled[]>()

export function tabledIn(found: Package): readonly Tabled[] {
  const known = seen.get(found.documents) ?? gridsOf(found).flatMap((grid) => claimedIn(grid, found))
  seen.set(found.documents, known)
  return known
}

// What was recognised from a picture may be misread.
const claimedIn = (grid: Grid, found: Package): Tabled[] =>
  grid.recognised ? [] : [...grid.columns.flatMap((column) => inColumn(grid, column)), ...below(grid, found)]

const RATE = new RegExp(`${cellWord('rates')}$`, 'u')
const TOTAL = new RegExp(`^(?:${cellWord('totals')}|${cellWord('partials')}|${cellWord('subtotals')})`, 'u')
const STATED = /^(\d{1,3}(?:\.\d{1,4})?)%$/u

function inColumn(grid: Grid, column: Column): Tabled[] {
  const labels = column.head.labels.map(bare).filter(Boolean)
  const leaf = labels.at(-1) ?? ''
  if (!RATE.test(leaf)) return []
  // 按时办结 over 件数 and 比例 is a 按时办结率.
  const own = leaf.replace(RATE, '')
  const subject = `${own === '' ? (labels.at(-2) ?? '').replace(/[率数]$/u, '') : own}率`
  const sums = grid.asides.filter((row) => TOTAL.test(bare(labelOf(row, column))))
  return [...grid.rows, ...sums].flatMap((row): Tabled[] => {
    const stated = STATED.exec(cell(row, column))
    if (!stated || subject.length < 3) return []
    const label = bare(labelOf(row, column))
    const own = yearIn(label)
    const quote = `${subject}${stated[0]}`
    return [
      {
        subject,
        percent: Number(stated[1]),
        context: `${grid.names.join(' ')} ${label}`,
        at: { ...placeOf(row, column), quote },
        year: own ?? grid.year,
        kind: own !== undefined || TOTAL.test(label) || label === '' ? undefined : label,
        inColumn: true,
      },
    ]
  })
}

/** What a row is of: its first words. */
const labelOf = (row: GridRow, rate: Column): string =>
  row.grid.columns
    .filter(({ at }) => at < rate.at)
    .map((column) => cell(row, column))
    .find((text) => /\p{Script=Han}|^20\d{2}/u.test(text)) ?? ''

const yearIn = (text: string): number | undefined => {
  const year = /^(20\d{2})(?:年|[上下]半年|$)/u.exec(text)?.[1]
  return year === undefined ? undefined : Number(year)
}

/** The claims that facts found in the lines below its rows. */
function below(grid: Grid, { documents }: Package): Tabled[] {
  const rows = new Set(grid.asides.map(({ index }) => index + 1))
  const own = documents.find(({ evidence }) => evidence.path === grid.file)
  return (own?.facts.claims ?? []).flatMap((claim) =>
    isIn(claim.at, grid, rows)
      ? [
          {
            ...claim,
            context: `${grid.names.join(' ')} ${claim.context ?? ''}`,
            year: grid.year,
            kind: undefined,
            inColumn: false,
          },
        ]
      : [],
  )
}

const isIn = ({ sheet, cell: at }: Place, { table }: Pick<Grid, 'table'>, rows: ReadonlySet<number>): boolean =>
  // Only what is opened as a workbook has sheets.
  sheet === table.name && rows.has(Number(/\d+$/.exec(at ?? '')?.[0]))

/**
 * One claim for a column that claims the same of every kind: 按期办结率 100% of each office is one of all cases, whichever
 * office a blamed row, which need not say, is of.
 */
export function ofAll(claims: readonly Tabled[], enough: number): Tabled[] {
  const columns = new Map<string, Tabled[]>()
  for (const claim of claims) {
    const { at, year } = claim
    const key = `${at.file} ${at.sheet} ${at.cell?.replace(/\d+$/u, '')} ${year}`
    columns.set(key, [...(columns.get(key) ?? []), claim])
  }
  return [...columns.values()].flatMap(([first, ...others]) =>
    first &&
    others.length > 0 &&
    [first, ...others].every(({ kind, percent }) => kind !== undefined && percent >= enough)
      ? [{ ...first, kind: undefined }]
      : [],
  )
}

/** Whether rows that a finding blames are among those that the claim speaks of. */
export function concerns({ year, kind }: Tabled, cites: readonly Place[], found: Package): boolean {
  const grids = gridsOf(found)
  return cites.some((cite) =>
    grids.some(
      (grid) =>
        grid.file === cite.file &&
        grid.rows.some(
          (row) => isIn(cite, grid, new Set([row.index + 1])) && isOfYear(row, year) && isOfKind(row, kind),
        ),
    ),
  )
}

/** Whether a text that speaks of one year may speak of the rows that are blamed, which all are of one, too. */
export function isOfRows(claim: Claim, cites: readonly Place[], found: Package): boolean {
  const year = yearSaid(claim, found)
  const blamed = gridsOf(found).filter(({ file, table, rows }) =>
    cites.some((cite) => cite.file === file && rows.some(({ index }) => isIn(cite, { table }, new Set([index + 1])))),
  )
  const areOfYears = blamed.length > 0 && blamed.every((grid) => grid.year !== undefined)
  return year === undefined || !areOfYears || blamed.some((grid) => grid.year === year)
}

/** The year that stands nearest before it, else that of the paper's title, where it is the only one. */
function yearSaid({ context = '', at }: Claim, { documents }: Package): number | undefined {
  const nearest = [...context.matchAll(YEARS)].at(-1)
  if (nearest) return Number(nearest[1])
  const title = documents.find(({ evidence }) => evidence.path === at.file)?.facts.title?.value ?? ''
  const [first, ...others] = [...title.matchAll(YEARS)]
  return first && others.length === 0 ? Number(first[1]) : undefined
}
const YEARS = /(?<!\d)(20\d{2})年/gu

const isOfKind = ({ values }: GridRow, kind: string | undefined): boolean =>
  kind === undefined || values.some((value) => bare(String(value ?? '')) === kind)

/** A row whose days lie in two years may be counted in either. */
function isOfYear({ grid, values }: GridRow, year: number | undefined): boolean {
  if (year === undefined || grid.year === year) return true
  const days = values.flatMap((value) => spanIn(value, grid.year)?.from ?? [])
  return days.length > 0 && days.every((day) => day.startsWith(`${year}`))
}
