import type { Evidence } from '../../core/evidence.ts'
import type { Scope } from '../../core/kind.ts'
import type { Field, Ledger, LedgerRow } from '../../core/ledger.ts'
import type { Document, Match, NearMiss } from '../../core/package.ts'
import { lexicon } from '../../language/lexicon.ts'
import { JoinedRow } from './joined.ts'
import { type Index, indexOf, keyOf } from './scope-index.ts'
import { mayConcern } from './speaking.ts'

export type Matched = { readonly document: Document; readonly match: Match }

/** The files that serve a material of the scope's indicator, sure ones first. */
export function matchedTo({ package: found, indicator }: Scope, material: string): Matched[] {
  const { documents, matches } = indexOf(found)
  return (matches.get(keyOf(indicator.id, material)) ?? [])
    .flatMap((match) => {
      const document = documents.get(match.file)
      return document ? [{ document, match }] : []
    })
    .sort((a, b) => Number(b.match.sure) - Number(a.match.sure))
}

export const nearMissesOf = ({ package: found, indicator }: Scope, material: string): readonly NearMiss[] =>
  indexOf(found).nearMisses.get(keyOf(indicator.id, material)) ?? []

export const ledgersOf = ({ package: { ledgers } }: Scope, name: string): Ledger[] =>
  ledgers.filter(({ spec }) => spec.name === name || spec.id === name)

type Rows = { readonly rows: LedgerRow[]; readonly disputed: LedgerRow[][] }

// Many rules read one ledger; the tables of a package do not change while it is judged.
const known = new WeakMap<readonly Ledger[], Map<string, Rows>>()

/**
 * The rows of every table that is this ledger. The same matter in two files counts once, and each says what the other has
 * no column for; rows of one key that disagree are `disputed` and all kept, so that a kind can say so.
 */
export function rowsOf(scope: Scope, name: string): Rows {
  const { ledgers } = scope.package
  const byName = known.get(ledgers) ?? new Map<string, Rows>()
  known.set(ledgers, byName)
  const rows = byName.get(name) ?? gathered(ledgersOf(scope, name))
  byName.set(name, rows)
  return rows
}

function gathered(ledgers: readonly Ledger[]): Rows {
  const rows: LedgerRow[] = []
  const byKey = new Map<string, LedgerRow[]>()
  const more = new Map<LedgerRow, readonly LedgerRow[]>()
  const shelves = new Map<string, Shelf>()
  for (const ledger of ledgers) {
    const seen = Array.from(shelves.values(), (shelf) => spellings(shelf, ledger))
    const keyed: LedgerRow[] = []
    for (const row of ledger.rows) {
      const { key } = row
      if (key) keyed.push(row)
      // Two equal rows of one table are two cases that the unit numbered badly, not one: only another table repeats a row.
      const same = byKey.get(key)
      if (key && seen.some(({ texts, columns }) => texts.has(spelled(row, columns)))) {
        if (same?.length === 1) more.set(same[0]!, [...(more.get(same[0]!) ?? []), row])
        continue
      }
      rows.push(row)
      if (same) same.push(row)
      else if (key) byKey.set(key, [row])
    }
    shelve(ledger, keyed, shelves)
  }
  const apart = [...byKey.values()].filter((same) => same.some(({ ledger }) => ledger !== same[0]?.ledger))
  for (const same of apart) for (const row of same) more.set(row, others(same, row, more))
  const joined = new Map(Array.from(more, ([row, rest]) => [row, new JoinedRow(row, rest)]))
  const as = (row: LedgerRow): LedgerRow => joined.get(row) ?? row
  return { rows: rows.map(as), disputed: apart.map((same) => same.map(as)) }
}

const others = (
  same: readonly LedgerRow[],
  row: LedgerRow,
  more: ReadonlyMap<LedgerRow, readonly LedgerRow[]>,
): LedgerRow[] => [...(more.get(row) ?? []), ...same.filter((other) => other.ledger !== row.ledger)]

/** The rows of all tables so far that have the same columns; a unit may keep one ledger in hundreds of files. */
type Shelf = { readonly columns: readonly string[]; readonly rows: LedgerRow[]; readonly spelt: Map<string, Spelt> }

/** How rows are spelt in some of the columns; `done` counts those that were. */
type Spelt = { readonly columns: readonly string[]; readonly texts: Set<string>; done: number }

function shelve({ columns }: Ledger, rows: readonly LedgerRow[], shelves: Map<string, Shelf>): void {
  const name = JSON.stringify(columns)
  const shelf = shelves.get(name)
  if (shelf) for (const row of rows) shelf.rows.push(row)
  else shelves.set(name, { columns, rows: [...rows], spelt: new Map() })
}

/** How earlier tables spell their rows in the columns that the later one has too. */
function spellings(shelf: Shelf, later: Ledger): Spelt {
  const columns = shelf.columns.filter((column) => later.columns.includes(column))
  const name = JSON.stringify(columns)
  const spelt = shelf.spelt.get(name) ?? { columns, texts: new Set(), done: 0 }
  shelf.spelt.set(name, spelt)
  for (; spelt.done < shelf.rows.length; spelt.done++) spelt.texts.add(spelled(shelf.rows[spelt.done]!, columns))
  return spelt
}

const spelled = (row: LedgerRow, columns: readonly string[]): string =>
  JSON.stringify([row.key, ...columns.map((column) => meant(row.field(column), column))])

/** 2020.5.27 and 2020/5/27 09:30 are one day; what is published masks whose it is, so of a person the surname counts. */
function meant(field: Field, column: string): string {
  if (field.state === 'day' || field.state === 'time') return field.day
  if (field.state === 'text' && PERSON.test(field.text.trim()) && namesParties(column))
    return field.text.trim().slice(0, 1)
  if (field.state === 'number') return String(field.number)
  return field.state === 'flag' ? String(field.flag) : field.text
}

const PERSON = /^\p{Script=Han}(?:\p{Script=Han}|[某*×xX＊○]){1,3}$/u

/** Whether a column says whom a case concerns. */
function namesParties(column: string): boolean {
  parties ??= new Set(lexicon().objects.find(({ id }) => id === '当事人')?.words)
  return parties.has(column)
}
let parties: ReadonlySet<string> | undefined

const unseen = new WeakMap<Index, Map<string, readonly Evidence[]>>()

/**
 * Files whose content nobody has seen and that could be a document of this indicator: they lie under it, or under none
 * while their names say nothing or something of it. What was read in part may hold one more where the unit put it there:
 * units bind all papers of an indicator into one file.
 */
export function unreadFor({ package: found, indicator }: Scope): readonly Evidence[] {
  const index = indexOf(found)
  const byIndicator = unseen.get(index) ?? new Map<string, readonly Evidence[]>()
  unseen.set(index, byIndicator)
  const known = byIndicator.get(indicator.id) ?? [
    ...index.unread.filter(({ path }) => index.placed.get(path)?.has(indicator.id) ?? mayConcern(path, indicator)),
    ...index.partly.filter((one) => index.under.get(indicator.id)?.some(({ evidence }) => evidence === one)),
  ]
  byIndicator.set(indicator.id, known)
  return known
}

/** How far they were read, as the sentence has it: 有2个文件… */
export function howUnread(files: readonly Pick<Evidence, 'extent'>[]): string {
  const partly = files.filter(({ extent }) => extent === 'partly').length
  if (partly === 0) return '未能读取'
  return partly === files.length ? '没有读完' : '未能读取或没有读完'
}
