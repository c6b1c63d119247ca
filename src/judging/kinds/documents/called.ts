import type { Scope } from '../../../core/kind.ts'
import type { Place } from '../../../core/place.ts'
import { gap, type Verdict } from '../../../core/verdict.ts'
import { fileName, listed, titled } from '../../../language/prose.ts'
import { clipped } from '../../../language/text.ts'
import { materialsOf } from '../../papers/absent.ts'
import { answeredBy, callingSentences } from '../../papers/calling.ts'
import { callingRows } from '../../tables/calling.ts'
import { cell } from '../../tables/cells.ts'
import { nameOf, placeOf } from '../../tables/row-name.ts'

/** What makes a paper due, in words and with its place. */
type Calling = { readonly words: string; readonly at: Place }

export function callingsOf(scope: Scope, by: readonly string[], classes: readonly (readonly string[])[]): Calling[] {
  if (by.length > 0)
    return callingSentences(scope, by, classes).map(({ paper, says, at }) => ({
      words: `${paper}写明“${clipped(says, 60)}”`,
      at,
    }))
  return callingRows(scope.package, classes).map(({ row, columns }) => {
    const said = columns.map((column) => `${column.name}“${clipped(cell(row, column), 20)}”`)
    return { words: `“${fileName(row.grid.file)}”${nameOf(row)}：${said.join('，')}`, at: placeOf(row, columns[0]) }
  })
}

/** Any of several would do. */
export const needed = (scope: Scope, ids: readonly string[]): string =>
  materialsOf(scope, ids)
    .map(({ name }) => titled(name))
    .join('或')

/** What speaks elsewhere of what papers called for. */
export const answersTo = (
  scope: Scope,
  by: readonly string[],
  classes: readonly (readonly string[])[],
  ids: readonly string[],
): Place[] =>
  by.length === 0
    ? []
    : answeredBy(
        scope,
        callingSentences(scope, by, classes),
        materialsOf(scope, ids).flatMap(({ topic }) => topic),
        classes.at(-1) ?? [],
      ).slice(0, 5)

/** What is not there though the unit's own rows or papers say that it is due. */
export const called = (
  { data, subject, expected }: Verdict,
  callings: readonly Calling[],
  material: string,
): Verdict<'called'> =>
  gap(
    'called',
    {
      ...data,
      material,
      rows: listed(
        callings.map(({ words }) => words),
        '处',
      ),
    },
    { subject, expected, actual: '未见', cites: callings.map(({ at }) => at) },
  )
