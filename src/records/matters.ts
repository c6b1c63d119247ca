import type { ColumnSpec, ColumnType, LedgerSpec } from '../core/ledger.ts'
import type { ValueKind } from '../core/lexicon.ts'
import type { Affair } from '../language/affairs.ts'
import type { Parts } from '../language/header-parts.ts'
import { bare } from '../language/text.ts'
import { grouped } from './grouped.ts'
import type { Own } from './likeness.ts'
import { type LedgerName, nameOf } from './named.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What one column of a table may be: a column of the ledger, or several that one cell holds together. */
export type Target = {
  /** The ledger's columns that it stands for. */
  readonly columns: readonly string[]
  /** Columns that its cells may fill as well: the numbers of those who are named. */
  readonly besides: readonly string[]
  /** Its names as they are, bare. */
  readonly names: ReadonlySet<string>
  /** What they say. */
  readonly said: readonly Parts[]
  readonly kinds: readonly ValueKind[]
  readonly holds: 'value' | 'stretch' | 'names' | 'numbers'
  /** Between columns as likely, the one that more depends on. */
  readonly needed: boolean
}

/** A ledger made ready for comparing. */
export type Matter = {
  readonly spec: LedgerSpec
  readonly targets: readonly Target[]
  readonly own: Own
  /** All that it may be called, its own name first. */
  readonly names: readonly LedgerName[]
  /** All that its names say it is kept of. */
  readonly affairs: ReadonlySet<Affair>
}

export function matterOf(spec: LedgerSpec, vocabulary: Vocabulary): Matter {
  const names = [spec.name, ...spec.titles].map((name) => nameOf(name, vocabulary))
  const own = new Set(names.flatMap(({ topics }) => topics.flatMap((topic) => vocabulary.relations.wide(topic))))
  const affairs = new Set(names.flatMap((name) => [...name.affairs]))
  const targets = spec.columns.map((column) => targetOf(column, vocabulary))
  return {
    spec,
    targets: [...targets, ...lists(spec, vocabulary), ...stretches(spec, vocabulary)],
    own,
    names,
    affairs,
  }
}

export const topicsOf = ({ events, objects }: Parts): string[] => [...events, ...objects]

function targetOf({ name, also, type, needed }: ColumnSpec, vocabulary: Vocabulary): Target {
  const said = [name, ...also].map((one) => vocabulary.parts([one]))
  return {
    columns: [name],
    besides: [],
    names: new Set([name, ...also].map(bare)),
    said: unlike(said),
    kinds: kindsOf(type, said[0], vocabulary),
    holds: 'value',
    needed,
  }
}

const KINDS: Readonly<Record<Exclude<ColumnType, 'text'>, readonly ValueKind[]>> = {
  day: ['day', 'time', 'span', 'month'],
  time: ['time', 'day'],
  year: ['year'],
  number: ['amount'],
  percent: ['percent'],
  flag: ['flag'],
}

function kindsOf(type: ColumnType, parts: Parts | undefined, { lexicon }: Vocabulary): readonly ValueKind[] {
  if (type !== 'text') return KINDS[type]
  const [attribute] = parts?.attributes ?? []
  const values = lexicon.attributes.find(({ id }) => id === attribute)?.values ?? ['text']
  // A column of texts is read as a text whatever stands in it; the attribute only says what is usual.
  return values.includes('text') ? values : [...values, 'text']
}

/** Alike but for signs that mean nothing: 处罚决定日期, 处罚决定时间, 作出处罚决定的日期. */
const keyOf = ({ notes: _, length, ...parts }: Parts): string =>
  JSON.stringify(parts.rest === '' ? parts : [parts, length])

function unlike(said: readonly Parts[]): Parts[] {
  const seen = new Map(said.toReversed().map((parts) => [keyOf(parts), parts]))
  return [...seen.values()]
    .toReversed()
    .filter(({ attributes, events, objects, rest }) =>
      Boolean(attributes.length || events.length || objects.length || rest),
    )
}

/** Several persons in one cell: their names, with or without numbers, or a second column of their numbers. */
function lists({ columns }: LedgerSpec, vocabulary: Vocabulary): Target[] {
  const groups = grouped(
    columns.filter(({ of }) => of !== undefined).toSorted((a, b) => (a.person ?? 0) - (b.person ?? 0)),
    ({ of }) => of ?? '',
  )
  return [...groups].flatMap(([of, members]) => {
    const list = (holds: 'name' | 'number', word: string): Target[] => {
      const own = members.filter((member) => member.holds === holds)
      if (own.length < 2) return []
      return [
        {
          columns: own.map(({ name }) => name),
          besides: holds === 'name' ? members.flatMap((one) => (one.holds === 'number' ? [one.name] : [])) : [],
          names: new Set([`${of}${word}`, ...unnumbered(own)].map(bare)),
          said: [`${of}${word}`, ...(holds === 'name' ? [of, `${of}姓名及证号`] : []), ...unnumbered(own)].map((one) =>
            vocabulary.parts([one]),
          ),
          kinds: [holds === 'name' ? 'person' : 'number'],
          holds: holds === 'name' ? 'names' : 'numbers',
          needed: own.some(({ needed }) => needed),
        },
      ]
    }
    return [...list('name', '姓名'), ...list('number', '证号')]
  })
}

/** 检查人员1 and 检查人员2 in one cell are 检查人员. */
function unnumbered(columns: readonly ColumnSpec[]): string[] {
  const names = columns.flatMap(({ also }) => also).filter((name) => NUMBERED.test(name))
  return [...new Set(names.map((name) => name.replace(NUMBERED, '')))]
}

const NUMBERED = /[12一二]$/u

/** One cell that holds both ends: 2021年5月10日至6月12日. */
function stretches({ columns }: LedgerSpec, vocabulary: Vocabulary): Target[] {
  const ends = grouped(
    columns.filter(({ stretch }) => stretch !== undefined),
    ({ stretch }) => stretch ?? '',
  )
  return [...ends].flatMap(([of, members]) => {
    const [from, to] = (['from', 'to'] as const).map((end) => members.find((member) => member.end === end))
    if (!from || !to) return []
    const names = ['起止日期', '日期', '期限'].map((word) => `${of}${word}`)
    return [
      {
        columns: [from.name, to.name],
        besides: [],
        names: new Set(names.map(bare)),
        said: names.map((name) => vocabulary.parts([name])),
        kinds: ['span'],
        holds: 'stretch',
        needed: from.needed,
      },
    ]
  })
}
