import { cellPlace, type Row, type Table } from '../core/evidence.ts'
import type { ColumnSpec, Ledger, LedgerRow, LedgerSpec, ReadColumn, TableNote } from '../core/ledger.ts'
import type { Document } from '../core/package.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { byKind } from './by-kind.ts'
import type { Column } from './columns.ts'
import { uncrossed } from './crossed.ts'
import { rowsBelow } from './data-rows.ts'
import { type Fit, type Fits, fitOf, labels } from './fit.ts'
import { type Frame, framesOf, topsOf } from './frame.ts'
import { type Head, headersOf } from './headers.ts'
import { rowsOf } from './ledger-row.ts'
import { columnWhy, nearWhy, whyOf } from './ledger-words.ts'
import { namesOver } from './own-name.ts'
import { isSaid } from './said.ts'
import { vocabulary } from './vocabulary.ts'

/** A table that is nearly a ledger, and what its header lacks. */
export type LedgerNearMiss = {
  readonly spec: LedgerSpec
  readonly file: string
  readonly why: string
  /** Columns that it would need. */
  readonly lacks: readonly string[]
}

export type Recognised = {
  readonly ledgers: readonly Ledger[]
  readonly nearMisses: readonly LedgerNearMiss[]
  /** How each ledger was recognised, in Chinese. */
  readonly whys: ReadonlyMap<Ledger, string>
}

/** Finds the ledgers in whatever tables there are, by their header words. One table is at most one ledger, and the roster of its persons. */
export function recogniseLedgers(documents: readonly Document[], specs: readonly LedgerSpec[]): Recognised {
  const found: Growing[] = []
  const nearMisses: LedgerNearMiss[] = []
  for (const document of documents) {
    let open: Growing | undefined
    for (const own of document.evidence.tables)
      for (const { table, fits } of fitted(document, own, specs)) {
        const { fit, besides, near } = fits
        if (continued(open, fit, table)) continue
        open = fit && started(document, table, fit)
        if (open) found.push(open)
        if (besides) found.push(started(document, table, besides))
        if (near)
          nearMisses.push({
            spec: near.spec,
            file: document.evidence.path,
            why: nearWhy(table, near),
            lacks: near.missing,
          })
      }
  }
  const whys = new Map(found.map(({ ledger, fit, tables }): [Ledger, string] => [ledger, whyOf(tables, fit)]))
  return { ledgers: found.map(({ ledger }) => ledger), nearMisses, whys }
}

type Fitted = { readonly table: Table; readonly fits: Fits }

/**
 * As it stands; of several affairs that a column tells apart, the rows of each by themselves; else, where its heads are
 * persons, with a row for each of them.
 */
function fitted(document: Document, table: Table, specs: readonly LedgerSpec[]): Fitted[] {
  const fits = fitOf(document, table, specs)
  if (fits.fit) {
    // What goes on over pages is one table only when all of it is read.
    const kinds = table.page === undefined ? byKind(table, fits.fit.header) : []
    const apart = kinds.map((one) => ({ table: one.table, fits: fitOf(document, one.table, specs, one.kind) }))
    return apart.some((one) => one.fits.fit) ? apart : [{ table, fits }]
  }
  const turned = uncrossed(table, namesOver(document, table))
  const again = turned && fitOf(document, turned, specs)
  return again?.fit && turned ? [{ table: turned, fits: again }] : [{ table, fits }]
}

/** A ledger under way: in a PDF the next page's table goes on with it. */
type Growing = {
  readonly ledger: Ledger
  readonly rows: LedgerRow[]
  readonly notes: TableNote[]
  readonly fit: Fit
  readonly tables: Table[]
  /** One for each year that has columns of its own. */
  readonly frames: readonly Frame[]
}

function started({ evidence: { path }, facts }: Document, table: Table, fit: Fit): Growing {
  const frames = framesOf(path, table, facts.title?.value ?? '', fit)
  const claimed = new Set([...fit.columns.values()].map(({ head }) => head))
  const rows: LedgerRow[] = []
  const notes: TableNote[] = []
  const ledger: Ledger = {
    spec: fit.spec,
    file: path,
    sheet: table.name,
    columns: fit.spec.columns
      .filter((column) => fit.columns.has(column.name) || isSaid(column, frames[0]!))
      .map(nameOf),
    strange: fit.header.heads.filter((head) => !claimed.has(head)).map(({ text }) => clipped(visible(text), 40)),
    assigned: [...fit.columns].flatMap(([name, column]) => readColumns(path, table, name, column)),
    unsure: fit.unsure.flatMap((column) =>
      column.target.columns.flatMap((name) => readColumns(path, table, name, column)),
    ),
    ...(fit.said.size > 0 && { named: [...fit.said.keys()] }),
    rows,
    notes,
    ...(table.rows.some(({ certainties }) => certainties !== undefined) && { recognised: true }),
  }
  const growing: Growing = { ledger, rows, notes, fit, tables: [table], frames }
  fill(growing, frames, table.rows.slice(fit.header.last + 1))
  return growing
}

/** Placed at its lowest header cell, of several years at that of each. */
function readColumns(file: string, table: Table, name: string, column: Column): ReadColumn[] {
  const { head, certainty } = column
  const label = head.labels.at(-1) ?? ''
  return [...(head.years?.values() ?? [head.column])].map((at) => ({
    column: name,
    head: clipped(visible(head.text), 40),
    certainty: Math.round(certainty * 100) / 100,
    why: columnWhy(column),
    place: cellPlace(file, table, head.row, at, label),
  }))
}

const nameOf = ({ name }: ColumnSpec): string => name

function fill({ rows: into, notes, ledger, fit }: Growing, frames: readonly Frame[], rows: readonly Row[]): void {
  const [frame] = frames
  if (!frame) return
  const columns = [...new Set(frames.flatMap(({ at }) => [...at.values()]))]
  const { data, said } = rowsBelow(rows, fit.header.heads, columns, frame.table)
  for (const row of data) for (const one of frames) into.push(...rowsOf(ledger, one, row))
  for (const { row, column, text } of said)
    notes.push({ text, place: cellPlace(frame.file, frame.table, row.index, column, text) })
}

/** A table on the same or the next page, as wide as the one before, with its header again or none at all. */
function continued(open: Growing | undefined, fit: Fit | undefined, table: Table): boolean {
  const before = open?.tables.at(-1)
  if (!open || !before || table.kind !== 'grid' || before.page === undefined || table.page === undefined) return false
  if (table.page < before.page || table.page > before.page + 1 || widthOf(table) !== widthOf(before)) return false
  if (fit && (fit.spec !== open.fit.spec || !sameColumns(fit, open.fit))) return false
  if (
    !fit &&
    [...headersOf(table, { ...labels(vocabulary(), []), isName: () => true })].some(
      ({ first, heads }) => first === 0 && looksLikeHeader(heads, open.fit),
    )
  )
    return false
  open.tables.push(table)
  const rows = fit ? table.rows.slice(fit.header.last + 1) : table.rows
  const tops = topsOf(table)
  fill(
    open,
    open.frames.map((frame) => ({ ...frame, table, tops })),
    rows,
  )
  return true
}

const widthOf = ({ rows }: Table): number => Math.max(0, ...rows.slice(0, 50).map(({ values }) => values.length))

const sameColumns = (a: Fit, b: Fit): boolean =>
  [...a.columns].every(([name, { head }]) => b.columns.get(name)?.head.column === head.column)

/** Another table's header: labels of this ledger, in other columns. */
function looksLikeHeader(heads: readonly Head[], { columns }: Fit): boolean {
  const known = [...columns.values()].map(({ head }) => head)
  const own = new Map(known.map(({ column, names }) => [column, names]))
  const all = new Set(known.flatMap(({ names }) => names))
  return heads.some(({ column, names }) => names.some((name) => all.has(name) && !own.get(column)?.includes(name)))
}
