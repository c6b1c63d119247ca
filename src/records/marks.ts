import type { ColumnSpec, Field, MarkMeaning } from '../core/ledger.ts'
import { plain } from '../language/text.ts'
import { signs } from './custom.ts'

/** What a cell says other than a value, by the column's own marks and then by custom. Undefined: it holds a value. */
export function markOf(text: string, column: ColumnSpec): Field | undefined {
  const sign = plain(text).trim()
  // Longer than any mark: a value.
  if (sign.length > longest(column) && !sign.startsWith('=') && !sign.startsWith('#')) return undefined
  const own = meaningOf(sign, column)
  if (own) return fieldOf(own, text, column)
  if (sign === '') return { state: 'blank', text }
  // A formula nobody calculated, or one that failed, is no figure.
  if (sign.startsWith('=') || /^#(?:REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL)[!?]?$/i.test(sign))
    return { state: 'unreadable', text }
  // 在办 where the day of the end would stand: none is filled in yet.
  if ((column.type === 'day' || column.type === 'time') && signs('open').has(sign)) return { state: 'blank', text }
  if (signs('none').has(sign)) return fieldOf('none', text, column)
  if (signs('inapplicable').has(sign.toLowerCase())) return { state: 'inapplicable', text }
  if (DAYS.has(column.type) && signs('spot').has(sign)) return { state: 'inapplicable', text }
  // Somebody has still to find out: neither a value nor none.
  if (signs('unknown').has(sign)) return { state: 'unreadable', text }
  return undefined
}

const DAYS: ReadonlySet<string> = new Set(['day', 'time'])

const lengths = new WeakMap<ColumnSpec, number>()

function longest(column: ColumnSpec): number {
  const found = lengths.get(column)
  if (found !== undefined) return found
  const marks = [...marksOf(column).keys(), ...CUSTOMARY.flatMap((of) => [...signs(of)])]
  const length = Math.max(...marks.map((mark) => mark.length))
  lengths.set(column, length)
  return length
}

const CUSTOMARY = ['open', 'none', 'inapplicable', 'spot', 'unknown'] as const

const known = new WeakMap<ColumnSpec, ReadonlyMap<string, MarkMeaning>>()

/** As a mark is written comes before how it is spelt. */
const meaningOf = (sign: string, column: ColumnSpec): MarkMeaning | undefined => marksOf(column).get(sign)

function marksOf(column: ColumnSpec): ReadonlyMap<string, MarkMeaning> {
  const marks = known.get(column) ?? spelt(column)
  known.set(column, marks)
  return marks
}

function spelt({ marks }: ColumnSpec): Map<string, MarkMeaning> {
  const meanings = new Map<string, MarkMeaning>()
  for (const [mark, meaning] of Object.entries(marks)) {
    const sign = plain(mark).trim()
    if (!meanings.has(sign)) meanings.set(sign, meaning)
  }
  for (const [mark, meaning] of Object.entries(marks)) meanings.set(mark, meaning)
  return meanings
}

function fieldOf(meaning: MarkMeaning, text: string, { type }: ColumnSpec): Field {
  if (meaning === 'no' || (meaning === 'none' && type === 'flag')) return { state: 'flag', flag: false, text }
  if (meaning === 'zero') return { state: 'number', number: 0, text }
  return { state: meaning, text }
}
