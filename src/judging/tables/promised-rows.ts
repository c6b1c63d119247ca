import { promiseWords } from '../../language/promise-words.ts'
import { actsIn } from '../../language/promises.ts'
import { plain } from '../../language/text.ts'
import { textOf } from '../../records/cell.ts'
import { vocabulary } from '../../records/vocabulary.ts'
import { type Column, cell, type Grid, type GridRow } from './grid.ts'

/** The acts that a promise names, as far as tables have words for them. */
export const actsOf = (text: string): ReadonlySet<string> =>
  new Set([...actsIn(text), ...vocabulary().parts([text]).events])

/** The acts that a head names. */
export const actsOver = ({ head, parts }: Column): ReadonlySet<string> =>
  new Set([...actsIn(plain(head.text)), ...parts.events])

export const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((one) => b.has(one))

/** A row that says why it is none of those that the promise is for, or that a note under the table names. */
export function isExempt(row: GridRow): boolean {
  const texts = row.grid.columns.map((column) => cell(row, column))
  if (texts.some((text) => promiseWords('exempt').some((word) => text.includes(word)))) return true
  const notes = row.grid.asides.flatMap(({ values }) => values.map(textOf).map(plain))
  const persons = row.grid.columns.flatMap((column) => (isOfPerson(column) ? cell(row, column) : []))
  const names = [
    ...texts.slice(0, NAMING).filter((text) => text.length >= LONG && !/^[\d.\-/年月日]+$/u.test(text)),
    ...persons.filter((text) => /^\p{Script=Han}{2,4}$/u.test(text)),
  ]
  return notes.some((note) => names.some((name) => note.includes(name)))
}

const isOfPerson = ({ parts }: Column): boolean =>
  parts.attributes[0] === '姓名' || (parts.attributes.length === 0 && parts.objects.includes('负责人'))

const NAMING = 3
const LONG = 3

/** Columns of remarks, where something is written that nobody here understands. */
export const isRemarked = (row: GridRow): boolean =>
  row.grid.columns.some(
    (column) => REMARKS.has(column.parts.attributes[0] ?? '') && /\p{Script=Han}{2}/u.test(cell(row, column)),
  )

const REMARKS = new Set(['备注', '说明', '原因'])

export const hasWord = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word))

/** All that names a table, and its heads. */
export const namesOver = ({ names, columns }: Grid): string =>
  [...names, ...columns.map(({ head }) => head.text)].map(plain).join('\n')
