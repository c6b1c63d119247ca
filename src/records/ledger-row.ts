import { daysBetween } from '../core/day.ts'
import { cellPlace, type Row, type Value } from '../core/evidence.ts'
import type { ColumnSpec, Field, Ledger, LedgerRow } from '../core/ledger.ts'
import type { Place } from '../core/place.ts'
import { isDitto } from '../language/ditto.ts'
import type { Parts } from '../language/header-parts.ts'
import { bare, clipped } from '../language/text.ts'
import { cellField, textOf } from './cell.ts'
import type { Frame } from './frame.ts'
import { momentOf } from './moment.ts'
import { namesIn, personIn } from './people.ts'
import { periodOf } from './period.ts'
import { remarked, saidAside, saysAside } from './remark.ts'
import { isException, toldBy } from './said.ts'
import { endIn } from './stretches.ts'
import { dayInYear } from './table-year.ts'
import { vocabulary } from './vocabulary.ts'
import { isBlank, isDoubtful } from './written.ts'

const BLANK: Field = { state: 'none', text: '' }
const ABSENT: Field = { state: 'absent', text: '' }

/** A view of a row that reads a cell only when asked: a class, because a hundred thousand of them share their methods. */
export class TableRow implements LedgerRow {
  readonly ledger: Ledger
  readonly #frame: Frame
  readonly #row: Row
  /** Which of the persons that its cell lists the record is of. */
  readonly #person: string | undefined
  #aside: boolean | undefined

  constructor(ledger: Ledger, frame: Frame, row: Row, person?: string) {
    this.ledger = ledger
    this.#frame = frame
    this.#row = row
    this.#person = person
  }

  get name(): string {
    const texts = this.#frame.key
      .filter((column) => column !== this.#frame.yearColumn)
      .map((column) => this.field(column))
      .filter(isWord)
      .map(({ text }) => text)
    return texts.length > 0 ? clipped(texts.join(' '), 80) : this.#placeName()
  }

  /** A case without a number yet is known by whom it concerns. */
  #placeName(): string {
    const [whom] = [...this.#frame.at.keys()]
      .filter((column) => this.#frame.specs.get(column)?.type === 'text' && !this.#frame.key.includes(column))
      .map((column) => this.field(column))
      .filter(({ state }) => state === 'text')
    const row = `第${this.#row.index + 1}行`
    return whom ? `${row} ${clipped(whom.text, 20)}` : row
  }

  /** 无 and dashes identify nothing: rows without a number are not one row. */
  get key(): string {
    const parts = this.#frame.key
      .map((column) => this.field(column))
      .map((field) => (isWord(field) ? (field.state === 'day' ? field.day : bare(field.text)) : ''))
    return parts.some(Boolean) ? parts.join('|') : ''
  }

  field(column: string): Field {
    const at = this.#frame.at.get(column)
    const spec = this.#frame.specs.get(column)
    if (!spec) return ABSENT
    if (at === undefined) return this.#unlisted(spec)
    const own = this.#row.values[at] ?? null
    const top = isBlank(own) || isDitto(own) ? this.#frame.tops.get(at)?.get(this.#row.index) : undefined
    if (isDoubtful(top ?? this.#row, at, spec))
      return { state: 'unreadable', text: textOf((top ?? this.#row).values[at]) }
    // A figure of a merged block is one figure: it belongs to the first row, or a sum would count it once a row.
    if (top && spec.type === 'number' && isBlank(own)) return BLANK
    return this.#read((top ?? this.#row).values[at] ?? null, at, spec)
  }

  #read(value: Value, at: number, spec: ColumnSpec): Field {
    if (spec.each && this.#person !== undefined) return { state: 'text', text: this.#person }
    const listed = this.#frame.people.get(spec.name)
    if (listed && !isBlank(value)) return personIn(textOf(value), listed)
    const field = this.#said(value, spec) ?? cellField(value, spec)
    const end = this.#frame.ends.get(spec.name)
    if (end && field.state === 'unreadable') return endIn(textOf(value), end)
    if (end && field.state === 'day') return { state: 'unreadable', text: field.text }
    if (field.state === 'unreadable' && isDay(spec)) return this.#inPeriod(value, this.#dayOfTheYear(value, at, field))
    if (!isBlank(value) || !isException(spec)) return field
    return remarked(this.remark, spec, this.#year()) ?? field
  }

  /** 在岗 under 是否在岗 or 在岗情况 says yes. */
  #said(value: Value, { type, name }: ColumnSpec): Field | undefined {
    if (type !== 'flag' || typeof value !== 'string' || value.length > 20) return undefined
    const { parts } = vocabulary()
    const own = parts([value])
    const said = topicsIn(own)
    if (said.length === 0 || own.attributes.length > 0 || own.rest !== '' || !isPlain(own)) return undefined
    const asked = topicsIn(parts([this.#frame.heads.get(name) ?? '']))
    return said.every((topic) => asked.includes(topic)) ? { state: 'flag', flag: true, text: value } : undefined
  }

  /**
   * A column that the table never had. What is exceptional stands under 备注 instead: nothing there, nothing exceptional;
   * something there may be just that.
   */
  #unlisted(spec: ColumnSpec): Field {
    const { year, yearColumn } = this.#frame
    if (spec.name === yearColumn && year !== undefined) return { state: 'number', number: year, text: String(year) }
    const kind = this.#frame.named.get(spec.name)
    if (kind !== undefined) return { state: 'text', text: kind }
    if (spec.from !== undefined) {
      const from = this.field(spec.from)
      const head = this.#frame.heads.get(spec.from) ?? ''
      const told = spec.tells ? toldBy(from.text, spec.tells) : spec.heads ? toldBy(head, spec.heads) : undefined
      // 专职人民调解员 over an empty cell: there is none of them, and no one who is one.
      if (told) return spec.heads && !isWord(from) ? BLANK : told
    }
    if (!isException(spec)) return ABSENT
    return (
      remarked(this.remark, spec, this.#year()) ?? saidAside(this.#texts(), spec, this.#year()) ?? cellField(null, spec)
    )
  }

  /** The table's year, else the one in which all days of the row stand: 延长到9月30日 under 备注 is in it. */
  #year(): number | undefined {
    const { year, specs, at } = this.#frame
    if (year !== undefined || this.remark === '') return year
    const days = [...at].flatMap(([name, column]) => {
      const spec = specs.get(name)
      const moment = spec && isDay(spec) ? momentOf(this.#row.values[column] ?? null) : undefined
      return moment ? [Number(moment.day.slice(0, 4))] : []
    })
    return new Set(days).size === 1 ? days[0] : undefined
  }

  /** What the row says in words anywhere: 部分公开（延期10个工作日，已告知） under 结果. */
  #texts(): string[] {
    return this.#row.values.flatMap((value) =>
      typeof value === 'string' && value.length > 4 && value.length <= LONGEST_ASIDE ? [value] : [],
    )
  }

  #inPeriod(value: Value, field: Field): Field {
    const period = field.state === 'unreadable' ? periodOf(textOf(value), this.#frame.year) : undefined
    return period ? { state: 'unreadable', text: field.text, period } : field
  }

  /** 3月5日 under 2021年…台账. Long before a day to its left, it is the next year's. */
  #dayOfTheYear(value: Value, at: number, unread: Field): Field {
    const { year, specs, at: columns } = this.#frame
    const day = year === undefined ? undefined : dayInYear(value, year)
    if (day === undefined || year === undefined) return unread
    for (const [name, left] of columns) {
      const spec = specs.get(name)
      const other = this.#row.values[left] ?? null
      if (left >= at || !spec || !isDay(spec) || isBlank(other)) continue
      const before = momentOf(other)?.day ?? dayInYear(other, year)
      if (before !== undefined && daysBetween(day, before) > HALF_A_YEAR) return unread
    }
    return { state: 'day', day, text: textOf(value) }
  }

  get remark(): string {
    const at = this.#frame.remark
    return at === undefined ? '' : textOf(this.#row.values[at]).slice(0, LONGEST_REMARK)
  }

  get aside(): boolean {
    this.#aside ??= saysAside(this.remark) || this.#row.values.some((value) => isShort(value) && saysAside(value))
    return this.#aside
  }

  place(column?: string): Place {
    const { at, key, file, table, tops } = this.#frame
    const wanted = column === undefined ? undefined : at.get(column)
    const place = wanted ?? at.get(key[0] ?? '') ?? at.values().next().value ?? 0
    const row = isBlank(this.#row.values[place]) ? (tops.get(place)?.get(this.#row.index) ?? this.#row) : this.#row
    return cellPlace(file, table, row.index, row.of ?? place, textOf(row.values[place]))
  }
}

const SHORT = 20
const isShort = (value: Value): value is string => typeof value === 'string' && value.length <= SHORT

const isDay = ({ type }: ColumnSpec): boolean => type === 'day' || type === 'time'

/** The rows of one line of a table: one for each person, where its cell lists several. */
export function rowsOf(ledger: Ledger, frame: Frame, row: Row): TableRow[] {
  const column = [...frame.specs.values()].find(({ name, each }) => each && frame.at.has(name))
  const people = column ? namesIn(textOf(row.values[frame.at.get(column.name) ?? -1])) : []
  return people.length > 1
    ? people.map((person) => new TableRow(ledger, frame, row, person))
    : [new TableRow(ledger, frame, row)]
}

const HALF_A_YEAR = 182
const LONGEST_REMARK = 400
const LONGEST_ASIDE = 80

const topicsIn = ({ events, objects }: Parts): readonly string[] => [...events, ...objects]
const isPlain = ({ turns }: Parts): boolean => Object.keys(turns).length === 0

const isWord = ({ state, text }: Field): boolean =>
  text !== '' && state !== 'blank' && state !== 'none' && state !== 'absent'
