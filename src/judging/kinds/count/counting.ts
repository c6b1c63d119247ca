import { written } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import type { Field } from '../../../core/ledger.ts'
import type { Document } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import type { Truth } from '../../../core/where.ts'
import { bare } from '../../../language/text.ts'
import { isAbout, type Period } from '../../desk/years.ts'
import { dayPlace, filesOf, isDraft, nameOf } from '../../papers/absent.ts'
import { distinctPapers } from '../../papers/papers.ts'
import { speaksOf } from '../../papers/topics.ts'
import { byPeriod } from '../../rows/by-period.ts'
import { type Case, placesOf } from '../../rows/cases.ts'
import { isEmpty } from '../../rows/cells.ts'
import type { Opened } from '../../rows/opened.ts'
import { sameAs } from '../../rows/tally.ts'
import { heldIn } from '../../tables/held.ts'
import { nameOf as nameOfRow, placeOf } from '../../tables/row-name.ts'

/** Something that counts: how messages call it, where it stands. */
export type Thing = { readonly name: string; readonly places: readonly Place[] }

/** What counts in a period, and what perhaps does. */
export type Counted = { readonly sure: readonly Thing[]; readonly open: readonly Thing[] }

type Columns = { readonly date: string | null; readonly year: string | null; readonly distinct: readonly string[] }

/** Rows of one value of a column; what has no value there may belong to any. */
export function groupsBy({ chosen, perhaps }: Opened, column: string) {
  const names = new Map<string, string>()
  const nameOfGroup = ({ row }: Case) => (isNamed(row.field(column)) ? bare(row.field(column).text) : '')
  for (const item of [...chosen, ...perhaps])
    if (nameOfGroup(item) && !names.has(nameOfGroup(item)))
      names.set(nameOfGroup(item), item.row.field(column).text.trim())
  const [sure, maybe] = [grouped(chosen, nameOfGroup), grouped(perhaps, nameOfGroup)]
  const nameless = [...(sure.get('') ?? []), ...(maybe.get('') ?? [])]
  // No group at all is still an answer that a rule owes.
  if (names.size === 0) return [{ of: '', chosen: [], perhaps: nameless }]
  return [...names].map(([value, of]) => ({
    of,
    chosen: sure.get(value) ?? [],
    perhaps: [...(maybe.get(value) ?? []), ...nameless],
  }))
}

/** 无 names nobody, and what was badly recognised perhaps another. */
const isNamed = (field: Field): boolean =>
  !isEmpty(field) && field.state !== 'inapplicable' && field.state !== 'unreadable'

function grouped(cases: readonly Case[], nameOfGroup: (item: Case) => string): Map<string, Case[]> {
  const groups = new Map<string, Case[]>()
  for (const item of cases) {
    const group = groups.get(nameOfGroup(item))
    if (group) group.push(item)
    else groups.set(nameOfGroup(item), [item])
  }
  return groups
}

/** Counts rows period by period. */
export const rowsIn =
  (chosen: readonly Case[], perhaps: readonly Case[], { date, year, distinct }: Columns) =>
  (periods: readonly Period[]) => {
    const casesIn = byPeriod({ chosen, perhaps }, periods, { date, year })
    return (period: Period): Counted => {
      const { sure, maybe } = casesIn(period)
      const counted = things(sure, distinct, new Set())
      return { sure: counted.things, open: things(maybe, distinct, counted.keys).things }
    }
  }

function things(
  cases: readonly Case[],
  distinct: readonly string[],
  known: ReadonlySet<string>,
): { things: Thing[]; keys: Set<string> } {
  const keys = new Set(known)
  const found: Thing[] = []
  for (const item of cases) {
    const key = distinct.length > 0 ? sameAs(item, distinct) : undefined
    if (key !== undefined && keys.has(key)) continue
    if (key !== undefined) keys.add(key)
    found.push(thingOf(item))
  }
  return { things: found, keys }
}

// A case without a day is open in every month, and still one.
const known = new WeakMap<Case, Thing>()

function thingOf(item: Case): Thing {
  const thing = known.get(item) ?? { name: item.row.name, places: placesOf([item]) }
  known.set(item, thing)
  return thing
}

/** Counts documents period by period; null where no file serves these materials at all. */
export function papersIn(scope: Scope, materials: readonly string[]): ((period: Period) => Counted) | null {
  const papers = distinctPapers(filesOf(scope, materials))
  if (papers.length === 0) return null
  const topics = scope.indicator.materials.filter(({ id }) => materials.includes(id)).flatMap(({ topic }) => topic)
  const registers = new Set(scope.indicator.materials.filter(({ nature }) => nature === 'ledger').map(({ id }) => id))
  const seen = papers.flatMap(({ document, match }): Paper[] => {
    const isPaper = document.facts.issued !== null && !isWorkbook(document)
    const held = isPaper ? [] : eventsIn(document, topics, scope)
    if (held.length > 0) return held.map((one) => ({ ...one, usable: match.sure && !isDraft(document) }))
    const meetings = document.facts.acts.filter(({ kind }) => kind === 'meeting')
    const sessions = meetings.length > 1 ? sessionsIn(document, topics, scope) : []
    if (sessions.length > 0)
      return sessions.map((one) => ({ ...one, usable: one.usable && match.sure && !isDraft(document) }))
    const day = document.facts.issued?.value
    // A register of which nobody knows what its rows are of is no paper of the day it was put together.
    const isRegister = registers.has(match.material ?? '') && document.evidence.passages.length === 0
    const usable = match.sure && !isRegister && !isDraft(document) && (day === undefined || day <= scope.package.asOf)
    return [{ thing: { name: nameOf(document), places: [dayPlace(document)] }, usable, belongs: belonging(document) }]
  })
  return (period) => ({
    sure: seen.filter(({ usable, belongs }) => usable && belongs(period) === 'yes').map(({ thing }) => thing),
    open: seen
      .filter(({ usable, belongs }) => belongs(period) === 'unknown' || (!usable && belongs(period) === 'yes'))
      .map(({ thing }) => thing),
  })
}

type Paper = { readonly thing: Thing; readonly usable: boolean; readonly belongs: (period: Period) => Truth }

/**
 * Minutes of several meetings are a paper for each. Where the head or the agenda of some speaks of the matter, the others are
 * of other matters; where none does, the title tells, and what it does not speak of is perhaps none.
 */
function sessionsIn(
  { facts: { acts, title }, evidence }: Document,
  topics: readonly string[],
  { package: found }: Scope,
): Paper[] {
  const held = acts.flatMap((act) => (act.kind === 'meeting' ? [act] : []))
  const named = held.filter(({ headed = [] }) => headed.some((line) => speaksOf(topics, line)))
  const isTitled = title !== null && speaksOf(topics, title.value)
  return (named.length > 0 ? named : held).map(({ day, at }) => ({
    thing: { name: `${title?.value ?? evidence.path}（${written(day)}）`, places: [at] },
    usable: (named.length > 0 || isTitled) && day <= found.asOf,
    belongs: ({ from, to }) => (day >= from && day <= to ? 'yes' : 'no'),
  }))
}

/** Several sheets alone: a day that stands over one of them dates none of the others. */
const isWorkbook = ({ evidence: { passages, tables } }: Document): boolean =>
  passages.length === 0 && tables.filter(({ kind }) => kind === 'sheet').length > 1

/** A table of what was held, with a day for each, is as many papers as it has rows. */
const eventsIn = (
  { evidence }: Document,
  topics: readonly string[],
  { package: found }: Scope,
): Omit<Paper, 'usable'>[] =>
  heldIn(found, evidence.path, (text) => speaksOf(topics, text)).map(({ row, column, span }) => ({
    thing: { name: nameOfRow(row), places: [placeOf(row, column)] },
    belongs: ({ from, to }) => (span.from >= from && span.to <= to ? 'yes' : 'no'),
  }))

/** A document belongs to the year it is about, and to the month or cycle in which it is dated. */
function belonging(document: Document): (period: Period) => Truth {
  const day = document.facts.issued?.value
  return ({ subject, year, from, to }) => {
    const isYear = year !== null && subject === String(year)
    if (isYear) return isAbout(document, year)
    if (day) return day >= from && day <= to ? 'yes' : 'no'
    return 'unknown'
  }
}
