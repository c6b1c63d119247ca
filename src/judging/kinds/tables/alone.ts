import type { Scope } from '../../../core/kind.ts'
import { listsAbout, tablesAbout } from '../../tables/about.ts'
import { lessThanIn } from '../../tables/amounts-in.ts'
import type { Flaw } from '../../tables/flaw.ts'
import { stillAsked } from '../../tables/gone.ts'
import type { Grid } from '../../tables/grid.ts'
import { notListed } from '../../tables/listed-in.ts'
import { sharedNumbers } from '../../tables/shared-numbers.ts'
import { goneBeside } from './gone-beside.ts'
import type { Ask } from './params.ts'

/** A rule that holds its tables against others asks nothing else of their rows; undefined where it holds them against none. */
export function askedAlone(grid: Grid, ask: Ask, scope: Scope, beside: readonly Grid[]): Flaw[] | undefined {
  if (ask.numbered) return sharedNumbers(grid)
  if (ask['gone-in'].length > 0) return stillAsked(grid, ...goneBeside(scope, ask['gone-in']))
  if (ask['amounts-in'].length > 0) {
    const others = tablesAbout(scope, { words: ask['amounts-in'], except: ask['not-in'] }).map((one) => one.grid)
    return lessThanIn(grid, beside, others)
  }
  if (ask['listed-in'].length > 0) {
    const others = listsAbout(scope, { words: ask['listed-in'], except: ask['not-in'] })
    const against = { lists: beside, others: others.filter((one) => !beside.includes(one)), only: ask.only }
    return notListed(grid, { ...against, isPlan: ask.planned }, scope.package)
  }
  return undefined
}
