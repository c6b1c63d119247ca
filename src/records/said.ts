import type { ColumnSpec, Field } from '../core/ledger.ts'
import { plain } from '../language/plain.ts'
import type { Frame } from './frame.ts'

/** A column for what is seldom the case: a flag whose blank means 否, another whose blank means 无, and days added to a limit. */
export const isException = ({ type, needed, exception, marks }: ColumnSpec): boolean =>
  !needed && (exception ?? (type === 'flag' ? marks[''] === 'no' : marks[''] === 'none'))

/** Said of every row without a column of its own: by the table's year or name, or by the remarks. */
export const isSaid = (column: ColumnSpec, frame: Frame): boolean =>
  column.name === frame.yearColumn || frame.named.has(column.name) || isException(column) || isTold(column, frame)

/** By the head over another column. */
const isTold = ({ from, heads }: ColumnSpec, frame: Frame): boolean =>
  from !== undefined && heads !== undefined && toldBy(frame.heads.get(from) ?? '', heads) !== undefined

/** 镇调委会 is of a 镇, 某镇某村调委会 of a 村: the first of the words that occurs tells. */
export function toldBy(said: string, tells: Readonly<Record<string, readonly string[]>>): Field | undefined {
  const text = plain(said)
  const found = Object.entries(tells).find(([, words]) => words.some((word) => text.includes(word)))
  return found && { state: 'text', text: found[0] }
}
