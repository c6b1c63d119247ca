import type { Scope } from '../../core/kind.ts'
import { type About, type Concerned, isAsideTable } from './about.ts'
import { gridsOf } from './grid.ts'

/**
 * The one table of a file that lies under the rule's indicator and no other, whatever it calls itself: an office that filed a
 * register there says so what it is of.
 */
export function tablesAlone(scope: Scope, about: About): Concerned[] {
  const { matches } = scope.package
  const served = new Map<string, Set<string>>()
  for (const { file, indicator } of matches) served.set(file, (served.get(file) ?? new Set()).add(indicator))
  const isAlone = (file: string): boolean => {
    const own = served.get(file)
    return own?.size === 1 && own.has(scope.indicator.id)
  }
  const grids = gridsOf(scope.package)
  return grids.flatMap((grid) => {
    if (!isAlone(grid.file) || isAsideTable(grid, scope, about)) return []
    return grids.some((one) => one !== grid && one.file === grid.file) ? [] : [{ grid, isOwn: true }]
  })
}
