import type { Row, Table, Value } from '../../core/evidence.ts'
import type { Document, Package } from '../../core/package.ts'
import type { Parts } from '../../language/header-parts.ts'
import { clipped, plain } from '../../language/text.ts'
import { textOf } from '../../records/cell.ts'
import { dataRows } from '../../records/data-rows.ts'
import { type Head, type Header, headersOf } from '../../records/headers.ts'
import { momentOf } from '../../records/moment.ts'
import { yearOfTable } from '../../records/table-year.ts'
import { vocabulary } from '../../records/vocabulary.ts'

/** A column of any table: what stands over it, and what that says. */
export type Column = { readonly at: number; readonly name: string; readonly head: Head; readonly parts: Parts }

/** One table as it stands, whatever it is of. */
export type Grid = {
  readonly file: string
  readonly table: Table
  /** What names it, nearest first: the lines above it, its sheet, its file, the title of its document. */
  readonly names: readonly string[]
  /** How many of the names are the table's alone: what stands above it, and its sheet. */
  readonly near: number
  readonly year: number | undefined
  readonly columns: readonly Column[]
  readonly rows: readonly GridRow[]
  /** What stands below the header and is no data: sums, notes. */
  readonly asides: readonly GridRow[]
  readonly recognised: boolean
}

export type GridRow = {
  readonly grid: Grid
  readonly index: number
  readonly values: readonly Value[]
  /** What its cells say, by their columns, as far as somebody has asked: thirty rules look at the same cells. */
  readonly texts: (string | undefined)[]
}

// A package's tables do not change while it is judged, and thirty rules ask for them.
const known = new WeakMap<Package['documents'], readonly Grid[]>()

export function gridsOf({ documents }: Pick<Package, 'documents'>): readonly Grid[] {
  const found = known.get(documents) ?? documents.flatMap(gridsIn)
  known.set(documents, found)
  return found
}

const gridsIn = (document: Document): Grid[] =>
  document.evidence.tables.flatMap((table) => gridOf(document, table) ?? [])

function gridOf({ evidence, facts }: Document, table: Table): Grid | undefined {
  const header = headerOf(table)
  if (!header) return undefined
  const { parts } = vocabulary()
  const columns = header.heads.map((head) => ({
    at: head.column,
    name: clipped(shownName(head, header.heads), 24),
    head,
    parts: parts(head.labels),
  }))
  const below = table.rows.slice(header.last + 1)
  const data = dataRows(
    below,
    header.heads,
    columns.map(({ at }) => at),
    table,
  )
  const kept = new Set(data)
  const above = table.rows
    .slice(0, header.first)
    .flatMap(({ values }) => values.map(textOf))
    .filter(Boolean)
  const title = facts.title?.value ?? ''
  const near = [...above.map((text) => clipped(text, 200)), table.name].filter(Boolean)
  const rows: GridRow[] = []
  const asides: GridRow[] = []
  const grid: Grid = {
    file: evidence.path,
    table,
    names: [...near, fileOf(evidence.path), title].filter(Boolean),
    near: near.length,
    year: yearOfTable(evidence.path, table, header.first, title),
    columns,
    rows,
    asides,
    recognised: table.rows.some(({ certainties }) => certainties !== undefined),
  }
  for (const row of below) (kept.has(row) ? rows : asides).push(rowOf(grid, row))
  return grid
}

/** With as much room for texts as it has cells: there may be hundreds of thousands of rows. */
const rowOf = (grid: Grid, { index, values }: Row): GridRow => ({
  grid,
  index,
  values,
  texts: new Array<string | undefined>(values.length),
})

/** What stands right over the column, where that is enough to find it: 受理日期 under 办理过程, but 第一次日期. */
function shownName({ labels }: Head, heads: readonly Head[]): string {
  const leaf = labels.at(-1) ?? ''
  const isAlone = heads.filter((one) => one.labels.at(-1) === leaf).length === 1
  return isAlone && leaf.length > SHORTEST_NAME ? leaf : labels.join('')
}
const SHORTEST_NAME = 2

const fileOf = (path: string): string =>
  path
    .split('/')
    .at(-1)!
    .replace(/\.[^.]{1,5}$/, '')

/** The first rows that read as heads: most of them are words for columns, and none is a value. */
function headerOf(table: Table): Header | undefined {
  const { parts } = vocabulary()
  const isName = (label: string): boolean => label.length <= 30 && isHeading(parts([label]))
  const isCard = (label: string): boolean => parts([label]).attributes[0] === '证号'
  let best: { readonly header: Header; readonly known: number } | undefined
  for (const header of headersOf(
    table,
    { isName, isCard },
    (first) => best !== undefined && first > best.header.first,
  )) {
    const known = header.heads.filter(({ labels }) => isHeading(parts(labels))).length
    if (known < 2 || known < header.heads.length * 0.4) continue
    if (best && header.last > best.header.last && !addsLabels(table, best.header, header)) continue
    if (!best || known >= best.known) best = { header, known }
  }
  return best?.header
}

const isHeading = ({ attributes, events, objects, rest, length }: Parts): boolean =>
  attributes.length + events.length + objects.length > 0 && rest.length <= length * 0.75

/** Whether the rows by which a header is deeper than another one are labels, and not the first data. */
function addsLabels({ rows }: Table, less: Header, more: Header): boolean {
  const { parts } = vocabulary()
  const above = rows[less.last]!.values
  // A group's leaves stand where the row above is blank; under a full row of heads there are data.
  if (!rows[more.last]!.values.some((value, at) => textOf(value) !== '' && textOf(above[at]) === '')) return false
  return rows.slice(less.last + 1, more.last + 1).every(({ values }) => {
    const filled = values.map(textOf).filter(Boolean)
    // 30日届满日 is a head, 30日 is a value.
    const isLabel = (text: string) => PERIOD.test(text) || isHeading(parts([text]))
    if (filled.some((text) => (/^\d/u.test(text) && !isLabel(text)) || momentOf(text))) return false
    return filled.filter(isLabel).length >= filled.length * 0.6
  })
}

/** 2020年 and 一季度 under 检查日期 are leaves of a group. */
const PERIOD = /^(?:(?:19|20)\d{2}年?(?:度|[上下]半年)?|\d{1,2}月份?|第?[一二三四1-4]季度)$/u

/** 学时 under 2020年 and 2021年 is one head with a column for each year: each of them, and its year where its head tells one. */
export function yearly(column: Column): readonly { readonly year: number | undefined; readonly column: Column }[] {
  const { head } = column
  if (head.years && head.years.size > 1) {
    const leaf = head.labels.at(-1) ?? ''
    return [...head.years].map(([year, at]) => ({ year, column: { ...column, at, name: `${year}年${leaf}` } }))
  }
  const said = head.labels.flatMap((label) => /^(20\d{2})年?度?$/u.exec(plain(label))?.[1] ?? [])[0]
  return [{ year: said === undefined ? undefined : Number(said), column }]
}
