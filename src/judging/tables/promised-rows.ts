import { promiseWords } from '../../language/promise-words.ts'
import { actsIn } from '../../language/promises.ts'
import { plain } from '../../language/text.ts'
import { vocabulary } from '../../records/vocabulary.ts'
import { cell } from './cells.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { isNoted } from './remarks.ts'

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
  return isNoted(row)
}

export const hasWord = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word))

/** All that names a table, and its heads. */
export const namesOver = ({ names, columns }: Grid): string =>
  [...names, ...columns.map(({ head }) => head.text)].map(plain).join('\n')
