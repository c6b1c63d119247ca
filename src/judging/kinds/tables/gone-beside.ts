import type { Scope } from '../../../core/kind.ts'
import { bare } from '../../../language/text.ts'
import { foreign } from '../../papers/flaws/foreign.ts'
import { tablesAbout } from '../../tables/about.ts'
import { type Gone, goneIn, isOfKeptOnes } from '../../tables/gone-names.ts'
import { goneToldIn } from '../../tables/gone-told.ts'
import type { Grid } from '../../tables/grid.ts'

/** What the unit's own tables and papers of these names say is gone, and the tables of what is kept. */
export function goneBeside(scope: Scope, words: readonly (readonly string[])[]): readonly [Gone[], Grid[]] {
  const grids = tablesAbout(scope, { words, except: [] }).map(({ grid }) => grid)
  const papers = scope.package.documents.filter((one) => {
    const name = bare(`${one.facts.title?.value ?? ''} ${one.evidence.path.split('/').at(-1) ?? ''}`)
    return words.every((some) => some.some((word) => name.includes(bare(word)))) && !foreign(one, scope.package)
  })
  const kept = grids.filter(isOfKeptOnes)
  return [[...grids.flatMap(goneIn), ...papers.flatMap(goneToldIn)], kept]
}
