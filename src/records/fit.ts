import type { Table } from '../core/evidence.ts'
import type { LedgerSpec } from '../core/ledger.ts'
import type { Document } from '../core/package.ts'
import { bare, clipped } from '../language/text.ts'
import { textOf } from './cell.ts'
import { assign, type Vocabulary } from './columns.ts'
import { type Head, type Header, headersOf } from './headers.ts'
import { withPeople } from './people.ts'
import { withStretches } from './stretches.ts'

/** How a ledger fits a table: under which header, and which columns it lacks. */
export type Fit = {
  readonly spec: LedgerSpec
  readonly header: Header
  readonly columns: ReadonlyMap<string, Head>
  readonly missing: readonly string[]
  readonly titled: boolean
  readonly score: number
}

const ENOUGH = 0.6
const NEARLY = 0.5
const OWN = 0.7

type Fits = { readonly fit: Fit | undefined; readonly near: Fit | undefined }

/** The best ledger that the table is, and the best that it nearly is. */
export function fitOf(document: Document, table: Table, specs: readonly LedgerSpec[], vocabulary: Vocabulary): Fits {
  let fit: Fit | undefined
  let near: Fit | undefined
  // Below a header there are data; only deeper readings of the same header may still fit better.
  const isBelow = (first: number) => fit !== undefined && first > fit.header.first
  for (const header of headersOf(table, (name) => vocabulary.specs.has(name), isBelow)) {
    const known = header.heads.flatMap(({ names }) => names.filter((name) => vocabulary.specs.has(name)))
    if (known.length < 2) continue
    const title = titleOf(document, table, header)
    const tryable = new Set(known.flatMap((name) => vocabulary.specs.get(name)!))
    for (const spec of specs) {
      if (!tryable.has(spec)) continue
      const tried = tryOn(header, spec, vocabulary, title, table)
      if (isLedger(tried)) fit = better(fit, tried)
      else if (isNearly(tried)) near = better(near, tried)
    }
  }
  return { fit, near: near && (!fit || near.score > fit.score) ? near : undefined }
}

const better = (old: Fit | undefined, tried: Fit): Fit => (old && old.score >= tried.score ? old : tried)

function tryOn(header: Header, spec: LedgerSpec, vocabulary: Vocabulary, title: string, table: Table): Fit {
  const own = withStretches(assign(header.heads, spec, vocabulary), header, spec)
  const columns = withPeople(own, header, spec, table)
  const missing = spec.columns.filter(({ name, needed }) => needed && !columns.has(name)).map(({ name }) => name)
  const needed = neededOf(spec).length - missing.length
  const titled = [spec.name, ...spec.titles].some((words) => isTitled(title, bare(words)))
  // A needed column weighs three others, and a fitting title as much as a needed column.
  const score = needed * 2 + columns.size + (titled ? 3 : 0)
  return { spec, header, columns, missing, titled, score }
}

const KEPT = /(?:台账|台帐|统计表|登记表|登记簿|一览表|汇总表|明细表|情况表|花名册|名册|名单)$/u
const MIDDLE =
  /^(?:案件|工单|工作|活动|办理|开展|落实|登记|处理|整改|情况|信息|汇总|统计){0,3}(?:台账|台帐|统计表|登记表|登记簿|一览表|汇总表|明细表|花名册|名册|名单|表)/u
const SHORTEST = 4

/** A table is kept as 台账, 登记表 or 统计表: what it is of counts. */
function isTitled(title: string, words: string): boolean {
  if (title.includes(words)) return true
  const of = words.replace(KEPT, '').replace(/(?:案件|办理|情况)$/u, '')
  if (of === words || of.length < SHORTEST) return false
  for (let at = title.indexOf(of); at >= 0; at = title.indexOf(of, at + 1))
    if (MIDDLE.test(title.slice(at + of.length))) return true
  return false
}

const neededOf = ({ columns }: LedgerSpec) => columns.filter(({ needed }) => needed)

function shareOf({ spec, columns, missing }: Fit): number {
  const needed = neededOf(spec).length
  return needed > 0 ? (needed - missing.length) / needed : columns.size / spec.columns.length
}

function isLedger(fit: Fit): boolean {
  if (fit.columns.size < 2) return false
  const complete = fit.missing.length === 0 && neededOf(fit.spec).length > 0
  return complete || (fit.titled && (shareOf(fit) >= ENOUGH || isSlim(fit)))
}

/** A short ledger under its own name: it tells its rows apart, and nearly all its headers are the ledger's. */
function isSlim({ spec, columns, header }: Fit): boolean {
  const keyed = spec.key.every((name) => columns.has(name))
  return keyed && columns.size >= 4 && columns.size / header.heads.length >= OWN
}

const isNearly = (fit: Fit): boolean =>
  (fit.columns.size >= 2 && shareOf(fit) >= NEARLY) || (fit.titled && fit.columns.size >= 1)

/** Everything that may name the table, bare: the rows above the header, the sheet, the file, the document's own title. */
function titleOf({ evidence, facts }: Document, table: Table, { first }: Header): string {
  const above = table.rows.slice(0, first).flatMap(({ values }) => values.map(textOf))
  const file = evidence.path
    .split('/')
    .at(-1)!
    .replace(/\.[^.]{1,5}$/, '')
  return [...above, table.name, file, facts.title?.value ?? ''].map((text) => bare(clipped(text, 200))).join(' ')
}
