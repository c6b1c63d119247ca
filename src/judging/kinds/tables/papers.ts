import type { Scope } from '../../../core/kind.ts'
import type { Document, Package } from '../../../core/package.ts'
import { foreign } from '../../papers/flaws/foreign.ts'
import type { Grid } from '../../tables/grid.ts'

/** The unit's own papers that lie with a table, or under its indicator: what they promise is promised for its rows. */
export function papersBeside({ file }: Grid, { package: found, indicator }: Scope): readonly Document[] {
  const folder = folderOf(file)
  const placed = new Set(found.matches.filter(({ indicator: id }) => id === indicator.id).map((match) => match.file))
  return found.documents.filter(
    ({ evidence: { path } }) =>
      path !== file &&
      (placed.has(path) || (folder !== '' && folderOf(path) === folder)) &&
      !strangersOf(found).has(path),
  )
}

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/')

const known = new WeakMap<Package['documents'], ReadonlySet<string>>()

function strangersOf(found: Package): ReadonlySet<string> {
  const made =
    known.get(found.documents) ??
    new Set(found.documents.flatMap((one) => (foreign(one, found) ? [one.evidence.path] : [])))
  known.set(found.documents, made)
  return made
}
